/// What a detector has seen of a series when it judges a row.
public enum DetectorView: Sendable, Equatable {
    /// The row and those before it.
    case past
    /// The same, after a beginning that it learned as a whole and is not judged by.
    case trained(TrainLength)
    /// All rows of the series, those after the row as well.
    case wholeSeries

    /// Whether it judges with hindsight: no such detector can work live, and none is to be ranked
    /// among those that can without saying so.
    public var isHindsight: Bool { self == .wholeSeries }

    /// For reports.
    public var description: String {
        switch self {
        case .past: "each row and the rows before it"
        case .trained(let length):
            "\(length.words), without labels and not scored; then each row and the rows before it"
        case .wholeSeries: "the whole series before it judges the first row: hindsight"
        }
    }
}

extension DetectorView {
    /// The number without a needless ".0".
    fileprivate static func plain(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// How much of a series' beginning a detector learns from: a share of it, or a number of rows.
public enum TrainLength: Sendable, Equatable {
    case share(Double)
    case rows(Int)

    /// `0.3`, `30%` or `500rows`; nil if it is none of them.
    public init?(_ text: String) {
        if text.hasSuffix("rows"), let count = Int(text.dropLast(4)), (1...1_000_000_000) ~= count {
            self = .rows(count)
        } else if let share = text.hasSuffix("%")
            ? Double(text.dropLast()).map({ $0 / 100 }) : Double(text), (0.001...0.9) ~= share
        {
            self = .share(share)
        } else {
            return nil
        }
    }

    /// - Parameter total: rows of the series; nil if unknown.
    /// - Returns: nil for a share of a series without an end.
    public func rows(of total: Int?) -> Int? {
        switch self {
        case .rows(let count): count
        case .share(let share): total.map { Int((Double($0) * share).rounded(.up)) }
        }
    }

    var words: String {
        switch self {
        case .rows(let count): "the first \(count) rows"
        case .share(let share):
            "the first \(DetectorView.plain((share * 1000).rounded() / 10)) % of the rows"
        }
    }
}
