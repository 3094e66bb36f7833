import Digests
import Foundation
import Threading

/// The SHA-256 of files one after the other, made on a thread of its own while the file is read for other reasons.
final class FileHash: Sendable {
    private let hex = Gate<String?>(nil)

    init(_ paths: [String]) {
        Threads.start { [hex] in
            var hash = SHA256()
            for path in paths {
                guard let file = FileHandle(forReadingAtPath: path) else { continue }
                while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
                    hash.update(piece)
                }
            }
            let digest = hexadecimal(hash.finalize())
            hex.update { $0 = digest }
        }
    }

    func wait() -> String { hex.wait { $0 } }
}
