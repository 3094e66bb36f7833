/// Hotelling's T²: the Mahalanobis distance of a row from the mean of the past, all channels
/// together. The score is `sqrt(T² / channels)`, so that it is near 1 for an ordinary row.
///
/// Hotelling 1947. Adaptive: mean and covariance weigh rows exponentially. Frozen: they are those of
/// the first rows, for ever. A missing channel is taken at its mean. A channel's contribution is
/// `(S⁻¹d)ⱼ² / (S⁻¹)ⱼⱼ`, by how much T² falls when the channel is left out.
struct HotellingScorer: RowScorer {
    static let isBounded = false
    private static let refresh = 8

    private let channels: Int
    private let rate: Double
    /// Rows after which nothing more is learnt; nil for never.
    private let freeze: Int?
    private var rows = 0
    private var means: [Double]
    private var covariance: [Double]
    private var inverse: [Double]
    private var isReady = false
    private(set) var contributions: [Double]

    init(channels: Int, window: Double, freeze: Int?) {
        self.channels = channels
        rate = 1 / window
        self.freeze = freeze
        means = [Double](repeating: 0, count: channels)
        contributions = means
        covariance = [Double](repeating: 0, count: channels * channels)
        inverse = covariance
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        guard row.contains(where: \.isFinite) else { return .nan }
        guard isReady else { return .nan }
        var distance = 0.0
        for one in 0..<channels {
            let own = difference(row, one)
            var solved = 0.0
            for other in 0..<channels {
                solved += inverse[one * channels + other] * difference(row, other)
            }
            distance += own * solved
            contributions[one] = solved * solved / inverse[one * channels + one]
        }
        return (max(distance, 0) / Double(channels)).squareRoot()
    }

    private func difference(_ row: UnsafeBufferPointer<Double>, _ channel: Int) -> Double {
        row[channel].isFinite ? row[channel] - means[channel] : 0
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        if let freeze, rows >= freeze { return }
        let share = max(freeze == nil ? rate : 0, 1 / Double(rows + 1))
        withUnsafeTemporaryAllocation(of: Double.self, capacity: channels) { step in
            for channel in 0..<channels {
                // The first value seen is the first mean.
                if rows == 0, row[channel].isFinite { means[channel] = row[channel] }
                step[channel] = difference(row, channel)
            }
            for one in 0..<channels {
                for other in 0..<channels {
                    let index = one * channels + other
                    covariance[index] =
                        (1 - share) * (covariance[index] + share * step[one] * step[other])
                }
            }
            for channel in 0..<channels { means[channel] += share * step[channel] }
        }
        rows += 1
        if rows >= 2 * channels + 2, rows % Self.refresh == 0 || rows == freeze { invert() }
    }

    /// Gauss-Jordan on the covariance with a ridge of a millionth of each variance, so that channels
    /// that are constant or copies of each other do no harm.
    private mutating func invert() {
        var work = covariance
        for channel in 0..<channels {
            let index = channel * channels + channel
            let least = ChannelScale.least(means[channel])
            work[index] += 1e-6 * work[index] + least * least
        }
        for index in inverse.indices { inverse[index] = 0 }
        for channel in 0..<channels { inverse[channel * channels + channel] = 1 }
        for pivot in 0..<channels {
            let factor = 1 / work[pivot * channels + pivot]
            for column in 0..<channels {
                work[pivot * channels + column] *= factor
                inverse[pivot * channels + column] *= factor
            }
            for row in 0..<channels where row != pivot {
                let share = work[row * channels + pivot]
                if share == 0 { continue }
                for column in 0..<channels {
                    work[row * channels + column] -= share * work[pivot * channels + column]
                    inverse[row * channels + column] -= share * inverse[pivot * channels + column]
                }
            }
        }
        isReady = inverse.allSatisfy(\.isFinite)
    }

    func save(to writer: inout StateWriter) {
        writer.write(rows)
        writer.write(means)
        writer.write(covariance)
        writer.write(inverse)
        writer.write(isReady)
    }

    mutating func restore(from reader: inout StateReader) throws {
        rows = try reader.readInt(in: 0...Int.max)
        means = try reader.readDoubles(count: channels)
        covariance = try reader.readDoubles(count: channels * channels)
        inverse = try reader.readDoubles(count: channels * channels)
        isReady = try reader.readBool()
    }
}

extension DetectorKind {
    static let hotelling = DetectorKind.scoring(
        "hotelling-t2", summary: "Mahalanobis distance of all channels together",
        source: "Hotelling: Multivariate Quality Control, 1947",
        parameters: [
            DetectorParameter(
                "mode", .choice(["adaptive", "frozen"]), default: "adaptive",
                "whether the past is that of the last rows or of the first ones"),
            DetectorParameter(
                "window", .number(16...1e6), default: "1800",
                "rows a row's weight lasts, or rows that are learned"),
        ],
        scorer: { values, context in
            HotellingScorer(
                channels: context.channels.count, window: values.number("window"),
                freeze: values.text("mode") == "frozen" ? Int(values.number("window")) : nil)
        })
}
