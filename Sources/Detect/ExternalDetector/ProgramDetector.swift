import AnomalyDetection
import Telemetry

/// Any program as the detector of one series: `command:PROGRAM ARGS`.
///
/// The program gets a CSV header `time,CHANNEL,...` and then the rows on its standard input, time in
/// nanoseconds since 1970, an empty cell where a channel is missing; it prints one score a line, any
/// finite number, higher for more anomalous, or an empty line for none. Verdicts come when the scores
/// do; what is still owed comes at the end. The decision layer makes predictions of the scores, as for
/// every detector.
public struct ProgramDetector: SeriesDetector {
    private let process: ScoringProcess
    private let channelCount: Int
    private let command: String
    private var decision: DecisionLayer
    private var calibration: Calibration?
    /// Times of rows that have no score yet, from `answered` on.
    private var waiting: [Int64] = []
    /// Rows at the front of `waiting` that have one.
    private var answered = 0
    private var rows = 0

    /// Starts the program.
    /// - Throws: ``ExternalDetectorError``, and ``DetectorError`` if the settings ask for what the
    ///   series does not have.
    public init(_ settings: ProgramSettings, context: SeriesContext) throws {
        decision = DecisionLayer(settings.decision)
        command = settings.line
        if case .quantile(let share) = settings.rule {
            calibration = Calibration(
                share: share, rows: try settings.calibrationRows(context.outlook))
        }
        process = try ScoringProcess(
            settings, environment: try settings.told(context.outlook))
        channelCount = context.channels.count
        let header = (["time"] + context.channels).map(Self.cell).joined(separator: ",")
        try process.write(Array((header + "\n").utf8), rows: 0)
    }

    /// Starts the program.
    /// - Parameters:
    ///   - threshold: rows with a score from here on are flagged; nil for a threshold from the
    ///     scores' own past.
    ///   - timeout: seconds without any progress after which it is given up.
    /// - Throws: ``ExternalDetectorError``.
    public init(
        command: String, context: SeriesContext, threshold: Double? = nil, timeout: Double = 60
    ) throws {
        try self.init(
            ProgramSettings(
                line: command, decision: ProgramSettings.decision(threshold: threshold),
                timeout: timeout), context: context)
    }

    public mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(block.rowCount * (20 + 10 * channelCount))
        for index in 0..<block.rowCount {
            bytes += String(block.times[index]).utf8
            for value in block.row(index) {
                bytes.append(UInt8(ascii: ","))
                if !value.isMissing { bytes += value.description.utf8 }
            }
            bytes.append(UInt8(ascii: "\n"))
            waiting.append(block.times[index])
        }
        rows += block.rowCount
        try process.write(bytes, rows: rows)
        try judge(try process.takeScores(rows: rows), into: &verdicts)
    }

    public mutating func finish(into verdicts: inout [Verdict]) throws {
        try judge(try process.finish(rows: rows), into: &verdicts)
        if let past = calibration?.finish() { try begin(past, into: &verdicts) }
    }

    private mutating func judge(_ scores: [Double], into verdicts: inout [Verdict]) throws {
        for score in scores {
            let time = waiting[answered]
            answered += 1
            if calibration != nil {
                if let past = calibration?.take(score, at: time) {
                    try begin(past, into: &verdicts)
                }
            } else {
                verdicts.append(verdict(score, at: time))
            }
        }
        // Seldom, so that a program far behind does not cost the length of the queue for each score.
        if answered == waiting.count || answered > 4096, 2 * answered >= waiting.count {
            waiting.removeFirst(answered)
            answered = 0
        }
    }

    private mutating func verdict(_ score: Double, at time: Int64) -> Verdict {
        let judged = decision.judge(score, at: time)
        return Verdict(
            score: score.isNaN ? .missing : score, threshold: judged.threshold, state: judged.state)
    }

    /// Judges the rows that the threshold was taken from, and has it in force from now on.
    private mutating func begin(
        _ past: Calibration.Past, into verdicts: inout [Verdict]
    ) throws(ExternalDetectorError) {
        calibration = nil
        if past.rows.isEmpty { return }
        guard let threshold = past.threshold else {
            throw .nothingToCalibrate(command: command, rows: past.rows.count)
        }
        var parameters = decision.parameters
        parameters.fix(threshold)
        decision = DecisionLayer(parameters)
        for row in past.rows {
            var verdict = verdict(row.score, at: row.time)
            // What a threshold was set by says nothing about it, unless it was all there is.
            if !past.isWhole, verdict.state != .skipped { verdict.state = .warmup }
            verdicts.append(verdict)
        }
    }

    private static func cell(_ name: String) -> String {
        guard name.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return name }
        return "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    /// A program's state cannot be saved; tools refuse to checkpoint one (`canBeSaved`).
    public func save(to writer: inout StateWriter) {
        preconditionFailure("a program's state cannot be saved")
    }

    public mutating func restore(from reader: inout StateReader) throws {
        throw StateError.invalid("a program's state")
    }
}
