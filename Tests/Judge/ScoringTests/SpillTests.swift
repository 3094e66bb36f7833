import GroundTruth
import Scoring
import SeededRandom
import Synchronization
import Telemetry
import Testing

/// Room in memory that remembers how much was asked of it.
private final class NotedRoom: SpillRoom {
    let residentCount: Int
    private let bytes = Mutex<[UInt8]>([])
    private let largest = Mutex(0)

    init(residentCount: Int) { self.residentCount = residentCount }

    var end: Int { bytes.withLock { $0.count } }
    var mostWritten: Int { largest.withLock { $0 } }

    func append(_ more: UnsafeRawBufferPointer) {
        let count = bytes.withLock { bytes in
            bytes += more
            return bytes.count
        }
        largest.withLock { $0 = max($0, count) }
    }

    func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) {
        bytes.withLock { target.copyBytes(from: $0[offset..<offset + target.count]) }
    }

    func release(from offset: Int) {
        bytes.withLock { $0.removeSubrange(min(offset, $0.count)...) }
    }
}

private func series(_ machine: String, rows: Int, seed: Int) -> ScoredSeries {
    var dice = MersenneTwister(seed: seed)
    let second: Int64 = 1_000_000_000
    let times = (0..<rows).map { Int64($0) * second }
    let events = stride(from: 200, to: rows, by: 311).map { start -> TruthEvent in
        TruthEvent(
            id: "\(machine)-\(start)", machine: machine, kind: "overload", group: .process,
            window: TimeWindow(start: Int64(start) * second, end: Int64(start + 23) * second),
            effectEnd: Int64(start + 31) * second)
    }
    // Ties in plenty, missing and infinite ones among them.
    let scores = (0..<rows).map { row -> Double in
        let draw = dice.random()
        if draw < 0.02 { return [Double.infinity, .nan, -.infinity][row % 3] }
        let isAnomalous = events.contains { $0.window.contains(times[row]) }
        let lifted: Double = isAnomalous ? draw + 0.4 : draw
        return (lifted * 300).rounded() / 300 - 0.2
    }
    return ScoredSeries(
        machine: machine, times: times, scores: scores, flags: scores.map { $0 > 0.75 },
        events: events, ignoreZones: events.compactMap { $0.ignoreZone },
        probationEnd: 150 * second, period: second)
}

@Suite struct `Scoring with little memory` {
    @Test(arguments: [1, 7, 100, 4000])
    func `gives the same to the last bit`(residentCount: Int) throws {
        let machines = [
            series("a", rows: 3001, seed: 1), series("b", rows: 2500, seed: 2),
            series("c", rows: 160, seed: 3),
        ]
        let room = NotedRoom(residentCount: residentCount)
        let spilled = try Scorer.evaluate(machines, room: room)
        #expect(spilled == scorecard(machines))
        #expect(spilled.pooled.vusPR != nil && spilled.sweep.count > 20)
        #expect(room.mostWritten > 0, "nothing was written, so nothing was shown")
        #expect(room.end == 0, "what was written is given back")
    }

    @Test func `reads runs back in pieces where they are longer than what is read at once`() throws
    {
        let machine = [series("a", rows: 200_000, seed: 4)]
        let options = ScoringOptions(vusWindow: 2)
        let room = NotedRoom(residentCount: 140_000)
        #expect(
            try Scorer.evaluate(machine, options: options, room: room)
                == scorecard(machine, options: options))
        #expect(room.mostWritten == 8 * 140_000 && room.end == 0)
    }

    @Test func `sorts keys of all kinds`() {
        var dice = MersenneTwister(seed: 5)
        func keys(_ count: Int, _ key: (Int) -> UInt64) -> [UInt64] { (0..<count).map(key) }
        let draws = keys(50_000) { _ in dice.random().bitPattern }
        let cases = [
            [], [3], draws, draws.sorted(), draws.sorted(by: >), draws.map { $0 % 5 },
            draws.map { $0 & 0xFFFF }, draws.map { $0 << 40 }, keys(1000) { _ in .max },
            // One far from the rest, which then differ in low bits alone.
            draws.map { $0 % 100_000 } + [1 << 63],
            // More than is sorted with room beside.
            keys(2_300_000) { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 },
        ]
        for (number, unsorted) in cases.enumerated() {
            var sorted = unsorted
            radixSort(&sorted, count: sorted.count)
            #expect(sorted == unsorted.sorted(), "case \(number)")
        }
    }
}
