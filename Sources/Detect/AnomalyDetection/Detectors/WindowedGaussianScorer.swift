/// NAB's windowed Gaussian, for each channel: one less the tail probability of the value under a
/// normal law fitted to the last `window` values. The score, from 0.5 to 1, is the largest of the
/// channels'.
///
/// As in NAB the first `window` values refit the law at each row and later ones only every `step`
/// rows; the first value scores 0; a standard deviation of 0 counts as 0.000001, and the deviation
/// is that of the whole window (divided by n). Sums are kept running here and summed anew at each
/// refit of a full window, so scores agree with NAB's to about 1e-12, not to the bit.
struct WindowedGaussianScorer: RowScorer {
    static let isBounded = true
    private let window: Int
    private let step: Int
    private var values: [[Double]]
    private var oldest: [Int]
    private var pending: [[Double]]
    private var means: [Double]
    private var squares: [Double]
    private var deviations: [Double]
    private(set) var contributions: [Double]

    init(channels: Int, window: Int, step: Int) {
        self.window = window
        self.step = step
        values = [[Double]](repeating: [], count: channels)
        pending = values
        oldest = [Int](repeating: 0, count: channels)
        means = [Double](repeating: 0, count: channels)
        squares = means
        deviations = [Double](repeating: 1, count: channels)
        contributions = means
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        var worst = Double.nan
        for channel in row.indices {
            contributions[channel] = 0
            guard row[channel].isFinite else { continue }
            var score = 0.0
            if !values[channel].isEmpty {
                let distance = abs(row[channel] - means[channel]) / deviations[channel]
                score = 1 - 0.5 * Elementary.complementaryError(distance / 2.0.squareRoot())
                contributions[channel] = distance
            }
            worst = worst.isNaN ? score : max(worst, score)
        }
        return worst
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for channel in row.indices where row[channel].isFinite {
            if values[channel].count < window {
                grow(channel, row[channel])
            } else {
                pending[channel].append(row[channel])
                if pending[channel].count == step { slide(channel) }
            }
        }
    }

    /// Welford's update: mean and sum of squared differences of one value more.
    private mutating func grow(_ channel: Int, _ value: Double) {
        values[channel].append(value)
        let difference = value - means[channel]
        means[channel] += difference / Double(values[channel].count)
        squares[channel] += difference * (value - means[channel])
        setDeviation(channel, squares[channel])
    }

    private mutating func slide(_ channel: Int) {
        for value in pending[channel] {
            values[channel][oldest[channel]] = value
            oldest[channel] = (oldest[channel] + 1) % window
        }
        pending[channel].removeAll(keepingCapacity: true)
        let mean = values[channel].reduce(0, +) / Double(window)
        means[channel] = mean
        setDeviation(
            channel, values[channel].reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
    }

    private mutating func setDeviation(_ channel: Int, _ squares: Double) {
        let deviation = (squares / Double(values[channel].count)).squareRoot()
        deviations[channel] = deviation == 0 ? 0.000_001 : deviation
    }

    func save(to writer: inout StateWriter) {
        for channel in values.indices {
            writer.write(values[channel])
            writer.write(pending[channel])
            writer.write(oldest[channel])
        }
        writer.write(means)
        writer.write(squares)
        writer.write(deviations)
    }

    mutating func restore(from reader: inout StateReader) throws {
        for channel in values.indices {
            values[channel] = try reader.readDoubles()
            pending[channel] = try reader.readDoubles()
            oldest[channel] = try reader.readInt(in: 0...window - 1)
            guard values[channel].count <= window, pending[channel].count < step else {
                throw StateError.invalid("a window of \(values[channel].count) rows")
            }
        }
        means = try reader.readDoubles(count: values.count)
        squares = try reader.readDoubles(count: values.count)
        deviations = try reader.readDoubles(count: values.count)
    }
}

extension DetectorKind {
    static let windowedGaussian = DetectorKind.scoring(
        "windowed-gaussian", summary: "NAB's: tail probability under a normal law of the window",
        source: "Numenta Anomaly Benchmark, windowedGaussian",
        parameters: [
            DetectorParameter(
                "window", .integer(2...1_000_000), default: "6400", "rows of the law"),
            DetectorParameter(
                "step", .integer(1...100_000), default: "100", "rows between two fits"),
        ],
        scorer: { values, context in
            WindowedGaussianScorer(
                channels: context.channels.count, window: values.integer("window"),
                step: values.integer("step"))
        })
}
