/// Lengths of time as a scenario writes them: "500ms", "1s", "2.5h", "1h30m".
public enum DurationText {
    /// Units, longest first, and their nanoseconds.
    private static let units: [(name: String, nanoseconds: Double)] = [
        ("d", 86400e9), ("h", 3600e9), ("m", 60e9), ("s", 1e9), ("ms", 1e6), ("us", 1e3), ("ns", 1),
    ]

    /// What a message says is allowed.
    public static let allowed =
        "a number and a unit, like \"30m\", \"500ms\", \"1h30m\"; units d, h, m, s, ms, us, ns"

    /// Nanoseconds of `text`; nil if it is no length of time or leaves 64 bits. A minus sign in
    /// front is read, so that "negative" can be told from "nonsense".
    public static func nanoseconds(of text: String) -> Int64? {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative { rest = rest.dropFirst() }
        if rest.isEmpty { return nil }
        var total = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let amount = Double(digits), digits.first != ".", digits.last != ".",
                let scale = units.first(where: { $0.name == unit })?.nanoseconds
            else { return nil }
            total += amount * scale
        }
        guard total < 9.2e18 else { return nil }
        return Int64((negative ? -total : total).rounded())
    }

    /// The shortest way to write `nanoseconds`: "1h30m".
    public static func text(of nanoseconds: Int64) -> String {
        if nanoseconds == 0 { return "0s" }
        var rest = nanoseconds.magnitude
        var text = nanoseconds < 0 ? "-" : ""
        for unit in units {
            let count = rest / UInt64(unit.nanoseconds)
            if count > 0 { text += "\(count)\(unit.name)" }
            rest %= UInt64(unit.nanoseconds)
        }
        return text
    }
}
