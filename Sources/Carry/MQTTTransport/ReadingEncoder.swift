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

/// JSON by hand, appended to bytes.
public enum JSONBytes {
    /// A string with its quotes; control characters are escaped.
    public static func append(quoted text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    public static func append(_ number: Int64, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var place = 20
            repeat {
                place -= 1
                digits[place] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: digits[place...])
        }
    }

    /// A finite number in the fewest digits that read back to the same double; whole ones without a
    /// point. Negative zero keeps its sign.
    public static func append(_ value: Double, to bytes: inout [UInt8]) {
        if value.magnitude < 1e15, let whole = Int64(exactly: value),
            whole != 0 || value.sign == .plus
        {
            append(whole, to: &bytes)
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? digit + 48 : digit + 87
    }
}
