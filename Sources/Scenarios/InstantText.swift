/// Points in time as a scenario writes them: RFC 3339, "2026-01-01T00:00:00Z".
public enum InstantText {
    /// Nanoseconds since 1970 UTC of `text`; nil if it is no RFC 3339 time or leaves 64 bits.
    public static func nanoseconds(of text: String) -> Int64? {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        func isAt(_ index: Int, _ allowed: String) -> Bool {
            index < bytes.count && allowed.utf8.contains(bytes[index])
        }
        guard let year = number(0..<4), isAt(4, "-"), let month = number(5..<7), isAt(7, "-"),
            let day = number(8..<10), isAt(10, "Tt "), let hour = number(11..<13), isAt(13, ":"),
            let minute = number(14..<16), isAt(16, ":"), let second = number(17..<19),
            (1...12).contains(month), (1...days(in: month, of: year)).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        var at = 19
        var fraction = 0
        if isAt(at, ".") {
            at += 1
            var scale = 100_000_000
            let first = at
            while at < bytes.count, (48...57).contains(bytes[at]) {
                fraction += Int(bytes[at] - 48) * scale
                scale /= 10
                at += 1
            }
            if at == first { return nil }
        }
        var offset = 0
        if isAt(at, "Zz") {
            at += 1
        } else {
            guard isAt(at, "+-"), let hours = number(at + 1..<at + 3), isAt(at + 3, ":"),
                let minutes = number(at + 4..<at + 6), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isAt(at, "-") ? -60 : 60)
            at += 6
        }
        guard at == bytes.count else { return nil }
        let seconds =
            daysSince1970(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow2) = product.addingReportingOverflow(fraction)
        return overflow || overflow2 ? nil : Int64(sum)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counting years from March so that the leap
    /// day is the last of its year.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }
}
