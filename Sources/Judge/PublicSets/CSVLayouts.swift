import Foundation
import LabelledFiles

/// Sets that are folders of CSV files with a label in each row.
enum CSVLayouts {
    /// waico/SKAB: `data/valve1/0.csv` and others, one experiment a file; the first 400 rows are to learn
    /// from. `anomaly-free` is in no table.
    static func skab(_ folder: SetFolder) throws -> [SetMember] {
        let data = try folder.below("data")
        let files = data.files(endingWith: ".csv").filter { !$0.contains("anomaly-free") }
        guard !files.isEmpty else { throw folder.missing("there are no files .csv") }
        return files.map { file in
            member(data, file, training: 400) { options in
                options.label = "anomaly"
                options.ignored = ["changepoint"]
                options.time = "datetime"
            }
        }
    }

    /// TheDatumOrg/TSB-AD: `NNN_SET_id_N_DOMAIN_tr_TRAIN_1st_FIRST.csv`, channels and `Label`, rows without
    /// times.
    static func tsbAD(_ folder: SetFolder) throws -> [SetMember] {
        let files = folder.files(endingWith: ".csv").compactMap { file in
            file.firstMatch(of: /_tr_(\d+)_1st_(\d+)\.csv$/).flatMap { match in
                Int(match.1).map { (file, $0) }
            }
        }
        guard !files.isEmpty else { throw folder.missing("there is no file _tr_N_1st_N.csv") }
        return files.map { file, training in
            member(folder, file, training: training) { options in
                options.label = "Label"
                options.interval = 1_000_000_000
            }
        }
    }

    /// alumik/AnoTransfer-data: `real-world/0.csv` to `209.csv` with `timestamp,value,label`, a row a
    /// minute; the first half is to learn from.
    static func wsd(_ folder: SetFolder) throws -> [SetMember] {
        let data = try folder.below("real-world", "WSD")
        let files = data.files(endingWith: ".csv")
        guard !files.isEmpty else { throw folder.missing("there are no files .csv") }
        return files.map { file in
            SetMember(
                name: title(file),
                load: {
                    var options = DataOptions()
                    options.label = "label"
                    options.channels = ["value"]
                    options.probation = .share(0.5, atMost: .max)
                    return try LabelledCSV(InputFile(data.file(file)), options: options)
                }, facts: SetMember.Facts())
        }
    }

    private static func member(
        _ folder: SetFolder, _ file: String, training: Int,
        _ change: @escaping @Sendable (inout DataOptions) -> Void
    ) -> SetMember {
        var facts = SetMember.Facts()
        facts.firstRow = training
        let path = folder.file(file)
        return SetMember(
            name: title(file),
            load: {
                var options = DataOptions()
                change(&options)
                options.probation = .rows(training)
                return try LabelledCSV(InputFile(path), options: options)
            }, facts: facts)
    }

    private static func title(_ file: String) -> String {
        String(file.dropLast(4)).replacing("/", with: "-")
    }
}
