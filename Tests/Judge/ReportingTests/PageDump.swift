import Foundation
import Reporting
import Testing

/// Pages to look at: `REPORT_PAGES=DIR swift test --filter ReportingTests`.
@Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_PAGES"] != nil))
func `pages are written for a person to look at`() throws {
    let folder = URL(
        fileURLWithPath: try #require(ProcessInfo.processInfo.environment["REPORT_PAGES"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let three = Plant().make()
    try write(ReportPage(three.report, trace: three.trace).html, "three.html")
    try write(three.report.markdown, "three.md")
    try write(three.report.jsonText, "three.json")
    var large = Plant()
    large.machineNames = (1...500).map { "machine\($0)" }
    large.rows = 3600
    let many = large.make()
    try write(ReportPage(many.report, trace: many.trace).html, "many.html")
    print(ResultTable().text([three.report, many.report]))
}
