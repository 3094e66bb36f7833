import CommandLineTool
import Foundation
import JSONText
import Reporting
import Scoring

/// Where the reports of `run` and `evaluate` go, and what is printed of them.
enum ReportOutput {
    static let folderOption = CommandOption(
        "out", "DIR", help: "folder for the reports (default: reports)")
    static let jobsOption = CommandOption("jobs", "N", help: "threads (default: all processors)")
    static let jsonOption = CommandOption(
        "json", help: "print the reports as JSON instead of a table")

    static func jobs(_ arguments: ParsedArguments) throws -> Int {
        try arguments.integer("jobs", in: 1...256)
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// - Parameter sets: public sets among what was judged; with any, JSON is an object of them and the
    ///   reports.
    static func show(
        _ reports: [Report], _ folder: ReportFolder, asJSON: Bool, sets: [SetEvaluation] = []
    ) throws {
        if asJSON {
            let values = reports.map(\.json)
            let all: JSONValue =
                sets.isEmpty
                ? values.count == 1 ? values[0] : .array(values)
                : .object([("sets", .array(sets.map(\.json))), ("reports", .array(values))])
            Terminal.print(all.text(indented: true))
            return
        }
        Terminal.write(ResultTable(usesColor: Terminal.usesColor).text(reports))
        for set in sets { Terminal.print("\n" + set.text) }
        Terminal.print("")
        if reports.count == 1 {
            Terminal.print("Report: \(folder.file(reports[0].fileStem)).html")
        } else {
            Terminal.print("Reports: \(folder.file("index.html"))  (\(reports.count) reports)")
        }
    }
}
