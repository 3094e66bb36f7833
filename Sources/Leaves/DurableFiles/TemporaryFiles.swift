import Foundation
import Synchronization

/// Files and folders that must not outlive this process, should a signal end it: whoever makes one
/// says so before, and takes it off the list when it is gone or has got its final name.
public enum TemporaryFiles {
    private static let paths = Mutex<Set<String>>([])

    public static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
    public static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// Deletes all of them and calls `last`; nobody can add another in between.
    public static func deleteAll(then last: () -> Void) {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
            paths = []
            last()
        }
    }
}
