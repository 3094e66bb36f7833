import Foundation
import Synchronization

/// Files and folders that must not outlive this process, should a signal end it: whoever makes one
/// says so before, and takes it off the list when it is gone or has got its final name.
public enum TemporaryFiles {
    private static let paths = Mutex<Set<String>>([])

    public static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
    public static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// Opens a file without a name, which is gone with its descriptor. Programs that run as detectors do not
    /// get it.
    /// - Returns: the descriptor; nil where the system refuses, with the reason in `errno`.
    public static func openNameless(in folder: String) -> Int32? {
        var path = Array("\(folder)/testbed-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// Deletes all of them and calls `last`; nobody can add another in between.
    public static func deleteAll(then last: () -> Void) {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
            paths = []
            last()
        }
    }
}
