import SeededRandom
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct RandomStreamTests {
    @Test func `a draw is SplitMix64's output at its index`() {
        // The generator written out as its authors do, one state that steps.
        let stream = RandomStream(seed: 7, owner: "machine1", purpose: "load")
        var state = stream.key
        for index in 0..<1000 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            #expect(stream.bits(at: UInt64(index)) == z ^ (z >> 31))
        }
    }

    @Test func `seed, owner and purpose each make another stream`() {
        let keys = [
            RandomStream(seed: 1, owner: "a", purpose: "b"),
            RandomStream(seed: 2, owner: "a", purpose: "b"),
            RandomStream(seed: 1, owner: "b", purpose: "b"),
            RandomStream(seed: 1, owner: "a", purpose: "c"),
            RandomStream(seed: 1, owner: "ab", purpose: ""),
            RandomStream(seed: 1, owner: "", purpose: "ab"),
        ].map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: 1...5) func `uniform draws fill [0, 1) evenly`(seed: UInt64) {
        let stream = RandomStream(seed: seed, purpose: "test")
        let draws = (0..<100_000).map { stream.uniform(at: $0) }
        #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
        var bins = [Int](repeating: 0, count: 20)
        for draw in draws { bins[Int(draw * 20)] += 1 }
        // Chi-square with 19 degrees of freedom: above 50 once in 7,000.
        let chi = bins.reduce(0.0) { $0 + (Double($1) - 5000) * (Double($1) - 5000) / 5000 }
        #expect(chi < 50)
    }

    @Test func `integers take every value of their range, both ends included`() {
        let stream = RandomStream(seed: 3, purpose: "test")
        let draws = (0..<10_000).map { stream.integer(in: -3...3, at: $0) }
        #expect(Set(draws) == Set(-3...3))
    }

    @Test(arguments: 1...5) func `normal draws have the moments of the normal distribution`(
        seed: UInt64
    ) {
        let stream = RandomStream(seed: seed, purpose: "test")
        let count = 200_000.0
        let draws = (0..<200_000).map { stream.normal(at: $0) }
        let mean = draws.reduce(0, +) / count
        let square = draws.reduce(0) { $0 + $1 * $1 } / count
        let fourth = draws.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
        #expect(abs(mean) < 0.01)
        #expect(abs(square - 1) < 0.015)
        #expect(abs(fourth - 3) < 0.12)
        let beyond3 = draws.count { abs($0) > 3 }
        #expect((430...650).contains(beyond3))  // 540 expected
    }

    @Test func `normal draws invert the normal distribution function`() {
        let stream = RandomStream(seed: 11, purpose: "test")
        for index in 0..<20_000 as Range<UInt64> {
            let p = (Double(stream.bits(at: index) >> 11) + 0.5) * 0x1p-53
            let back = 0.5 * erfc(-stream.normal(at: index) / 2.0.squareRoot())
            #expect(abs(back - p) <= 4e-15)
        }
    }

    @Test func `plain functions agree with the C library's`() {
        let stream = RandomStream(seed: 5, purpose: "test")
        for index in 0..<20_000 as Range<UInt64> {
            let x = (stream.uniform(at: index) - 0.5) * 40
            #expect(abs(PlainMath.exp(x) / exp(x) - 1) < 3e-15)
            let y = stream.uniform(at: index + 100_000) * 1000 + 1e-12
            #expect(abs(PlainMath.log(y) - log(y)) <= 2e-15 * max(1, abs(log(y))))
            #expect(abs(PlainMath.sine(turns: x) - sin(2 * .pi * (x - x.rounded()))) < 2e-15)
            #expect(abs(PlainMath.power(y, 1.4) / pow(y, 1.4) - 1) < 2e-14)
        }
        #expect(PlainMath.exp(0) == 1)
        #expect(PlainMath.log(1) == 0)
        #expect(PlainMath.power(0, 0.8) == 0)
    }
}
