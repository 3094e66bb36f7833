import NumberText

/// Event times as text: RFC 3339 in, RFC 3339 in UTC out. Whole-number arithmetic throughout, so that
/// a time that is written and read again is the same nanosecond.
public enum Instant {
    /// 1677-09-21T00:12:44Z: from there on every store can give back the times it has taken. InfluxDB 3 takes
    /// earlier ones, which only a broken clock says, and one such row fails every query.
    package static let earliestStored: Int64 = -9_223_372_036_000_000_000

    /// `2026-01-01T00:00:00Z`.
    /// - Parameter digits: digits of a fraction of a second; nil for as many as are needed (0, 3, 6
    ///   or 9).
    public static func text(_ nanoseconds: Int64, digits: Int? = nil) -> String {
        let parts = split(nanoseconds)
        return "\(day(parts.day))T\(clock(parts.second))\(fraction(parts.fraction, digits))Z"
    }

    /// `2026-01-01 00:00:00`, whole seconds: for people.
    public static func short(_ nanoseconds: Int64) -> String {
        let parts = split(nanoseconds)
        return "\(day(parts.day)) \(clock(parts.second))"
    }

    /// The nanoseconds since 1970 of `2026-01-01T00:00:00Z`, `2026-01-01 00:00:00.25`,
    /// `2026-01-01T01:00:00+01:00` or `2026-01-01`. Without a zone it is UTC; digits beyond
    /// nanoseconds are cut. A leap second, `23:59:60`, is the first second of the next day.
    /// - Returns: nil for any other text, for a day or time that does not exist, and for years whose
    ///   nanoseconds Int64 cannot hold (before 1678 and after 2261).
    public static func parse(_ text: some StringProtocol) -> Int64? {
        var reader = Reader(Array(text.utf8))
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
            reader.take("-"), let day = reader.number(2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var seconds = Int64(date.daysSince1970) * 86_400
        var nanoseconds: Int64 = 0
        if !reader.isAtEnd {
            guard reader.take("T") || reader.take("t") || reader.take(" "),
                let hour = reader.number(2), hour < 24, reader.take(":"),
                let minute = reader.number(2), minute < 60
            else { return nil }
            var second = 0
            if reader.take(":") {
                guard let found = reader.number(2) else { return nil }
                second = found
                if reader.take(".") {
                    guard let found = reader.fraction() else { return nil }
                    nanoseconds = found
                }
            }
            guard let offset = reader.zone(), reader.isAtEnd else { return nil }
            seconds += Int64(hour * 3600 + minute * 60 + second - offset)
            guard isSecond(second, endingAt: seconds) else { return nil }
        }
        // Before 1970 from the second above, or the first of all times would not be found.
        if seconds < 0, nanoseconds > 0 {
            seconds += 1
            nanoseconds -= 1_000_000_000
        }
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow2) = whole.addingReportingOverflow(nanoseconds)
        return overflow || overflow2 ? nil : sum
    }

    /// Whether `second` may be: 60 only as the last of a month, UTC, where leap seconds are put.
    private static func isSecond(_ second: Int, endingAt end: Int64) -> Bool {
        if second < 60 { return true }
        let days = floorDivide(Int(end), 86_400)
        return second == 60 && Int(end) == days * 86_400
            && CivilDate(daysSince1970: days).day == 1
    }

    private static func split(_ nanoseconds: Int64) -> (day: Int, second: Int, fraction: Int) {
        let seconds = floorDivide(Int(nanoseconds), 1_000_000_000)
        let day = floorDivide(seconds, 86_400)
        let remainder = Int(nanoseconds % 1_000_000_000)
        return (day, seconds - day * 86_400, remainder < 0 ? remainder + 1_000_000_000 : remainder)
    }

    private static func day(_ day: Int) -> String {
        let date = CivilDate(daysSince1970: day)
        return
            "\(date.year.zeroPadded(to: 4))-\(date.month.zeroPadded(to: 2))-\(date.day.zeroPadded(to: 2))"
    }

    private static func clock(_ second: Int) -> String {
        "\((second / 3600).zeroPadded(to: 2)):\((second / 60 % 60).zeroPadded(to: 2)):\((second % 60).zeroPadded(to: 2))"
    }

    private static func fraction(_ nanoseconds: Int, _ digits: Int?) -> String {
        let all = nanoseconds.zeroPadded(to: 9)
        let needed =
            nanoseconds == 0
            ? 0 : nanoseconds % 1_000_000 == 0 ? 3 : nanoseconds % 1000 == 0 ? 6 : 9
        let count = min(digits ?? needed, 9)
        return count == 0 ? "" : "." + all.prefix(count)
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else {
                return false
            }
            position += 1
            return true
        }

        mutating func number(_ width: Int) -> Int? {
            guard position + width <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[position..<position + width] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            position += width
            return value
        }

        mutating func fraction() -> Int64? {
            var value: Int64 = 0
            var digits = 0
            while position < bytes.count, (48...57).contains(bytes[position]) {
                if digits < 9 { value = value * 10 + Int64(bytes[position] - 48) }
                digits += 1
                position += 1
            }
            guard digits > 0 else { return nil }
            for _ in min(digits, 9)..<9 { value *= 10 }
            return value
        }

        /// Seconds east of UTC; 0 where no zone is given.
        mutating func zone() -> Int? {
            if isAtEnd || take("Z") || take("z") { return 0 }
            let sign = take("+") ? 1 : take("-") ? -1 : 0
            guard sign != 0, let hours = number(2), hours < 24 else { return nil }
            _ = take(":")
            guard let minutes = number(2), minutes < 60 else { return nil }
            return sign * (hours * 3600 + minutes * 60)
        }
    }
}
