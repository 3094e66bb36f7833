import JSONText
import Telemetry

/// Writes readings as the wire has them: one flat JSON object, `machineID`, `provider`, `barcode`,
/// `run`, `seq`, `time`, then the channels. A channel that is missing is left out, and so is a NaN or an
/// infinity, which JSON does not have.
///
/// Keeps one piece of memory and writes each payload over the last: formatting is a good part of what
/// a publisher costs.
public struct ReadingEncoder: Sendable {
    /// The payload written last.
    public private(set) var bytes: [UInt8] = []

    public init() { bytes.reserveCapacity(512) }

    /// What is the same in all payloads of one machine, written once.
    public struct Prefix: Sendable {
        let head: [UInt8]
        /// `,"load":` and so on.
        let keys: [[UInt8]]

        /// - Parameter barcode: empty for none.
        public init(_ series: SeriesIdentity, barcode: String = "", channels: [String]) {
            var head = Array("{".utf8)
            Self.member("machineID", series.machineID, to: &head)
            head.append(UInt8(ascii: ","))
            Self.member("provider", series.provider, to: &head)
            if !barcode.isEmpty {
                head.append(UInt8(ascii: ","))
                Self.member("barcode", barcode, to: &head)
            }
            head.append(UInt8(ascii: ","))
            Self.member("run", series.run, to: &head)
            self.head = head + Array(",\"seq\":".utf8)
            keys = channels.map { channel in
                var key = [UInt8(ascii: ",")]
                JSONBytes.append(quoted: channel, to: &key)
                return key + [UInt8(ascii: ":")]
            }
        }

        private static func member(_ name: String, _ value: String, to bytes: inout [UInt8]) {
            JSONBytes.append(quoted: name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            JSONBytes.append(quoted: value, to: &bytes)
        }
    }

    /// Writes one reading over the one before.
    /// - Parameter row: one value per channel of `prefix`.
    public mutating func encode(
        _ prefix: Prefix, sequence: Int64, time: Int64, row: UnsafeBufferPointer<Double>
    ) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: prefix.head)
        JSONBytes.append(sequence, to: &bytes)
        bytes.append(contentsOf: Self.timeKey)
        JSONBytes.append(time, to: &bytes)
        for channel in 0..<row.count where row[channel].isFinite {
            bytes.append(contentsOf: prefix.keys[channel])
            JSONBytes.append(row[channel], to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static let timeKey = Array(",\"time\":".utf8)
}

extension ReadingEncoder {
    /// Breaks the payload written last. What is left is no sound JSON, or has no time that is a number:
    /// our ingester refuses it, and so does Telegraf with this project's configuration.
    /// - Parameter sequence: the reading's number, by which a text is cut here or there.
    public mutating func damage(_ damage: PayloadDamage, sequence: Int64) {
        switch damage {
        case .cutOff:
            let length = Int64(bytes.count)
            bytes.removeLast(Int(1 + abs(sequence % (length - 1))))
        case .wrongType: replaceNumbers(by: "\"n/a\"")
        case .nan: replaceNumbers(by: "NaN")
        case .empty: bytes.removeAll(keepingCapacity: true)
        case .notUTF8:
            let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
            bytes = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .tooLong:
            let text = bytes
            while bytes.count <= Self.longest { bytes.append(contentsOf: text) }
        }
    }

    /// Bytes of a payload that every collector of ours takes.
    private static let longest = 65_536

    /// The time's number and those behind it, which are the channels'.
    private mutating func replaceNumbers(by word: String) {
        guard let time = bytes.firstRange(of: Self.timeKey) else { return }
        var text = bytes[..<time.upperBound] + word.utf8
        var rest = bytes[time.upperBound...]
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            let comma = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.startIndex
            text += rest[comma...colon] + Array(word.utf8)
            rest = rest[(colon + 1)...]
        }
        bytes = text + [UInt8(ascii: "}")]
    }
}
