import Scoring
import Testing

/// Values by SciPy 1.17 where it has the test in this form, else by hand.
@Suite struct `Tests of paired numbers` {
    private func isClose(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 1e-12 }

    @Test func `McNemar asks how likely so uneven a split is between equals`() {
        // By hand: 2 (C(9,0) + C(9,1)) / 2^9.
        #expect(McNemarTest(onlyBaseline: 1, onlyCandidate: 8).p == 0.0390625)
        #expect(McNemarTest(onlyBaseline: 0, onlyCandidate: 0).p == 1)
        #expect(McNemarTest(onlyBaseline: 4, onlyCandidate: 4).p == 1)
        let large = McNemarTest(onlyBaseline: 10, onlyCandidate: 25)
        #expect(!large.isExact)
        // (|10 - 25| - 1)^2 / 35 = 5.6; P(chi-square, 1 degree > 5.6) = 0.01796.
        #expect(abs(large.p - 0.017960477526) < 1e-9)
    }

    @Test func `Wilcoxon counts every split of signs`() throws {
        // All six the same way: 2 / 2^6.
        #expect(try #require(WilcoxonTest([1, 2, 3, 4, 5, 6])).p == 0.03125)
        // Five can never be significant.
        #expect(try #require(WilcoxonTest([1, 2, 3, 4, 5])).p == 0.0625)
        // Rank sum 1 of 21: {} and {1} on either side, 4 / 64.
        #expect(try #require(WilcoxonTest([-1, 2, 3, 4, 5, 6])).p == 0.0625)
        #expect(WilcoxonTest([0, 0]) == nil)
    }

    @Test func `Friedman ranks detectors within each run`() {
        // Three detectors in the same order over ten runs: chi-square 20 with 2 degrees, p = e^-10.
        let test = FriedmanTest([[Double]](repeating: [0.9, 0.5, 0.1], count: 10))
        #expect(test.meanRanks == [1, 2, 3])
        #expect(abs(test.chiSquare - 20) < 1e-12)
        #expect(abs(test.p - 4.539992976248485e-05) < 1e-12)
        #expect(FriedmanTest([[1, 1], [2, 2]]).p == 1)
    }

    @Test func `Holm corrects the smallest p most and never turns the order round`() {
        let corrected = holmCorrected([0.01, 0.04, 0.03])
        #expect(zip(corrected, [0.03, 0.06, 0.06]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(holmCorrected([0.9, 0.8]) == [1, 1])
    }

    @Test func `a summary over seeds says how many had no value`() {
        let summary = SeedSummary([0.5, nil, 0.7, 0.6])
        #expect(summary.count == 3 && summary.skipped == 1)
        #expect(abs(summary.mean! - 0.6) < 1e-12)
        #expect(abs(summary.range!.lowerBound - 0.505) < 1e-12)
        #expect(SeedSummary([nil]).mean == nil)
        #expect(SeedSummary([0.4]).range == nil)
    }

    @Test func `McNemar counts splits up to 24 and uses chi-square from 25`() {
        let exact = McNemarTest(onlyBaseline: 7, onlyCandidate: 17)
        #expect(exact.isExact && isClose(exact.p, 0.06391465663909912))
        #expect(isClose(McNemarTest(onlyBaseline: 19, onlyCandidate: 5).p, 0.006610751152038574))
        #expect(McNemarTest(onlyBaseline: 12, onlyCandidate: 12).p == 1)
        let large = McNemarTest(onlyBaseline: 8, onlyCandidate: 17)
        #expect(!large.isExact && isClose(large.p, 0.10959858339911568))
        #expect(isClose(McNemarTest(onlyBaseline: 20, onlyCandidate: 5).p, 0.005110260660855866))
        #expect(McNemarTest(onlyBaseline: 13, onlyCandidate: 12).p == 1)
    }

    @Test func `Wilcoxon counts splits of signs up to 25 differences`() {
        let turned = (1...26).map { Double($0 % 2 == 0 ? $0 : -$0) }
        let exact = WilcoxonTest(Array(turned.prefix(25)) + [0, 0])
        #expect(exact?.count == 25 && exact?.isExact == true)
        #expect(isClose(exact?.p, 0.8739878535270691))
        let large = WilcoxonTest(turned)
        #expect(large?.isExact == false && isClose(large?.p, 0.8788810287683795))
    }

    @Test func `Wilcoxon corrects for ties, and calls what is even likely`() {
        let many = WilcoxonTest((1...40).map { Double($0 % 3 == 0 ? -$0 : $0) })
        #expect(isClose(many?.p, 0.06654465496858146))
        let tied = WilcoxonTest(
            (0..<30).map { index -> Double in
                let size = Double(1 + index % 5)
                return index % 4 == 0 ? -size : size
            })
        #expect(isClose(tied?.p, 0.035052948082139185))
        let signs = [1.0, -1, -1, 1]
        let even = WilcoxonTest((0..<28).map { signs[$0 % 4] * Double($0 + 1) })
        #expect(even?.p == 1)
    }

    @Test func `Friedman shares ranks among ties`() {
        let test = FriedmanTest([
            [0.9, 0.5, 0.5], [0.8, 0.8, 0.1], [0.7, 0.6, 0.2], [0.3, 0.9, 0.4], [0.5, 0.5, 0.5],
        ])
        #expect(test.meanRanks == [1.7, 1.8, 2.5])
        #expect(isClose(test.chiSquare, 19.0 / 7) && isClose(test.p, 0.25739514205256697))
    }

    @Test func `Friedman judges four and five detectors too`() {
        let four = FriedmanTest([
            [4, 3, 2, 1], [4, 2, 3, 1], [3, 4, 1, 2], [4, 3, 1, 2], [4, 3, 2, 1], [2, 4, 3, 1],
        ])
        #expect(isClose(four.chiSquare, 11) && isClose(four.p, 0.0117258755784214))
        let five = FriedmanTest([
            [5, 4, 3, 2, 1], [5, 3, 4, 1, 2], [4, 5, 2, 3, 1], [5, 4, 3, 1, 2],
        ])
        #expect(isClose(five.chiSquare, 12.6) && isClose(five.p, 0.013405024872310971))
    }

    @Test func `two numbers have a range, and it ends where quantiles do`() throws {
        let range = try #require(SeedSummary([1, 3]).range)
        #expect(isClose(range.lowerBound, 1.05) && isClose(range.upperBound, 2.95))
        #expect(SeedSummary([2, 2, 2]).range == 2...2)
    }

    @Test func `a summary of delays has their mean, their middle and their end`() {
        let summary = DelaySummary(found: [9, 1, 2, 4])
        #expect(summary.mean == 4 && summary.median == 3 && summary.max == 9)
        #expect(isClose(summary.p95, 8.25))
        #expect(summary.meanCensored == 4 && summary.missed == 0 && summary.armedBefore == 0)
        #expect(DelaySummary(found: []) == DelaySummary())
    }
}
