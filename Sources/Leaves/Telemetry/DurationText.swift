/// Lengths of time as people write them: `500ms`, `10s`, `2m`, `1.5h`, `1d`, `1h30m`.
public enum DurationText {
    private static let units: [(name: String, nanoseconds: Double)] = [
        ("ns", 1), ("us", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
        ("d", 86_400e9),
    ]

    /// What ``parse(_:)`` takes, for error texts.
    public static let allowed = "a number and a unit (ms, s, m, h, d), as in 500ms, 10s or 1h30m"

    /// The nanoseconds of `text`, negative after a minus sign.
    /// - Returns: nil for any other text, and for more than 292 years.
    public static func parse(_ text: some StringProtocol) -> Int64? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var total = 0.0
        // Whole numbers of a unit add up to the nanosecond, however many they are.
        var exact: Int64? = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let name = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let number = Double(digits),
                let unit = units.first(where: { $0.name == name })
            else { return nil }
            total += number * unit.nanoseconds
            exact = Int64(digits).flatMap { whole in
                let (part, overflow) = whole.multipliedReportingOverflow(
                    by: Int64(unit.nanoseconds))
                let (sum, overflow2) = part.addingReportingOverflow(exact ?? .max)
                return exact == nil || overflow || overflow2 ? nil : sum
            }
            rest = rest.dropFirst(digits.count + name.count)
        }
        guard total < 9.2e18 else { return nil }
        if let exact { return isNegative ? -exact : exact }
        return Int64(isNegative ? -total.rounded() : total.rounded())
    }

    /// `nanoseconds` in the largest units that leave nothing over: `1h30m`, `10s`, `500ms`.
    public static func text(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "0s" }
        var rest = nanoseconds.magnitude
        var text = nanoseconds < 0 ? "-" : ""
        for unit in units.reversed() {
            let size = UInt64(unit.nanoseconds)
            if rest >= size {
                text += "\(rest / size)\(unit.name)"
                rest %= size
            }
        }
        return text
    }
}
