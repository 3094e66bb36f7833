/// How far each channel is from what the others, now and in their recent past, say it should be;
/// the score is the largest distance, in standard deviations of the channel's own residual.
///
/// See ``RelationModel`` for the regression. The distance is that of one row: an honest single-row
/// reference beside the default detector, which watches the same residuals at several time scales.
struct RegressionResidualScorer: RowScorer {
    static let isBounded = false
    /// Rows of doubt a row's leverage stands for.
    private static let leverageWeight = 200.0

    private var model: RelationModel
    private var values: [Double]
    private var scales: [Double]
    private var rows: [Double]
    private(set) var contributions: [Double]

    init(channels: Int, memory: Double) {
        model = RelationModel(channels: channels, memory: memory)
        values = [Double](repeating: 0, count: channels)
        scales = values
        rows = values
        contributions = values
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        for channel in row.indices { values[channel] = row[channel].isFinite ? row[channel] : .nan }
        guard values.contains(where: { !$0.isNaN }) else { return .nan }
        values.withUnsafeBufferPointer { model.predict($0.baseAddress!) }
        var worst = Double.nan
        for channel in row.indices {
            contributions[channel] = 0
            guard !values[channel].isNaN, rows[channel] > 10 else { continue }
            let spread = scales[channel] + ChannelScale.least(values[channel])
            let distance =
                abs(values[channel] - model.expected[channel]) / (spread * stretch(channel))
            contributions[channel] = distance
            worst = worst.isNaN ? distance : max(worst, distance)
        }
        return worst
    }

    private func stretch(_ channel: Int) -> Double {
        (1 + Self.leverageWeight * model.leverage[channel]).squareRoot()
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for channel in row.indices {
            guard !values[channel].isNaN else {
                values[channel] = model.expected[channel]
                continue
            }
            let trust = 1 / (1 + Self.leverageWeight * model.leverage[channel])
            rows[channel] = min(rows[channel] + trust, 4096)
            let size = 1.2533 * abs(values[channel] - model.expected[channel])
            let limited = rows[channel] > 10 ? min(size, 4 * scales[channel]) : size
            scales[channel] += trust / max(rows[channel], 1) * (limited - scales[channel])
        }
        values.withUnsafeBufferPointer { model.advance($0.baseAddress!, learning: 1) }
    }

    func save(to writer: inout StateWriter) {
        model.save(to: &writer)
        writer.write(scales)
        writer.write(rows)
    }

    mutating func restore(from reader: inout StateReader) throws {
        try model.restore(from: &reader)
        scales = try reader.readDoubles(count: scales.count)
        rows = try reader.readDoubles(count: rows.count)
    }
}

extension DetectorKind {
    static let regressionResidual = DetectorKind.scoring(
        "regression-residual",
        summary: "each channel against what the others and their lagged means say",
        source: "regression control charts: Mandel 1969; recursive least squares",
        parameters: [
            DetectorParameter(
                "memory", .number(64...1e7), default: "7200", "rows the regressions rest on")
        ],
        scorer: { values, context in
            RegressionResidualScorer(
                channels: context.channels.count, memory: values.number("memory"))
        })
}
