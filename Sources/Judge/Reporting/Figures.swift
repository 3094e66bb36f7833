import NumberText

/// Numbers as people read them. Files for programs hold full doubles; these are for pages and tables.
public enum Figures {
    /// "n/a" for what is undefined.
    static let undefined = "n/a"

    /// With `digits` digits behind the point: "0.87".
    public static func fixed(_ value: Double?, _ digits: Int = 2) -> String {
        guard let value else { return undefined }
        guard value.isFinite else { return value.isNaN ? undefined : value < 0 ? "-inf" : "inf" }
        let scale = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000][min(digits, 6)]
        let magnitude = abs(value)
        guard magnitude < 1e12 else { return value.description }
        let scaled = (magnitude * scale).rounded()
        let whole = Int(scaled / scale)
        let fraction = Int(scaled - Double(whole) * scale)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return digits == 0
            ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction.zeroPadded(to: digits))"
    }

    /// A share as a percentage: "87.5 %".
    public static func percent(_ share: Double?, _ digits: Int = 1) -> String {
        share.map { fixed($0 * 100, digits) + " %" } ?? undefined
    }

    /// Seconds in the unit that suits them: "4.0 s", "2 min 5 s", "3 h 20 min", "2 d 4 h".
    public static func duration(_ seconds: Double?) -> String {
        guard let seconds, seconds.isFinite else { return undefined }
        if seconds < 0 { return "-" + duration(-seconds) }
        // Some thirty million years: no length of ours.
        if seconds >= 1e15 { return "\(seconds) s" }
        if seconds < 1, seconds > 0 { return fixed(seconds * 1000, seconds < 0.01 ? 2 : 0) + " ms" }
        if seconds < 120 {
            return fixed(seconds, seconds == seconds.rounded() ? 0 : 1) + " s"
        }
        let whole = Int(seconds.rounded())
        func pair(_ big: Int, _ bigUnit: String, _ small: Int, _ smallUnit: String) -> String {
            small == 0 ? "\(big) \(bigUnit)" : "\(big) \(bigUnit) \(small) \(smallUnit)"
        }
        if whole < 7200 { return pair(whole / 60, "min", whole % 60, "s") }
        if whole < 172_800 { return pair(whole / 3600, "h", whole % 3600 / 60, "min") }
        return pair(whole / 86400, "d", whole % 86400 / 3600, "h")
    }

    /// With thin groups of three digits: "259,200".
    public static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }

    /// So many of something that takes an s: "1 run", "2,000 runs".
    public static func count(_ value: Int, _ noun: String) -> String {
        "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    /// False alarms per hour: as many digits as tell something.
    public static func rate(_ value: Double?) -> String {
        guard let value else { return undefined }
        return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2)
    }
}
