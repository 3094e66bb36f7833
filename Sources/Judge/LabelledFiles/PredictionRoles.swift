import CSVFiles
import CommandLineTool
import Telemetry

/// Which column of a file of predictions is what.
struct PredictionRoles {
    /// Nil where a file says what is true.
    var label: Int?
    var score: Int?
    var prediction: Int?
    var time: Int?
    var id: Int?
    var kind: Int?
    var events: Int?
    var ignored: Int?

    /// - Throws: ``ToolFailure`` (usage) naming the column that is missing.
    init(_ reader: CSVReader, _ options: PredictionFile.Options) throws {
        let header = reader.header
        func failure(_ what: String) -> ToolFailure {
            let columns = header.map { "\"\($0)\"" }.joined(separator: ", ")
            return .usage("\(reader.name):\(reader.line): \(what); the columns are \(columns)")
        }
        func column(_ name: String?, _ option: String) throws -> Int? {
            guard let name else { return nil }
            if let place = ColumnNames.place(of: name, in: header) { return place }
            throw failure(
                "--\(option) \(name): there is no such column"
                    + Spelling.question(name, in: header))
        }
        score = ColumnNames.first(["score"], in: header)
        time =
            try column(options.time, "time-column")
            ?? ColumnNames.first(["time", "timestamp"] + ColumnNames.times, in: header)
        id =
            try column(options.id, "id-column")
            ?? ColumnNames.first(ColumnNames.ids, in: header)
        kind = ColumnNames.first(["kind"], in: header)
        events = ColumnNames.first(["events"], in: header)
        ignored = ColumnNames.first(["ignored"], in: header)
        // What anomaly-detector writes as is_anomaly is its prediction, unless the user says that it
        // is the label.
        let predictions = ColumnNames.first(["prediction", "is_anomaly"], in: header)
        if options.truth == nil {
            guard
                let named = try column(options.label, "label-column")
                    ?? ColumnNames.first(
                        ColumnNames.labels.filter { $0 != "is_anomaly" }, in: header)
            else {
                throw failure(
                    "there is no column label (0 or 1); name it with --label-column, or give a file"
                        + " of events with --truth")
            }
            label = named
        } else if time == nil {
            throw failure("--truth needs a column of times; name it with --time-column")
        }
        prediction = predictions == label ? nil : predictions
        if prediction == nil, score == nil {
            throw failure("there is no column score and no column prediction")
        }
    }

    /// What was taken for what.
    func summary(_ reader: CSVReader) -> String {
        let named: [(String, Int?)] = [
            ("label", label), ("score", score), ("prediction", prediction), ("time", time),
            ("series", id), ("kind", kind), ("events", events), ("ignored", ignored),
        ]
        let header = reader.header
        var parts = named.compactMap { role, column in column.map { "\(role) = \(header[$0])" } }
        if time == nil { parts.append("rows 1s apart") }
        let used = named.compactMap(\.1)
        let rest = header.indices.filter { !used.contains($0) }.map { header[$0] }
        if !rest.isEmpty { parts.append("not used = " + rest.joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }
}
