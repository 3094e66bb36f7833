// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Foundation
import SeededRandom
import Testing

struct GeneratorCase: Decodable, Sendable, CustomTestStringConvertible {
    var seed: String
    var seed_words: [UInt32]
    var random: [Double]
    var random_after_1000: [Double]
    var getrandbits32: [UInt32]
    var uniform: [Double]
    var tens: [Int]
    var bits: [Int]
    var fives: [Int]
    var choices: [String]
    var testDescription: String { "seed \(seed)" }

    private enum CodingKeys: String, CodingKey {
        case seed, seed_words, random, random_after_1000, getrandbits32
        case uniform = "uniform_m3.25_7.5"
        case tens = "randint_10_50"
        case bits = "randint_0_1"
        case fives = "randint_5_5"
        case choices = "choices_abcd_0.5_0_1.25_3"
    }

    static let all: [GeneratorCase] = {
        struct Golden: Decodable { var cases: [GeneratorCase] }
        let url = Bundle.module.url(forResource: "Golden/prng", withExtension: "json")!
        return try! JSONDecoder().decode(Golden.self, from: Data(contentsOf: url)).cases
    }()
}

@Suite struct `The Mersenne Twister` {
    @Test(arguments: GeneratorCase.all)
    func `draws what CPython draws`(example: GeneratorCase) throws {
        let seed = try #require(LongSeed(decimal: example.seed))
        #expect(seed.words == example.seed_words)
        func expect<Value: Equatable>(
            _ values: [Value], _ draw: (inout MersenneTwister) -> Value
        ) {
            var generator = MersenneTwister(seed: seed)
            for value in values { #expect(draw(&generator) == value) }
        }
        expect(example.random) { $0.random() }
        expect(example.getrandbits32) { $0.bits(32) }
        expect(example.uniform) { $0.uniform(-3.25, 7.5) }
        expect(example.tens) { $0.integer(in: 10...50) }
        expect(example.bits) { $0.integer(in: 0...1) }
        expect(example.fives) { $0.integer(in: 5...5) }
        expect(example.choices) { ["a", "b", "c", "d"][$0.choice(weights: [0.5, 0, 1.25, 3])] }
        var generator = MersenneTwister(seed: seed)
        for _ in 0..<1000 { _ = generator.random() }
        for value in example.random_after_1000 { #expect(generator.random() == value) }
    }

    @Test func `takes digits only as a seed`() {
        for text in ["", "-", "1.5", "0x10", "12a", " 1"] {
            #expect(LongSeed(decimal: text) == nil)
        }
        #expect(LongSeed(decimal: "-42")?.words == LongSeed(42).words)
    }
}
