import Digests
import Foundation
import MQTTTransport
import Synchronization

/// The truth as it happens: one JSON object a line, written before an anomaly takes effect.
///
/// Lines end with `"crc32c"` over what stands before it; a line that a power cut tore is cut off when the
/// file is opened again.
package final class TruthFile: Sendable {
    let path: String
    private let descriptor: Int32
    private let lock = Mutex(())

    /// - Throws: ``GeneratorError/cannotRecord(path:reason:)``.
    package init(path: String) throws(GeneratorError) {
        self.path = path
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw Self.refusal(path) }
        descriptor = opened
        // Only what was appended whole is kept.
        let length = lseek(opened, 0, SEEK_END)
        var last = [UInt8](repeating: 0, count: Int(min(length, 65_536)))
        pread(opened, &last, last.count, length - off_t(last.count))
        let torn = last.reversed().firstIndex(of: UInt8(ascii: "\n")).map {
            last.reversed().distance(from: last.reversed().startIndex, to: $0)
        }
        if length > 0 {
            ftruncate(opened, length - off_t(torn ?? last.count))
            lseek(opened, 0, SEEK_END)
        }
    }

    deinit { close(descriptor) }

    /// Appends one line with the object whose text, without its last brace, is `members`.
    package func append(_ members: [UInt8]) throws(GeneratorError) {
        var line = members
        let checksum = String(CRC32C.checksum(members), radix: 16)
        line.append(contentsOf: #","crc32c":""#.utf8)
        line.append(contentsOf: (String(repeating: "0", count: 8 - checksum.count) + checksum).utf8)
        line.append(contentsOf: "\"}\n".utf8)
        let bytes = line
        let count = lock.withLock { _ in
            bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        }
        guard count == bytes.count else { throw Self.refusal(path) }
    }

    private static func refusal(_ path: String) -> GeneratorError {
        .cannotRecord(path: path, reason: String(cString: strerror(errno)))
    }
}

/// One anomaly of a machine, as people and files see it.
public struct FloorEvent: Sendable, Equatable {
    public var id: String
    public var machine: String
    public var kind: String
    public var group: String
    public var magnitude: Double
    /// As chosen; empty for the kind's own.
    public var channels: [String]
    /// First tick it acts on, first it no longer does; nil until somebody ends it.
    public var startTick: Int
    public var endTick: Int?
    /// Nanoseconds since 1970 UTC.
    public var start: Int64
    public var end: Int64?
    /// Whether it acts on the next reading.
    public var isRunning: Bool
    /// "panel", "switch" or "scenario".
    public var source: String

    /// The object that goes to the truth file and to `truth/<machine>`, without its last brace.
    package func members(_ type: String, run: String) -> [UInt8] {
        var bytes = Array("{".utf8)
        func text(_ name: String, _ value: String, isFirst: Bool = false) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            JSONBytes.append(quoted: name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            JSONBytes.append(quoted: value, to: &bytes)
        }
        func number(_ name: String, _ value: Int64?) {
            bytes.append(UInt8(ascii: ","))
            JSONBytes.append(quoted: name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            if let value {
                JSONBytes.append(value, to: &bytes)
            } else {
                bytes.append(contentsOf: "null".utf8)
            }
        }
        text("event", type, isFirst: true)
        text("run", run)
        text("id", id)
        text("machineID", machine)
        text("kind", kind)
        text("group", group)
        bytes.append(contentsOf: #","magnitude":"#.utf8)
        JSONBytes.append(magnitude, to: &bytes)
        bytes.append(contentsOf: #","channels":["#.utf8)
        for (index, channel) in channels.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONBytes.append(quoted: channel, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        number("start", start)
        number("end", end)
        text("source", source)
        return bytes
    }
}
