import Foundation
import TestSupport
import Testing

/// A scenario of some minutes with a few overloads, and a folder for reports.
private func withWorkplace(_ body: (_ scenario: String, _ folder: String) throws -> Void) throws {
    let folder = temporaryPath("compare")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    let scenario = folder + "/short.json5"
    try """
    { name: "short", duration: "12m", interval: "1s", warmup: "1m",
      machines: [{ count: 2, prefix: "machine", profile: "demo" }],
      anomalies: [{ machine: "machine1", kind: "overload", at: "4m", for: "1m" },
                  { machine: "machine2", kind: "overload", at: "8m", for: "1m" }] }
    """.write(toFile: scenario, atomically: true, encoding: .utf8)
    try body(scenario, folder)
}

private func run(_ arguments: String...) throws -> ToolResult {
    try runTool("scenario-runner", arguments)
}

@Suite struct `scenario-runner compare` {
    @Test func `says which file of a folder is empty`() throws {
        try withWorkplace { _, folder in
            try "".write(toFile: folder + "/x.json", atomically: true, encoding: .utf8)
            for argument in [folder, folder + "/x.json"] {
                let result = try run("compare", argument)
                #expect(result.exitCode == 2)
                #expect(
                    result.errors.hasPrefix(
                        "scenario-runner: error: \(folder)/x.json: is empty; name"),
                    "\(result.errors)")
            }
        }
    }

    @Test func `compares a folder of reports on the terminal, as JSON and as a page`() throws {
        try withWorkplace { scenario, folder in
            let made = try run(
                "run", scenario, "--detector", "mage-demo", "--detector", "never-on", "--seed",
                "1..2", "--out", folder + "/r")
            #expect(made.exitCode == 0, "\(made.errors)")
            let index = try String(contentsOfFile: folder + "/r/index.html", encoding: .utf8)
            #expect(index.contains("4 reports: 1 scenario, 2 detectors, 2 seeds"))

            let text = try run("compare", folder + "/r", "--out", folder + "/c/page.html")
            #expect(text.exitCode == 0 && text.errors.isEmpty)
            #expect(text.output.contains("never-on against mage-demo"))
            #expect(text.output.contains("2 runs, paired by scenario and seed"))
            let page = try String(contentsOfFile: folder + "/c/page.html", encoding: .utf8)
            #expect(page.contains("\"name\":\"short, seed 2\""))

            let json = try run("compare", folder + "/r", "--json", "--baseline", "never-on")
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
            #expect((object as? [String: Any])?["baseline"] as? String == "never-on")

            let strict = try run("compare", folder + "/r", "--fail-if-worse")
            #expect(strict.exitCode == (text.output.contains("\nWorse") ? 3 : 0))
        }
    }

    @Test func `refuses other scenarios and what is no report, with exit code 2`() throws {
        try withWorkplace { scenario, folder in
            _ = try run("run", scenario, "--detector", "never-on", "--out", folder + "/a")
            let changed = try String(contentsOfFile: scenario, encoding: .utf8)
                .replacingOccurrences(of: "8m", with: "9m")
            try changed.write(toFile: scenario, atomically: true, encoding: .utf8)
            _ = try run("run", scenario, "--detector", "always-on", "--out", folder + "/b")
            let other = try run("compare", folder + "/a", folder + "/b")
            #expect(other.exitCode == 2)
            #expect(
                other.errors.hasPrefix("scenario-runner: error: can't compare: short: "),
                "\(other.errors)")
            #expect(other.errors.contains("different scenarios (sha256"))
            let none = try run("compare", folder + "/nowhere")
            #expect(none.exitCode == 2 && none.errors.contains("no such report or folder"))
            let notOurs = try run("compare", scenario, scenario)
            #expect(notOurs.exitCode == 2 && notOurs.errors.contains("this is not JSON"))
        }
    }
}
