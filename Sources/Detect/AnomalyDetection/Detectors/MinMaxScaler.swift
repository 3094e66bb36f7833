import Telemetry

/// River's MinMaxScaler: each feature by the least and greatest value it has learned so far, or of
/// its last `window` values.
public struct MinMaxScaler: Sendable {
    private var low: [Double]
    private var high: [Double]
    private let window: Int?
    /// Per feature, its last values, oldest first.
    private var recent: [[Double]]

    public init(features: Int, window: Int? = nil) {
        precondition(window ?? 1 >= 1)
        low = [Double](repeating: .infinity, count: features)
        high = [Double](repeating: -.infinity, count: features)
        recent = [[Double]](repeating: [], count: window == nil ? 0 : features)
        self.window = window
    }

    /// Widens the ranges. Two separate comparisons, as in River: the first value sets both ends, a
    /// NaN neither.
    public mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for feature in row.indices where !row[feature].isMissing {
            let value = row[feature]
            if let window {
                recent[feature].append(value)
                if recent[feature].count > window { recent[feature].removeFirst() }
                low[feature] = .infinity
                high[feature] = -.infinity
                for value in recent[feature] { widen(feature, value) }
            } else {
                widen(feature, value)
            }
        }
    }

    @inline(__always) private mutating func widen(_ feature: Int, _ value: Double) {
        if value < low[feature] { low[feature] = value }
        if value > high[feature] { high[feature] = value }
    }

    /// Puts the scaled row into `result`: (v − low)/(high − low), 0 where the range has no width;
    /// NaN for a feature never learned. Missing stays missing.
    public func transform(
        _ row: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
    ) {
        for feature in row.indices {
            let value = row[feature]
            guard !value.isMissing else {
                result[feature] = .missing
                continue
            }
            let width = high[feature] - low[feature]
            let scaled = width != 0 ? (value - low[feature]) / width : 0
            // A NaN in must not come out as the NaN that means "missing".
            result[feature] = scaled.isNaN ? .nan : scaled
        }
    }

    func save(to writer: inout StateWriter) {
        writer.write(low)
        writer.write(high)
        for values in recent { writer.write(values) }
    }

    mutating func restore(from reader: inout StateReader) throws {
        let features = low.count
        low = try reader.readDoubles()
        high = try reader.readDoubles()
        guard low.count == features, high.count == features else {
            throw StateError.invalid("ranges of other features")
        }
        for index in recent.indices { recent[index] = try reader.readDoubles() }
    }
}
