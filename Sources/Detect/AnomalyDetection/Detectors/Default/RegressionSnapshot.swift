/// A regression of each channel as it was at some time: what has crept up since shows against it,
/// where a regression that goes on learning has crept along.
struct RegressionSnapshot: Sendable, Equatable {
    private let channels: Int
    private let terms: Int
    private(set) var isSet = false
    fileprivate var features: [Int]
    fileprivate var slopes: [Double]
    fileprivate var offsets: [Double]

    init(channels: Int, terms: Int) {
        self.channels = channels
        self.terms = terms
        features = [Int](repeating: 0, count: channels * terms)
        slopes = [Double](repeating: 0, count: channels * terms)
        offsets = [Double](repeating: 0, count: channels)
    }

    /// What a channel should read.
    func expected(_ channel: Int, _ inputs: UnsafePointer<Double>) -> Double {
        var value = offsets[channel]
        slopes.withUnsafeBufferPointer { slopes in
            features.withUnsafeBufferPointer { features in
                for term in channel * terms..<(channel + 1) * terms {
                    value += slopes[term] * inputs[features[term]]
                }
            }
        }
        return value
    }

    mutating func set(features: [Int], slopes: [Double], offsets: [Double]) {
        self.features = features
        self.slopes = slopes
        self.offsets = offsets
        isSet = true
    }

    mutating func clear() { isSet = false }

    func save(to writer: inout StateWriter) {
        writer.write(isSet)
        for feature in features { writer.write(feature) }
        writer.write(slopes)
        writer.write(offsets)
    }

    mutating func restore(from reader: inout StateReader, inputs: Int) throws(StateError) {
        isSet = try reader.readBool()
        for index in features.indices {
            features[index] = try reader.readInt(in: 0...max(inputs - 1, 0))
        }
        slopes = try reader.readDoubles(count: slopes.count)
        offsets = try reader.readDoubles(count: offsets.count)
    }
}
