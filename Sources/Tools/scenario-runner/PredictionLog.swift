import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import DurableFiles
import Foundation
import LabelledFiles
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
        isAnomaly: Bool, kind: String, more: String
    )

    /// One machine's lines: the last ones here, those before in a file of their own.
    private struct Part {
        var machine: String
        var path: String
        var rows = 0
        var buffer: [UInt8] = []
    }

    private let file: AtomicFile
    private let path: String
    private let label: Label
    /// Names of further columns, each with a comma before it.
    private let more: String
    /// By the bytes of the machine's name.
    private var parts: [[UInt8]: Part] = [:]

    /// - Throws: ``ToolFailure`` (failed).
    init(
        _ folder: ReportFolder, name: String, more: String = "", label: @escaping Label
    ) throws {
        path = folder.file(name)
        file = try AtomicFile(path)
        self.label = label
        self.more = more
    }

    deinit {
        for part in parts.values {
            unlink(part.path)
            TemporaryFiles.remove(part.path)
        }
    }

    convenience init(_ folder: ReportFolder, name: String, _ data: some LabelledDataset) throws {
        let series = Dictionary(
            data.series.map { (Array($0.rows.machine.utf8), $0) }, uniquingKeysWith: { a, _ in a })
        let hasTruth = data.series.contains { $0.truth.placement == nil }
        let hasEvents = data.hasEventNames && !hasTruth
        let hasZones =
            data.hasIgnoredRows || data.series.contains { !$0.ignoreZones.isEmpty }
        try self.init(
            folder, name: name, more: (hasEvents ? ",events" : "") + (hasZones ? ",ignored" : "")
        ) {
            machine, row, time in
            guard let series = series[Array(machine.utf8)] else { return (false, "", "") }
            let rows = series.rows
            if series.truth.placement == nil {
                let event = series.truth.events.first {
                    $0.isScored && $0.window.contains(time)
                }
                let isIgnored = hasZones && series.ignoreZones.contains { $0.contains(time) }
                return (
                    event != nil, event?.kind ?? "", hasZones ? isIgnored ? ",1" : ",0" : ""
                )
            }
            let isIgnored = !rows.ignored.isEmpty && rows.ignored[row]
            let events =
                hasEvents ? ",\(Self.cell(rows.eventNames[Int(rows.eventsOfRow[row])]))" : ""
            return (
                rows.labels[row],
                rows.kindOfRow.isEmpty ? "anomaly" : rows.kinds[Int(rows.kindOfRow[row])],
                events + (hasZones ? isIgnored ? ",1" : ",0" : "")
            )
        }
    }

    /// Of simulated machines: a reading is anomalous inside a truth event that is to be found.
    convenience init(_ folder: ReportFolder, name: String, _ truth: Truth) throws {
        let events = Dictionary(grouping: truth.events.filter(\.isScored), by: \.machine)
        try self.init(folder, name: name) { machine, _, time in
            let event = events[machine]?.first { $0.window.contains(time) }
            return (event != nil, event?.kind ?? "", "")
        }
    }

    func observe(_ batch: ScoredBatch) throws {
        let machine = batch.readings.series.machineID
        let id = Self.cell(machine)
        let key = Array(machine.utf8)
        var part =
            parts.removeValue(forKey: key)
            ?? Part(machine: machine, path: "\(path).\(parts.count).tmp.\(getpid())")
        defer { parts[key] = part }
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = batch.readings.times[index]
            let (isAnomaly, kind, more) = label(machine, part.rows, time)
            part.rows += 1
            part.buffer += Instant.text(time).utf8
            part.buffer += ",\(id),\(isAnomaly ? 1 : 0),\(isAnomaly ? Self.cell(kind) : ""),".utf8
            if verdict.state != .warmup, !verdict.score.isNaN {
                part.buffer += verdict.score.description.utf8
            }
            part.buffer += verdict.isAnomaly ? ",1".utf8 : ",0".utf8
            part.buffer += more.utf8
            part.buffer.append(UInt8(ascii: "\n"))
        }
        guard part.buffer.count > 1 << 16 else { return }
        TemporaryFiles.add(part.path)
        do throws(SystemError) { try Files.append(part.buffer, to: part.path) } catch {
            throw UnwritableFile(path: part.path, cause: error)
        }
        part.buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the file, which appears under its name only now.
    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        try file.write("time,unique_id,label,kind,score,prediction\(more)\n".utf8)
        for part in parts.values.sorted(by: {
            $0.machine.unicodeScalars.lexicographicallyPrecedes($1.machine.unicodeScalars)
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
