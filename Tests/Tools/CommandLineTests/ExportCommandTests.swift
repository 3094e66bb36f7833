import Foundation
import Telemetry
import TestSupport
import Testing

@Suite struct `scenario-runner export` {
    /// Every fault of the transport, and faults that a detector is to find between and among them.
    private static let troubled = """
        { name: "troubled", seed: 3, duration: "100m", warmup: "30m",
          machines: [{ count: 2, prefix: "pump", profile: "pump", provider: "Smith and Sons" }],
          delivery: { drop: 0.01, duplicate: 0.02, delay: "3s" },
          anomalies: [
            { machine: "all", kind: "dropout", at: "35m", for: "2m", parameters: { r: 0.5 } },
            { machine: "all", kind: "channel_null", at: "40m", for: "2m" },
            { machine: "all", kind: "late", at: "45m", for: "2m" },
            { machine: "all", kind: "out_of_order", at: "50m", for: "2m" },
            { machine: "all", kind: "duplicate", at: "55m", for: "2m" },
            { machine: "all", kind: "clock_jump", at: "60m", for: "2m" },
            { machine: "all", kind: "clock_drift", at: "65m", for: "2m" },
            { machine: "all", kind: "jitter", at: "70m", for: "2m" },
            { machine: "all", kind: "wrong_machine_id", at: "75m", for: "2m" },
            { machine: "all", kind: "malformed", at: "80m", for: "2m" },
            { machine: "all", kind: "spike", at: ["38m", "41m", "59m", "76m", "90m"], for: "9s",
              parameters: { k: 30 } },
          ] }
        """

    private func export(_ text: String, _ options: [String] = []) throws -> [[String]] {
        try withScenario(text) { path in
            let result = try runTool("scenario-runner", ["export", path] + options)
            #expect(result.exitCode == 0, "\(result.errors)")
            return result.output.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
    }

    private func withScenario<Result>(
        _ text: String, _ body: (String) throws -> Result
    ) throws -> Result {
        let folder = temporaryPath("export")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/troubled.json5"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try body(path)
    }

    private func metrics(_ arguments: [String]) throws -> [String: NSObject] {
        let result = try runTool("scenario-runner", arguments + ["--json"])
        #expect(result.exitCode == 0, "\(result.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let report = try #require((json as? [Any])?.first ?? json)
        let members = try #require(report as? [String: Any])
        return try #require(members["metrics"] as? [String: NSObject])
    }

    @Test(arguments: ["default", "hotelling-t2"])
    func `gives evaluate what run sees, transport trouble and all`(_ detector: String) throws {
        // A series of its own would get a beginning of its own that evaluate does not score.
        let text = Self.troubled.replacing("wrong_machine_id", with: "dropout")
        try withScenario(text) { path in
            let folder = URL(filePath: path).deletingLastPathComponent().path
            let csv = folder + "/troubled.csv"
            let made = try runTool("scenario-runner", ["export", path, "--out", csv])
            #expect(made.exitCode == 0, "\(made.errors)")
            let options = ["--detector", detector, "--out", folder + "/reports"]
            let played = try metrics(["run", path] + options)
            let read = try metrics(["evaluate", csv, "--probation", "30m"] + options)
            for name in ["point", "event", "headline_f1", "recall_by_kind", "auc_roc", "vus_pr"] {
                #expect(played[name] == read[name], "\(name)")
            }
        }
    }

    @Test func `shows what each fault of the transport leaves in a file`() throws {
        let rows = try export(Self.troubled).dropFirst()
        let made = try export(Self.troubled, ["--as-made"]).dropFirst()
        #expect(made.count == 2 * 6000)
        #expect(rows.count < made.count - 100)
        #expect(Set(made.map { $0[1] }) == ["pump1", "pump2"])
        #expect(
            Set(rows.map { $0[1] }) == ["pump1", "pump2", "pump1-stray", "pump2-stray"])
        for name in Set(rows.map { $0[1] }) {
            let times = rows.filter { $0[1] == name }.map { $0[0] }
            #expect(Set(times).count == times.count)
        }
        let instants = rows.compactMap { Instant.parse($0[0]) }
        #expect(instants.count == rows.count)
        #expect(zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(rows.filter { $0[5].isEmpty }.count > 200)
        #expect(made.allSatisfy { !$0[5].isEmpty })
        #expect(rows.filter { $0[7] == "late" }.count > 200)
        #expect(rows.filter { $0[1].hasSuffix("stray") }.allSatisfy { $0[6] == "0" })
        #expect(!rows.contains { $0[7].contains("dropout") && $0[6] == "1" })
    }

    @Test func `labels a cascade where it really was`() throws {
        let rows = try export(
            """
            { name: "cascade", duration: "2h",
              machines: [{ id: "pump1", profile: "pump" }],
              anomalies: [
                { id: "hot", machine: "pump1", kind: "cooling_loss", at: "35m", for: "40m",
                  parameters: { k: 2 } },
                { machine: "pump1", kind: "trip", after: "hot", for: "10m",
                  when: { channel: "temperature", above: 52 } } ] }
            """
        ).dropFirst()
        let tripped = rows.filter { $0[7] == "cooling_loss+trip" }
        #expect(tripped.count == 600)
        let first = try #require(rows.firstIndex { $0[7] == "cooling_loss+trip" })
        #expect(try #require(Double(rows[first - 1][5])) > 52)
        #expect(rows[(2100 + 1)..<(first - 1)].allSatisfy { Double($0[5]) ?? 99 <= 52 })
    }

    /// The suite's scenarios and some beside it; without TESTBED_FULL those that take a few seconds.
    private static let suite: [String] = {
        let short = ["overload-fault", "short-blips", "recipe-change"]
        guard ProcessInfo.processInfo.environment["TESTBED_FULL"] != nil else { return short }
        let folder = RepositoryFiles.path("scenarios/suite")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().map { String($0.dropFirst(3).dropLast(6)) }
            + ["cascade", "overload-fault", "short-blips"]
    }()

    /// The events of a report that count, told by what does not depend on how they are numbered.
    private func events(_ report: [String: Any]) throws -> [String] {
        try #require(report["events"] as? [[String: Any]])
            .filter { $0["is_scored"] as? Bool == true }
            .map { event in
                ["machine", "kind", "start", "end", "detected", "delay_s"]
                    .map { "\(event[$0] ?? "-")" }.joined(separator: " ")
            }.sorted()
    }

    private func report(_ arguments: [String]) throws -> [String: Any] {
        let result = try runTool("scenario-runner", arguments + ["--json"])
        #expect(result.exitCode == 0, "\(result.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test(arguments: suite)
    func `gives evaluate the events and figures of run, with its record and without`(
        scenario: String
    ) throws {
        let folder = temporaryPath("round-trip")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let (csv, truth) = ("\(folder)/data.csv", "\(folder)/truth.json")
        let options = ["--detector", "mad", "--out", "\(folder)/reports"]
        let played = try report(["run", scenario] + options)
        let made = try runTool(
            "scenario-runner", ["export", scenario, "--out", csv, "--truth", truth])
        #expect(made.exitCode == 0, "\(made.errors)")
        let warmup = try #require(
            (played["scenario"] as? [String: Any])?["warmup_s"] as? Double)
        for more in [[], ["--truth", truth]] {
            let read = try report(
                ["evaluate", csv, "--probation", "\(warmup)"] + options + more)
            #expect(try events(read) == events(played))
            let figures = [played, read].map { $0["metrics"] as? [String: NSObject] }
            for name in ["headline_f1", "point", "event", "recall_by_kind", "vus_pr"] {
                #expect(figures[0]?[name] == figures[1]?[name], "\(name)")
            }
        }
    }

    @Test func `writes to a pipe that is there, and replaces neither it nor a link`() throws {
        let folder = temporaryPath("special")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let (pipe, link, file) = ("\(folder)/pipe", "\(folder)/link", "\(folder)/file.csv")
        try #require(mkfifo(pipe, 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        let copy = "\(folder)/copy.csv"
        let reader = try ChildProcess("/bin/sh", ["-c", "cat \"$0\" > \"$1\"", pipe, copy])
        let made = try runTool("scenario-runner", ["export", "seed-demo", "--out", pipe])
        #expect(made.exitCode == 0, "\(made.errors)")
        _ = reader.readToEnd()
        let text = try String(contentsOfFile: copy, encoding: .utf8)
        #expect(text.hasPrefix("time,machineID,"))
        _ = try runTool("scenario-runner", ["export", "seed-demo", "--out", link])
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        var status = stat()
        #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func `tells overlapping faults apart`() throws {
        let rows = try export(
            """
            { name: "overlap", seed: 42, duration: "10m", warmup: "3m",
              machines: [{ id: "pump1", profile: "pump" }],
              anomalies: [{ machine: "pump1", kind: "bearing_wear", at: "4m", for: "5m" },
                          { machine: "pump1", kind: "cooling_loss", at: "5m", for: "2m" }] }
            """)
        try #require(rows[0].suffix(4) == ["label", "kind", "events", "ignored"])
        let names = rows.dropFirst().map { $0[8] }
        #expect(names.count { $0.contains("bearing_wear#1") } == 300)
        #expect(names.count { $0 == "bearing_wear#1+cooling_loss#2" } == 120)
    }
}
