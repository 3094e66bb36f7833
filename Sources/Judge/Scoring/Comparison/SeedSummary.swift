/// One number over several seeds.
public struct SeedSummary: Sendable, Equatable {
    public var mean: Double?
    /// 2.5 and 97.5 % quantiles, linear between order statistics; nil with fewer than two values.
    public var range: ClosedRange<Double>?
    /// Seeds that have the number, and seeds in which it is undefined.
    public var count: Int
    public var skipped: Int

    public init(_ values: [Double?]) {
        let defined = values.compactMap { $0 }.sorted()
        count = defined.count
        skipped = values.count - defined.count
        mean = Scoring.mean(defined)
        range = defined.count < 2 ? nil : middleRange(ofSorted: defined)
    }
}
