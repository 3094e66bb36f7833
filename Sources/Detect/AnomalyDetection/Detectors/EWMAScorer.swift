/// Exponentially weighted mean and variance of each channel; the score is the largest distance from
/// the mean, in standard deviations.
///
/// Roberts 1959 (control charts on moving averages); update of the variance after West 1979. The
/// first `1 / rate` rows are weighted equally.
struct EWMAScorer: RowScorer {
    static let isBounded = false
    private let rate: Double
    private var rows: [Double]
    private var means: [Double]
    private var variances: [Double]
    private(set) var contributions: [Double]

    /// - Parameter window: rows after which a row's weight has fallen to about a third.
    init(channels: Int, window: Double) {
        rate = 1 / window
        rows = [Double](repeating: 0, count: channels)
        means = rows
        variances = rows
        contributions = rows
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        var worst = Double.nan
        for channel in row.indices {
            contributions[channel] = 0
            guard row[channel].isFinite else { continue }
            var distance = 0.0
            if rows[channel] > 1 {
                let spread = variances[channel].squareRoot() + ChannelScale.least(means[channel])
                distance = abs(row[channel] - means[channel]) / spread
            }
            contributions[channel] = distance
            worst = worst.isNaN ? distance : max(worst, distance)
        }
        return worst
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for channel in row.indices where row[channel].isFinite {
            rows[channel] += 1
            let share = max(rate, 1 / rows[channel])
            let difference = row[channel] - means[channel]
            means[channel] += share * difference
            variances[channel] =
                (1 - share) * (variances[channel] + share * difference * difference)
        }
    }

    func save(to writer: inout StateWriter) {
        writer.write(rows)
        writer.write(means)
        writer.write(variances)
    }

    mutating func restore(from reader: inout StateReader) throws {
        rows = try reader.readDoubles(count: rows.count)
        means = try reader.readDoubles(count: rows.count)
        variances = try reader.readDoubles(count: rows.count)
    }
}

/// How small a spread still means something beside values of a given size.
enum ChannelScale {
    @inline(__always) static func least(_ magnitude: Double) -> Double {
        1e-9 * abs(magnitude) + 1e-30
    }
}

extension DetectorKind {
    static let ewma = DetectorKind.scoring(
        "ewma", summary: "distance from an exponentially weighted mean in standard deviations",
        source: "Roberts: Control Chart Tests Based on Geometric Moving Averages, 1959;"
            + " West: Updating Mean and Variance Estimates, 1979",
        parameters: [
            DetectorParameter(
                "window", .number(2...1e6), default: "300", "rows a row's weight lasts")
        ],
        scorer: { values, context in
            EWMAScorer(channels: context.channels.count, window: values.number("window"))
        })
}
