import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import Foundation
import Scoring
import Telemetry
import Testbed

/// Writes each reading's label, score and prediction as it is judged, in the format that
/// `scenario-runner score` reads: machine after machine, in the order of their names, for a program
/// as detector answers when it likes.
final class PredictionLog: TrialObserver {
    static let option = CommandOption(
        "predictions",
        help: "also write DIR/REPORT.predictions.csv: each reading's label, score and prediction")

    /// What is true of a machine's reading, by its number and time.
    typealias Label = (_ machine: String, _ row: Int, _ time: Int64) -> (
        isAnomaly: Bool, kind: String
    )

    /// One machine's lines: the last ones here, those before in a file of their own.
    private struct Part {
        var path: String
        var rows = 0
        var buffer: [UInt8] = []
    }

    private let file: AtomicFile
    private let path: String
    private let label: Label
    private var parts: [String: Part] = [:]

    /// - Throws: ``ToolFailure`` (failed).
    init(_ folder: ReportFolder, name: String, label: @escaping Label) throws {
        path = folder.file(name)
        file = try AtomicFile(path)
        self.label = label
    }

    deinit {
        for part in parts.values {
            unlink(part.path)
            TemporaryFiles.remove(part.path)
        }
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
        var part =
            parts.removeValue(forKey: machine)
            ?? Part(path: "\(path).\(parts.count).tmp.\(getpid())")
        defer { parts[machine] = part }
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = batch.readings.times[index]
            let (isAnomaly, kind) = label(machine, part.rows, time)
            part.rows += 1
            part.buffer += Instant.text(time).utf8
            part.buffer += ",\(id),\(isAnomaly ? 1 : 0),\(isAnomaly ? Self.cell(kind) : ""),".utf8
            if verdict.state != .warmup, !verdict.score.isNaN {
                part.buffer += verdict.score.description.utf8
            }
            part.buffer += verdict.isAnomaly ? ",1\n".utf8 : ",0\n".utf8
        }
        guard part.buffer.count > 1 << 16 else { return }
        TemporaryFiles.add(part.path)
        try AtomicFile.append(part.buffer, to: part.path)
        part.buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the file, which appears under its name only now.
    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        try file.write("time,unique_id,label,kind,score,prediction\n".utf8)
        for (_, part) in parts.sorted(by: {
            $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
        }) {
            if let earlier = FileHandle(forReadingAtPath: part.path) {
                while let piece = try earlier.read(upToCount: 1 << 18), !piece.isEmpty {
                    try file.write(piece)
                }
            }
            try file.write(part.buffer)
        }
        try file.finish()
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
