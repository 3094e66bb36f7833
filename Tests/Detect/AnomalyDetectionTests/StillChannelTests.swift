import AnomalyDetection
import SeededRandom
import Telemetry
import Testing

/// Channels that stand still, move in steps or take a new level: what has no spread has a scale all the
/// same, and what stays is no alarm for ever.
@Suite struct `A channel that stands still` {
    private func flags(_ rows: [[Double]]) throws -> [Bool] {
        try runDetector(
            DetectorCatalogue.defaultSpec, channels: rows[0].indices.map { "c\($0)" }, rows: rows
        ).map(\.isAnomaly)
    }

    private func count(_ flags: [Bool], _ rows: Range<Int>) -> Int { flags[rows].count { $0 } }

    /// A sum of three uniform values: nearly normal, standard deviation `size`.
    private func noise(_ dice: inout MersenneTwister, _ size: Double) -> Double {
        dice.uniform(-size, size) + dice.uniform(-size, size) + dice.uniform(-size, size)
    }

    @Test(arguments: 1...4)
    func `has a scale when it moves: a pump on standby that runs for three rows`(seed: Int) throws {
        var dice = MersenneTwister(seed: seed)
        let rows = (0..<5000).map { row -> [Double] in
            let isRunning = [1500, 2600, 3900].contains { ($0..<$0 + 3).contains(row) }
            return [50 + noise(&dice, 1), isRunning ? 95 + noise(&dice, 0.5) : 0]
        }
        #expect(count(try flags(rows), 0..<5000) <= 20)
    }

    @Test func `is not in alarm for ever at a level it keeps`() throws {
        var dice = MersenneTwister(seed: 4)
        let rows = (0..<5000).map { [10 + noise(&dice, 1) + ($0 < 2500 ? 0 : 25)] }
        let found = try flags(rows)
        #expect(count(found, 2500..<2600) > 20)
        #expect(count(found, 2700..<5000) == 0)
    }

    /// Works for a hundred rows and rests at 0 for fifteen, once for 300, once it stands still at work.
    private func shifts(restFrom rest: Int, stuckFrom stuck: Int) -> [[Double]] {
        var dice = MersenneTwister(seed: 11)
        var held = 0.0
        return (0..<4000).map { row in
            let value = dice.uniform(5, 40)
            if row == stuck { held = value }
            if (rest..<rest + 300).contains(row) || row % 115 >= 100 { return [0] }
            return [(stuck..<stuck + 60).contains(row) ? held : value]
        }
    }

    @Test func `is at rest where it has rested before, and stuck elsewhere`() throws {
        #expect(count(try flags(shifts(restFrom: 3000, stuckFrom: 9000)), 3000..<3300) == 0)
        // 3450 is the first row of a stretch of work.
        #expect(count(try flags(shifts(restFrom: 9000, stuckFrom: 3450)), 3450..<3510) > 15)
    }

    @Test func `is named as stuck in the alarm's explanation`() throws {
        let rows = shifts(restFrom: 9000, stuckFrom: 3450)
        var detector = try ConfiguredDetector(DetectorSpec(DetectorCatalogue.defaultSpec))
            .detector(for: SeriesContext(channels: ["c0"]))
        var verdicts: [Verdict] = []
        let times = rows.indices.map { Int64($0) * 1_000_000_000 }
        try times.withUnsafeBufferPointer { times in
            try rows.flatMap(\.self).withUnsafeBufferPointer { values in
                try detector.process(
                    FeatureBlock(channelCount: 1, times: times, values: values), into: &verdicts)
            }
        }
        let sides = detector.takeExplanations()
            .filter { (3450..<3510).contains($0.time / 1_000_000_000) }.map(\.side)
        #expect(sides.first == .stuck)
    }
}

@Suite struct `A new level` {
    private func flagged(_ rows: [[Double]], _ range: Range<Int>) throws -> Int {
        try runDetector(
            DetectorCatalogue.defaultSpec, channels: rows[0].indices.map { "c\($0)" }, rows: rows
        )[range].count { $0.isAnomaly }
    }

    /// Four unrelated channels; from row 600 to 1000 the channels `moved` read `size` more.
    private func rows(seed: Int, moved: Set<Int>, by size: Double) -> [[Double]] {
        var dice = MersenneTwister(seed: seed)
        return (0..<1000).map { row in
            (0..<4).map { channel in
                let shift = row >= 600 && moved.contains(channel) ? size : 0
                return 50 + shift + dice.uniform(-1, 1) + dice.uniform(-1, 1)
            }
        }
    }

    @Test func `of one channel in a young series is a fault as long as it lasts`() throws {
        // Some five standard deviations: beyond the limits, and not so far that a page would go on anyway.
        let held = try (1...12).map {
            try flagged(rows(seed: $0, moved: [2], by: 4.5), 600..<1000)
        }
        #expect(held.reduce(0, +) > 12 * 370)
    }

    @Test(arguments: 1...4)
    func `of several channels at once is what the machine does now`(seed: Int) throws {
        let rows = rows(seed: seed, moved: [0, 1, 2, 3], by: 20)
        #expect(try (1...250).contains(flagged(rows, 600..<1000)))
    }
}
