import Foundation
import MachineSimulation
import Scenarios
import Telemetry
import TestSupport
import Testing

@Suite struct RecordedLoadTests {
    @Test func `a machine replays the loads of a file beside its scenario`() throws {
        let folder = URL(filePath: temporaryPath("recorded"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder.path) }
        let loads =
            "time,speed,load\n" + (0..<300).map { row in "\(row),7,\(row % 3 * 40)\n" }.joined()
        try Data(loads.utf8).write(to: folder.appending(path: "loads.csv"))
        func scenario(_ more: String) throws -> Scenario {
            let text = """
                { name: "x", duration: "10m", machines: [{ id: "m", profile: "pump",
                  parameters: { tau_u: 0.001, s_u: 0 }, recording: "loads.csv" \(more) }] }
                """
            let file = folder.appending(path: "x.json5")
            try Data(text.utf8).write(to: file)
            return try Scenario.load(path: file.path)
        }
        let found = try scenario("")
        let plan = found.plan()
        var machine = try SimulatedMachine(plan.machines[0], in: plan)
        var seen: [Double] = []
        machine.advance(600) { _, _, _, row in seen.append(row[0]) }
        let expected: [Double] = (0..<600).map { tick in Double(tick % 3) * 40 }
        #expect(seen == expected)
        let speeds = try scenario(", column: \"speed\"").plan().machines[0].recording
        #expect(speeds[5] == 7)
        // Other loads are another scenario.
        try Data((loads + "1,1,1\n").utf8).write(to: folder.appending(path: "loads.csv"))
        #expect(try scenario("").sha256 != found.sha256)
        let error = #expect(throws: ScenarioError.self) { try scenario(", column: \"laod\"") }
        #expect(error?.description.contains("did you mean \"load\"?") == true)
    }
}
