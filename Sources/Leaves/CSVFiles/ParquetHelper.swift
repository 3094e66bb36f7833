import DurableFiles
import Glibc

/// Reads a Parquet file through Python's `pyarrow`, which hands its columns over as CSV.
///
/// Debian has no Arrow or Parquet library for C, and the format is too large to be read by hand: so this
/// is the one format that needs a program beside ours, and says so where that is not there.
final class ParquetHelper: ByteDecoder {
    private let name: String
    private let process: pid_t
    private let output: Int32
    private var isOver = false

    /// Row group after row group, so that memory does not grow with the file. 9 is our word for "no pyarrow".
    private static let program = """
        import sys
        try:
            import pyarrow.csv as csv, pyarrow.parquet as parquet
        except ImportError:
            sys.exit(9)
        try:
            source = parquet.ParquetFile(open(0, "rb", closefd=False))
            with csv.CSVWriter(sys.stdout.buffer, source.schema_arrow) as writer:
                for batch in source.iter_batches(batch_size=65536):
                    writer.write_batch(batch)
        except BrokenPipeError:
            pass
        except Exception as error:
            sys.exit(f"pyarrow: {error}")
        """

    /// - Parameter descriptor: the file, which must be one that can be read anywhere.
    init(_ descriptor: Int32, _ name: String) throws(CSVError) {
        self.name = name
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw .cannotRead(
                file: name,
                reason: "a Parquet file cannot be read from a pipe; save it and name the file")
        }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw .cannotRead(file: name, reason: SystemError.last.reason)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        let words: [UnsafeMutablePointer<CChar>?] =
            ["python3", "-c", Self.program].map { (word: String) in strdup(word) } + [nil]
        var started: pid_t = 0
        let problem = posix_spawnp(&started, "python3", &actions, nil, words, environ)
        for word in words { free(word) }
        posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        guard problem == 0 else {
            close(ends[0])
            throw Self.noPython(name)
        }
        process = started
        output = ends[0]
    }

    deinit {
        close(output)
        if !isOver {
            var status: Int32 = 0
            kill(process, SIGKILL)
            waitpid(process, &status, 0)
        }
    }

    private static func noPython(_ name: String) -> CSVError {
        .cannotRead(
            file: name,
            reason: "a Parquet file needs python3 with pyarrow, which is not installed here"
                + " (pip install pyarrow); or save the table as CSV")
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer,
        more: (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
    ) throws(CSVError) -> Int {
        if isOver { return 0 }
        while true {
            let count = Glibc.read(output, buffer.baseAddress, buffer.count)
            if count > 0 { return count }
            if count < 0, errno == EINTR { continue }
            break
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isOver = true
        switch status {
        case 0: return 0
        case 9 << 8: throw Self.noPython(name)
        default:
            throw .cannotRead(
                file: name,
                reason: "pyarrow cannot read it as a Parquet file; what it says is above")
        }
    }
}
