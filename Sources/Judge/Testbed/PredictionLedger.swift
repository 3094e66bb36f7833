import AnomalyDetection
import DetectionPipeline
import Foundation
import Scoring
import Telemetry

/// Collects what a detector says, series by series, in memory that does not grow with the run: beyond
/// a fixed number of rows, predictions go to a temporary file and come back in passes.
package struct PredictionLedger {
    /// What is known of one series.
    private struct Series {
        var machine: String
        var uniqueID: String
        var channels: [String]
        var rows: PredictionColumn
        var explanations: [AlarmExplanation] = []
        /// What the fourth block has raised; the last may not be over.
        var alarms: [TimeWindow] = []
    }

    /// Rows kept in memory if nobody says otherwise: 4.5 MB.
    public static let residentRows = 1 << 18

    private let file: SpillFile
    private let hasScores: Bool
    private var series: [Series] = []
    /// By the bytes of a machine's name: two that only look alike stay two.
    private var index: [[UInt8]: Int] = [:]
    /// Rows in memory, over all series.
    package private(set) var residentCount = 0
    package private(set) var scored = 0
    private(set) var warmupCount = 0
    private(set) var skippedCount = 0
    private(set) var facts = ScoreFacts()

    /// - Parameters:
    ///   - residentRows: how many rows to keep in memory, at least 1.
    ///   - folder: of the temporary file; nil for the system's.
    ///   - hasScores: false where there are predictions only: what needs scores is undefined then.
    package init(
        residentRows: Int = Self.residentRows, folder: String? = nil, hasScores: Bool = true
    ) {
        self.hasScores = hasScores
        file = SpillFile(
            folder: folder ?? FileManager.default.temporaryDirectory.path,
            residentCount: residentRows)
    }

    /// Where keys go while they are sorted: the same file.
    package var room: any SpillRoom { file }

    /// - Parameter findings: what the fourth block found in `batch`.
    /// - Throws: ``SpillFailure``.
    package mutating func add(_ batch: ScoredBatch, _ findings: [Finding] = []) throws {
        let machine = batch.readings.series.machineID
        let place = index[Array(machine.utf8)] ?? addSeries(machine, batch)
        series[place].rows.append(times: batch.readings.times, batch.verdicts)
        series[place].explanations += batch.explanations
        for verdict in batch.verdicts {
            facts.take(verdict)
            if verdict.state == .warmup { warmupCount += 1 }
            if verdict.state == .skipped { skippedCount += 1 }
        }
        scored += batch.verdicts.count
        residentCount += batch.verdicts.count
        if residentCount > file.residentCount {
            for place in series.indices { try series[place].rows.spill() }
            residentCount = 0
        }
        add(findings)
    }

    /// Takes what the fourth block found in batches that were taken before.
    package mutating func add(_ findings: [Finding]) {
        for finding in findings {
            guard let place = index[Array(finding.run.machineID.utf8)] else { continue }
            series[place].alarms.take(finding)
        }
    }

    private mutating func addSeries(_ machine: String, _ batch: ScoredBatch) -> Int {
        index[Array(machine.utf8)] = series.count
        series.append(
            Series(
                machine: machine, uniqueID: batch.uniqueID, channels: batch.readings.channels,
                rows: PredictionColumn(file: file, hasScores: hasScores)))
        return series.count - 1
    }

    /// Machines that something was said of, in the order of their names' scalars.
    package var machines: [String] {
        series.map(\.machine)
            .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// One machine's predictions, in the order they came; none of an unknown machine.
    package func rows(of machine: String) -> any PredictionRows {
        index[Array(machine.utf8)].map { series[$0].rows }
            ?? PredictionColumn(file: file, hasScores: hasScores)
    }

    /// One machine's alarms as they were raised, ascending. Nil where its rows came out of order: a store
    /// would have given them to the fourth block in order, and scoring does so now.
    package func alarms(of machine: String) -> [TimeWindow]? {
        guard let place = index[Array(machine.utf8)] else { return [] }
        return series[place].rows.isSorted ? series[place].alarms : nil
    }

    /// - Parameter series: what was said beside the truth, in the order it is to be reported in.
    /// - Throws: ``SpillFailure``.
    func outcome(_ judged: [ScoredSeries], _ options: ScoringOptions) throws
        -> DetectorTrial.Outcome
    {
        DetectorTrial.Outcome(
            scorecard: try Scorer.evaluate(judged, options: options, room: file), scored: scored,
            series: judged.compactMap { judged in
                index[Array(judged.machine.utf8)].map { (series[$0].uniqueID, judged.machine) }
            },
            explanations: Dictionary(
                series.map { ($0.uniqueID, $0.explanations) }, uniquingKeysWith: { a, _ in a }),
            channels: Dictionary(
                series.map { ($0.uniqueID, $0.channels) }, uniquingKeysWith: { a, _ in a }),
            warmupCount: warmupCount, skippedCount: skippedCount, scoreFacts: facts)
    }
}

extension [TimeWindow] {
    /// Takes what became of the last of these alarms, or a new one.
    fileprivate mutating func take(_ finding: Finding) {
        let alarm = finding.run.alarm
        switch finding {
        case .opened: append(alarm)
        case .repeated:
            // The piece before ends where this one begins.
            if let last { self[count - 1] = TimeWindow(start: last.start, end: alarm.start) }
            append(alarm)
        case .closed: if !isEmpty { self[count - 1] = alarm }
        }
    }
}
