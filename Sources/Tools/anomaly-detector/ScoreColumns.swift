import AnomalyDetection
import CSVFiles
import CommandLineTool
import Foundation
import Telemetry

/// What the columns of a file are for.
struct ScoreColumns {
    /// What the user says about them; nil or empty for what their names say.
    struct Options {
        /// The only columns that are channels; empty for all that can be.
        var wanted: [String] = []
        var ignored: [String] = []
        var time: String?
        var id: String?
        var decimal: NumberStyle.Mark?
        var table = TableFormat()
    }

    /// Columns that this tool adds.
    static let addedNames = ["score", "is_anomaly"]

    /// Names of the channels, in the file's order.
    private(set) var channels: [String]
    /// Per channel its column; nil for one that the detector does not look at.
    private(set) var columns: [Int?]
    let time: Int?
    /// Whether the user named the channels.
    let areNamed: Bool
    /// Columns that split the rows into series.
    let keys: [Int]
    /// Columns that a user may expect to be channels, and why they are not.
    private(set) var passedOver: [String]
    /// Columns, channels so far, that number the rows if their first cell is 0 or 1.
    let maybeRowNumbers: [Int]

    /// - Throws: ``ToolFailure`` (usage).
    init(
        _ header: [String], file: String, detector: ConfiguredDetector,
        options: Options = Options()
    ) throws {
        let wanted = options.wanted
        func column(_ name: String?, _ option: String) throws -> Int? {
            guard let name else { return nil }
            if let place = ColumnNames.place(of: name, in: header) { return place }
            throw ToolFailure.usage(
                "\(file):1: --\(option) \(name): there is no such column; the columns are "
                    + header.joined(separator: ", ") + Spelling.question(name, in: header))
        }
        for name in Self.addedNames where ColumnNames.place(of: name, in: header) != nil {
            throw ToolFailure.usage(
                "\(file):1: there is a column \(name) already; rename it or take it out, for the"
                    + " result goes into a column of that name")
        }
        for name in wanted { _ = try column(name, "channels") }
        let ignored = try options.ignored.map { try column($0, "ignore-columns") }
        // Where the SPEC names features, the other columns may hold anything.
        let features = detector.parameters.first { $0.name == "features" }?.value ?? ""
        let named = features.split(separator: "+").map(String.init)
        let time =
            try column(options.time, "time-column")
            ?? ColumnNames.first(["time"] + ColumnNames.times, in: header)
        let keys =
            try column(options.id, "id-column").map { [$0] }
            ?? ColumnNames.ids.compactMap { ColumnNames.first([$0], in: header) }
        self.time = time
        self.keys = keys
        areNamed = !wanted.isEmpty || !named.isEmpty
        var places: [Int] = []
        var passedOver: [String] = []
        var maybeRowNumbers: [Int] = []
        for (place, name) in header.enumerated()
        where place != time && !keys.contains(place) && !ignored.contains(place) {
            let isNamed = ColumnNames.place(of: name, in: wanted + named) != nil
            if !wanted.isEmpty || isNamed {
                if isNamed { places.append(place) }
            } else if header.count > 1, ColumnNames.isUnnamed(name) {
                passedOver.append("column \(place + 1) (\(name.isEmpty ? "no name" : name))")
            } else if ColumnNames.tellsAnswer(name) {
                if name != "label" { passedOver.append("\(name) (called like a label)") }
            } else if ColumnNames.rank(name, in: ColumnNames.described) == nil {
                places.append(place)
                if ColumnNames.isRowIndex(name) { maybeRowNumbers.append(place) }
            }
        }
        guard !places.isEmpty else {
            throw ToolFailure.usage(
                "\(file):1: there is no channel to score; the columns are"
                    + " \(header.joined(separator: ", "))")
        }
        self.passedOver = passedOver
        // The only channel that there is remains one.
        self.maybeRowNumbers = places.count > maybeRowNumbers.count ? maybeRowNumbers : []
        channels = places.map { header[$0] }
        columns = places.map { place in
            named.isEmpty || ColumnNames.place(of: header[place], in: named) != nil ? place : nil
        }
    }

    /// Takes out channels that number the rows, which the first row has told.
    /// - Parameter numbers: columns among ``maybeRowNumbers``.
    mutating func leaveOut(rowNumbers numbers: [Int], of header: [String]) {
        let kept = columns.indices.filter { place in
            !numbers.contains { ColumnNames.place(of: channels[place], in: header) == $0 }
        }
        passedOver += numbers.map { "\(header[$0]) (row numbers)" }
        channels = kept.map { channels[$0] }
        columns = kept.map { columns[$0] }
    }
}
