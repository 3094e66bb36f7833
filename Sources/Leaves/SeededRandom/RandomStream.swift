/// Random numbers addressed by index: draw 1,000,000 costs what draw 0 costs, and asking twice gives
/// the same number.
///
/// Each purpose of each machine has a stream of its own, keyed by (seed, owner, purpose), so one
/// machine or one fault more changes nobody else's numbers. Draw `i` is output `i` of SplitMix64
/// (Steele, Lea, Flood 2014) started at the key; integers and products only, so every platform gives
/// the same bits.
public struct RandomStream: Sendable, Equatable {
    /// Where the stream starts; two streams with one key are the same stream.
    public let key: UInt64

    /// The stream that belongs to a seed, an owner (a machine's id) and a purpose ("power noise").
    public init(seed: UInt64, owner: String = "", purpose: String) {
        var key = RandomStream.mix(seed &+ RandomStream.step)
        // Lengths go in too: ("ab", "c") and ("a", "bc") are different streams.
        for text in [owner, purpose] {
            key = RandomStream.mix(key ^ UInt64(text.utf8.count) &+ RandomStream.step)
            for byte in text.utf8 {
                key = RandomStream.mix(key ^ UInt64(byte) &+ RandomStream.step)
            }
        }
        self.key = key
    }

    /// 64 random bits.
    @inlinable public func bits(at index: UInt64) -> UInt64 {
        RandomStream.mix(key &+ (index &+ 1) &* RandomStream.step)
    }

    /// Uniform in [0, 1): a multiple of 2^-53.
    @inlinable public func uniform(at index: UInt64) -> Double {
        Double(bits(at: index) >> 11) * 0x1p-53
    }

    /// Uniform among the integers of `range`, both ends included.
    ///
    /// By the high half of a product (Lemire 2019, without rejection): for ranges below 2^32 no
    /// value is favoured by more than 2^-32.
    @inlinable public func integer(in range: ClosedRange<Int>, at index: UInt64) -> Int {
        let width = UInt64(range.upperBound &- range.lowerBound) &+ 1
        return range.lowerBound &+ Int(bits(at: index).multipliedFullWidth(by: width).high)
    }

    @inlinable static var step: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    @inlinable static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
