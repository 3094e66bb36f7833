import Alerting
import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import DetectorService
import Foundation
import Telemetry
import Threading

/// Tells on standard output what cycles found: sentences, or JSON.
struct Narrator {
    private let options: RunOptions
    private let store: String
    /// What the values of a series are called, and whose run it is.
    private var series: [String: (series: SeriesIdentity, channels: [String])] = [:]
    private var cycles = 0
    private(set) var hasAnomaly = false
    var plots: [String] = []
    private var untold = UntoldNotices()
    private var heartbeat: Heartbeat

    init(_ options: RunOptions, store: String) {
        self.options = options
        self.store = store
        heartbeat = Heartbeat(warmup: options.warmup, now: .now)
    }

    mutating func observe(_ batch: ScoredBatch) {
        heartbeat.observe(batch)
        if series[batch.uniqueID] == nil {
            series[batch.uniqueID] = (batch.readings.series, batch.readings.channels)
        }
    }

    /// What somebody should hear of, on standard error.
    mutating func tell(_ notices: [DetectorNotice]) {
        untold.add(notices)
        for line in untold.due(isOnce: options.every == nil) {
            Self.warn(line)
            heartbeat.quiet(.now)
        }
    }

    /// What has been kept back of that, at the end.
    mutating func tellRest() { for line in untold.rest() { Self.warn(line) } }

    private static func warn(_ line: String) { Terminal.error("anomaly-detector: \(line)") }

    /// One cycle of many: what began and ended in it.
    mutating func tell(_ report: CycleReport) {
        cycles += 1
        let runs = told(report)
        if !runs.isEmpty || report.summary.anomalies > 0 { hasAnomaly = true }
        if !runs.isEmpty { heartbeat.quiet(.now) }
        defer {
            let line = heartbeat.line(
                .now, wall: WallClock.now, openRuns: report.openRuns.count)
            if let line { Self.warn(line) }
        }
        if options.isJSON {
            // With nothing new there is nothing to tell, but for the first cycle's sign of life.
            if report.summary.loaded > 0 || cycles == 1 { print(json([report], runs)) }
            return
        }
        if cycles == 1 {
            Terminal.print(
                "following \(store) with \(options.detectorName): \(report.summary.loaded) readings"
                    + " so far"
                    + (options.warmup.map { "; the first \($0) of each machine are its warm-up" }
                        ?? ""))
        }
        for run in runs { Terminal.print(AlertMessage.alert(run).sentence) }
    }

    /// All there is, at the end of a single pass.
    mutating func tellAll(_ reports: [CycleReport]) {
        // A run is told once, as it stood last.
        var runs: [String: Alert] = [:]
        for report in reports {
            for run in told(report) + report.openRuns.map({ alert(.open, $0) }) {
                runs[run.id] = run
            }
        }
        let sorted = runs.values.sorted {
            ($0.uniqueID, $0.start, $0.run) < ($1.uniqueID, $1.start, $1.run)
        }
        hasAnomaly = !sorted.isEmpty
        if options.isJSON { return print(json(reports, sorted)) }
        let loaded = reports.reduce(0) { $0 + $1.summary.loaded }
        let scored = reports.reduce(0) { $0 + $1.summary.scored }
        let anomalies = reports.reduce(0) { $0 + $1.summary.anomalies }
        guard loaded > 0 || scored > 0 else {
            return Terminal.print("no new readings in \(store)")
        }
        let count = sorted.count == 1 ? "1 anomaly" : "\(sorted.count) anomalies"
        Terminal.print(
            "\(sorted.isEmpty ? "no anomaly" : count) in \(scored) readings of"
                + " \(series.count) machines (\(options.detectorName) on \(store))")
        for run in sorted {
            let cause = run.channel.map { ", mostly \($0)" } ?? ""
            Terminal.print(
                "  \(run.uniqueID)  \(Instant.short(run.start)) to \(Instant.short(run.last))"
                    + (run.state == .open ? " (still on)" : "")
                    + "  \(run.anomalousCount) readings, peak score \(rounded(run.peakScore))\(cause)"
            )
        }
        if anomalies > 0, options.isArrowTaskEngine {
            Terminal.print("written to machine_data_aggregated")
        }
        for file in plots { Terminal.print("plot: \(file)") }
    }

    private func told(_ report: CycleReport) -> [Alert] {
        report.findings.map { found in
            switch found.finding {
            case .opened(let run), .repeated(let run): alert(.open, run)
            case .closed(let run): alert(.closed, run)
            }
        }
    }

    private func alert(_ state: Alert.State, _ run: AnomalyRun) -> Alert {
        let known = series[run.uniqueID]
        return Alert(state, run, run: known?.series.run ?? "", channels: known?.channels ?? [])
    }

    private func rounded(_ score: Double) -> String {
        "\((score * 1000).rounded() / 1000)"
    }

    private func print(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        // Our own types of numbers and texts: there is nothing that cannot be encoded.
        Terminal.print(String(decoding: try! encoder.encode(value), as: UTF8.self))
    }

    private struct CycleJSON: Encodable {
        struct Run: Encodable {
            var id: String
            var state: String
            var uniqueId: String
            var machine: String
            var run: String
            var start: String
            var last: String
            var anomalousReadings: Int
            var peakScore: Double
            var peakTime: String
            var channel: String?
            var value: Double?
            var repeats: Int?
        }
        var schema = "anomaly-testbed.cycle/1"
        var detector: String
        var store: String
        /// Event time that was asked for.
        var from: String?
        var to: String?
        var loaded: Int
        var scored: Int
        var anomalies: Int
        /// Readings ahead of the clock, which wait; that came too late; that never reached the store, by
        /// gaps in their numbers, since the checkpoint was begun.
        var ahead: Int
        var late: Int
        var missing: Int64
        /// How many times each block ran.
        var blocks: [String: Int]
        var runs: [Run]
    }

    private func json(_ reports: [CycleReport], _ runs: [Alert]) -> CycleJSON {
        let windows = reports.compactMap(\.window)
        let blocks = Block.allCases.map { block in
            (block.rawValue, reports.reduce(0) { $0 + ($1.summary.runs[block] ?? 0) })
        }
        return CycleJSON(
            detector: options.detectorName, store: store,
            from: windows.first.flatMap { $0.start == .min ? nil : Instant.text($0.start) },
            to: windows.last.flatMap { $0.end == .max ? nil : Instant.text($0.end) },
            loaded: reports.reduce(0) { $0 + $1.summary.loaded },
            scored: reports.reduce(0) { $0 + $1.summary.scored },
            anomalies: reports.reduce(0) { $0 + $1.summary.anomalies },
            ahead: reports.last?.ahead ?? 0, late: reports.reduce(0) { $0 + $1.late },
            missing: reports.map(\.missing).max() ?? 0,
            blocks: Dictionary(uniqueKeysWithValues: blocks),
            runs: runs.map { run in
                CycleJSON.Run(
                    id: run.id, state: run.state.rawValue, uniqueId: run.uniqueID,
                    machine: run.machineID, run: run.run, start: Instant.text(run.start),
                    last: Instant.text(run.last), anomalousReadings: run.anomalousCount,
                    peakScore: run.peakScore, peakTime: Instant.text(run.peakTime),
                    channel: run.channel, value: run.value,
                    repeats: run.repeats > 0 ? run.repeats : nil)
            })
    }
}
