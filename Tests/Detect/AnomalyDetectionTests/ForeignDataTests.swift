import AnomalyDetection
import Foundation
import SeededRandom
import Telemetry
import Testing

/// Data unlike the testbed's own machines, in the form of public data sets: short files of a test
/// rig, series of servers, clocks that err. All of it is made here.
@Suite struct `The default detector on data of others` {
    private func verdicts(_ rows: [[Double]], times: [Int64]? = nil) throws -> [Verdict] {
        try runDetector(
            DetectorCatalogue.defaultSpec, channels: rows[0].indices.map { "c\($0)" }, rows: rows,
            times: times)
    }

    private func alarms(_ verdicts: [Verdict], _ rows: Range<Int>) -> Int {
        verdicts[rows].count { $0.isAnomaly }
    }

    /// Alarms that begin in `rows`.
    private func pages(_ verdicts: [Verdict], _ rows: Range<Int>) -> Int {
        rows.count { verdicts[$0].isAnomaly && !verdicts[max($0 - 1, 0)].isAnomaly }
    }

    /// A water rig: accelerations of 0.03, a current, a pressure in steps, two slow temperatures, a
    /// noisy voltage, and a flow in steps of which a closing valve takes a quarter from row 560 to 820.
    private func rig(seed: Int, fault: Bool = true, rows: Int = 1100) -> [[Double]] {
        var dice = MersenneTwister(seed: seed)
        func noise(_ size: Double) -> Double {
            dice.uniform(-size, size) + dice.uniform(-size, size) + dice.uniform(-size, size)
        }
        var warmth = 80.0
        return (0..<rows).map { row in
            warmth += noise(0.004)
            let closed: Double
            switch row {
            case 560..<820 where fault: closed = min(1, Double(row - 559) / 12)
            case 820..<850 where fault: closed = 1 - Double(row - 819) / 30
            default: closed = 0
            }
            let step = dice.uniform(0, 1) < 0.25 ? 0.99 : 0
            return [
                0.0275 + noise(0.0007) - 0.002 * closed, 0.0395 + noise(0.0008),
                1.3 + noise(0.25), 0.0546 + 0.328 * noise(0.55).rounded(),
                warmth + noise(0.06), 26 + Double(row) / 4000 + noise(0.01), 230 + noise(9),
                ((32 + step) * (1 - 0.25 * closed) * 100).rounded() / 100,
            ]
        }
    }

    @Test(arguments: 1...6)
    func `finds the one fault of a short file and leaves its recovery alone`(seed: Int) throws {
        let found = try verdicts(rig(seed: seed))
        #expect(alarms(found, 0..<560) == 0)
        #expect(alarms(found, 560..<580) > 0)
        #expect(pages(found, 821..<1100) == 0)
    }

    @Test func `finds the same whatever the units are`() throws {
        let rows = rig(seed: 9)
        let flags = try verdicts(rows).map(\.isAnomaly)
        for factor in [1e-6, 1e6] {
            let scaled = try verdicts(rows.map { $0.map { $0 * factor } })
            let same = scaled.map(\.isAnomaly) == flags
            #expect(same, "times \(factor)")
        }
    }

    @Test func `is not troubled by clocks that stop and go back`() throws {
        let rows = rig(seed: 3)
        let expected = try verdicts(rows)
        let odd = rows.indices.map { row -> Int64 in
            let time = row < 300 ? row : row < 360 ? 300 : row < 700 ? row : row - 650
            return Int64(time) * 3_600_000_000_000
        }
        #expect(try verdicts(rows, times: odd) == expected)
    }

    @Test func `says nothing about channels that never move or only count`() throws {
        let rows = rig(seed: 4, fault: false, rows: 3000).enumerated().map {
            $1 + [7.5, 0, Double($0)]
        }
        #expect(alarms(try verdicts(rows), 0..<3000) == 0)
    }

    @Test func `takes the same values missing for the same rows`() throws {
        var rows = rig(seed: 5)
        for row in rows.indices where row % 5 == 0 { rows[row][row % 8] = .missing }
        for row in 300..<340 { rows[row] = [Double](repeating: .missing, count: 8) }
        let found = try verdicts(rows)
        #expect(found[300..<340].allSatisfy { $0.state == .skipped })
        #expect(alarms(found, 0..<560) == 0)
        #expect(alarms(found, 560..<600) > 0)
    }

    /// One value every five minutes, and a burst of 30 minutes every night.
    private func nights(_ days: Int) -> [[Double]] {
        var dice = MersenneTwister(seed: 7)
        return (0..<days * 288).map {
            [2 + dice.uniform(-0.05, 0.05) + ($0 % 288 < 6 ? 10 + dice.uniform(-1, 1) : 0)]
        }
    }

    @Test func `gets used to what comes every night, and not to a greater one`() throws {
        var rows = nights(14)
        for row in 11 * 288..<11 * 288 + 6 { rows[row][0] += 30 }
        let found = try verdicts(rows)
        #expect(pages(found, 0..<7 * 288) <= 6)
        #expect(pages(found, 7 * 288..<11 * 288) <= 1)
        #expect(alarms(found, 11 * 288..<11 * 288 + 6) > 0)
    }

    @Test func `knows the values of a switch, and sees one that is new`() throws {
        var dice = MersenneTwister(seed: 8)
        var rows = (0..<4000).map { row in
            [50 + dice.uniform(-3, 3), dice.uniform(0, 1) < 0.004 ? 1.0 : 0]
        }
        for row in 3500..<3520 { rows[row][1] = 5 }
        let found = try verdicts(rows)
        #expect(pages(found, 0..<3500) <= 3)
        #expect(alarms(found, 0..<3500) < 20)
        #expect(alarms(found, 3500..<3520) > 0)
    }

    @Test func `ends an alarm with the fault, however many channels there are`() throws {
        var dice = MersenneTwister(seed: 6)
        let rows = (0..<4000).map { row -> [Double] in
            let drive = 50 + 20 * sin(Double(row) / 180)
            return (1...8).map { channel in
                let fault = channel == 8 && (3300..<3500).contains(row) ? -48.0 : 0
                return Double(channel) * (drive + dice.uniform(-1.7, 1.7)) + fault
            }
        }
        let found = try verdicts(rows)
        #expect(alarms(found, 3300..<3500) > 100)
        #expect(alarms(found, 3520..<4000) == 0)
    }
}
