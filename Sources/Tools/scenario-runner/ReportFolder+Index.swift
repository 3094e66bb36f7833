import CommandLineTool
import Foundation
import Reporting

extension ReportFolder {
    /// Writes `index.html` over `reports` and every other report in the folder: those of earlier
    /// sweeps, of other shards, of processes that write into it now. Whoever writes it last has seen
    /// all that were whole by then.
    /// - Throws: ``ToolFailure`` (failed).
    func writeIndex(_ reports: [Report]) throws {
        try locked {
            var entries = reports.map { IndexEntry($0, stem: $0.fileStem) }
            let known = Set(entries.map(\.stem))
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for name in names.sorted() where name.hasSuffix(".json") {
                let stem = String(name.dropLast(5))
                guard !known.contains(stem), let report = otherReport(name) else { continue }
                entries.append(IndexEntry(report, stem: stem))
            }
            try write(IndexPage(entries).html, to: "index.html")
        }
    }

    /// A report in the folder; nil, with a word where it should be one, for anything else.
    private func otherReport(_ name: String) -> Report? {
        guard let data = FileManager.default.contents(atPath: file(name)) else { return nil }
        do { return try Report(jsonBytes: [UInt8](data)) } catch ReportError.schema {
            return nil
        } catch {
            Terminal.error(
                "scenario-runner: warning: \(file(name)) is left out of index.html: \(error)")
            return nil
        }
    }

    /// Writes the report's JSON, Markdown and HTML.
    /// - Throws: ``ToolFailure`` (failed).
    /// - Parameter units: of each channel that has one.
    func write(_ report: Report, trace: Trace?, units: [String: String] = [:]) throws {
        try write(report.markdown, to: report.fileStem + ".md")
        try write(
            ReportPage(report, trace: trace, units: units).html, to: report.fileStem + ".html")
        // Last, for a sweep that goes on from here takes a report with its JSON as finished.
        try write(report.jsonText, to: report.fileStem + ".json")
    }

    /// The report of an earlier sweep that is of the same run as `wanted`: data, route, seed and
    /// every setting of the detector.
    func report(like wanted: Report) -> Report? {
        guard let data = FileManager.default.contents(atPath: file(wanted.fileStem + ".json")),
            let found = try? Report(jsonBytes: [UInt8](data)), found.scenario == wanted.scenario,
            found.route == wanted.route, found.detector == wanted.detector
        else { return nil }
        return found
    }
}
