import Foundation
import Glibc

/// Which messages have arrived, in a file that is written at once.
///
/// The checkpoint tells it too, but seconds later. A detector that is killed in between finds the
/// same anomalies again when it comes back; the log keeps them from being told again. At most the
/// one message under way at the kill is told twice.
public final class DeliveredLog {
    /// Keys kept when the file is opened; older ones can no longer come again.
    static let kept = 4_000

    private let descriptor: Int32
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
            try Self.replace(path, with: fresh)
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DeliveredLogError(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Under a temporary name first: a kill leaves the old file or the new one.
    private static func replace(_ path: String, with text: String) throws {
        let temporary = "\(path).tmp.\(getpid())"
        func fail() -> DeliveredLogError {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            return DeliveredLogError(path: path, reason: "cannot be shortened: \(reason)")
        }
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fail() }
        let bytes = Array(text.utf8)
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard close(file) == 0, count == bytes.count, rename(temporary, path) == 0 else {
            throw fail()
        }
    }

    deinit { close(descriptor) }

    func contains(_ key: String) -> Bool { known.contains(key) }

    /// Notes that messages arrived. A disk that is full costs a repeated message after a kill,
    /// no more; so it is no reason to stop.
    func note(_ keys: [String]) {
        known.formUnion(keys)
        let lines = Array(keys.map { $0 + "\n" }.joined().utf8)
        _ = lines.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}

/// Why the log of delivered messages cannot be kept.
public struct DeliveredLogError: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    public var reason: String
    public var description: String { "\(path): \(reason)" }
}
