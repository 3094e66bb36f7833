/// Turns rows into what the channels do beyond what the others explain, between 0 and 1: for each
/// channel the row's residual and the mean of the last ones, in units of the residual's usual size,
/// and the value's distance from its own mean, in units of its spread; 0.5 being just what was
/// expected. The mean is taken over many rows and over few, and the smaller counts: it grows as
/// slowly as the one and ends as soon as the other.
struct RelationScaler: Sendable {
    private static let spans = [20.0, 6.0, 8.0]
    private static let memory = 40.0
    private static let briefMemory = 15.0

    private let channels: Int
    private var model: RelationModel
    private var values: [Double]
    private var sizes: [Double]
    private var rows: [Double]
    private var means: [Double]
    private var briefMeans: [Double]
    private var levels: [Double]
    private var spreads: [Double]

    init(channels: Int) {
        self.channels = channels
        model = RelationModel(channels: channels, memory: 7200)
        values = [Double](repeating: 0, count: channels)
        sizes = values
        rows = values
        means = values
        briefMeans = values
        levels = values
        spreads = values
    }

    /// Features a row gives.
    static func names(_ channels: [String]) -> [String] {
        channels + channels.map { $0 + "~mean" } + channels.map { $0 + "~level" }
    }

    /// Whether enough rows have come for residuals to mean something.
    var isReady: Bool { rows.allSatisfy { $0 == 0 || $0 > 200 } && rows.contains { $0 > 200 } }

    mutating func transform(
        _ row: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
    ) {
        for channel in 0..<channels {
            values[channel] = row[channel].isFinite ? Magnitude.bounded(row[channel]) : .nan
        }
        values.withUnsafeBufferPointer { model.predict($0.baseAddress!) }
        for channel in 0..<channels {
            guard !values[channel].isNaN else {
                result[channel] = .missing
                result[channels + channel] = .missing
                result[2 * channels + channel] = .missing
                continue
            }
            let stretch = (1 + 0.6 * model.novelty(channel)).squareRoot()
            let unit = max(sizes[channel], ChannelScale.least(values[channel]))
            let distance = (values[channel] - model.expected[channel]) / (unit * stretch)
            let step = min(max(distance, -8), 8)
            means[channel] += (step - means[channel]) / Self.memory
            briefMeans[channel] += (step - briefMeans[channel]) / Self.briefMemory
            result[channel] = Self.place(distance / Self.spans[0])
            result[channels + channel] = Self.place(
                Self.lesser(means[channel], briefMeans[channel]) / Self.spans[1])
            let spread = max(spreads[channel].squareRoot(), ChannelScale.least(values[channel]))
            result[2 * channels + channel] = Self.place(
                (values[channel] - levels[channel]) / (Self.spans[2] * spread))
        }
    }

    /// The one nearer to 0; 0 if they point apart.
    private static func lesser(_ first: Double, _ second: Double) -> Double {
        first > 0 ? max(0, min(first, second)) : min(0, max(first, second))
    }

    private static func place(_ share: Double) -> Double { min(max(0.5 + share, 0), 1) }

    /// Ends the row last transformed.
    mutating func learn(isAllowed: Bool) {
        for channel in 0..<channels {
            guard !values[channel].isNaN else {
                values[channel] = model.expected[channel]
                continue
            }
            guard isAllowed else { continue }
            rows[channel] += 1
            let share = 1 / min(rows[channel], 3600)
            let step = values[channel] - levels[channel]
            levels[channel] += share * step
            spreads[channel] = (1 - share) * (spreads[channel] + share * step * step)
            let size = 1.2533 * abs(values[channel] - model.expected[channel])
            let limited = rows[channel] > 20 ? min(size, 4 * sizes[channel]) : size
            sizes[channel] += (limited - sizes[channel]) / min(max(rows[channel] / 3, 1), 2048)
        }
        values.withUnsafeBufferPointer {
            model.advance($0.baseAddress!, learning: isAllowed ? 1 : 0)
        }
    }

    func save(to writer: inout StateWriter) {
        model.save(to: &writer)
        for column in [values, sizes, rows, means, briefMeans, levels, spreads] {
            writer.write(column)
        }
    }

    mutating func restore(from reader: inout StateReader) throws {
        try model.restore(from: &reader)
        values = try reader.readDoubles(count: channels)
        sizes = try reader.readDoubles(count: channels)
        rows = try reader.readDoubles(count: channels)
        means = try reader.readDoubles(count: channels)
        briefMeans = try reader.readDoubles(count: channels)
        levels = try reader.readDoubles(count: channels)
        spreads = try reader.readDoubles(count: channels)
    }
}
