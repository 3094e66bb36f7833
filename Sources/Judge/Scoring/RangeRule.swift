/// How range-based precision and recall reward an overlap (docs/metrics/range.md).
public struct RangeRule: Sendable, Equatable {
    /// What x overlapping ranges are worth, against one.
    public enum Cardinality: Sendable {
        /// As much.
        case one
        /// 1/x of it.
        case reciprocal
    }
    /// Which rows of a range weigh more.
    public enum Bias: Sendable {
        case flat, front, middle, back
    }

    /// Share of recall that goes to having seen a range at all, 0…1.
    public var recallAlpha: Double
    public var cardinality: Cardinality
    public var recallBias: Bias
    public var precisionBias: Bias

    public init(
        recallAlpha: Double = 0, cardinality: Cardinality = .reciprocal, recallBias: Bias = .front,
        precisionBias: Bias = .flat
    ) {
        self.recallAlpha = recallAlpha
        self.cardinality = cardinality
        self.recallBias = recallBias
        self.precisionBias = precisionBias
    }
}
