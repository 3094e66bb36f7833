import Foundation
import Glibc

/// Rounds of one reader, as a process gets them in its environment.
struct FuzzTask: Sendable {
    var reader: String
    var seed: UInt64
    var rounds: Range<Int>
    /// Shared with whoever started the process: the round that is being tried, then 0 or 1 for
    /// refused or taken inputs so far.
    var progressPath: String
    var folder: String

    /// Processor time that one input may take. Counted in the kernel, so that a machine with much
    /// else to do does not make a hang of an honest input.
    static let secondsEach = 1
    /// Wall-clock time after which an input counts as stuck, not slow.
    static let patience = 30
    /// What one process may grow by, whatever it reads.
    static let memoryLimit = 512 << 20

    var environment: [String: String] {
        [
            "FUZZ_READER": reader, "FUZZ_SEED": "\(seed)",
            "FUZZ_ROUNDS": "\(rounds.lowerBound)-\(rounds.upperBound)",
            "FUZZ_PROGRESS": progressPath, "FUZZ_FOLDER": folder,
        ]
    }

    /// What this process is to do; nil for one that was not started to fuzz.
    static let current: FuzzTask? = {
        let environment = ProcessInfo.processInfo.environment
        guard let reader = environment["FUZZ_READER"],
            let ends = environment["FUZZ_ROUNDS"]?.split(separator: "-").compactMap({ Int($0) }),
            ends.count == 2, ends[0] <= ends[1]
        else { return nil }
        let folder = environment["FUZZ_FOLDER"] ?? NSTemporaryDirectory() + "fuzz-\(getpid())"
        return FuzzTask(
            reader: reader, seed: environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 1,
            rounds: ends[0]..<ends[1],
            progressPath: environment["FUZZ_PROGRESS"] ?? folder + "/progress", folder: folder)
    }()
}

/// Three numbers in a file that two processes see at once, so that what was tried last is known
/// however the one ended.
final class FuzzProgress {
    private let numbers: UnsafeMutablePointer<Int64>

    init(path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0, ftruncate(file, 24) == 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(file) }
        guard let memory = mmap(nil, 24, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
            memory != MAP_FAILED
        else { throw CocoaError(.fileWriteUnknown) }
        numbers = memory.bindMemory(to: Int64.self, capacity: 3)
    }

    deinit { munmap(numbers, 24) }

    /// The round that is being tried.
    var round: Int {
        get { Int(numbers[0]) }
        set { numbers[0] = Int64(newValue) }
    }
    var taken: Int {
        get { Int(numbers[1]) }
        set { numbers[1] = Int64(newValue) }
    }
    var refused: Int {
        get { Int(numbers[2]) }
        set { numbers[2] = Int64(newValue) }
    }
}
