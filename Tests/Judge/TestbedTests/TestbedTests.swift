import AnomalyDetection
import DetectionPipeline
import Foundation
import Scenarios
import Scoring
import Telemetry
import TestSupport
import Testbed
import Testing

/// Flags a reading whose load is above 110: the demo's fault as a fixed limit sees it.
private struct LoadLimit: SeriesDetector {
    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            let load = block.row(index)[0]
            verdicts.append(
                Verdict(
                    score: min(load / 200, 1), threshold: 0.55,
                    state: load > 110 ? .anomalous : .normal, leadingChannel: 0))
        }
    }
    func save(to writer: inout StateWriter) {}
    mutating func restore(from reader: inout StateReader) {}
}

private func scenario(
    machines: String, duration: String = "30m", anomalies: String = "[]"
) throws -> Scenario {
    try Scenario(
        text: """
            { name: "test", seed: 7, start: "2026-01-01T00:00:00Z", duration: "\(duration)",
              interval: "1s", warmup: "1m", machines: \(machines), anomalies: \(anomalies) }
            """, name: "test.json5")
}

private let two = #"[{ id: "machine1", profile: "demo" }, { id: "machine2", profile: "demo" }]"#
private let overload = """
    [{ machine: "machine2", kind: "overload", at: "10m", for: "2m" },
     { machine: "machine1", kind: "overload", at: "20m", for: "1m" }]
    """

private func judge(
    _ scenario: Scenario, cycle: Int64 = 3_600_000_000_000, residentRows: Int? = nil
) throws -> (Playback, DetectorTrial.Outcome) {
    let playback = try EmbeddedRoute().play(scenario, seed: scenario.seed) { _ in }
    var trial = DetectorTrial(
        source: playback.source, run: playback.run,
        window: TimeWindow(start: scenario.start, end: scenario.start + scenario.duration),
        cycle: cycle, makeDetector: { _ in LoadLimit() })
    if let residentRows { trial.residentRows = residentRows }
    let outcome = try trial.run(
        against: playback.truth, options: ScoringOptions(alarmRule: scenario.alarmRule))
    return (playback, outcome)
}

@Suite struct `The embedded route` {
    @Test func `accounts for every reading`() throws {
        let (playback, outcome) = try judge(try scenario(machines: two, anomalies: overload))
        var delivery = playback.delivery
        delivery.scored = outcome.scored
        #expect(delivery.generated == 3600 && delivery.stored == 3600 && delivery.lost == 0)
        #expect(delivery.isComplete)
        #expect(outcome.series.map(\.machineID) == ["machine1", "machine2"])
    }

    @Test func `lets a fixed limit find the demo's fault, late as it must be`() throws {
        let (_, outcome) = try judge(try scenario(machines: two, anomalies: overload))
        let metrics = outcome.scorecard.pooled
        #expect(metrics.event.detected == 2 && metrics.event.falseAlarms == 0)
        #expect(metrics.headlineF1 ?? 0 > 0.8)
        let delays = outcome.scorecard.events.compactMap(\.delay)
        #expect(delays.count == 2 && delays.allSatisfy { (1...25).contains($0) }, "\(delays)")
        #expect(outcome.scorecard.isBetterThanChance == true)
    }

    @Test func `gives the same result however the time is cut into cycles`() throws {
        let scenario = try scenario(machines: two, anomalies: overload)
        let whole = try judge(scenario, cycle: scenario.duration).1
        let pieces = try judge(scenario, cycle: 61_000_000_000).1
        #expect(whole.scorecard == pieces.scorecard)
    }

    @Test func `gives the same result however little is kept in memory`() throws {
        let scenario = try scenario(machines: two, anomalies: overload)
        let whole = try judge(scenario).1
        let spilled = try judge(scenario, cycle: 61_000_000_000, residentRows: 200).1
        #expect(whole.scorecard == spilled.scorecard)
    }

    @Test func `gives a machine the same readings whoever its neighbours are`() throws {
        func readings(_ machines: String) throws -> ReadingBatch? {
            let scenario = try scenario(machines: machines, duration: "5m")
            let playback = try EmbeddedRoute().play(scenario, seed: 3) { _ in }
            var found: ReadingBatch?
            try playback.source.load(ReadingQuery()) { batch in
                if batch.series.machineID == "machine2" { found = batch }
            }
            return found
        }
        let among = try readings(two)
        #expect(among != nil)
        #expect(try readings(#"[{ id: "machine2", profile: "demo" }]"#) == among)
    }

    @Test func `leaves no file behind`() throws {
        let folder = temporaryPath("embedded")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let scenario = try scenario(machines: two, duration: "2m")
        do {
            let playback = try EmbeddedRoute(folder: folder).play(scenario, seed: 1) { _ in }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
            #expect(playback.delivery.stored == 240)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
}
