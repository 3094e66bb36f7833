import SeededRandom

/// A setting of a detector: what it is called, what it may be, what it is if nobody says.
public struct DetectorParameter: Sendable {
    /// What values are allowed.
    public enum Domain: Sendable {
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// A number, or one of these words.
        case numberOr(ClosedRange<Double>, [String])
        case choice([String])
        /// A whole number of any size.
        case seed
        /// Names joined by "+".
        case names
        /// A whole number, or two joined by "+": left and right.
        case pair(ClosedRange<Int>)
        case limits
        /// A name for tables and files.
        case label
        /// A length of time.
        case timeout
        /// A share of a series, or a number of rows.
        case trainLength
    }

    public let name: String
    public let domain: Domain
    /// As it would be written; empty for "all" or "none".
    public let defaultValue: String
    public let summary: String

    public init(_ name: String, _ domain: Domain, default value: String, _ summary: String) {
        self.name = name
        self.domain = domain
        self.defaultValue = value
        self.summary = summary
    }

    /// What may be written, in words.
    public var allowed: String {
        switch domain {
        case .integer(let range):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): Self.words(range)
        case .numberOr(let range, let words):
            ([Self.words(range)] + words).joined(separator: ", or ")
        case .choice(let words): words.joined(separator: ", ")
        case .seed: "a whole number of any size"
        case .names: "names of channels joined by +, as in power+load"
        case .pair(let range):
            "a whole number from \(range.lowerBound) to \(range.upperBound), or two as in 3+7"
        case .limits: "lo..hi for every feature, or name=lo..hi joined by +"
        case .label: "1 to \(Self.longestLabel) letters, digits, dots, dashes or underscores"
        case .timeout: "seconds, or a time as in 10m, or none"
        case .trainLength: "a share from 0.001 to 0.9, as in 0.3 or 30%, or rows as in 500rows"
        }
    }

    private static let longestLabel = 60

    private static func words(_ range: ClosedRange<Double>) -> String {
        if range.lowerBound == -Double.greatestFiniteMagnitude { return "any number" }
        return range.upperBound == .infinity
            ? "a number from \(range.lowerBound) up"
            : "a number from \(range.lowerBound) to \(range.upperBound)"
    }

    package func accepts(_ text: String) -> Bool {
        switch domain {
        case .integer(let range): Int(text).map(range.contains) ?? false
        case .number(let range): number(text, in: range)
        case .numberOr(let range, let words): words.contains(text) || number(text, in: range)
        case .choice(let words): words.contains(text)
        case .seed: LongSeed(decimal: text) != nil
        case .names:
            text.split(separator: "+", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
        case .pair(let range):
            WindowPair(text).map { range.contains($0.left) && range.contains($0.right) } ?? false
        case .limits: LimitList(text) != nil
        case .label:
            (1...Self.longestLabel).contains(text.utf8.count)
                && text.unicodeScalars.allSatisfy {
                    ".-_".unicodeScalars.contains($0) || $0.properties.isAlphabetic
                        || $0.properties.numericType != nil
                }
        case .timeout: ProgramSettings.seconds(text) != nil
        case .trainLength: TrainLength(text) != nil
        }
    }

    private func number(_ text: String, in range: ClosedRange<Double>) -> Bool {
        Double(text).map { $0.isFinite && range.contains($0) } ?? false
    }
}

/// `lo..hi`, or `name=lo..hi+name=lo..hi`.
struct LimitList: Sendable, Equatable {
    /// For every feature; nil if features are named.
    var common: HalfSpaceTrees.Parameters.Limit?
    var named: [String: HalfSpaceTrees.Parameters.Limit] = [:]

    /// Whether every feature lies in 0..1, as without limits.
    var isUsual: Bool {
        let usual = HalfSpaceTrees.Parameters.Limit(low: 0, high: 1)
        return (common ?? usual) == usual && named.values.allSatisfy { $0 == usual }
    }

    init?(_ text: String) {
        if let common = Self.limit(text[...]) {
            self.common = common
            return
        }
        // A plus can also stand in an exponent, 1e+5: a piece without an equals sign belongs to the
        // one before it.
        var pieces: [Substring] = []
        for piece in text.split(separator: "+", omittingEmptySubsequences: false) {
            if piece.contains("=") || pieces.isEmpty {
                pieces.append(piece)
            } else {
                pieces[pieces.count - 1] += "+" + piece
            }
        }
        for piece in pieces {
            guard let place = piece.lastIndex(of: "="), place > piece.startIndex,
                let limit = Self.limit(piece[piece.index(after: place)...]),
                named.updateValue(limit, forKey: String(piece[..<place])) == nil
            else { return nil }
        }
    }

    private static func limit(_ text: Substring) -> HalfSpaceTrees.Parameters.Limit? {
        guard let dots = text.firstRange(of: ".."),
            let low = Double(text[..<dots.lowerBound]),
            let high = Double(text[dots.upperBound...]), low.isFinite, high.isFinite, low <= high
        else { return nil }
        return HalfSpaceTrees.Parameters.Limit(low: low, high: high)
    }
}

/// `5` or `3+7`: a number for the rows before and one for the rows after.
struct WindowPair: Sendable, Equatable {
    var left: Int
    var right: Int

    init?(_ text: String) {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
        left = numbers[0]
        right = numbers[numbers.count - 1]
    }
}
