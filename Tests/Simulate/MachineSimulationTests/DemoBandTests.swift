import MachineSimulation
import SeededRandom
import Telemetry
import Testing

/// What the catalogue says of the demo's machine, counted.
@Suite struct DemoBandTests {
    @Test func `other channels are drawn evenly from the band of the load, both ends included`()
        throws
    {
        let readings = try run(seed: 5, ticks: 40_000)
        var seen: [Int: Set<Double>] = [:]
        var counts: [Double: Int] = [:]
        for row in 0..<readings.count {
            let values = Array(readings.row(row))
            guard values[0] >= 40 else { continue }
            for channel in 1...3 { seen[channel, default: []].insert(values[channel]) }
            counts[values[2], default: 0] += 1
        }
        #expect(seen[1] == Set((80...90).map(Double.init)))
        #expect(seen[2] == Set((200...220).map(Double.init)))
        #expect(seen[3] == Set((35...40).map(Double.init)))
        // Chi square over 21 values: beyond 45 in one of a thousand draws.
        let expected = Double(counts.values.reduce(0, +)) / 21
        let chiSquare = counts.values.reduce(0) {
            $0 + (Double($1) - expected) * (Double($1) - expected) / expected
        }
        #expect(chiSquare < 45)
    }

    @Test func `within the band the other channels say nothing of the load`() throws {
        let readings = try run(seed: 6, ticks: 40_000)
        let rows = (100..<readings.count).map { Array(readings.row($0)) }
        func mean(_ channel: Int) -> Double {
            rows.reduce(0) { $0 + $1[channel] } / Double(rows.count)
        }
        let means = (0..<4).map(mean)
        func sum(_ a: Int, _ b: Int) -> Double {
            rows.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) }
        }
        for channel in 1...3 {
            let correlation = sum(0, channel) / (sum(0, 0) * sum(channel, channel)).squareRoot()
            #expect(abs(correlation) < 0.03)
        }
    }

    @Test
    func `after the switch load leaves its band first, then the others, then all is at the top`()
        throws
    {
        var leaves: [Int] = []
        var follows: [Int] = []
        var tops: [Int] = []
        let starts = RandomStream(seed: 1, purpose: "switch")
        for seed in 1...1000 as ClosedRange<UInt64> {
            let start = starts.integer(in: 300...600, at: seed)
            let fault = AnomalyPlan(id: "a", kind: "overload", start: start, end: start + 60)
            let readings = try run(seed: seed, ticks: start + 61, anomalies: [fault])
            let before = (100..<start).map { readings.row($0).first ?? 0 }
            let top = before.reduce(0, max)
            func first(_ isThere: ([Double]) -> Bool) throws -> Int {
                // Seconds after the switch, which lies before the first message of the fault.
                try #require((start..<start + 60).first { isThere(Array(readings.row($0))) })
                    - start + 1
            }
            leaves.append(try first { $0[0] > top })
            follows.append(try first { $0[3] >= 80 })
            tops.append(try first { $0[2] >= 400 })
        }
        #expect((leaves.min(), leaves.max()) == (1, 15))
        #expect((follows.min(), follows.max()) == (1, 20))
        #expect(try #require(tops.min()) >= 20)
        #expect(try #require(tops.max()) <= 40)
        #expect(abs(median(leaves) - 8) <= 1)
        #expect(abs(median(follows) - 10) <= 1)
        #expect(abs(median(tops) - 29) <= 1)
    }

    private func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }
}
