import Foundation
import TestSupport
import Testing

/// A Python that has River: `RIVER_PYTHON`, else python3; nil where it cannot import it.
private let riverPython: String? = {
    let python = ProcessInfo.processInfo.environment["RIVER_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", "import river"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? python : nil
}()

@Test(.enabled(if: riverPython != nil, "River is not installed: pip install river"))
func `River's own trees as a program give the built-in's predictions to the last byte`() throws {
    let folder = temporaryPath("river")
    defer { removeTemporary(folder) }
    let program = "command:\(try #require(riverPython)) docs/examples/river_half_space_trees.py"
    let result = try runTool(
        "scenario-runner",
        [
            "run", "overload-fault", "--threshold", "0.9", "--predictions", "--out", folder,
            "--detector",
            "half-space-trees:n_trees=25,height=8,window_size=250,seed=1,scale=minmax",
            "--detector", program,
        ])
    #expect(result.exitCode == 0, "\(result.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".predictions.csv") }
    #expect(files.count == 2)
    let texts = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    #expect(texts[0] == texts[1])
    #expect(texts[0].utf8.count > 200_000)
}
