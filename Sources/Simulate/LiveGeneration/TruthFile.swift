import Digests
import DurableFiles
import JSONText
import NumberText

/// The truth as it happens: one JSON object a line, written before an anomaly takes effect.
///
/// Lines end with `"crc32c"` over what stands before it; a line that a power cut tore is cut off when the
/// file is opened again.
package final class TruthFile: Sendable {
    let path: String
    private let file: LineFile

    /// - Throws: ``GeneratorError/cannotRecord(path:reason:)``.
    package init(path: String) throws(GeneratorError) {
        self.path = path
        do throws(SystemError) { file = try LineFile(appendingTo: path) } catch {
            throw .cannotRecord(path: path, reason: error.reason)
        }
    }

    /// Appends one line with the object whose text, without its last brace, is `members`.
    package func append(_ members: [UInt8]) throws(GeneratorError) {
        var line = members
        let checksum = CRC32C.checksum(members).zeroPadded(to: 8, radix: 16)
        line.append(contentsOf: #","crc32c":""#.utf8)
        line.append(contentsOf: checksum.utf8)
        line.append(contentsOf: "\"}\n".utf8)
        do throws(SystemError) { try file.append(line) } catch {
            throw .cannotRecord(path: path, reason: error.reason)
        }
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
