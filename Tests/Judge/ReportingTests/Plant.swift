import Foundation
import GroundTruth
import Reporting
import Scoring
import Telemetry

/// A small plant with faults, and a detector of a known quality, to make reports of.
struct Plant {
    var name = "three-presses"
    var machineNames = (1...3).map { "machine\($0)" }
    var rows = 7200
    var interval: Int64 = 1_000_000_000
    var seed: UInt64 = 1
    /// Every fault lasts 60 rows, one each 900, beginning at a row of its own per machine.
    var faultLength = 60
    var faultEvery = 900
    /// How much of a fault's height the detector sees, 0 to 1.
    var sensitivity = 1.0
    var detector = "half-space-trees:n_trees=25"
    let start: Int64 = 1_767_225_600_000_000_000

    struct Made {
        var report: Report
        var trace: Trace
    }

    func make(closeUps: Bool = true) -> Made {
        var series: [ScoredSeries] = []
        let end = start + Int64(rows) * interval
        let truth = Dictionary(
            uniqueKeysWithValues: machineNames.enumerated().map { ($1, events(of: $0, $1)) })
        var recorder = TraceRecorder(
            window: TimeWindow(start: start, end: end), interval: interval,
            machineCount: machineNames.count,
            closeUps: closeUps ? truth.mapValues { $0.map(\.window) } : [:])
        for (index, machine) in machineNames.enumerated() {
            let events = truth[machine] ?? []
            let made = readings(index, events)
            for first in stride(from: 0, to: rows, by: 500) {
                let part = first..<min(rows, first + 500)
                recorder.record(
                    machine: machine, channels: demoChannels, times: Array(made.times[part]),
                    values: Array(made.values[part.lowerBound * 4..<part.upperBound * 4])
                ) { row in
                    let score = made.scores[first + row]
                    return TraceRecorder.Mark(
                        score: score, threshold: first + row < 300 ? .infinity : 0.7,
                        isWarmup: first + row < 300, isAnomaly: score >= 0.7)
                }
            }
            series.append(
                ScoredSeries(
                    machine: machine, times: made.times, scores: made.scores,
                    flags: made.scores.map { $0 >= 0.7 }, events: events,
                    probationEnd: start + 300 * interval, period: interval))
        }
        let card = try! Scorer.evaluate(series)
        let report = Report(
            scenario: Report.Scenario(
                name: name, summary: "Presses that are overloaded now and then",
                sha256: String(repeating: "5a", count: 32), seed: seed, start: start,
                duration: Double(rows) * Double(interval) / 1e9, interval: Double(interval) / 1e9,
                machineCount: machineNames.count, warmup: 300),
            detector: Report.Detector(
                name: "half-space-trees", spec: detector,
                parameters: [
                    .init("n_trees", .integer(25)), .init("threshold", .number(0.7)),
                    .init("order", .string("score-then-learn")),
                ]),
            route: "embedded",
            delivery: Report.Delivery(
                generated: rows * machineNames.count, published: rows * machineNames.count,
                stored: rows * machineNames.count, scored: rows * machineNames.count),
            scorecard: card,
            timing: [.init("wall_s", 1.25), .init("readings_per_s", 812_345)])
        return Made(report: report, trace: recorder.trace())
    }

    private func events(of index: Int, _ machine: String) -> [TruthEvent] {
        let kinds = ["overload", "stuck", "drift"]
        return stride(from: 600 + 37 * (index % 20), to: rows - faultLength, by: faultEvery)
            .enumerated().map { number, row in
                TruthEvent(
                    id: "\(machine)-\(number)", machine: machine, kind: kinds[number % 3],
                    group: .process,
                    window: TimeWindow(
                        start: start + Int64(row) * interval,
                        end: start + Int64(row + faultLength) * interval),
                    rootChannels: ["load"], observableFrom: start + Int64(row + 2) * interval)
            }
    }

    private func readings(_ index: Int, _ events: [TruthEvent])
        -> (times: [Int64], values: [Double], scores: [Double])
    {
        var dice = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(index) &* 7919
        func random() -> Double {
            dice ^= dice << 13
            dice ^= dice >> 7
            dice ^= dice << 17
            return Double(dice >> 11) * 0x1p-53
        }
        for _ in 0..<8 { _ = random() }
        var times: [Int64] = []
        var values: [Double] = []
        var scores: [Double] = []
        for row in 0..<rows {
            let time = start + Int64(row) * interval
            let fault = events.first { $0.window.contains(time) }
            let depth = fault == nil ? 0.0 : 1.0
            let load = 50 + Double(row / 5 % 10) * 5 + depth * 80
            times.append(time)
            values += [
                load, 80 + load / 20 + random() * 2, 200 + load / 4 + random(),
                37 + sin(Double(row) / 900) * 2 + depth * 4 + random() / 4,
            ]
            let noise = random()
            var score = 0.25 + 0.15 * noise + (noise > 0.9995 ? 0.4 : 0)
            if fault?.kind != "drift" { score += depth * 0.55 * sensitivity }
            scores.append(row < 300 ? .missing : min(1, score))
        }
        return (times, values, scores)
    }
}
