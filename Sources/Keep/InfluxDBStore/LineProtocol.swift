import NumberText
import Telemetry

/// One value of a field.
public enum FieldValue: Sendable, Equatable {
    /// NaN and the infinities do not exist in InfluxDB: such a field is left out.
    case float(Double)
    case integer(Int64)
    case bool(Bool)
    case text(String)
}

/// Line protocol, written into one byte buffer.
///
/// `measurement,tag=value field=value time`: floats with a decimal point or exponent, so that no
/// first write of a whole number can make a column of integers; times in nanoseconds; no blank
/// lines, comments or carriage returns, which would shift the server's line numbers or be refused.
struct LineProtocol {
    /// Whole lines, each with its line feed.
    private(set) var bytes: [UInt8] = []
    private(set) var lineCount = 0

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        lineCount = 0
    }

    /// Table and tags, ready to be put before any number of lines. Tags without text are left out:
    /// the server refuses them.
    /// - Throws: ``InfluxDBError/unwritableName(_:)``.
    static func prefix(
        table: String, tags: [(String, String)]
    ) throws(InfluxDBError) -> [UInt8] {
        var bytes: [UInt8] = []
        try escape(table, ", ", into: &bytes)
        for (key, value) in tags where !value.isEmpty {
            bytes.append(UInt8(ascii: ","))
            try escape(key, ",= ", into: &bytes)
            bytes.append(UInt8(ascii: "="))
            try escape(value, ",= ", into: &bytes)
        }
        bytes.append(UInt8(ascii: " "))
        return bytes
    }

    /// A field's name with the equals sign behind it.
    static func fieldKey(_ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try escape(name, ",= ", into: &bytes)
        bytes.append(UInt8(ascii: "="))
        return bytes
    }

    /// What a backslash before a special character means differs between readers of line protocol,
    /// so names that need it are refused rather than guessed.
    private static func escape(_ text: String, _ special: String, into bytes: inout [UInt8])
        throws(InfluxDBError)
    {
        let special = Array(special.utf8)
        let backslash = UInt8(ascii: "\\")
        var last: UInt8 = 0
        for byte in text.utf8 {
            let isSpecial = special.contains(byte)
            guard byte >= 0x20, !(last == backslash && (isSpecial || byte == backslash)) else {
                throw InfluxDBError.unwritableName(text)
            }
            if isSpecial { bytes.append(backslash) }
            bytes.append(byte)
            last = byte
        }
        guard last != backslash, !text.isEmpty else { throw InfluxDBError.unwritableName(text) }
    }

    /// One row of any table.
    /// - Returns: false, with nothing written, when no field has a value the server could hold.
    @discardableResult
    mutating func append(
        prefix: [UInt8], fields: [(key: [UInt8], value: FieldValue)], time: Int64
    ) -> Bool {
        let start = bytes.count
        bytes += prefix
        var any = false
        for (key, value) in fields {
            if case .float(let number) = value, !number.isFinite { continue }
            if any { bytes.append(UInt8(ascii: ",")) }
            any = true
            bytes += key
            switch value {
            case .float(let number): bytes.append(shortest: number)
            case .integer(let number):
                bytes.append(decimal: number)
                bytes.append(UInt8(ascii: "i"))
            case .bool(let flag): bytes.append(flag ? UInt8(ascii: "t") : UInt8(ascii: "f"))
            case .text(let text): appendQuoted(text)
            }
        }
        guard any else {
            bytes.removeLast(bytes.count - start)
            return false
        }
        endLine(time)
        return true
    }

    /// Row `index` of `batch`: `seq` first, then the channels that have a value.
    mutating func append(
        prefix: [UInt8], sequenceKey: [UInt8], channelKeys: [[UInt8]], _ batch: ReadingBatch,
        row index: Int
    ) {
        bytes += prefix
        bytes += sequenceKey
        bytes.append(decimal: batch.sequences[index])
        bytes.append(UInt8(ascii: "i"))
        let first = index * channelKeys.count
        for channel in channelKeys.indices {
            let value = batch.values[first + channel]
            guard value.isFinite else { continue }
            bytes.append(UInt8(ascii: ","))
            bytes += channelKeys[channel]
            bytes.append(shortest: value)
        }
        endLine(batch.times[index])
    }

    private mutating func endLine(_ time: Int64) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(decimal: time)
        bytes.append(UInt8(ascii: "\n"))
        lineCount += 1
    }

    /// In a text field only the quote and the backslash are escaped; line feeds may stand inside, but
    /// would make one line two in the server's count, and become spaces.
    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte == 0x0A || byte == 0x0D ? UInt8(ascii: " ") : byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
