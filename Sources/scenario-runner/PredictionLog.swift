import AnomalyDetection
import DetectionPipeline
import Foundation
import Scoring
import Telemetry
import Testbed

/// Writes each reading's label, score and prediction as it is judged, in the format that
/// `scenario-runner score` reads.
final class PredictionLog: TrialObserver {
    private let file: AtomicFile
    private let label:
        (_ machine: String, _ row: Int, _ time: Int64) -> (isAnomaly: Bool, kind: String)
    private var rows: [String: Int] = [:]
    private var buffer: [UInt8] = []

    /// - Parameter label: what is true of a machine's reading, by its number and time.
    /// - Throws: ``ToolFailure`` (failed).
    init(
        _ folder: ReportFolder, name: String,
        label:
            @escaping (_ machine: String, _ row: Int, _ time: Int64) -> (
                isAnomaly: Bool, kind: String
            )
    ) throws {
        file = try AtomicFile(folder.file(name))
        self.label = label
        buffer += "time,unique_id,label,kind,score,prediction\n".utf8
    }

    convenience init(_ folder: ReportFolder, name: String, _ data: LabelledCSV) throws {
        let series = Dictionary(
            data.series.map { ($0.rows.machine, $0.rows) }, uniquingKeysWith: { a, _ in a })
        try self.init(folder, name: name) { machine, row, _ in
            guard let rows = series[machine] else { return (false, "") }
            let kind = rows.kindOfRow.isEmpty ? "anomaly" : rows.kinds[Int(rows.kindOfRow[row])]
            return (rows.labels[row], kind)
        }
    }

    /// Of simulated machines: a reading is anomalous inside a truth event that is to be found.
    convenience init(_ folder: ReportFolder, name: String, _ truth: Truth) throws {
        let events = Dictionary(grouping: truth.events.filter(\.isScored), by: \.machine)
        try self.init(folder, name: name) { machine, _, time in
            let event = events[machine]?.first { $0.window.contains(time) }
            return (event != nil, event?.kind ?? "")
        }
    }

    func observe(_ batch: ScoredBatch) throws {
        let machine = batch.readings.series.machineID
        let id = Self.cell(machine)
        var row = rows[machine] ?? 0
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = batch.readings.times[index]
            let (isAnomaly, kind) = label(machine, row, time)
            row += 1
            buffer += Instant.text(time).utf8
            buffer += ",\(id),\(isAnomaly ? 1 : 0),\(isAnomaly ? Self.cell(kind) : ""),".utf8
            if verdict.state != .warmup, !verdict.score.isNaN {
                buffer += verdict.score.description.utf8
            }
            buffer += verdict.isAnomaly ? ",1\n".utf8 : ",0\n".utf8
            if buffer.count > 1 << 18 { try flush() }
        }
        rows[machine] = row
    }

    private func flush() throws {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the file, which appears under its name only now.
    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        try flush()
        try file.finish()
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
