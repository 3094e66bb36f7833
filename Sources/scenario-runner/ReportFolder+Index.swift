import Foundation
import Reporting

extension ReportFolder {
    /// Writes `index.html` over `reports` and every other report in the folder: those of earlier
    /// sweeps, of other shards.
    /// - Throws: ``ToolFailure`` (failed).
    func writeIndex(_ reports: [Report]) throws {
        var entries = reports.map { IndexEntry($0, stem: $0.fileStem) }
        let known = Set(entries.map(\.stem))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names where name.hasSuffix(".json") {
            let stem = String(name.dropLast(5))
            guard !known.contains(stem),
                let data = FileManager.default.contents(atPath: file(name)),
                let report = try? Report(jsonBytes: [UInt8](data))
            else { continue }
            entries.append(IndexEntry(report, stem: stem))
        }
        try write(IndexPage(entries).html, to: "index.html")
    }
}
