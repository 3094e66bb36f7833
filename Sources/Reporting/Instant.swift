/// Times as people and files write them: RFC 3339, UTC.
///
/// Integer arithmetic on the proleptic Gregorian calendar (days from civil, H. Hinnant), because a
/// time has to come back from a file as the same nanosecond.
public enum Instant {
    /// `2026-01-01T00:00:00Z`, with as many digits of a second as `nanoseconds` needs (0, 3, 6 or 9).
    public static func text(_ nanoseconds: Int64) -> String {
        let (day, time, fraction) = parts(nanoseconds)
        return "\(date(day))T\(clock(time))\(digits(fraction))Z"
    }

    /// `2026-01-01 00:00:00`, without fractions: for people.
    public static func short(_ nanoseconds: Int64) -> String {
        let (day, time, _) = parts(nanoseconds)
        return "\(date(day)) \(clock(time))"
    }

    /// `date` as the axis of a chart writes it: `2026-01-01`.
    public static func date(ofDay day: Int64) -> String { date(day) }

    static func parts(_ nanoseconds: Int64) -> (day: Int64, second: Int, fraction: Int) {
        let seconds = floorDivide(nanoseconds, 1_000_000_000)
        let day = floorDivide(seconds, 86400)
        return (day, Int(seconds - day * 86400), Int(nanoseconds - seconds * 1_000_000_000))
    }

    private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
        a / b - (a % b < 0 ? 1 : 0)
    }

    private static func digits(_ fraction: Int) -> String {
        if fraction == 0 { return "" }
        if fraction % 1_000_000 == 0 { return "." + padded(fraction / 1_000_000, 3) }
        if fraction % 1000 == 0 { return "." + padded(fraction / 1000, 6) }
        return "." + padded(fraction, 9)
    }

    static func clock(_ second: Int) -> String {
        "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func date(_ day: Int64) -> String {
        let shifted = day + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return padded(Int(year), 4) + "-" + padded(Int(month < 10 ? month + 3 : month - 9), 2) + "-"
            + padded(Int(dayOfYear - (153 * month + 2) / 5 + 1), 2)
    }

    /// The nanoseconds of what ``text(_:)`` wrote; nil for anything else.
    public static func nanoseconds(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[4] == UInt8(ascii: "-"),
            bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        func number(_ range: Range<Int>) -> Int64? {
            var value: Int64 = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int64(byte - 48)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), (1...12).contains(month),
            let day = number(8..<10), (1...31).contains(day), let hour = number(11..<13), hour < 24,
            let minute = number(14..<16), minute < 60, let second = number(17..<19), second < 60
        else { return nil }
        var fraction: Int64 = 0
        if bytes.count > 20 {
            let count = bytes.count - 21
            guard bytes[19] == UInt8(ascii: "."), (1...9).contains(count),
                let value = number(20..<20 + count)
            else { return nil }
            fraction = (count..<9).reduce(value) { sum, _ in sum * 10 }
        }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = days * 86400 + hour * 3600 + minute * 60 + second
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? nil : whole + fraction
    }
}
