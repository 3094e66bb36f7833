import CSVFiles
import CommandLineTool
import Foundation
import GroundTruth
import Scoring
import Telemetry
import Testbed

/// Anyone's labelled CSV file as a dataset.
///
/// It is read once for times, labels and what its columns hold; times and labels stay in memory (some 9
/// bytes a row). It is read again for the values by each detector, which do not stay: so a file may be
/// larger than memory.
public struct LabelledCSV: LabelledDataset {
    public let file: InputFile
    /// Of the file's bytes.
    public let sha256: String
    public let channels: [String]
    /// Columns that are neither channels nor anything else.
    public let unused: [String]
    public let series: [DatasetSeries]
    /// What became of columns, cells and rows that a user may not expect.
    public let warnings: [String]
    public let roles: ColumnRoles
    /// Columns of the channels, and how they write numbers.
    let table: TableFormat
    let columns: [(column: Int, style: NumberStyle)]

    public var name: String { file.name }
    public var title: String { file.title }
    /// Whether a column says which series a row belongs to.
    public var hasIDs: Bool { roles.id != nil }

    /// Surveys the file.
    /// - Throws: ``ToolFailure`` (usage) naming file, line and remedy.
    public init(_ source: InputFile, options: DataOptions) throws {
        var options = options
        let file = try readingCSV {
            try options.long.map {
                try $0.widen(source, options.table, normalLabels: options.normalLabels)
            } ?? source
        }
        if options.long != nil {
            options.table = TableFormat(times: options.table)
        }
        self.file = file
        table = options.table
        var roles = try readingCSV { try ColumnRoles(file, options) }
        let hash = FileHash(source.parts.isEmpty ? [source.path] : source.parts)
        let survey = try readingCSV { try FileSurvey(file, roles, options) }
        let found = try survey.channels(&roles, options)
        columns = found.columns
        channels = columns.map { roles.header[$0.column] }
        self.roles = roles
        guard !channels.isEmpty else {
            throw ToolFailure.usage(
                "\(file.name): there is no numeric column to detect anomalies in; the columns are "
                    + roles.header.joined(separator: ", ") + survey.hint)
        }
        let rows = survey.series
        guard rows.contains(where: { !$0.times.isEmpty }) else {
            throw ToolFailure.usage("\(file.name):1: there are no rows under the header")
        }
        unused = roles.leftOut.map { roles.unusedText($0.column, $0.reason) }
        series = rows.map { rows in
            var rows = rows
            let period = roles.time == nil ? roles.interval : rows.period
            var zones: [TimeWindow] = []
            var truth: LabelledTruth
            if let known = options.truth {
                (truth, zones) = known.truth(
                    of: rows.machine, isOnly: roles.id == nil, in: file.title,
                    until: (rows.times.max() ?? 0) + period)
                rows.label(truth.events.filter(\.isScored))
            } else {
                truth = rows.truth(period: period)
                zones = rows.zones(period: period)
            }
            let probationEnd = options.probationEnd(of: rows.times)
            let tolerant = options.tolerance.around(truth, probationEnd: probationEnd)
            var series = DatasetSeries(
                rows: rows, truth: tolerant.truth, probationEnd: probationEnd, period: period)
            series.ignoreZones = zones + tolerant.zones
            return series
        }
        warnings =
            survey.warnings + found.warnings
            + (options.truth?.warnings(
                machines: roles.id == nil ? nil : rows.map(\.machine), data: file.title) ?? [])
            + [
                series.probationWarning, series.orderWarning,
            ].compactMap { $0 }
        sha256 = hash.wait()
    }

    /// What was taken for what, in a line.
    public var summary: String {
        var parts: [String] = []
        parts.append(
            "time = "
                + (roles.time.map(roles.name)
                    ?? "row number, \(DurationText.text(roles.interval)) apart"))
        if let label = roles.label {
            parts.append(
                "label = \(roles.name(label))"
                    + (roles.isLabelByPlace ? " (the last column, 0 and 1)" : ""))
        }
        if let id = roles.id { parts.append("series = \(roles.name(id))") }
        parts.append("channels = " + channels.joined(separator: ", "))
        if !unused.isEmpty { parts.append("not used = " + unused.joined(separator: ", ")) }
        return "\(file.name): " + parts.joined(separator: "; ")
    }
}

extension ColumnRoles {
    fileprivate func unusedText(_ column: Int, _ reason: Reason) -> String {
        switch reason {
        case .asked, .text: name(column)
        case .noName: "\(name(column)) (no name)"
        case .rowNumbers: "\(name(column)) (row numbers)"
        case .tellsAnswer: "\(name(column)) (called like a label)"
        case .labelTwin: "\(name(column)) (equals the label)"
        }
    }
}

extension LabelledRows {
    /// Labels rows by the events they lie in.
    fileprivate mutating func label(_ events: [TruthEvent]) {
        for row in times.indices {
            labels[row] = events.contains { $0.window.contains(times[row]) }
        }
    }
}

extension [DatasetSeries] {
    /// What the probation keeps from being scored; nil if no event begins in it.
    fileprivate var probationWarning: String? {
        var (early, all, earlyRows, allRows) = (0, 0, 0, 0)
        for series in self {
            let isEarly = series.truth.events.map {
                $0.isScored && $0.window.start < series.probationEnd
            }
            early += isEarly.count { $0 }
            all += series.truth.events.count(where: \.isScored)
            allRows += series.rows.labels.count { $0 }
            if let placement = series.truth.placement {
                // Overlapping events share rows, and stand in order of their first ones.
                var end = 0
                for (rows, isEarly) in zip(placement.events, isEarly) where isEarly {
                    earlyRows += Swift.max(0, rows.upperBound - Swift.max(end, rows.lowerBound))
                    end = Swift.max(end, rows.upperBound)
                }
            } else {
                let windows = zip(series.truth.events, isEarly).filter(\.1).map(\.0.window)
                for time in series.rows.times
                where windows.contains(where: { $0.contains(time) }) { earlyRows += 1 }
            }
        }
        guard early > 0 else { return nil }
        return "\(early) of \(all) events (\(earlyRows) of \(allRows) anomalous rows) begin in the"
            + " probation, which is not scored; --probation makes it shorter or longer"
    }

    /// Whether times go back; nil if they don't.
    fileprivate var orderWarning: String? {
        let backward = reduce(0) { $0 + $1.rows.backwardCount }
        guard backward > 0 else { return nil }
        let count = reduce(0) { $0 + $1.rows.times.count }
        return
            "\(backward) of \(count) rows have a time before the row above: the detector sees them"
            + " as they lie, events and alarms are judged in the order of time"
    }
}
