import Foundation
import TestSupport
import Testing

/// Runs `overload-fault` against alarms in a file, and gives the report and the terminal's table.
private func judge(_ alarms: String, ending: String = "csv", more: [String] = []) throws -> (
    report: [String: Any], text: String
) {
    let folder = temporaryPath("alerts")
    defer { removeTemporary(folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = "\(folder)/alarms.\(ending)"
    try alarms.write(toFile: file, atomically: true, encoding: .utf8)
    let result = try runTool(
        "scenario-runner",
        ["run", "overload-fault", "--detector", "alerts[name=mine]:\(file)", "--out", folder] + more
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    let data = try Data(contentsOf: URL(filePath: "\(folder)/overload-fault--mine--42.json"))
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    for page in ["md", "html"] {
        #expect(
            FileManager.default.fileExists(atPath: "\(folder)/overload-fault--mine--42.\(page)"))
    }
    return (try #require(report), result.output)
}

private func number(_ report: [String: Any], _ path: String...) -> Double? {
    var value: Any? = report
    for key in path { value = (value as? [String: Any])?[key] }
    return value as? Double
}

@Suite struct `Alarms out of a file` {
    @Test func `are judged as a detector's verdicts are`() throws {
        let (report, text) = try judge(
            """
            id,start,end
            machine1,2026-01-01T00:10:30Z,2026-01-01T00:11:00Z
            smith-and-sons-machine1,2026-01-01T00:25:00Z,2026-01-01T00:25:01Z
            pump,2026-01-01T00:10:30Z,2026-01-01T00:11:00Z

            """)
        #expect(number(report, "metrics", "event", "false_alarms") == 1)
        #expect(number(report, "metrics", "event", "detected") == 1)
        #expect(number(report, "metrics", "event", "missed") == 1)
        // Half a minute of half a minute is inside, and one reading outside.
        #expect(number(report, "metrics", "point", "tp") == 30)
        #expect(number(report, "metrics", "point", "fp") == 1)
        #expect(number(report, "metrics", "delay_s", "median") == 30)
        for name in ["vus_pr", "vus_roc", "auc_pr", "auc_roc"] {
            let metrics = report["metrics"] as? [String: Any]
            #expect(metrics?[name] is NSNull, "\(name) needs a score")
        }
        #expect(number(report, "verdicts", "received") == 3)
        #expect(number(report, "verdicts", "counts", "other_machine") == 1)
        #expect(number(report, "verdicts", "counts", "judged") == 2)
        #expect(text.contains("mine") && text.contains("n/a"))
        let warnings = report["warnings"] as? [String] ?? []
        #expect(warnings.contains { $0.contains("1 verdict on machines that are not of this") })
    }

    @Test func `give the report of a program that flags the same readings`() throws {
        // The program flags power above 300; the file has the readings it flags.
        let folder = temporaryPath("same")
        defer { removeTemporary(folder) }
        let export = try runTool(
            "scenario-runner", ["export", "overload-fault", "--format", "csv"])
        let lines = export.output.split(separator: "\n")
        let header = lines[0].split(separator: ",").map(String.init)
        let time = try #require(header.firstIndex(of: "time"))
        let machine = try #require(header.firstIndex(of: "machineID"))
        let power = try #require(header.firstIndex(of: "power"))
        var alarms = "id,start\n"
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if (Double(cells[power]) ?? 0) > 300 { alarms += "\(cells[machine]),\(cells[time])\n" }
        }
        let (report, _) = try judge(alarms)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = "\(folder)/rule.awk"
        try
            "BEGIN { FS = \",\" } NR == 1 { for (i = 1; i <= NF; i++) if ($i == \"power\") p = i; next } { print ($p > 300) ? 1 : 0; fflush() }"
            .write(toFile: script, atomically: true, encoding: .utf8)
        let run = try runTool(
            "scenario-runner",
            [
                "run", "overload-fault", "--json", "--out", folder, "--detector",
                "command[threshold=1,name=rule]:awk -f \(script)",
            ])
        #expect(run.exitCode == 0, "\(run.errors)")
        let other = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let program = try #require(other)
        #expect((number(report, "metrics", "point", "tp") ?? 0) > 50)
        for key in ["point", "event", "composite_event", "delay_s", "range", "affiliation", "nab"] {
            let (a, b) = (report["metrics"] as? NSDictionary, program["metrics"] as? NSDictionary)
            #expect(a?[key] as? NSDictionary == b?[key] as? NSDictionary, "\(key)")
        }
        #expect(
            (report["alarms"] as? [[String: Any]])?.map { $0["start"] as? String }
                == (program["alarms"] as? [[String: Any]])?.map { $0["start"] as? String })
    }

    @Test func `that are no file of alarms are bad input`() throws {
        for spec in ["alerts:/nowhere.csv", "alerts:", "alerts[speed=1]:x.csv"] {
            let result = try runTool(
                "scenario-runner", ["run", "overload-fault", "--detector", spec])
            #expect(
                result.exitCode == 2 && result.errors.contains(spec.prefix(6)), "\(result.errors)")
        }
    }
}
