import CSVFiles
import CommandLineTool
import Foundation
import LabelledFiles
import Telemetry
import TestSupport
import Testing

/// A file as some program writes it: what is read, or which flag is named.
struct Dialect: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable {
        /// First time, first row's values, labels.
        case read(String, [Double], [Bool])
        case refused(String)
    }

    var name: String
    var text: String
    var outcome: Outcome
    var options: @Sendable (inout DataOptions) -> Void = { _ in }

    var testDescription: String { name }

    private static func times(_ format: String, _ zone: String? = nil)
        -> @Sendable (inout DataOptions)
        -> Void
    {
        {
            $0.table.timeFormat = TimeFormat(format)
            $0.table.timeZone = zone.flatMap { TimeZoneTable(named: $0) }
        }
    }

    static let tables: [Dialect] = [
        Dialect(
            name: "spreadsheet, German",
            text: "time;Druck;label\n2026-01-31 12:00:00;1,5;0\n2026-01-31 12:00:01;2,5;1\n",
            outcome: .read("2026-01-31T12:00:00Z", [1.5], [false, true])),
        Dialect(
            name: "day first, points",
            text: "Zeit;Druck;label\n31.01.2026 12:00:00;1,5;0\n31.01.2026 12:00:01;2,5;1\n",
            outcome: .read("2026-01-31T12:00:00Z", [1.5], [false, true])
        ) {
            times("%d.%m.%Y %H:%M:%S")(&$0)
            $0.time = "Zeit"
        },
        Dialect(
            name: "day first, not said", text: "time;a;label\n31.01.2026 12:00;1;0\n",
            outcome: .refused("--time-format")),
        Dialect(
            name: "month first, AM and PM",
            text: "timestamp,a,label\n1/31/2026 12:30:05 AM,1,0\n1/31/2026 1:00:00 PM,2,1\n",
            outcome: .read("2026-01-31T00:30:05Z", [1], [false, true]),
            options: times("%m/%d/%Y %I:%M:%S %p")),
        Dialect(
            name: "month names", text: "timestamp,a,label\n31-Jan-26 23:59:59.250,1,0\n",
            outcome: .read("2026-01-31T23:59:59.250Z", [1], [false]),
            options: times("%d-%b-%y %H:%M:%S.%f")),
        Dialect(
            name: "compact, as CDN logs", text: "timestamp,a,label\n20181001000500,1,0\n",
            outcome: .read("2018-10-01T00:05:00Z", [1], [false]), options: times("%Y%m%d%H%M%S")),
        Dialect(
            name: "zone names", text: "timestamp,a,label\n2026-07-01 12:00:00 CEST,1,0\n",
            outcome: .read("2026-07-01T10:00:00Z", [1], [false]),
            options: times("%Y-%m-%d %H:%M:%S %Z")),
        Dialect(
            name: "zone offsets without colon",
            text: "timestamp,a,label\n2026-07-01T12:00:00+0530,1,0\n",
            outcome: .read("2026-07-01T06:30:00Z", [1], [false])),
        Dialect(
            name: "local times of Berlin", text: "timestamp,a,label\n2026-07-01 12:00:00,1,0\n",
            outcome: .read("2026-07-01T10:00:00Z", [1], [false])
        ) { $0.table.timeZone = TimeZoneTable(named: "Europe/Berlin") },
        Dialect(
            name: "day of the year", text: "timestamp,a,label\n2026-032 06:00,1,0\n",
            outcome: .read("2026-02-01T06:00:00Z", [1], [false]), options: times("%Y-%j %H:%M")),
        Dialect(
            name: "units under the header, not said",
            text: "timestamp,a,b,label\n,bar,degC,\n2026-01-31 12:00:00,1,2,0\n",
            outcome: .refused("--units-row")),
        Dialect(
            name: "units under the header",
            text: "timestamp,a,b,label\n,bar,degC,\n2026-01-31 12:00:00,1,2,0\n",
            outcome: .read("2026-01-31T12:00:00Z", [1, 2], [false])
        ) { $0.table.hasUnitsRow = true },
        Dialect(
            name: "no header, not said", text: "1767225600,0.5,0\n1767225601,0.5,1\n",
            outcome: .refused("--columns")),
        Dialect(
            name: "no header", text: "1767225600,0.5,0\n1767225601,0.7,1\n",
            outcome: .read("2026-01-01T00:00:00Z", [0.5], [false, true])
        ) { $0.table.columns = ["time", "a", "label"] },
        Dialect(
            name: "lines before the header",
            text: "# logger 7\n# bar, degC\ntimestamp,a,label\n2026-01-31 12:00:00,1,0\n",
            outcome: .read("2026-01-31T12:00:00Z", [1], [false])
        ) { $0.table.skippedLines = 2 },
        Dialect(
            name: "lines before the header, not said",
            text: "logger 7\ntimestamp,a,label\n2026-01-31 12:00:00,1,0\n",
            outcome: .refused("--skip-lines")),
        Dialect(
            name: "no times", text: "a,label\n1,0\n2,1\n",
            outcome: .read("1970-01-01T00:00:00Z", [1], [false, true])
        ) { $0.interval = 60_000_000_000 },
        Dialect(
            name: "long form",
            text:
                "time,unique_id,channel,value,label\n1,p,a,1.5,0\n1,p,b,2,0\n2,p,b,4,1\n2,p,a,3,0\n",
            outcome: .read("1970-01-01T00:00:01Z", [1.5, 2], [false, true])
        ) { $0.long = LongForm("channel,value") },
        Dialect(
            name: "long form, other names", text: "time,channel,value,label\n1,a,1,0\n",
            outcome: .refused("--long")
        ) { $0.long = LongForm("tag,value") },
        Dialect(
            name: "tabs and a byte order mark",
            text: "\u{FEFF}timestamp\ta\tlabel\r\n1767225600000\t1\t0\r\n",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])),
        Dialect(
            name: "pipes", text: "timestamp|a|label\n1767225600|1|0\n",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])),
        Dialect(
            name: "quoted header with commas",
            text: "timestamp,\"pressure, bar\",label\n1767225600,1,0\n",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])),
        Dialect(
            name: "thousands", text: "timestamp;a;label\n1767225600;1'060,5;0\n",
            outcome: .refused("--ignore-columns")),
        Dialect(
            name: "decimal comma or thousands", text: "timestamp,a,label\n1,5,0\n2,\"9,999\",0\n",
            outcome: .refused("--decimal")),
        Dialect(
            name: "words for labels",
            text: "timestamp,a,Normal/Attack\n1,5,Normal\n2,6,A ttack\n3,7,Attack\n4,8,\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true, true, false])),
        Dialect(
            name: "yes and no", text: "timestamp,a,anomaly\n1,5,No\n2,6,YES\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true])),
        Dialect(
            name: "words for labels that say nothing",
            text: "timestamp,a,label\n1,5,green\n2,6,red\n", outcome: .refused("--normal-label")),
        Dialect(
            name: "words for labels that the user knows",
            text: "timestamp,a,state\n1,5,green\n2,6,red\n3,6,NA\n4,6,brown\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true, false, true])
        ) {
            $0.label = "state"
            $0.normalLabels = ["green"]
        },
        Dialect(
            name: "-1 and 1, not said", text: "timestamp,a,label\n1,5,1\n2,6,-1\n",
            outcome: .refused("--normal-label")),
        Dialect(
            name: "-1 and 1, as scikit-learn has them",
            text: "timestamp,a,label\n1,5,1\n2,6,-1\n3,6,1.0\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true, false])
        ) { $0.normalLabels = ["1"] },
        Dialect(
            name: "kinds of faults by number",
            text: "timestamp,a,class\n1,5,0\n2,6,3\n3,6,1\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true, true])
        ) { $0.normalLabels = ["0"] },
        Dialect(
            name: "a label in front", text: "label,timestamp,a\n0,1,5\n1,2,6\n",
            outcome: .read("1970-01-01T00:00:01Z", [5], [false, true])),
        Dialect(
            name: "Excel's first line",
            text: "\u{FEFF}sep=;\r\ntime;a, b;label\r\n2026-01-31 12:00:00;1,5;0\r\n",
            outcome: .read("2026-01-31T12:00:00Z", [1.5], [false])),
        Dialect(
            name: "Excel's first line, quoted, and units",
            text: "\"sep=,\"\ntime,a;b;c,label\ns,bar,-\n2026-01-31 12:00:00,1.5,0\n",
            outcome: .refused("--units-row")),
        Dialect(
            name: "a hash before the header", text: "# time,a,label\n1767225600,1,0\n",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])),
        Dialect(
            name: "annotations before the header",
            text: "#group,false,false\n#datatype,long,double\ntime,a,label\n1767225600,1,0\n",
            outcome: .refused("--skip-lines")),
        Dialect(
            name: "a separator at the end of each row",
            text: "time;a;label\n1767225600;1;0;\n",
            outcome: .refused("--skip-lines 1 --columns time,a,label,")),
        Dialect(
            name: "a separator at the end of each row, said",
            text: "time;a;label\n1767225600;1;0;\n",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])
        ) {
            $0.table.skippedLines = 1
            $0.table.columns = ["time", "a", "label", ""]
        },
        Dialect(
            name: "days first in a column of another name",
            text: "Datum;a;label\n31.01.2026 12:00;1;0\n",
            outcome: .refused("(Datum may be one)")),
        Dialect(
            name: "times of day", text: "time,a,label\n23:58:00,1,0\n",
            outcome: .refused("a time of day needs its date")),
        Dialect(
            name: "AM and PM, not said", text: "time,a,label\n1/31/2026 1:00 PM,1,0\n",
            outcome: .refused("--time-format \"%m/%d/%Y %I:%M %p\"")),
        Dialect(
            name: "no labels", text: "timestamp,a\n1,5.5\n2,6\n", outcome: .refused("--no-labels")),
        Dialect(
            name: "historian's marks",
            text: "timestamp,a,label\n1,Bad Input,0\n2,1.#QNAN,0\n3,4,0\n4,5,1\n5,6,0\n",
            outcome: .read(
                "1970-01-01T00:00:01Z", [.missing], [false, false, false, true, false])),
        Dialect(
            name: "ends of lines of an old Mac", text: "timestamp,a,label\r1767225600,1,0\r",
            outcome: .read("2026-01-01T00:00:00Z", [1], [false])),
        Dialect(
            name: "a column of another name for times", text: "when,a,label\n2026-01-01,1,0\n",
            outcome: .refused("--time-column")),
    ]
}

@Suite struct `Tables as people have them` {
    @Test(arguments: Dialect.tables)
    func `are read, or refused with the flag that would read them`(_ dialect: Dialect) throws {
        switch dialect.outcome {
        case .refused(let flag):
            let found = try #require(try refusal(dialect.text, dialect.options))
            #expect(found.contains(flag), "\(found)")
        case .read(let time, let values, let labels):
            let path = temporaryPath("dialect") + ".csv"
            defer { removeTemporary(path) }
            try Data(dialect.text.utf8).write(to: URL(filePath: path))
            var options = DataOptions()
            dialect.options(&options)
            let data = try LabelledCSV(InputFile(path), options: options)
            var found: [Double] = []
            try data.readings { _, piece in found += piece.values }
            let rows = data.series[0].rows
            #expect(
                rows.times.first.map { Instant.text($0) }
                    == Instant.parse(time).map { Instant.text($0) })
            #expect(found.prefix(values.count).map(\.bitPattern) == values.map(\.bitPattern))
            #expect(rows.labels == labels)
        }
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian])
    func `are refused in UTF-16 with the command that makes UTF-8`(encoding: String.Encoding)
        throws
    {
        let path = temporaryPath("utf16") + ".csv"
        defer { removeTemporary(path) }
        let data = try #require("timestamp,a,label\n1,5,0\n".data(using: encoding))
        try data.write(to: URL(filePath: path))
        let error = #expect(throws: ToolFailure.self) {
            try LabelledCSV(InputFile(path), options: DataOptions())
        }
        #expect(error?.messages.first?.contains("iconv -f utf-16") == true)
    }

    @Test(arguments: [
        ("994.88%", true), ("\u{2212}994.88", true), ("12.3 C", true), ("pump-7", false),
        ("2026-01-31", false), ("true", false),
    ])
    func `say when numbers with something around them are left out`(cell: String, isSaid: Bool)
        throws
    {
        let data = try labelled("time,a,b,label\n1,1,\(cell),0\n2,2,\(cell),1\n")
        #expect(data.channels == ["a"])
        #expect(data.warnings.contains { $0.hasPrefix("b is left out") } == isSaid)
    }

    @Test func `are at least 25`() { #expect(Dialect.tables.count >= 25) }

    @Test func `may be a folder of parts, packed or not`() throws {
        let folder = temporaryPath("parts")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        for (name, first) in [("day10.csv", 30), ("day2.csv", 20), ("day1.csv", 10)] {
            let rows = (first..<first + 3).map { "\($0),\($0)" }.joined(separator: "\n")
            try Data(("time,a\n" + rows).utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        }
        try Data("none".utf8).write(to: URL(filePath: "\(folder)/notes.md"))
        var options = DataOptions()
        options.hasNoLabels = true
        let data = try LabelledCSV(InputFile(folder), options: options)
        var values: [Double] = []
        try data.readings { _, piece in values += piece.values }
        #expect(values == [10, 11, 12, 20, 21, 22, 30, 31, 32])
        #expect(data.warnings.isEmpty, "\(data.warnings)")
    }
}
