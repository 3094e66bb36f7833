import Alerting
import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import DetectorService
import Foundation
import InfluxDBStore
import SQLiteStore
import Telemetry
import Threading

/// One execution of `anomaly-detector run`: cycles, and what happens after each.
struct RunSession {
    private let options: RunOptions
    private let store: StoreChoice
    private let stop: StopSignal
    private let webhooks: [Webhook]
    private var checkpoint: Checkpoint?
    private var plots: PlotRecorder?
    private var narrator: Narrator

    init(
        _ options: RunOptions, _ store: StoreChoice, _ webhooks: [Webhook], _ stop: StopSignal
    ) throws {
        self.options = options
        self.store = store
        self.webhooks = webhooks
        self.stop = stop
        checkpoint = try options.checkpoint.map {
            try Checkpoint(folder: $0, options: options, store: store.name)
        }
        plots = try options.plots.map {
            try PlotRecorder(folder: $0, longest: options.every == nil ? 1_000_000 : 3600)
        }
        narrator = Narrator(options, store: store.name)
    }

    mutating func run() throws -> ExitCode {
        options.detector.needsWholeSeries ? try run(sliceEngine()) : try runFollowing()
    }

    private func sliceEngine() -> SliceEngine {
        let looked = options.detector.parameters.first { $0.name == "features" }?.value ?? ""
        return SliceEngine(
            source: store.source, run: options.run, settings: settings, length: options.slice,
            rule: options.rule, detectorName: options.detectorName,
            scoreSink: options.isArrowTaskEngine ? store.aggregated(looked) : store.scores,
            makeDetector: options.detector.detector(for:))
    }

    private var settings: FollowingEngine.Settings {
        var settings = FollowingEngine.Settings { WallClock.now }
        settings.window = options.window
        settings.ahead = options.ahead
        settings.shouldStop = { [stop] in stop.isSet }
        return settings
    }

    private mutating func runFollowing() throws -> ExitCode {
        let body = try checkpoint?.load()
        var settings = settings
        // What came while we were away is not to be skipped.
        if body != nil, options.startsNow { settings.window.start = .min }
        settings.settle = options.every == nil ? 0 : 2_000_000_000
        let pipeline = Pipeline(
            load: LoadInfluxData(
                source: store.source, run: options.run, overlap: options.overlap),
            detect: DetectAnomalies(makeDetector: options.detector.detector(for:)),
            check: CheckAnomalies(rule: options.rule))
        var engine = FollowingEngine(
            LiveDetector(
                pipeline: pipeline, detectorName: options.detectorName, scoreSink: store.scores),
            source: store.source, settings: settings)
        var alerts: [UInt8]?
        if let body {
            do { alerts = try engine.restore(body) } catch let error as StateError {
                throw CheckpointError.noneUsable(
                    folder: options.checkpoint ?? "", reasons: ["\(error)"])
            }
        }
        return try run(engine, alerts: alerts)
    }

    private mutating func run<Engine: DetectionEngine>(
        _ engine: Engine, alerts saved: [UInt8]? = nil
    ) throws -> ExitCode {
        var engine = engine
        var desk = try AlertDesk(
            AlertChoice.targets(webhooks, detector: options.detectorName),
            policy: AlertPolicy(cooldown: options.cooldown), saved: saved,
            logFolder: options.checkpoint, holdsEnds: options.every == nil
        ) { Terminal.error("anomaly-detector: \(AlertChoice.sentence($0, $1))") }
        let code: ExitCode
        do {
            code = try options.every == nil ? once(&engine, &desk) : forEver(&engine, &desk)
        } catch {
            // What was done before is not to be done again; the first error is the one to tell.
            try? save(engine, desk)
            narrator.tellRest()
            AlertChoice.tell(desk.stop(within: .seconds(1)), isKept: isKept)
            throw error
        }
        narrator.tellRest()
        let unsent = desk.stop(within: .seconds(options.every == nil ? 30 : 2)) { stop.isSet }
        AlertChoice.tell(unsent, isKept: isKept)
        return AlertChoice.exitCode(code, unsent, mayWait: isKept && options.every != nil)
    }

    /// Whether what is still to be sent lies in a checkpoint.
    private var isKept: Bool { checkpoint != nil }

    private mutating func once<Engine: DetectionEngine>(
        _ engine: inout Engine, _ desk: inout AlertDesk
    ) throws -> ExitCode {
        var reports: [CycleReport] = []
        repeat {
            guard let report = try cycle(&engine, &desk) else { break }
            reports.append(report)
        } while reports.last?.hasMore == true && !stop.isSet
        try save(engine, desk)
        if stop.isSet {
            if !reports.isEmpty { narrator.tellAll(reports) }
            return stop.exitCode
        }
        // What the end alone tells (verdicts held back) is told, but not kept: the data may go on.
        var ended = engine
        let rest = try observing { try ended.finish(observe: $0) }
        if rest.summary.scored > 0 { reports.append(rest) }
        try drawPlots()
        narrator.tellAll(reports)
        return options.failsOnAnomaly && narrator.hasAnomaly ? .barNotMet : .done
    }

    private mutating func forEver<Engine: DetectionEngine>(
        _ engine: inout Engine, _ desk: inout AlertDesk
    ) throws -> ExitCode {
        let pause = options.every ?? .seconds(10)
        let clock = ContinuousClock()
        var due = clock.now
        while !stop.isSet, !Terminal.isReaderGone {
            var hasMore = false
            do {
                guard let report = try cycle(&engine, &desk) else { break }
                narrator.tell(report)
                try drawPlots()
                hasMore = report.hasMore
                if options.failsOnAnomaly, narrator.hasAnomaly {
                    try save(engine, desk)
                    return .barNotMet
                }
            } catch let error as InfluxDBError {
                // Away for longer than the store's patience: the next cycle asks again.
                guard case .unavailable = error else { throw error }
                Terminal.error("anomaly-detector: \(error)")
            }
            if hasMore { continue }
            due = max(due + pause, clock.now)
            stop.sleep(for: due - clock.now)
        }
        try save(engine, desk)
        return stop.exitCode
    }

    /// A cycle and what follows from it, in the order that a kill at any point does no harm: scores,
    /// alerts, checkpoint.
    /// - Returns: nil if a signal ended it.
    private mutating func cycle<Engine: DetectionEngine>(
        _ engine: inout Engine, _ desk: inout AlertDesk
    ) throws -> CycleReport? {
        let report: CycleReport
        do {
            report = try observing { try engine.cycle(observe: $0) }
        } catch InfluxDBError.cancelled where stop.isSet {
            return nil
        } catch is SliceStopped {
            return nil
        } catch let error as SQLiteError where error.isBusy && stop.isSet { return nil }
        narrator.tell(report.notices)
        desk.tell(report.findings)
        if report.window != nil, report.summary.loaded > 0 || isFirstCycle {
            isFirstCycle = false
            isUnsaved = true
        }
        if checkpoint?.isDue == true { try save(engine, desk) }
        checkpoint?.beat()
        return report
    }

    private var isFirstCycle = true
    /// Whether something has changed since the last checkpoint.
    private var isUnsaved = false

    private mutating func save(_ engine: some DetectionEngine, _ desk: AlertDesk) throws {
        guard isUnsaved, let following = engine as? FollowingEngine else { return }
        try checkpoint?.save(following.detector.save(outbox: desk.save()))
        isUnsaved = false
    }

    /// Lends `body` an observer that narrator and plots listen through.
    private mutating func observing(
        _ body: (_ observe: (ScoredBatch) throws -> Void) throws -> CycleReport
    ) throws -> CycleReport {
        var (plots, narrator) = (plots.take(), narrator)
        defer {
            self.plots = plots
            self.narrator = narrator
        }
        return try body {
            narrator.observe($0)
            plots?.observe($0)
        }
    }

    private mutating func drawPlots() throws {
        guard let files = try plots?.write(), options.every == nil, !options.isJSON else { return }
        narrator.plots = files
    }
}

/// The checkpoint folder with what this run calls itself; a disk that is full for a while is no
/// reason to stop scoring.
private struct Checkpoint {
    private let folder: CheckpointFolder
    private let path: String
    private let setup: String
    private var misses = 0
    private var due = ContinuousClock.now
    private static let patience = 3

    init(folder path: String, options: RunOptions, store: String) throws {
        folder = try CheckpointFolder(folder: path)
        self.path = path
        let parameters = options.detector.parameters.map { "\($0.name)=\($0.value)" }
        setup =
            "\(options.detectorName) (\(parameters.joined(separator: " "))) on \(store)"
            + (options.run.map { ", run \($0)" } ?? "")
            + options.ruleText
        if options.isFresh { folder.clear() }
    }

    /// Touches a file beside the checkpoints, so that who watches sees cycles that had nothing to do.
    func beat() {
        _ = FileManager.default.createFile(atPath: path + "/alive", contents: nil)
    }

    func load() throws -> [UInt8]? {
        guard let found = try folder.load(setup: setup) else { return nil }
        for note in found.notes {
            Terminal.error("anomaly-detector: \(note); the checkpoint before it is used")
        }
        return found.body
    }

    /// Writing takes at most a twentieth of the time: with very many machines not every cycle has its
    /// checkpoint. A restart scores some readings again then, and to the same end.
    var isDue: Bool { ContinuousClock.now >= due }

    mutating func save(_ body: [UInt8]) throws {
        let begin = ContinuousClock.now
        defer { due = ContinuousClock.now + (ContinuousClock.now - begin) * 20 }
        do {
            try folder.save(body, setup: setup)
            if misses > 0 { Terminal.error("anomaly-detector: checkpoints are written again") }
            misses = 0
        } catch {
            misses += 1
            if misses >= Self.patience { throw error }
            Terminal.error("anomaly-detector: \(error); scoring goes on")
        }
    }
}
