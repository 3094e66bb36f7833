import Glibc

/// Bytes of a file or of standard input, read as they come.
final class ByteSource {
    /// As error texts name it.
    let name: String
    private let descriptor: Int32
    private let isOwned: Bool

    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - called: as error texts name it; nil for the path.
    init(path: String?, called: String? = nil) throws(CSVError) {
        guard let path else {
            name = called ?? "stdin"
            descriptor = STDIN_FILENO
            isOwned = false
            return
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw .cannotOpen(
                file: called ?? path,
                reason: errno == ENOENT
                    ? "there is no such file"
                    : "cannot be opened: \(String(cString: strerror(errno)))")
        }
        var status = stat()
        if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw .cannotOpen(file: called ?? path, reason: "is a folder; name a file")
        }
        posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
        name = called ?? path
        descriptor = opened
        isOwned = true
    }

    deinit { if isOwned { close(descriptor) } }

    /// Reads what is there, at least one byte unless the end has come.
    /// - Returns: how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EINTR { continue }
            throw .cannotRead(file: name, reason: String(cString: strerror(errno)))
        }
    }
}
