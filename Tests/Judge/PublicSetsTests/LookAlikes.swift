import Foundation
import PublicSets
import TestSupport

/// Folders in the layouts of public sets, small and made here: no row of theirs.
struct LookAlike {
    let path: String

    init() { path = temporaryPath("set") }

    /// Makes the files, has `body` look at them, and takes them away.
    static func with<Result>(
        _ files: [(name: String, text: String)], _ body: (String) throws -> Result
    ) throws -> Result {
        let folder = LookAlike()
        defer { removeTemporary(folder.path) }
        for (name, text) in files {
            let file = URL(filePath: "\(folder.path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    /// A wave with noise that looks random and is the same each time.
    static func value(_ row: Int) -> Double {
        Double((row * 7919) % 997) / 997 + Double(row % 24) / 24
    }

    static func lines(_ rows: Range<Int>, _ line: (Int) -> String) -> String {
        rows.map { line($0) + "\n" }.joined()
    }

    /// 288 readings a day, five minutes apart, from 2014-04-01.
    static func clock(_ row: Int) -> String {
        let minute = row * 5
        let (day, rest) = (1 + minute / 1440, minute % 1440)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "2014-04-\(two(day)) \(two(rest / 60)):\(two(rest % 60)):00"
    }

    static var nab: [(name: String, text: String)] {
        func file(_ jump: Range<Int>) -> String {
            "timestamp,value\n"
                + lines(0..<2000) { "\(clock($0)),\(value($0) + (jump.contains($0) ? 9 : 0))" }
        }
        return [
            ("data/realOne/one.csv", file(1000..<1010)), ("data/realOne/two.csv", file(0..<0)),
            (
                "labels/combined_windows.json",
                """
                {"realOne/one.csv": [["\(clock(950)).000000", "\(clock(1050)).000000"]],
                 "realOne/two.csv": []}
                """
            ),
        ]
    }

    static var skab: [(name: String, text: String)] {
        func file(_ first: Int) -> String {
            "datetime;Accelerometer1RMS;Current;anomaly;changepoint\n"
                + lines(0..<600) { row in
                    let isAnomaly = (500..<550).contains(row)
                    // Two rows of one time now and then, as there.
                    let second = row - (row % 100 == 0 ? 1 : 0) + 60
                    return
                        "2020-03-09 10:\(10 + second / 60):\(second % 60 < 10 ? "0" : "")\(second % 60);"
                        + "\(value(row + first));\(isAnomaly ? 9.0 : 1.5);\(isAnomaly ? 1.0 : 0.0);"
                        + "\(row == 500 ? 1.0 : 0.0)"
                }
        }
        return [
            ("data/valve1/0.csv", file(0)), ("data/valve1/10.csv", file(1)),
            ("data/valve1/2.csv", file(2)), ("data/anomaly-free/anomaly-free.csv", "datetime\n"),
        ]
    }

    static var tsbAD: [(name: String, text: String)] {
        [
            (
                "TSB-AD-U/001_NAB_id_1_Facility_tr_200_1st_400.csv",
                "Data,Label\n"
                    + lines(0..<600) {
                        "\(value($0)),\((400..<420).contains($0) ? 1 : 0)"
                    }
            ),
            (
                "TSB-AD-M/002_SMD_id_1_Facility_tr_200_1st_300.csv",
                "0,1,Label\n"
                    + lines(0..<500) {
                        "\(value($0)),\(value($0 + 5)),\((300..<320).contains($0) ? 1 : 0)"
                    }
            ),
        ]
    }

    static var ucr: [(name: String, text: String)] {
        let spiked = (0..<900).map { "\(value($0) + ((700..<720).contains($0) ? 9 : 0))" }
        return [
            ("001_UCR_Anomaly_DISTORTEDone_500_701_720.txt", spiked.joined(separator: "\n") + "\n"),
            ("204_UCR_Anomaly_two_words_500_701_720.txt", "  " + spiked.joined(separator: "  ")),
        ]
    }

    static var smd: [(name: String, text: String)] {
        func rows(_ count: Int, _ jump: Range<Int>) -> String {
            lines(0..<count) { "\(value($0)),\(jump.contains($0) ? 5.5 : 0.25)" }
        }
        let labels = lines(0..<300) { (200..<230).contains($0) ? "1" : "0" }
        return [2, 10].flatMap { number in
            [
                ("ServerMachineDataset/train/machine-1-\(number).txt", rows(250, 0..<0)),
                ("ServerMachineDataset/test/machine-1-\(number).txt", rows(300, 200..<230)),
                ("ServerMachineDataset/test_label/machine-1-\(number).txt", labels),
            ]
        }
    }

    static var wsd: [(name: String, text: String)] {
        [
            (
                "real-world/0.csv",
                "timestamp,value,label\n"
                    + lines(0..<400) {
                        "\(1_503_663_960 + 60 * $0),\(value($0)),\((300..<310).contains($0) ? 1 : 0)"
                    }
            )
        ]
    }

    static var tep: [(name: String, text: String)] {
        func cell(_ row: Int, _ variable: Int, _ fault: Int) -> String {
            "\(value(row * 52 + variable) + (fault > 0 && row >= 160 ? 9 : 0))"
        }
        func run(_ fault: Int) -> String {
            lines(0..<200) { row in
                "  " + (0..<52).map { cell(row, $0, fault) }.joined(separator: "  ")
            }
        }
        // As it is published: a row a variable.
        let normal = lines(0..<52) { variable in
            "  " + (0..<100).map { cell($0 + 1000, variable, 0) }.joined(separator: "  ")
        }
        return [("d00.dat", normal), ("d00_te.dat", run(0)), ("d04_te.dat", run(4))]
    }
}
