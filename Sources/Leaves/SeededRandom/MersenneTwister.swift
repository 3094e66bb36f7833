/// A seed of any size, as Python's integers are: the 32-bit words of its absolute value.
public struct LongSeed: Hashable, Sendable {
    /// Least significant word first, without leading zero words; zero is the single word 0.
    public let words: [UInt32]
    /// The number in decimal digits, with its sign.
    public let text: String

    public init(_ value: Int) {
        self.init(decimal: String(value))!
    }

    /// - Parameter decimal: digits, maybe after a sign.
    /// - Returns: nil for any other text.
    public init?(decimal: String) {
        let unsigned =
            decimal.first.map { "+-".contains($0) } == true ? decimal.dropFirst() : decimal[...]
        guard !unsigned.isEmpty, unsigned.utf8.count <= 10_000,
            unsigned.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        var words: [UInt32] = [0]
        for digit in unsigned.utf8 {
            var carry = UInt64(digit - 48)
            for index in words.indices {
                let product = UInt64(words[index]) * 10 + carry
                words[index] = UInt32(truncatingIfNeeded: product)
                carry = product >> 32
            }
            if carry > 0 { words.append(UInt32(carry)) }
        }
        while words.count > 1, words.last == 0 { words.removeLast() }
        self.words = words
        text = decimal
    }
}

/// CPython's `random.Random(seed)`: MT19937 with array seeding (Matsumoto and Nishimura 1998), and
/// the draws that River and the demo make from it.
///
/// −s and s give the same numbers, as in Python, which seeds with the absolute value.
public struct MersenneTwister: Sendable {
    private var state: [UInt32]
    private var position = 624

    public init(seed: LongSeed) {
        let key = seed.words
        state = [UInt32](repeating: 0, count: 624)
        state[0] = 19_650_218
        for i in 1..<624 {
            state[i] = 1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i)
        }
        var i = 1
        var j = 0
        func step() {
            i += 1
            if i == 624 {
                state[0] = state[623]
                i = 1
            }
        }
        for _ in 0..<max(624, key.count) {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)) &* 1_664_525
            state[i] = (state[i] ^ mixed) &+ key[j] &+ UInt32(j)
            step()
            j = j + 1 == key.count ? 0 : j + 1
        }
        for _ in 0..<623 {
            let mixed = (state[i - 1] ^ (state[i - 1] >> 30)) &* 1_566_083_941
            state[i] = (state[i] ^ mixed) &- UInt32(i)
            step()
        }
        state[0] = 0x8000_0000
    }

    public init(seed: Int) { self.init(seed: LongSeed(seed)) }

    /// Seeded with one word in the plain way, as numpy's `RandomState(seed)` is: other numbers than
    /// those of ``init(seed:)-(LongSeed)``.
    public init(plainSeed: UInt32) {
        state = [UInt32](repeating: plainSeed, count: 624)
        for i in 1..<624 {
            state[i] = 1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i)
        }
    }

    /// All that later numbers depend on: 624 words and the place among them.
    public var snapshot: [UInt32] { state + [UInt32(position)] }

    /// - Returns: nil if `snapshot` is none that ``snapshot`` gives.
    public init?(snapshot: [UInt32]) {
        guard snapshot.count == 625, snapshot[624] <= 624 else { return nil }
        state = Array(snapshot[..<624])
        position = Int(snapshot[624])
    }

    /// The next tempered word.
    public mutating func word() -> UInt32 {
        if position == 624 { twist() }
        var y = state[position]
        position += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C_5680
        y ^= y << 15 & 0xEFC6_0000
        return y ^ y >> 18
    }

    /// In [0, 1), 53 bits, from two words.
    public mutating func random() -> Double {
        let a = Double(word() >> 5)
        let b = Double(word() >> 6)
        return (a * 67_108_864 + b) / 9_007_199_254_740_992
    }

    /// `a + (b − a)·random()`.
    public mutating func uniform(_ a: Double, _ b: Double) -> Double {
        a + (b - a) * random()
    }

    /// `choices(population, weights)` for one item: its index. Draws even when there is one item.
    /// - Precondition: there is a weight, and their sum is above 0.
    public mutating func choice(weights: [Double]) -> Int {
        var sums: [Double] = []
        var sum = 0.0
        for (index, weight) in weights.enumerated() {
            // Python's accumulate starts with the first weight itself, not with 0 plus it.
            sum = index == 0 ? weight : sum + weight
            sums.append(sum)
        }
        precondition(sum > 0, "weights need a sum above 0")
        let target = random() * sum
        return sums.dropLast().firstIndex { target < $0 } ?? weights.count - 1
    }

    /// The upper `count` bits of a word, 1 to 32.
    public mutating func bits(_ count: Int) -> UInt32 {
        precondition((1...32).contains(count))
        return word() >> UInt32(32 - count)
    }

    /// A whole number from `range`, both ends included. Draws even when there is one.
    /// - Precondition: at most 2^32 − 1 numbers.
    public mutating func integer(in range: ClosedRange<Int>) -> Int {
        let count = range.count
        precondition(count < 1 << 32)
        let width = Int.bitWidth - count.leadingZeroBitCount
        var drawn = Int(bits(width))
        while drawn >= count { drawn = Int(bits(width)) }
        return range.lowerBound + drawn
    }

    private mutating func twist() {
        state.withUnsafeMutableBufferPointer { state in
            @inline(__always) func mix(_ i: Int, _ next: Int, _ other: Int) {
                let y = state[i] & 0x8000_0000 | state[next] & 0x7FFF_FFFF
                state[i] = state[other] ^ y >> 1 ^ (0 &- (y & 1)) & 0x9908_B0DF
            }
            // In three stretches, so that no index has to be taken modulo 624.
            for i in 0..<227 { mix(i, i + 1, i + 397) }
            for i in 227..<623 { mix(i, i + 1, i - 227) }
            mix(623, 0, 396)
        }
        position = 0
    }
}
