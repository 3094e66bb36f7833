import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import Digests
import Foundation

/// Keeps two detectors of this machine from writing the same rows of one store: the rows' key holds the
/// detector's name and the run, and the one that wrote last would win.
///
/// A lock on bytes of a file far behind its end, where SQLite has none: of the store's file, or, for a
/// server, of one in the user's runtime folder. The kernel drops it when the process ends, however it ends.
final class DetectorLock {
    // F_OFD_SETLK, which Glibc's Swift module leaves out: the lock belongs to this descriptor, and
    // stays when SQLite closes one of its own.
    private static let command: Int32 = 37
    private let descriptor: Int32

    /// - Parameters:
    ///   - detector: under which name scores are kept.
    ///   - run: the only run whose readings are scored; nil for all.
    /// - Throws: ``ToolFailure`` if another process holds it.
    init(_ store: StoreChoice, detector: String, run: String?) throws {
        descriptor =
            store.file.map { open($0, O_RDWR | O_CLOEXEC) }
            ?? open(
                Self.path(ofServer: store.name), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        // Whoever may only read gets SQLite's own word for it.
        guard descriptor >= 0 else { return }
        // All runs of a detector exclude each other; runs by name exclude only themselves, and all.
        let isFree =
            lock(detector, isShared: run != nil)
            && (run.map { lock("\(detector)\u{0}\($0)", isShared: false) } ?? true)
        guard isFree else {
            throw ToolFailure.failed(
                "--store \(store.name): another anomaly-detector is scoring this store with"
                    + " \(detector); stop it, or give this one another --run or --detector")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The same for every process of a user that talks to the same database.
    private static func path(ofServer name: String) -> String {
        let folders = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap {
            ProcessInfo.processInfo.environment[$0]
        }
        let folder = folders.first { !$0.isEmpty } ?? "/tmp"
        return "\(folder)/anomaly-detector-\(getuid())-\(SHA256.hex(name.utf8).prefix(16)).lock"
    }

    private func lock(_ name: String, isShared: Bool) -> Bool {
        var range = flock()
        range.l_type = Int16(isShared ? F_RDLCK : F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = Int(1 << 62 | DetectAnomalies.salt(of: name) >> 3)
        range.l_len = 1
        // A file system that knows no such locks is no reason not to start.
        return fcntl(descriptor, Self.command, &range) == 0 || (errno != EAGAIN && errno != EACCES)
    }
}
