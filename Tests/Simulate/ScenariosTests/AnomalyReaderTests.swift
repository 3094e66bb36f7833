import JSON5Text
import MachineSimulation
import Scenarios
import Testing

@Suite struct AnomalyReaderTests {
    private func scenario(_ anomalies: String, _ rest: String = "") throws -> Scenario {
        try Scenario(
            text: """
                { name: "x", duration: "2h", warmup: "10m",
                  machines: [{ count: 2, prefix: "pump", profile: "pump" },
                             { id: "press", profile: "spindle" }],
                  anomalies: [\(anomalies)], \(rest) }
                """, name: "x.json5")
    }

    private func problems(_ anomalies: String, _ rest: String = "") -> [FileProblem] {
        do { _ = try scenario(anomalies, rest) } catch let error as ScenarioError {
            return error.problems
        } catch {}
        return []
    }

    @Test func `one entry may stand for several machines and several times`() throws {
        let all = try scenario(
            #"{ machine: "all", kind: "trip", at: ["20m", "1h"], for: "1m", stagger: "5m" }"#)
        #expect(
            all.anomalies.map(\.machine) == ["press", "press", "pump1", "pump1", "pump2", "pump2"])
        #expect(all.anomalies.map(\.plan.start) == [1200, 3600, 1500, 3900, 1800, 4200])
        #expect(all.anomalies.map(\.plan.id).prefix(2) == ["anomaly1-1", "anomaly1-2"])
        let some = try scenario(
            #"{ machines: ["pump*"], kind: "trip", at: "20m", every: "30m", for: "1m" }"#)
        #expect(
            some.anomalies.map(\.plan.start) == [1200, 3000, 4800, 6600, 1200, 3000, 4800, 6600])
    }

    @Test(arguments: [#""2 h""#, "7200", #""0s""#, #""900000d""#])
    func `a length that is wrong is one error, and nothing comes after its end`(length: String) {
        let text = """
            { name: "x", duration: \(length), warmup: "10m",
              machines: [{ id: "pump1", profile: "pump" }],
              anomalies: [
                { id: "hot", machine: "all", kind: "cooling_loss", at: "20m", for: "20m" },
                { machine: "all", kind: "trip", after: "hot", delay: "1h", for: "5m" },
                { machine: "all", kind: "stuck", at: "3h", every: "1h", for: "1m" }],
              random: { rate: 6, kinds: ["drift"], from: "30m", to: "1h" } }
            """
        do throws(ScenarioError) {
            _ = try Scenario(text: text, name: "x.json5")
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.path) == ["duration"], "\(error)")
        }
    }

    @Test func `chance that would never end is refused`() {
        let found = problems("", #"random: { rate: 3600, kinds: ["drift"], machines: "all" }"#)
        #expect(found.isEmpty)
        do throws(ScenarioError) {
            _ = try Scenario(
                text: """
                    { name: "x", duration: "80000d", machines: [{ id: "p", profile: "pump" }],
                      random: { rate: 3600, kinds: ["stuck"] } }
                    """, name: "x.json5")
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.path) == ["random.rate"])
            #expect("\(error)".contains("more than 100000 anomalies"))
        }
    }

    @Test func `the order of the machines in the file makes no difference`() throws {
        func plan(_ machines: [String]) throws -> [MachinePlan] {
            let list = machines.map { "{ id: \"\($0)\", profile: \"pump\" }" }
            return try Scenario(
                text: """
                    { name: "x", duration: "2h", machines: [\(list.joined(separator: ", "))],
                      anomalies: [{ machine: "all", kind: "trip", at: "20m", for: "1m",
                                    stagger: "5m" }],
                      random: { rate: 6, kinds: ["stuck"] } }
                    """, name: "x.json5"
            ).plan().machines.sorted { $0.id < $1.id }
        }
        let ids = ["pump2", "pump10", "a1"]
        let one = try plan(ids)
        #expect(try plan(ids.reversed()) == one)
        #expect(one.map(\.id) == ["a1", "pump10", "pump2"])
        #expect(one.compactMap { $0.anomalies.first?.start } == [1200, 1800, 1500])
    }

    @Test func `an anomaly may set off another`() throws {
        let cascade = try scenario(
            """
            { id: "hot", machine: "all", kind: "cooling_loss", at: "20m", for: "20m", stagger: "1m" },
            { machine: "all", kind: "trip", after: "hot", delay: "15m", for: "5m" }
            """)
        #expect(cascade.anomalies.suffix(3).map(\.plan.start) == [2100, 2160, 2220])
        #expect(
            problems(#"{ machine: "all", kind: "trip", after: "hto", for: "5m" }"#).map(\.path)
                == ["anomalies[0].after"])
    }

    @Test func `an envelope and choices are read`() throws {
        let anomaly = try scenario(
            """
            { machine: "press", kind: "offset", at: "20m", for: "10m", channels: ["power"],
              parameters: { k: 3, unit: "spread", sign: "down" }, ramp_in: "2m" }
            """
        ).anomalies[0].plan
        #expect(anomaly.envelope == Envelope(shape: .linear, rampIn: 120))
        #expect(anomaly.parameters == ["k": 3, "unit": 1, "sign": 1])
    }

    @Test func `what would undo or hide each other may not meet on a machine`() {
        func entry(_ kind: String, _ at: String, _ channels: String = "") -> String {
            #"{ machine: "press", kind: "\#(kind)", at: "\#(at)", for: "10m" \#(channels) },"#
        }
        let power = #", channels: ["power"]"#
        let vibration = #", channels: ["vibration"]"#
        #expect(
            problems(entry("trip", "20m") + entry("trip", "25m")).map(\.path) == ["anomalies[1]"])
        #expect(
            problems(entry("stuck", "20m", power) + entry("noise", "25m", power)).map(\.path)
                == ["anomalies[1]"])
        #expect(problems(entry("stuck", "20m", power) + entry("noise", "25m", vibration)).isEmpty)
        #expect(problems(entry("stuck", "20m", power) + entry("stuck", "25m", vibration)).isEmpty)
        #expect(problems(entry("overload", "20m") + entry("bearing_wear", "25m")).isEmpty)
        #expect(problems(entry("overload", "20m") + entry("stuck", "25m", power)).isEmpty)
        #expect(problems(entry("trip", "20m") + entry("trip", "30m")).isEmpty)
    }

    @Test func `parameters out of their range are refused with the range`() {
        let found = problems(
            """
            { machine: "press", kind: "overload", at: "20m", for: "1m", parameters: { rate: 2000 } },
            { machine: "press", kind: "spike", at: "30m", for: "1m", parameters: { sign: "upp" } },
            { machine: "press", kind: "swap", at: "40m", for: "1m", channels: ["load"] }
            """)
        #expect(
            found.map(\.path) == [
                "anomalies[0].parameters.rate", "anomalies[1].parameters.sign",
                "anomalies[2].channels",
            ])
        #expect(found.first?.message.contains("0.1 to 200 %") == true)
    }

    @Test func `anomalies by chance follow from the seed and keep their distance`() throws {
        let schedule = """
            random: { rate: 12, min_gap: "2m", kinds: { overload: 3, stuck: 1 }, for: ["30s", "2m"],
                      magnitude: [0.5, 1.5] }
            """
        let scenario = try scenario(
            #"{ machine: "press", kind: "trip", at: "1h", for: "10m" }"#, schedule)
        let plans = (1...40).map { scenario.plan(seed: $0) }
        #expect(scenario.plan(seed: 1) == plans[0])
        #expect(plans[0] != plans[1])
        var counts: [String: Int] = [:]
        for machine in plans.flatMap(\.machines) {
            let times = machine.anomalies.sorted { $0.start < $1.start }
            for (earlier, later) in zip(times, times.dropFirst()) {
                #expect(later.start - (earlier.end ?? .max) >= 119)
            }
            for anomaly in times where anomaly.id.hasPrefix("random") {
                counts[anomaly.kind, default: 0] += 1
                #expect((600..<7200).contains(anomaly.start))
                #expect((0.5...1.5).contains(anomaly.magnitude))
            }
        }
        // 12 an hour of free time; each takes 75 s and a gap of 120 s: 7.3 an hour.
        let overloads = try #require(counts["overload"])
        let stuck = try #require(counts["stuck"])
        #expect(abs(Double(overloads + stuck) / (40 * 3 * 110 / 60) - 7.1) < 0.6)
        #expect(abs(Double(overloads) / Double(stuck) - 3) < 0.5)
        // A machine's draws are its own.
        let reversed = try Scenario(
            text: """
                { name: "x", duration: "2h", warmup: "10m",
                  machines: [{ id: "pump2", profile: "pump" }], \(schedule) }
                """, name: "y")
        #expect(reversed.plan(seed: 9).machines[0].anomalies == plans[8].machines[1].anomalies)
    }
}
