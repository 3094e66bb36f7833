import Foundation
import Reporting

extension ReportFolder {
    /// Every report in the folder that can be read, in the order of file names.
    var reports: [(stem: String, report: Report)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: file(name)),
                let report = try? Report(jsonBytes: [UInt8](data))
            else { return nil }
            return (String(name.dropLast(5)), report)
        }
    }
}
