/// Times as InfluxDB takes them in parameters.
enum RFC3339 {
    /// `2026-01-01T00:00:00.000000000Z`: always nine digits of fraction and always UTC.
    static func text(_ nanoseconds: Int64) -> String {
        let second: Int64 = 1_000_000_000
        // Rounded down, also before 1970.
        var (seconds, fraction) = nanoseconds.quotientAndRemainder(dividingBy: second)
        if fraction < 0 {
            seconds -= 1
            fraction += second
        }
        var (days, ofDay) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if ofDay < 0 {
            days -= 1
            ofDay += 86_400
        }
        let (year, month, day) = civil(days)
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T"
            + padded(ofDay / 3600, 2) + ":" + padded(ofDay / 60 % 60, 2) + ":"
            + padded(ofDay % 60, 2) + "." + padded(fraction, 9) + "Z"
    }

    /// Year, month and day of a number of days since 1970, in the proleptic Gregorian calendar. The
    /// year is counted from 1 March, so that the leap day comes last and every 400 years
    /// (146 097 days) are alike.
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let fromMarch0000 = days + 719_468
        let era = (fromMarch0000 >= 0 ? fromMarch0000 : fromMarch0000 - 146_096) / 146_097
        let dayOfEra = fromMarch0000 - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
