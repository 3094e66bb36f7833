import ControlPanel
import Foundation
import LiveGeneration
import MachineSimulation
import Scenarios
import TestSupport
import Testing
import Threading

/// The panel over a real generator; no broker is needed to look at machines.
@Suite struct `The panel of a generator` {
    private func withGenerator(
        _ body: (Generator, PanelClient) throws -> Void
    ) throws {
        let folder = NSTemporaryDirectory() + "panel-\(UUID().uuidString)"
        defer { removeTemporary(folder) }
        var plan = GeneratorPlan.demo(
            machines: 3, interval: 10_000_000, seed: 9, start: 1_767_225_600_000_000_000, run: "r1")
        plan.spreadsTimes = false
        let generator = try Generator(plan, .offline(folder))
        let thread = Thread { _ = try? generator.run() }
        thread.start()
        defer {
            generator.stop()
            while !thread.isFinished { Threads.sleep(.milliseconds(10)) }
        }
        try withPanel(GeneratorBackend(generator)) { _, client in
            let deadline = Date.now + 10
            while generator.counts.generated < 60, Date.now < deadline {
                Threads.sleep(.milliseconds(5))
            }
            try body(generator, client)
        }
    }

    @Test func `offers every kind there is`() throws {
        try withGenerator { _, client in
            let answer = try client.get("/api/kinds")
            let body = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            let kinds = (body["kinds"] as? [[String: Any]] ?? []).compactMap {
                $0["name"] as? String
            }
            #expect(kinds == AnomalyCatalogue.kinds.map(\.name))
            #expect(body["channels"] as? [String] == ["load", "vibration", "power", "temperature"])
        }
    }

    @Test func `injects what is asked for, and exports a scenario that is the same run again`()
        throws
    {
        try withGenerator { generator, client in
            #expect(
                try client.post("/toggle_machine", #"{"id":"machine1","state":true}"#).status == 200
            )
            let injected = try client.post(
                "/api/inject",
                #"{"machine":"machine2","kind":"stuck","channels":["vibration"],"magnitude":1}"#)
            #expect(injected.status == 200, "\(injected.text)")
            let clash = try client.post(
                "/api/inject", #"{"machine":"machine1","kind":"overload"}"#)
            #expect(clash.status == 409 && clash.text.contains("end it first"))
            #expect(
                try client.post(
                    "/api/inject", #"{"machine":"machine2","kind":"offset","channels":["speed"]}"#
                ).status == 422)
            let before = generator.counts.generated
            let deadline = Date.now + 10
            while generator.counts.generated < before + 300, Date.now < deadline {
                Threads.sleep(.milliseconds(5))
            }
            #expect(
                try client.post("/toggle_machine", #"{"id":"machine1","state":false}"#).status
                    == 200)

            let text = try client.get("/api/scenario.json5").text
            let again = try Scenario(text: text, name: "panel.json5")
            #expect(again.anomalies.map(\.plan.kind) == ["overload", "stuck"])
            let plan = again.plan()
            let seen = generator.floor.machines(
                search: "", offset: 0, limit: 3, since: 0, points: 600)
            for (machine, looked) in zip(plan.machines, seen.machines) {
                var simulated = try SimulatedMachine(machine, in: plan)
                var rows: [Int64: [Double]] = [:]
                simulated.advance(again.tickCount) { time, _, _, row in rows[time] = Array(row) }
                var compared = 0
                for (index, time) in looked.times.enumerated() {
                    guard let row = rows[time] else { continue }
                    #expect(row == Array(looked.values[4 * index..<4 * index + 4]))
                    compared += 1
                }
                #expect(compared > 50)
            }
        }
    }
}
