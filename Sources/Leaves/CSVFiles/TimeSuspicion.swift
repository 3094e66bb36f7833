import Telemetry

/// Numbers in a column of times that are likely no count since 1970.
enum TimeSuspicion {
    /// The format that would read digits which are written as a date is: `20260131` and `202601311200`, and not
    /// as a count of seconds or milliseconds would be but by chance.
    /// - Returns: nil for all other numbers.
    static func format(_ number: Int64) -> String? {
        switch number {
        case 19_000_101...21_001_231: return isDate(number) ? "%Y%m%d" : nil
        case 190_001_010_000...210_012_312_359:
            let isTime = number / 100 % 100 < 24 && number % 100 < 60
            return isTime && isDate(number / 10_000) ? "%Y%m%d%H%M" : nil
        default: return nil
        }
    }

    private static func isDate(_ digits: Int64) -> Bool {
        CivilDate(
            year: Int(digits / 10_000), month: Int(digits / 100 % 100), day: Int(digits % 100))
            != nil
    }

    /// Who counts days so that today's number is near `whole`; nil for nobody.
    static func dayCount(_ whole: Int64) -> String? {
        switch whole {
        // 1970 to 2119 in days since 1899-12-30.
        case 25_569...80_000: "spreadsheets count days since 1899-12-30"
        // 1970 to 2099 in days since the year 0.
        case 719_529...767_011: "MATLAB counts days since the year 0"
        // 1970 to 2099 in Julian days.
        case 2_440_587...2_488_070: "astronomers count Julian days"
        default: nil
        }
    }
}

extension TimeCells {
    /// Formats that people's tables often have, for a message that names one.
    private static let usualFormats = [
        "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S.%f", "%d.%m.%Y",
        "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M",
        "%m/%d/%Y", "%d/%m/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M %p", "%d/%m/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y",
        "%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %I:%M %p", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M",
        "%Y/%m/%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S,%f", "%Y%m%d%H%M%S", "%Y%m%d%H%M",
        "%Y%m%d %H%M%S", "%Y%m%d", "%Y-%m-%d %H:%M:%S %Z", "%Y-%m-%dT%H:%M:%S %Z",
        "%d-%b-%Y %H:%M:%S", "%d-%b-%Y %H:%M", "%d %b %Y %H:%M:%S", "%b %d %Y %H:%M:%S",
        "%b %d, %Y %I:%M:%S %p", "%a %b %d %H:%M:%S %Y", "%d/%b/%Y:%H:%M:%S %z",
    ]

    /// Whether a cell is a date, in whatever way; false for a number.
    public static func isDate(_ cell: CSVCell) -> Bool {
        if cell.number != nil { return false }
        return Instant.parse(cell.text) != nil
            || usualFormats.contains { TimeFormat($0)?.read(cell.bytes) != nil }
    }

    /// Whether a number may well be a time of this century, counted since 1970 in any unit.
    public static func isLikelyCount(_ number: Double) -> Bool {
        [1, 1e3, 1e6, 1e9].contains { (946_684_800...4_102_444_800).contains(number / $0) }
    }

    /// Whether this is `23:58` or `23:58:00.5`.
    private static func isTimeOfDay(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { Double($0).map { (0..<61).contains($0) } == true }
    }

    /// What a cell that is no time must be, with the format that would read it where one does: of two the
    /// cell can't tell apart, both.
    public static func needed(_ cell: CSVCell) -> String {
        let found = usualFormats.filter { TimeFormat($0)?.read(cell.bytes) != nil }
        guard let first = found.first else {
            if isTimeOfDay(cell.text) {
                return "a time of day needs its date in the same cell; " + allowed
            }
            return allowed + "; --time-format says another way"
        }
        var text = "--time-format \"\(first)\" reads it"
        if let other = found.dropFirst().first(where: { $0.hasPrefix("%d/") }) {
            text += ", and so does \"\(other)\": say which"
        }
        if let whole = cell.integer, TimeSuspicion.format(whole) != nil {
            text += ", and --time-format %s takes it as a count of seconds since 1970"
        }
        return text + "; without it, " + allowed
    }
}
