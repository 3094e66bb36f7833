import Telemetry

/// Reads times: dates as ``Instant`` knows them, or a count since 1970 in s, ms, us or ns.
///
/// Which unit a count has is told from its first value's size and kept for the file: seconds up to
/// 10^11, milliseconds up to 10^14, microseconds up to 10^17, else nanoseconds. A first number that reads as a
/// date (`20260131`, `202601311200`) is no time without a format.
public struct TimeCells: Sendable {
    /// Nanoseconds in a unit of a plain number; 0 until the first one.
    private var unit: Int64 = 0
    /// The last date seen and its start: a file has few dates and many times.
    private var day = (text: (UInt64(0), UInt16(0)), start: Int64(0))

    /// Who counts days so, if the first number may be one of days.
    private var days: String?
    /// The first number that looks like one of days.
    private var dayLike: String?

    private let format: TimeFormat?
    private let zone: TimeZoneTable?
    /// The last time found by a zone: where clocks are put back, it says which of two hours it is.
    private var last = Int64.min

    /// - Parameters:
    ///   - format: how cells are written; nil for dates and counts.
    ///   - zone: of dates that name none; nil for UTC.
    public init(format: TimeFormat? = nil, zone: TimeZoneTable? = nil) {
        self.format = format
        self.zone = zone
    }

    /// What ``nanoseconds(_:)`` takes, for messages.
    public static let allowed =
        "write 2026-01-31T12:00:00Z, 2026-01-31 12:00:00, or a count of s, ms, us or ns since 1970, from"
        + " 1828 to 2111"

    /// What a user should hear of the numbers read so far; nil if nothing.
    public var warning: String? {
        guard let days, let dayLike else { return nil }
        return
            "times such as \(dayLike) are taken as seconds since 1970; if they are days (\(days)), write"
            + " dates in their place"
    }

    /// The latest time that is taken, and as far before 1970 the earliest.
    public static let latest: Int64 = 4_480_000_000_000_000_000

    /// - Returns: nil where the cell is no time, or one before 1828 or after 2111: differences of times
    ///   must stay within Int64.
    public mutating func nanoseconds(_ cell: CSVCell) -> Int64? {
        read(cell).flatMap { $0.magnitude <= Self.latest.magnitude ? $0 : nil }
    }

    private mutating func read(_ cell: CSVCell) -> Int64? {
        if let format {
            guard let found = format.read(cell.bytes) else { return nil }
            return found.offset.map { found.wall - Int64($0) * 1_000_000_000 } ?? onWall(found.wall)
        }
        if zone != nil, let wall = wallTime(cell) { return onWall(wall) }
        if let whole = cell.integer { return count(whole) }
        if let time = plainDate(cell.bytes) { return time }
        if let time = Instant.parse(cell.text) { return time }
        if let time = afterLeapSecond(cell.text) { return time }
        if let time = decimal(cell.bytes) { return time }
        return cell.number.flatMap { count($0) }
    }

    /// A date that names no zone; nil for all else.
    private mutating func wallTime(_ cell: CSVCell) -> Int64? {
        let bytes = cell.bytes
        guard bytes.count > 4, bytes[4] == UInt8(ascii: "-"), bytes.last != UInt8(ascii: "Z"),
            !bytes.dropFirst(10).contains(where: { "+-".utf8.contains($0) })
        else { return nil }
        return plainDate(bytes) ?? Instant.parse(cell.text)
    }

    private mutating func onWall(_ wall: Int64) -> Int64 {
        guard let zone else { return wall }
        let (first, second) = zone.times(ofWall: wall)
        last = second.map { first < last ? $0 : first } ?? first
        return last
    }

    /// `23:59:60`: Unix time has no room for a leap second and counts the next one twice.
    private func afterLeapSecond(_ text: String) -> Int64? {
        guard text.contains(":59:60") else { return nil }
        return Instant.parse(text.replacing(":59:60", with: ":59:59"))
            .map { $0 &+ 1_000_000_000 }
    }

    /// `1767225600.25`, digit by digit: a double has no room for both a date and nanoseconds.
    private mutating func decimal(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? decimalComma(bytes), point > 0,
            let whole = CSVCell(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<point])).integer
        else { return nil }
        let isWhole = unit == 0 && bytes[(point + 1)...].allSatisfy { $0 == UInt8(ascii: "0") }
        guard let start = count(whole, isWhole: isWhole) else { return nil }
        var nanoseconds: Int64 = 0
        var place = unit
        for byte in bytes[(point + 1)...] {
            guard (48...57).contains(byte) else { return nil }
            place /= 10
            nanoseconds += Int64(byte - 48) * place
        }
        // Seconds rarely have more than four decimals, and days always do.
        if days != nil, dayLike == nil, nanoseconds % 100_000 != 0,
            TimeSuspicion.dayCount(whole) == days
        {
            dayLike = String(decoding: bytes.prefix(40), as: UTF8.self)
        }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        let (sum, overflow) = start.addingReportingOverflow(isNegative ? -nanoseconds : nanoseconds)
        return overflow ? nil : sum
    }

    /// The place of the comma in `1767225600,25`: behind more than three digits it can't part thousands.
    private func decimalComma(_ bytes: UnsafeRawBufferPointer) -> Int? {
        bytes.firstIndex(of: UInt8(ascii: ",")).flatMap { $0 > 4 ? $0 : nil }
    }

    /// - Parameter isWhole: whether nothing but zeros follows a point.
    private mutating func count(_ number: Int64, isWhole: Bool = true) -> Int64? {
        if unit == 0 {
            if isWhole, TimeSuspicion.format(number) != nil { return nil }
            days = TimeSuspicion.dayCount(number)
            setUnit(Double(number.magnitude))
        }
        return scaled(number)
    }

    /// `1.7e9`: as near as a double comes.
    private mutating func count(_ number: Double) -> Int64? {
        if unit == 0, number.isFinite {
            if let whole = Int64(exactly: number), TimeSuspicion.format(whole) != nil { return nil }
            setUnit(number.magnitude)
        }
        return Int64(exactly: (number * Double(unit)).rounded())
    }

    private mutating func setUnit(_ size: Double) {
        unit = size < 1e11 ? 1_000_000_000 : size < 1e14 ? 1_000_000 : size < 1e17 ? 1000 : 1
    }

    private func scaled(_ number: Int64) -> Int64? {
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow ? nil : product
    }

    /// `2026-01-31?12:00:00`, with or without a Z, as most files have it; nil for all else.
    private mutating func plainDate(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count == 19 || bytes.count == 20 && bytes[19] == UInt8(ascii: "Z"),
            bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        let date = (
            bytes.loadUnaligned(as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
        )
        if date != day.text {
            let text = String(decoding: bytes[..<10], as: UTF8.self)
            guard let start = Instant.parse(text) else { return nil }
            day = (date, start)
        }
        func pair(_ place: Int) -> Int64? {
            let (tens, ones) = (bytes[place] &- 48, bytes[place + 1] &- 48)
            return tens < 10 && ones < 10 ? Int64(tens * 10 + ones) : nil
        }
        guard let hour = pair(11), hour < 24, let minute = pair(14), minute < 60,
            let second = pair(17), second < 60
        else { return nil }
        return day.start + (hour * 3600 + minute * 60 + second) * 1_000_000_000
    }
}
