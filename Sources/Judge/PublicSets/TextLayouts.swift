import CommandLineTool
import LabelledFiles

/// UCR archive: `NNN_UCR_Anomaly_NAME_TRAINEND_BEGIN_END.txt`, one value a line or all in one; rows count
/// from 1, and the one event goes from BEGIN to END.
enum UCRLayout {
    static func members(_ folder: SetFolder) throws -> [SetMember] {
        let pattern = /(\d+_UCR_Anomaly_.*)_(\d+)_(\d+)_(\d+)\.txt$/
        let files = folder.files(endingWith: ".txt").compactMap { file in
            file.firstMatch(of: pattern).flatMap { match -> (String, String, [Int])? in
                let numbers = [match.2, match.3, match.4].compactMap { Int($0) }
                return numbers.count == 3 ? (file, String(match.1), numbers) : nil
            }
        }
        guard !files.isEmpty else {
            throw folder.missing("there is no file _UCR_Anomaly_NAME_TRAINEND_BEGIN_END.txt")
        }
        return files.map { file, title, numbers in
            let path = folder.file(file)
            return SetMember(
                name: title,
                load: {
                    let values = try NumberFile(path)
                    let count = values.values.count
                    guard numbers[1] >= 1, numbers[1] <= numbers[2], numbers[2] <= count else {
                        throw ToolFailure.usage(
                            "\(path): the name says that rows \(numbers[1]) to \(numbers[2]) are"
                                + " anomalous, and the file has \(count)")
                    }
                    return TableDataset(
                        name: path, title: title, sha256: values.sha256, channels: ["value"],
                        values: values.values,
                        labels: (1...count).map { (numbers[1]...numbers[2]).contains($0) },
                        probation: numbers[0])
                }, facts: SetMember.Facts())
        }
    }
}

/// OmniAnomaly's Server Machine Dataset: `train/`, `test/` and `test_label/` with `machine-1-1.txt`, 38
/// values a row; the training half goes before, to learn from.
enum SMDLayout {
    static func members(_ folder: SetFolder) throws -> [SetMember] {
        let data = try folder.below("ServerMachineDataset")
        for part in ["train", "test", "test_label"] where !data.has(part) {
            throw folder.missing("there is no \(part)/")
        }
        let test = try SetFolder(data.file("test"), of: .smd)
        let files = test.files(endingWith: ".txt")
        guard !files.isEmpty else { throw folder.missing("there are no files .txt in test/") }
        return files.map { file in
            let parts = ["train", "test", "test_label"].map { data.file("\($0)/\(file)") }
            return SetMember(
                name: String(file.dropLast(4)), load: { try table(parts) },
                facts: SetMember.Facts())
        }
    }

    private static func table(_ parts: [String]) throws -> TableDataset {
        let files = try parts.map { try NumberFile($0) }
        let widths = try files.map { try $0.width() }
        guard widths[0] == widths[1], widths[2] == 1 else {
            throw ToolFailure.usage(
                "\(parts[1]): train has \(widths[0]) numbers a row, test \(widths[1]), and test_label"
                    + " \(widths[2]) where it must have 1")
        }
        let labels = files[2].values
        guard labels.count == files[1].lineWidths.count else {
            throw ToolFailure.usage(
                "\(parts[2]): \(labels.count) labels for \(files[1].lineWidths.count) rows in test")
        }
        let training = files[0].lineWidths.count
        return TableDataset(
            name: parts[1], title: InputFile.title(of: parts[1]), sha256: NumberFile.hash(files),
            channels: (1...widths[0]).map { "value\($0)" },
            values: files[0].values + files[1].values,
            labels: [Bool](repeating: false, count: training) + labels.map { $0 != 0 },
            interval: 60_000_000_000, probation: training)
    }
}

/// Tennessee Eastman Process: `d00.dat` (normal, 52 rows of 500 values: a column a time), and a test run
/// `dNN_te.dat` a fault (960 rows of 52), in which the fault begins with row 161, after 8 hours.
enum TEPLayout {
    private static let variables = 52
    private static let firstFaultRow = 160

    static func members(_ folder: SetFolder) throws -> [SetMember] {
        let files = folder.files(endingWith: "_te.dat").filter { !$0.contains("/") }
        guard folder.has("d00.dat"), !files.isEmpty else {
            throw folder.missing(
                files.isEmpty ? "there are no files _te.dat" : "there is no d00.dat")
        }
        let normal = try rows(NumberFile(folder.file("d00.dat")))
        let training = normal.values.count / variables
        return try files.map { file in
            guard let match = file.firstMatch(of: /d(\d\d)_te\.dat$/) else {
                throw folder.missing("\(file) is not called dNN_te.dat")
            }
            let fault = Int(match.1) ?? 0
            let title = "d\(match.1)"
            let path = folder.file(file)
            var facts = SetMember.Facts()
            facts.kind = fault == 0 ? "" : "fault\(fault)"
            return SetMember(
                name: title,
                load: {
                    let test = try rows(NumberFile(path))
                    let count = test.values.count / variables
                    return TableDataset(
                        name: path, title: title, sha256: test.sha256,
                        channels: (1...41).map { "xmeas\($0)" } + (1...11).map { "xmv\($0)" },
                        values: normal.values + test.values,
                        labels: (0..<training + count).map {
                            fault > 0 && $0 >= training + firstFaultRow
                        },
                        kind: "fault\(fault)", interval: 180_000_000_000, probation: training)
                }, facts: facts)
        }
    }

    /// The values row after row, whichever way the file has them.
    private static func rows(_ file: NumberFile) throws -> (values: [Double], sha256: String) {
        let width = try file.width()
        if width == variables { return (file.values, file.sha256) }
        guard file.lineWidths.count == variables else {
            throw ToolFailure.usage(
                "\(file.path): \(file.lineWidths.count) rows of \(width) numbers; one side must be"
                    + " \(variables)")
        }
        var values: [Double] = []
        values.reserveCapacity(file.values.count)
        for row in 0..<width {
            for column in 0..<variables { values.append(file.values[column * width + row]) }
        }
        return (values, file.sha256)
    }
}
