import Digests
import Foundation

/// The SHA-256 of a file, made on a thread of its own while the file is read for other reasons.
final class FileHash: @unchecked Sendable {
    // Unchecked: `hex` is written before `done` is signalled and read after it was waited for.
    private var hex = ""
    private let done = DispatchSemaphore(value: 0)

    init(_ path: String) {
        let thread = Thread { [self] in
            var hash = SHA256()
            if let file = FileHandle(forReadingAtPath: path) {
                while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
                    hash.update(piece)
                }
            }
            hex = hexadecimal(hash.finalize())
            done.signal()
        }
        thread.start()
    }

    func wait() -> String {
        done.wait()
        return hex
    }
}
