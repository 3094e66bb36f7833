import JSON5Text
import Scenarios
import Testing

@Suite struct ScenarioTests {
    @Test func `a scenario gives its machines, their anomalies and its times`() throws {
        let scenario = try Scenario(
            text: """
                { name: "x", seed: 42, start: "2026-01-01T00:00:00Z", duration: "30m", warmup: "5m",
                  machines: [{ id: "machine1", profile: "demo" }, { count: 2, prefix: "machine", from: 2 }],
                  anomalies: [{ machine: "machine1", kind: "overload", at: "10m", for: "2m", }] }
                """, name: "x.json5")
        #expect(scenario.machines.map(\.id) == ["machine1", "machine2", "machine3"])
        #expect(scenario.tickCount == 1800)
        let plan = scenario.plan()
        #expect(plan.machines[0].anomalies.map(\.start) == [600])
        #expect(plan.machines[0].anomalies.map(\.end) == [720])
        #expect(plan.machines[1].anomalies.isEmpty)
    }

    @Test func `all errors of a file come at once with place, path and what is allowed`() {
        let error = #expect(throws: ScenarioError.self) {
            try Scenario(
                text: """
                    { name: "x", duration: "30m",
                      machines: [{ id: "machine1" }],
                      anomalies: [{ machine: "machine1", kind: "overlod", at: "-1m", for: "2m" }],
                      warmpu: "5m" }
                    """, name: "x.json5")
        }
        #expect(
            error?.problems.map(\.path) == ["anomalies[0].kind", "anomalies[0].at", "warmpu"])
        #expect(error?.description.contains("did you mean \"overload\"?") == true)
        #expect(error?.problems.last?.position == TextPosition(line: 4, column: 3))
    }
}
