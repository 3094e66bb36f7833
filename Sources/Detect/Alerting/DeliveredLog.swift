import DurableFiles
import Foundation

/// Which messages have arrived, in a file that is written at once.
///
/// The checkpoint tells it too, but seconds later. A detector that is killed in between finds the
/// same anomalies again when it comes back; the log keeps them from being told again. At most the
/// one message under way at the kill is told twice.
public final class DeliveredLog {
    /// Keys kept when the file is opened; older ones can no longer come again.
    static let kept = 4_000

    private let file: LineFile
    private var known: Set<String>

    /// Opens the file, or makes it.
    /// - Throws: ``DeliveredLogError``.
    public init(path: String) throws {
        let text = FileManager.default.contents(atPath: path).map {
            String(decoding: $0, as: UTF8.self)
        }
        // The last line may have been cut short by a kill; then it says nothing.
        let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().suffix(Self.kept).map(String.init)
        known = Set(lines)
        let fresh = lines.map { $0 + "\n" }.joined()
        if let text, text != fresh {
            do throws(UnwritableFile) {
                try AtomicFile.replace(path, with: fresh, mode: 0o600)
            } catch {
                let reason = "cannot be shortened: \(error.cause.reason)"
                throw DeliveredLogError(path: path, reason: reason)
            }
        }
        do throws(SystemError) { file = try LineFile(appendingTo: path) } catch {
            throw DeliveredLogError(path: path, reason: error.reason)
        }
    }

    func contains(_ key: String) -> Bool { known.contains(key) }

    /// Notes that messages arrived. A disk that is full costs a repeated message after a kill,
    /// no more; so it is no reason to stop.
    func note(_ keys: [String]) {
        known.formUnion(keys)
        try? file.append(keys.map { $0 + "\n" }.joined().utf8)
    }
}

/// Why the log of delivered messages cannot be kept.
public struct DeliveredLogError: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    public var reason: String
    public var description: String { "\(path): \(reason)" }
}
