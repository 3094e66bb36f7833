import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import Glibc

/// Keeps two detectors from writing the same rows of one SQLite file: the rows' key holds the
/// detector's name and the run, and the one that wrote last would win.
///
/// A lock on bytes of the file far behind its end, where SQLite has none; the kernel drops it when the
/// process ends, however it ends.
final class DetectorLock {
    // F_OFD_SETLK, which Glibc's Swift module leaves out: the lock belongs to this descriptor, and
    // stays when SQLite closes one of its own.
    private static let command: Int32 = 37
    private let descriptor: Int32

    /// - Parameters:
    ///   - detector: under which name scores are kept.
    ///   - run: the only run whose readings are scored; nil for all.
    /// - Throws: ``ToolFailure`` if another process holds it.
    init(file: String, detector: String, run: String?) throws {
        descriptor = open(file, O_RDWR | O_CLOEXEC)
        // Whoever may only read gets SQLite's own word for it.
        guard descriptor >= 0 else { return }
        // All runs of a detector exclude each other; runs by name exclude only themselves, and all.
        let isFree =
            lock(detector, isShared: run != nil)
            && (run.map { lock("\(detector)\u{0}\($0)", isShared: false) } ?? true)
        guard isFree else {
            throw ToolFailure.failed(
                "--store sqlite:\(file): another anomaly-detector is scoring this file with"
                    + " \(detector); stop it, or give this one another --run or --detector")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

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
