import AnomalyDetection
import Foundation
import SeededRandom
import Telemetry
import Testing

private func flagged(_ verdicts: [Verdict], _ rows: Range<Int>) -> Int {
    verdicts[rows].filter { $0.isAnomaly }.count
}

@Suite struct `The default detector` {
    private let rows = plantRows(6000)

    private func verdicts(_ change: (inout [[Double]]) -> Void) throws -> [Verdict] {
        var rows = rows
        change(&rows)
        return try runDetector(
            DetectorCatalogue.defaultSpec, channels: demoChannels, rows: rows)
    }

    @Test func `leaves a machine that is well alone`() throws {
        #expect(flagged(try verdicts { _ in }, 0..<6000) == 0)
    }

    @Test func `judges after a few minutes`() throws {
        let states = try verdicts { _ in }.map(\.state)
        #expect(states[..<150].allSatisfy { $0 == .warmup })
        #expect(states[300...].allSatisfy { $0 == .normal })
    }

    @Test func `declares the same threshold whatever the data`() throws {
        #expect(try verdicts { _ in }.allSatisfy { $0.threshold == 0.5 })
    }

    @Test func `sees a channel leave what the others say, though every value is usual`() throws {
        let found = try verdicts { rows in
            for index in 5000..<5300 { rows[index][2] = 2 + 75.0 / 15 }
        }
        #expect(flagged(found, 5000..<5060) > 0)
        #expect(flagged(found, 0..<5000) == 0)
        #expect(found[5000..<5300].first { $0.isAnomaly }?.leadingChannel == 2)
    }

    @Test func `is quiet again soon after a fault has ended`() throws {
        let found = try verdicts { rows in
            for index in 5000..<5300 { rows[index][1] += 1 }
        }
        #expect(flagged(found, 5000..<5300) > 100)
        #expect(flagged(found, 5302..<6000) == 0)
    }

    @Test func `sees one row that is out, and only that`() throws {
        let found = try verdicts { rows in rows[5000][1] += 1 }
        #expect(found.indices.filter { found[$0].isAnomaly } == [5000])
    }

    @Test func `sees a slow drift of one channel`() throws {
        let found = try verdicts { rows in
            for index in 4000..<6000 { rows[index][1] += 0.0005 * Double(index - 4000) }
        }
        #expect(flagged(found, 4000..<5500) > 0)
        #expect(flagged(found, 0..<4000) == 0)
    }

    @Test func `sees a channel whose noise grows`() throws {
        var dice = MersenneTwister(seed: 9)
        let found = try verdicts { rows in
            for index in 5000..<5100 { rows[index][3] += dice.uniform(-1.5, 1.5) }
        }
        #expect(flagged(found, 5000..<5040) > 0)
    }

    @Test func `gets used to a new level, and does not mind the old one after`() throws {
        let found = try verdicts { rows in
            for index in 3000..<4500 { rows[index][1] += 0.6 }
        }
        #expect(flagged(found, 3000..<3200) > 0)
        #expect(flagged(found, 4200..<4500) < 100)
        #expect(flagged(found, 4520..<6000) < 50)
    }

    @Test func `works on one channel and on twenty`() throws {
        var dice = MersenneTwister(seed: 2)
        for width in [1, 20] {
            var rows = [[Double]](
                repeating: [Double](repeating: 0, count: width), count: 3000)
            for index in rows.indices {
                for channel in 0..<width {
                    let scale: Double = pow(10, Double(channel % 7))
                    let phase: Double = Double(index) / 60 + Double(channel)
                    rows[index][channel] = scale * (sin(phase) + dice.uniform(-0.1, 0.1))
                }
            }
            for index in 2500..<2540 { rows[index][0] += 4 }
            let found = try runDetector(
                DetectorCatalogue.defaultSpec, channels: (0..<width).map { "c\($0)" }, rows: rows)
            #expect(flagged(found, 2500..<2540) > 0, "\(width) channels")
            #expect(flagged(found, 0..<2500) <= 10, "\(width) channels")
        }
    }

    @Test func `finds a fault that builds up again and again every time`() throws {
        // What leads up to an alarm must not become part of the past: it would lift the limits.
        var dice = MersenneTwister(seed: 3)
        var rows: [[Double]] = []
        let faults = stride(from: 600, to: 12_000, by: 600).map { $0..<$0 + 60 }
        for index in 0..<12_000 {
            var load = 25 + 5 * Double(index / 5 % 14)
            let into = index % 600
            let isFaulty = index >= 600 && into < 60
            if isFaulty { load = min(105 + 20 * Double(into / 5), 200) }
            rows.append([
                load, isFaulty && into >= 5 ? dice.uniform(300, 600) : dice.uniform(80, 90),
                isFaulty && into >= 5 ? dice.uniform(300, 500) : dice.uniform(200, 220),
                isFaulty && into >= 5 ? dice.uniform(80, 120) : dice.uniform(35, 40),
            ])
        }
        let found = try runDetector(
            DetectorCatalogue.defaultSpec, channels: demoChannels, rows: rows)
        for fault in faults { #expect(flagged(found, fault) > 0, "fault from \(fault.lowerBound)") }
        #expect(flagged(found, 600..<12_000) < faults.count * 100)
    }

    @Test func `says how much of an alarm each channel is to blame for`() throws {
        var rows = rows
        for index in 5000..<5300 { rows[index][3] += 8 }
        var detector = try ConfiguredDetector(DetectorSpec(DetectorCatalogue.defaultSpec))
            .detector(for: SeriesContext(channels: demoChannels))
        var verdicts: [Verdict] = []
        let times = rows.indices.map { Int64($0) * 1_000_000_000 }
        try times.withUnsafeBufferPointer { times in
            try rows.flatMap(\.self).withUnsafeBufferPointer { values in
                try detector.process(
                    FeatureBlock(channelCount: 4, times: times, values: values), into: &verdicts)
            }
        }
        let explanation = try #require(detector.takeExplanations().first)
        #expect(explanation.time >= 5000 * 1_000_000_000)
        #expect(abs(explanation.contributions.reduce(0, +) - 1) < 1e-12)
        #expect(explanation.contributions[3] == explanation.contributions.max())
        #expect(detector.takeExplanations().isEmpty)
    }
}
