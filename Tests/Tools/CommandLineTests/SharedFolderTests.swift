import Foundation
import TestSupport
import Testing

@Suite struct `One reports folder of many processes` {
    @Test func `loses no row of its index and tears no file`() throws {
        let folder = temporaryPath("shared")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let runner = builtProducts.appending(path: "scenario-runner").path
        var expected: Set<String> = []
        // Short ones, so that many indexes are written at about the same time.
        let children = try (0..<8).map { number in
            let scenario = "\(folder)/plant-\(number).json5"
            try Data(
                """
                { name: "plant-\(number)", duration: "2m", warmup: "30s",
                  machines: [{ id: "m", profile: "demo" }] }
                """.utf8
            ).write(to: URL(filePath: scenario))
            for seed in 1...3 { expected.insert("plant-\(number)--mad--\(seed)") }
            return try ChildProcess(
                runner,
                [
                    "run", scenario, "--detector", "mad", "--seed", "1..3", "--out",
                    folder + "/reports",
                ])
        }
        for child in children { #expect(child.wait() == 0) }
        let index = try String(contentsOfFile: folder + "/reports/index.html", encoding: .utf8)
        for stem in expected { #expect(index.contains("\(stem).html"), "\(stem)") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/reports")
        #expect(names.count == expected.count * 3 + 1, "\(names)")
    }

    @Test func `says which report is damaged and leaves it out`() throws {
        let folder = temporaryPath("damaged")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("{\"schema\":\"anomaly-testbed.report/1\",".utf8)
            .write(to: URL(filePath: folder + "/torn.json"))
        try Data("{\"schema\":\"another\"}".utf8)
            .write(to: URL(filePath: folder + "/foreign.json"))
        let result = try runTool(
            "scenario-runner", ["run", "clean", "--detector", "never-on", "--out", folder])
        #expect(result.exitCode == 0, "\(result)")
        #expect(result.errors.contains("\(folder)/torn.json is left out of index.html"))
        #expect(!result.errors.contains("foreign"))
    }
}
