/// Median and median absolute deviation of each channel over a sliding window; the score is the
/// largest distance from the median in units of 1.4826 · MAD (the standard deviation of a normal
/// channel). Half of the window may be faulty without moving either.
///
/// Hampel 1974; Leys et al. 2013. Where over half of a window is one value the MAD is 0; the mean
/// absolute deviation, times 1.2533, stands in.
struct MADScorer: RowScorer {
    static let isBounded = false
    /// Median and MAD are looked at anew every so many learnt rows: they move slowly.
    private static let refresh = 8

    private let window: Int
    private var values: [[Double]]
    private var next: [Int]
    private var medians: [Double]
    private var spreads: [Double]
    private var learnt: [Int]
    private(set) var contributions: [Double]

    init(channels: Int, window: Int) {
        self.window = window
        values = [[Double]](repeating: [], count: channels)
        next = [Int](repeating: 0, count: channels)
        learnt = next
        medians = [Double](repeating: 0, count: channels)
        spreads = medians
        contributions = medians
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        var worst = Double.nan
        for channel in row.indices {
            contributions[channel] = 0
            guard row[channel].isFinite else { continue }
            var distance = 0.0
            if values[channel].count > 2 {
                let spread = spreads[channel] + ChannelScale.least(medians[channel])
                distance = abs(row[channel] - medians[channel]) / spread
            }
            contributions[channel] = distance
            worst = worst.isNaN ? distance : max(worst, distance)
        }
        return worst
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for channel in row.indices where row[channel].isFinite {
            if values[channel].count < window {
                values[channel].append(row[channel])
            } else {
                values[channel][next[channel]] = row[channel]
            }
            next[channel] = (next[channel] + 1) % window
            learnt[channel] += 1
            if values[channel].count < 64 || learnt[channel] % Self.refresh == 0 {
                refresh(channel)
            }
        }
    }

    private mutating func refresh(_ channel: Int) {
        let median = Self.median(of: values[channel])
        let deviations = values[channel].map { abs($0 - median) }
        let middle = Self.median(of: deviations)
        medians[channel] = median
        spreads[channel] =
            middle > 0
            ? 1.4826 * middle
            : 1.2533 * deviations.reduce(0, +) / Double(deviations.count)
    }

    private static func median(of values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    func save(to writer: inout StateWriter) {
        for channel in values.indices {
            writer.write(values[channel])
            writer.write(next[channel])
            writer.write(learnt[channel])
            writer.write(medians[channel])
            writer.write(spreads[channel])
        }
    }

    mutating func restore(from reader: inout StateReader) throws {
        for channel in values.indices {
            values[channel] = try reader.readDoubles()
            guard values[channel].count <= window else {
                throw StateError.invalid("a window of \(values[channel].count) rows")
            }
            next[channel] = try reader.readInt(in: 0...window - 1)
            learnt[channel] = try reader.readInt(in: 0...Int.max)
            medians[channel] = try reader.readDouble()
            spreads[channel] = try reader.readDouble()
        }
    }
}

extension DetectorKind {
    static let mad = DetectorKind.scoring(
        "mad", summary: "distance from the running median in median absolute deviations",
        source: "Hampel: The Influence Curve and its Role in Robust Estimation, JASA 1974",
        parameters: [
            DetectorParameter("window", .integer(8...100_000), default: "300", "rows of the median")
        ],
        scorer: { values, context in
            MADScorer(channels: context.channels.count, window: values.integer("window"))
        })
}
