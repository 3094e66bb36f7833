import CommandLineTool
import LabelledFiles
import Telemetry

/// numenta/NAB: `data/FOLDER/FILE.csv` with `timestamp,value`, and `labels/combined_windows.json`.
enum NABLayout {
    static func members(_ folder: SetFolder) throws -> [SetMember] {
        let labels = "labels/combined_windows.json"
        guard folder.has("data"), folder.has(labels) else {
            throw folder.missing("there is no \(folder.has("data") ? labels : "data/")")
        }
        guard let (truth, windows) = try TruthFile.windows(path: folder.file(labels)) else {
            throw folder.missing("\(labels) has no windows of files")
        }
        return try windows.keys.sorted(by: SetFolder.isBefore).map { key in
            guard folder.has("data/\(key)") else {
                throw folder.missing("there is no data/\(key), which \(labels) names")
            }
            var facts = SetMember.Facts()
            facts.windows = (windows[key] ?? []).compactMap { pair in
                let times = pair.compactMap { Instant.parse($0) }
                return times.count == 2
                    ? SetMember.TimePair(first: times[0], last: times[1]) : nil
            }
            let file = folder.file("data/\(key)")
            return SetMember(
                name: key.replacing("/", with: "-").replacing(".csv", with: ""),
                load: {
                    var options = DataOptions()
                    options.truth = truth
                    options.channels = ["value"]
                    return try LabelledCSV(InputFile(file), options: options)
                }, facts: facts)
        }
    }
}
