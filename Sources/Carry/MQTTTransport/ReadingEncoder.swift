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
