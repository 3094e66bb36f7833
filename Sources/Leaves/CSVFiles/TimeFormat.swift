import Telemetry

/// How a column writes its times, in the codes of C's `strptime`: `%d.%m.%Y %H:%M:%S`.
public struct TimeFormat: Sendable {
    /// What ``init(_:)`` takes, for messages.
    public static let allowed =
        "codes such as %d.%m.%Y %H:%M:%S: %Y %y %m %b %d %j %H %I %p %M %S %f %z %Z %a %s %F %T %D %R %%"

    private enum Part: Sendable {
        case text(UInt8)
        case blanks
        case field(UInt8)
    }

    private let parts: [Part]

    /// - Returns: nil for a code that is none, or without a day to count from.
    public init?(_ text: String) {
        let long = ["%F": "%Y-%m-%d", "%T": "%H:%M:%S", "%D": "%m/%d/%y", "%R": "%H:%M"]
        let plain = long.sorted { $0.key < $1.key }.reduce(text) {
            $0.replacing($1.key, with: $1.value)
        }
        var parts: [Part] = []
        var bytes = Array(plain.utf8)[...]
        var fields: Set<UInt8> = []
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let code = bytes.popFirst() else { return nil }
                if code == UInt8(ascii: "%") {
                    parts.append(.text(code))
                } else if "YymbBdejHIpMSfzZaAs".utf8.contains(code) {
                    parts.append(.field(code))
                    fields.insert(code)
                } else {
                    return nil
                }
            } else {
                parts.append(byte == 0x20 || byte == 0x09 ? .blanks : .text(byte))
            }
        }
        func has(_ codes: String) -> Bool { codes.utf8.contains { fields.contains($0) } }
        guard has("s") || has("Yy") && (has("j") || has("mbB") && has("de")) else { return nil }
        self.parts = parts
    }

    /// What a cell says: wall time, and how far its zone is from UTC where it says that.
    struct Reading: Equatable {
        /// Nanoseconds since 1970 as the clock on the wall shows them.
        var wall: Int64
        /// Seconds east of UTC; nil without a zone.
        var offset: Int?
    }

    /// - Returns: nil where the cell is not written so, or the day or time does not exist.
    func read(_ bytes: UnsafeRawBufferPointer) -> Reading? {
        var reader = FieldReader(bytes: bytes)
        for part in parts {
            switch part {
            case .blanks: reader.skipBlanks()
            case .text(let byte): guard reader.take(byte) else { return nil }
            case .field(let code): guard reader.read(code) else { return nil }
            }
        }
        reader.skipBlanks()
        return reader.isAtEnd ? reader.reading : nil
    }
}

/// Reads the fields of one cell.
private struct FieldReader {
    let bytes: UnsafeRawBufferPointer
    var place = 0
    private var year: Int?
    private var month = 1
    private var day = 1
    private var dayOfYear: Int?
    private var hour = 0
    private var isAfternoon: Bool?
    private var minute = 0
    private var second = 0
    private var fraction: Int64 = 0
    private var offset: Int?
    private var seconds: Int64?

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func skipBlanks() {
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func number(_ width: Int, _ range: ClosedRange<Int>) -> Int? {
        let start = place
        var value = 0
        while place < bytes.count, place - start < width, bytes[place] &- 48 < 10 {
            value = value * 10 + Int(bytes[place] - 48)
            place += 1
        }
        return place > start && range.contains(value) ? value : nil
    }

    private mutating func word() -> String {
        let start = place
        func isPart(_ byte: UInt8) -> Bool {
            (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "_")
        }
        while place < bytes.count, isPart(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// - Returns: whether the field is there.
    mutating func read(_ code: UInt8) -> Bool {
        func set(_ value: Int?, _ body: (Int) -> Void) -> Bool {
            guard let value else { return false }
            body(value)
            return true
        }
        switch Unicode.Scalar(code) {
        case "Y": return set(number(4, 1...9999)) { year = $0 }
        case "y": return set(number(2, 0...99)) { year = $0 + ($0 < 69 ? 2000 : 1900) }
        case "m": return set(number(2, 1...12)) { month = $0 }
        case "b", "B": return set(Self.month(word())) { month = $0 }
        case "d", "e":
            skipBlanks()
            return set(number(2, 1...31)) { day = $0 }
        case "j": return set(number(3, 1...366)) { dayOfYear = $0 }
        case "H": return set(number(2, 0...23)) { hour = $0 }
        case "I": return set(number(2, 1...12)) { hour = $0 % 12 }
        case "p": return readHalf()
        case "M": return set(number(2, 0...59)) { minute = $0 }
        case "S": return set(number(2, 0...60)) { second = $0 }
        case "f": return readFraction()
        case "s": return set(number(12, 0...Int.max)) { seconds = Int64($0) }
        case "z": return set(zoneNumber()) { offset = $0 }
        case "Z": return set(TimeZoneTable.fixedOffset(word())) { offset = $0 }
        default: return !word().isEmpty
        }
    }

    /// AM and PM, also `a.m.` and `am`.
    private mutating func readHalf() -> Bool {
        guard place < bytes.count else { return false }
        let first = bytes[place] & 0xDF
        guard first == UInt8(ascii: "A") || first == UInt8(ascii: "P") else { return false }
        isAfternoon = first == UInt8(ascii: "P")
        place += 1
        _ = take(UInt8(ascii: "."))
        guard take(UInt8(ascii: "M")) || take(UInt8(ascii: "m")) else { return false }
        _ = take(UInt8(ascii: "."))
        return true
    }

    private mutating func readFraction() -> Bool {
        let start = place
        var unit: Int64 = 100_000_000
        while place < bytes.count, bytes[place] &- 48 < 10 {
            fraction += Int64(bytes[place] - 48) * unit
            unit /= 10
            place += 1
        }
        return place > start
    }

    /// `Z`, `+01:00`, `+0100` or `+01`.
    private mutating func zoneNumber() -> Int? {
        if take(UInt8(ascii: "Z")) { return 0 }
        let sign = take(UInt8(ascii: "+")) ? 1 : take(UInt8(ascii: "-")) ? -1 : 0
        guard sign != 0, let hours = number(2, 0...23) else { return nil }
        _ = take(UInt8(ascii: ":"))
        return sign * (hours * 3600 + (number(2, 0...59) ?? 0) * 60)
    }

    private static func month(_ word: String) -> Int? {
        let names = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        return names.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
    }

    var reading: TimeFormat.Reading? {
        if let seconds {
            let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
            return overflow ? nil : TimeFormat.Reading(wall: whole &+ fraction, offset: 0)
        }
        guard let year,
            let date = CivilDate(year: year, month: month, day: dayOfYear == nil ? day : 1)
        else { return nil }
        var days = Int64(date.daysSince1970)
        if let dayOfYear {
            guard let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
            days = Int64(first.daysSince1970 + dayOfYear - 1)
        }
        let hours = hour + (isAfternoon == true ? 12 : 0)
        let wall = days * 86_400 + Int64(hours * 3600 + minute * 60 + second)
        let (whole, overflow) = wall.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? nil : TimeFormat.Reading(wall: whole &+ fraction, offset: offset)
    }
}
