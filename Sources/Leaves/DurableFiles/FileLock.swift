import Glibc
import Threading

/// One process's hold on a folder, by `flock`. The kernel ends it with the process, however that ends.
public final class FileLock: Sendable {
    public enum Refusal: Error, Sendable, Equatable {
        /// Somebody else has it.
        case held
        /// The folder cannot be used, or its file system has no locks.
        case impossible(SystemError)
    }

    private let descriptor: Int32

    /// Locks the file `lock` in `folder`, which is made, and stays.
    public init(fileIn folder: String) throws(Refusal) {
        descriptor = try Self.lock(folder + "/lock", O_RDWR | O_CREAT, patience: .zero)
    }

    /// Locks `folder` itself, so that no file is left behind.
    /// - Parameter patience: how long somebody else may have it.
    public init(folder: String, patience: Duration) throws(Refusal) {
        descriptor = try Self.lock(folder, O_RDONLY | O_DIRECTORY, patience: patience)
    }

    deinit { close(descriptor) }

    /// Lets others in before this object goes.
    public func release() { flock(descriptor, LOCK_UN) }

    private static func lock(
        _ path: String, _ flags: Int32, patience: Duration
    ) throws(Refusal) -> Int32 {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .impossible(.last) }
        let end = Monotonic.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let error = SystemError.last
            if error.code == EINTR { continue }
            guard error.code == EWOULDBLOCK, Monotonic.now < end else {
                close(descriptor)
                throw error.code == EWOULDBLOCK ? .held : .impossible(error)
            }
            Threads.sleep(.milliseconds(20))
        }
        return descriptor
    }
}
