import DurableFiles
import Telemetry

/// When a zone's clocks were how far from UTC: the system's time zone database (RFC 8536).
public struct TimeZoneTable: Sendable {
    /// Seconds since 1970 at which clocks change, ascending, and seconds east of UTC from then on.
    private var changes: [(at: Int64, offset: Int)] = []
    private var first = 0
    /// For times behind the last change.
    private var rule: DaylightRule?

    /// `Europe/Berlin`, `UTC`.
    /// - Returns: nil where the database has no such zone, or is not there.
    public init?(named name: String, folder: String = "/usr/share/zoneinfo") {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains(".."),
            let bytes = try? Files.contents(of: "\(folder)/\(name)"), bytes.count > 44
        else { return nil }
        self.init(file: bytes)
    }

    /// Reads the second block of the file, whose times have 64 bits.
    init?(file bytes: [UInt8]) {
        func count(_ block: Int, _ index: Int) -> Int { number(block + 20 + 4 * index, 4) }
        func number(_ start: Int, _ size: Int) -> Int {
            guard start >= 0, start + size <= bytes.count else { return 0 }
            let value = bytes[start..<start + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 8 ? Int(Int64(bitPattern: value)) : Int(Int32(truncatingIfNeeded: value))
        }
        func length(_ block: Int, _ size: Int) -> Int {
            44 + count(block, 3) * (size + 1) + count(block, 4) * 6 + count(block, 5)
                + count(block, 2) * (size + 4) + count(block, 1) + count(block, 0)
        }
        guard bytes.starts(with: Array("TZif".utf8)), bytes[4] >= UInt8(ascii: "2") else {
            return nil
        }
        let block = length(0, 4)
        guard block + 44 <= bytes.count, block + length(block, 8) <= bytes.count else { return nil }
        let (times, types) = (count(block, 3), count(block, 4))
        let kinds = block + 44 + times * 9
        func offset(_ type: Int) -> Int { number(kinds + type * 6, 4) }
        guard types > 0 else { return nil }
        first = offset(0)
        for index in 0..<times {
            let type = Int(bytes[block + 44 + times * 8 + index])
            changes.append((Int64(number(block + 44 + index * 8, 8)), offset(type)))
        }
        let footer = bytes[(block + length(block, 8))...].split(separator: UInt8(ascii: "\n"))
        rule = footer.first.flatMap { DaylightRule(String(decoding: $0, as: UTF8.self)) }
    }

    /// Seconds east of UTC at `time`, seconds since 1970.
    func offset(at time: Int64) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= time { low = middle + 1 } else { high = middle }
        }
        if low == changes.count, let rule { return rule.offset(at: time) }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// The times at which clocks showed `wall`, nanoseconds since 1970 as on the wall: two where they were put
    /// back, one otherwise; of an hour that was left out, what the clocks would have shown.
    func times(ofWall wall: Int64) -> (first: Int64, second: Int64?) {
        let seconds = floorDivide(wall, 1_000_000_000)
        let before = offset(at: seconds - 86_400)
        let after = offset(at: seconds + 86_400)
        func time(_ offset: Int) -> Int64 { wall - Int64(offset) * 1_000_000_000 }
        let fits = [before, after].filter { offset(at: seconds - Int64($0)) == $0 }
        if before != after, fits.count == 2 {
            return (min(time(before), time(after)), max(time(before), time(after)))
        }
        return (time(fits.first ?? before), nil)
    }

    /// Seconds east of UTC of a zone's name that always means the same: those of RFC 822 and Europe's.
    static func fixedOffset(_ name: String) -> Int? {
        let hours: [String: Double] = [
            "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1,
            "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "EST": -5, "EDT": -4,
            "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        ]
        return hours[name.uppercased()].map { Int($0 * 3600) }
    }
}

/// A zone's rule from now on, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct DaylightRule: Sendable {
    private struct Change {
        var month: Int
        /// 1 to 4, 5 for the last.
        var week: Int
        /// 0 is Sunday.
        var day: Int
        /// Seconds after midnight, by the clocks before the change.
        var second: Int

        /// Seconds since 1970 as on the wall.
        func wall(in year: Int) -> Int64 {
            guard let first = CivilDate(year: year, month: month, day: 1)?.daysSince1970,
                let next = CivilDate(
                    year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)?
                    .daysSince1970
            else { return 0 }
            // 1970-01-01 was a Thursday.
            let weekday = ((first + 4) % 7 + 7) % 7
            var place = first + (day - weekday + 7) % 7 + 7 * (week - 1)
            while place >= next { place -= 7 }
            return Int64(place) * 86_400 + Int64(second)
        }
    }

    private var standard = 0
    private var daylight: (offset: Int, start: Change, end: Change)?

    /// - Returns: nil for a form that is not known.
    init?(_ text: String) {
        let pattern =
            /^(?:<[^>]+>|[A-Za-z]+)([-+\d:]+)(?:(?:<[^>]+>|[A-Za-z]+)([-+\d:]*),M([\d.]+)(?:\/([-+\d:]+))?,M([\d.]+)(?:\/([-+\d:]+))?)?$/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        standard = -Self.seconds(match.1)
        guard let start = match.3, let end = match.5 else { return }
        func change(_ text: Substring, _ time: Substring?) -> Change? {
            let numbers = text.split(separator: ".").compactMap { Int($0) }
            guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1])
            else { return nil }
            return Change(
                month: numbers[0], week: numbers[1], day: numbers[2],
                second: time.map(Self.seconds) ?? 7200)
        }
        guard let from = change(start, match.4), let to = change(end, match.6) else { return nil }
        let named = match.2.flatMap { $0.isEmpty ? nil : -Self.seconds($0) }
        daylight = (named ?? standard + 3600, from, to)
    }

    /// `2`, `-3:30`.
    private static func seconds(_ text: Substring) -> Int {
        let parts = text.split(separator: ":").compactMap {
            Int($0.drop { $0 == "-" || $0 == "+" })
        }
        let total = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return text.hasPrefix("-") ? -total : total
    }

    func offset(at time: Int64) -> Int {
        guard let daylight else { return standard }
        let days = floorDivide(time + Int64(standard), 86_400)
        let year = CivilDate(daysSince1970: Int(days)).year
        let start = daylight.start.wall(in: year) - Int64(standard)
        let end = daylight.end.wall(in: year) - Int64(daylight.offset)
        let isDaylight =
            start < end ? (start..<end).contains(time) : !(end..<start).contains(time)
        return isDaylight ? daylight.offset : standard
    }
}
