import Foundation
import MachineSimulation
import Scenarios
import SeededRandom
import Telemetry
import TestSupport
import Testing

/// Scenario files as they are when something went wrong with them: cut off, mistyped, mixed up.
@Suite struct ScenarioFuzzTests {
    private static let rounds = isFullSuite ? 40_000 : 3000

    private static let texts: [String] = {
        let folder = packageRoot.appending(path: "scenarios")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (paths ?? []).filter { $0.hasSuffix(".json5") }.sorted().compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }()

    private static let splinters = [
        "\"", "'", "{", "}", "[", "]", ",", ":", "-", "0", "9", "1e308", "-1e308", "NaN",
        "Infinity",
        "0x", "1e", "\\u", "\\", "/*", "//", "null", "true", "\u{0}", "\u{FEFF}", "é", "\r",
        "99999d",
        "106000d", "1ms", "18446744073709551616", "all", "*", "after", "when", "every", "machines",
    ]

    private func mutated(_ round: Int) -> String {
        let draws = RandomStream(seed: UInt64(round), owner: "fuzz", purpose: "scenario")
        var index: UInt64 = 0
        func draw(_ range: ClosedRange<Int>) -> Int {
            index += 1
            return draws.integer(in: range, at: index)
        }
        var scalars = Array(Self.texts[round % Self.texts.count].unicodeScalars)
        for _ in 0..<draw(1...4) {
            guard !scalars.isEmpty else { break }
            let place = draw(0...scalars.count - 1)
            let length = min(draw(0...12), scalars.count - place)
            switch draw(0...4) {
            case 0: scalars.removeSubrange(place...)
            case 1: scalars.removeSubrange(place..<place + length)
            case 2: scalars.insert(contentsOf: scalars[place..<place + length], at: place)
            default:
                let splinter = Self.splinters[draw(0...Self.splinters.count - 1)]
                scalars.replaceSubrange(
                    place..<place + (draw(0...1) == 0 ? 0 : length), with: splinter.unicodeScalars)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test func `a mutated file is read or refused with all that is wrong, and brings nothing down`()
        throws
    {
        #expect(Self.texts.count > 25)
        var counts = (taken: 0, refused: 0)
        for round in 0..<Self.rounds {
            let text = mutated(round)
            do {
                let scenario = try Scenario(text: text, name: "fuzz.json5")
                counts.taken += 1
                // What the reader takes can be played.
                let plan = scenario.plan()
                for machine in plan.machines.prefix(3) {
                    var simulated = try SimulatedMachine(machine, in: plan)
                    simulated.advance(3) { _, _, _, _ in }
                }
            } catch let error as ScenarioError {
                counts.refused += 1
                #expect(!error.problems.isEmpty, "round \(round)")
                for problem in error.problems {
                    #expect(problem.message.count > 5, "round \(round)")
                    #expect(problem.position != nil, "round \(round): \(problem.message)")
                }
                let places = error.problems.compactMap(\.position).map { [$0.line, $0.column] }
                #expect(
                    zip(places, places.dropFirst()).allSatisfy {
                        $0.lexicographicallyPrecedes($1) || $0 == $1
                    }, "round \(round)")
            }
        }
        // Comments and words take a mutation without harm, the rest does not.
        #expect(counts.taken > Self.rounds / 50 && counts.refused > Self.rounds / 4)
    }

    @Test(arguments: [
        #"stagger: "106000d""#, #"after: "a1", delay: "106000d""#, #"every: "1ms""#,
        #"magnitude: 1000"#, #"shape: "intermittent", mean_on: "0s", mean_off: "106000d""#,
        #"parameters: { r: 1 }, magnitude: 0"#, #"ramp_in: "106000d", ramp_out: "106000d""#,
    ])
    func `the ends of all ranges are read or refused, and can be played`(_ field: String) throws {
        for kind in AnomalyCatalogue.kinds {
            let time = field.hasPrefix("after") ? "" : #"at: "10m", "#
            let extremes = kind.parameters.filter(\.choices.isEmpty).flatMap { parameter in
                [parameter.range.lowerBound, parameter.range.upperBound].map {
                    "{ \(parameter.name): \($0) }"
                }
            }
            for parameters in ["{}"] + extremes {
                let text = """
                    { name: "x", duration: "20m", machines: [{ count: 2, profile: "pump" }],
                      anomalies: [
                        { id: "a1", machine: "all", kind: "imbalance", at: "5m", for: "1m" },
                        { machine: "all", kind: "\(kind.name)", \(time)for: "5m", \(field),
                          \(field.contains("parameters") ? "" : "parameters: \(parameters)") } ] }
                    """
                guard let scenario = try? Scenario(text: text, name: "x") else { continue }
                let plan = scenario.plan()
                for machine in plan.machines {
                    var simulated = try SimulatedMachine(machine, in: plan)
                    var line = try DeliveryLine(machine, in: plan, channels: simulated.channels)
                    var batch = ReadingBatch(
                        series: SeriesIdentity(machineID: machine.id, provider: "", run: ""),
                        channels: simulated.channels)
                    simulated.advance(1200, into: &batch)
                    line.carry(batch) { _, _ in }
                }
            }
        }
    }
}
