import DurableFiles
import Foundation
import Synchronization

/// Files that hold a token, a password or a webhook's address.
public enum SecretFile {
    /// Why a file cannot be read, in the system's words.
    public struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String
    }

    /// The file's text; warns like ``warn(about:)``.
    /// - Throws: ``Unreadable``.
    public static func text(_ path: String) throws -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Unreadable(description: SystemError.last.reason) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes {
                read(file, $0.baseAddress! + count, $0.count - count)
            }
            if more < 0, errno == EINTR { continue }
            guard more >= 0 else { throw Unreadable(description: SystemError.last.reason) }
            if more == 0 { break }
            count += more
        }
        guard count <= limit else { throw Unreadable(description: "longer than a secret is") }
        guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw Unreadable(description: "it is no text in UTF-8")
        }
        warn(about: path)
        return text
    }

    /// Most bytes of a file that is read here.
    private static let limit = 65_536

    /// Says on standard error, once a file, if every user of the machine can read it.
    ///
    /// Not of `/run/secrets`, where containers find theirs: whoever mounts them there chooses the mode
    /// (Docker's is 0444), and only the container sees them.
    public static func warn(about path: String?) {
        var status = stat()
        guard let path, !path.isEmpty, stat(path, &status) == 0, status.st_mode & 0o004 != 0,
            status.st_mode & S_IFMT == S_IFREG, !path.hasPrefix("/run/secrets/"),
            warned.withLock({ $0.insert(path).inserted })
        else { return }
        Terminal.error(
            "\(Terminal.toolName): warning: \(path) holds a secret, and every user of this machine"
                + " can read it; chmod 600 \(path)")
    }

    private static let warned = Mutex<Set<String>>([])
}
