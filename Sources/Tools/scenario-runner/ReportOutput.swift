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

    static func show(_ reports: [Report], _ folder: ReportFolder, asJSON: Bool) throws {
        if asJSON {
            let values = reports.map(\.json)
            let all: JSONValue = values.count == 1 ? values[0] : .array(values)
            Terminal.print(all.text(indented: true))
            return
        }
        Terminal.write(ResultTable(usesColor: Terminal.usesColor).text(reports))
        Terminal.print("")
        if reports.count == 1 {
            Terminal.print("Report: \(folder.file(reports[0].fileStem)).html")
        } else {
            Terminal.print("Reports: \(folder.file("index.html"))  (\(reports.count) reports)")
        }
    }
}
