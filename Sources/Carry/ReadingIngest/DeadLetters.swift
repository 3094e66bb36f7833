import Foundation
import NumberText
import Synchronization

/// The first refused messages of a run, for people: 20 of them, cut to 256 bytes, escaped.
final class DeadLetters: Sendable {
    static let limit = 20
    private let path: String
    private let count = Mutex(0)

    init(path: String) { self.path = path }

    func note(
        _ refusal: Refusal, topic: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer
    ) {
        append {
            "\(refusal.rawValue) \(Self.escaped(topic)) \(payload.count) bytes: "
                + Self.escaped(payload)
        }
    }

    /// Notes what a store has refused, in its own words.
    func note(storeRefused reason: String) {
        append {
            "\(Refusal.storeRefused.rawValue) "
                + Array(reason.utf8).withUnsafeBytes(Self.escaped)
        }
    }

    private func append(_ line: () -> String) {
        count.withLock { count in
            guard count < Self.limit else { return }
            count += 1
            guard let file = fopen(path, "a") else { return }
            fputs(line() + "\n", file)
            fclose(file)
        }
    }

    private static func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
        bytes.prefix(256).reduce(into: "") { text, byte in
            if (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + byte.zeroPadded(to: 2, radix: 16)
            }
        }
    }
}
