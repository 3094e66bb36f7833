import AlarmRules
import Digests
import JSON5Text
import MachineSimulation
import Telemetry

/// Makes a ``Scenario`` of a JSON5 text, or says all that is wrong with it.
struct ScenarioReader {
    private static let machineLimit = 100_000

    private let problems: ProblemList
    /// Where files that the scenario names are looked for.
    private let folder: String

    static func read(_ text: String, name: String) throws(ScenarioError) -> Scenario {
        let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
        let (scenario, problems) = JSON5File.read(text) { root, problems in
            ScenarioReader(problems: problems, folder: folder).scenario(root, root.contentHash)
        }
        guard let scenario else { throw ScenarioError(file: name, problems: problems) }
        return scenario
    }

    private func scenario(_ root: JSON5Node, _ sha256: String) -> Scenario? {
        let known = [
            "name", "description", "level", "seed", "start", "duration", "interval", "machines",
            "anomalies", "random", "delivery", "warmup", "alarms", "$schema",
        ]
        guard let file = ObjectReader(root, path: "", known: known, problems) else { return nil }
        _ = file.string("$schema")
        if !file.has("name") { file.missing("name", "the file's name without .json5") }
        if !file.has("duration") { file.missing("duration", DurationText.allowed) }
        let interval = file.duration("interval", atLeast: 1_000_000) ?? 1_000_000_000
        let said = file.duration("duration", atLeast: interval)
        let duration = said ?? interval
        var recordings: [UInt8] = []
        let machines = machines(file, &recordings)
        var scenario = Scenario(
            name: file.name("name") ?? "", description: file.string("description") ?? "",
            level: file.string("level") ?? "",
            seed: file.integer("seed", in: 0...UInt64.max) ?? 1,
            start: file.instant("start") ?? 1_767_225_600_000_000_000, duration: duration,
            interval: interval, machines: machines, anomalies: [], random: [],
            delivery: delivery(file),
            warmup: file.duration("warmup", atLeast: 0) ?? 0, alarmRule: AlarmRule(),
            alarmBudget: 1,
            sha256: recordings.isEmpty
                ? sha256 : SHA256.hex(Array(sha256.utf8) + recordings))
        alarms(file, &scenario)
        if scenario.start.addingReportingOverflow(duration).overflow
            || (scenario.start + duration).addingReportingOverflow(2 * interval).overflow
        {
            file.wrong("duration", "ends after 2262-04-11, the last day that can be told")
            scenario.start = 0
        }
        if said != nil, scenario.warmup >= duration {
            file.wrong("warmup", "is as long as the scenario; nothing would be scored")
        }
        AnomalyReader(problems: problems, machines: machines, knowsEnd: said != nil)
            .read(file, into: &scenario)
        return scenario
    }

    /// - Parameter recordings: bytes of the files that machines replay, appended to.
    private func machines(_ file: ObjectReader, _ recordings: inout [UInt8]) -> [MachinePlan] {
        guard let items = file.list("machines"), !items.isEmpty else {
            if file["machines"].map({ $0.value == .array([]) }) ?? true {
                file.wrong("machines", "there is no machine; allowed: at least one")
            }
            return []
        }
        var machines: [MachinePlan] = []
        var known: Set<String> = []
        for (node, path) in items {
            let keys = [
                "id", "count", "prefix", "from", "profile", "provider", "barcode", "parameters",
                "recording", "column",
            ]
            guard let item = ObjectReader(node, path: path, known: keys, problems) else {
                continue
            }
            let profiles = MachineProfile.all.map(\.name)
            let profile = item.choice("profile", of: profiles)
            var plan = MachinePlan(
                id: "", provider: item.string("provider") ?? "",
                barcode: item.string("barcode") ?? "",
                profile: profile ?? "demo")
            // What a profile that is none should have, nobody can say.
            if profile != nil || !item.has("profile") {
                plan.parameters = item.parameters(
                    MachineProfile.named(plan.profile)?.parameters ?? [])
            }
            if let loads = RecordedLoad.read(item, plan, folder: folder) {
                plan.recording = loads.values
                plan.parameters["duty"] = RecordedLoad.duty(plan.profile)
                recordings += loads.bytes
            }
            for id in ids(item) {
                if !known.insert(id).inserted {
                    item.wrong(
                        item.has("id") ? "id" : "count", "there are two machines called \"\(id)\"")
                    // One of a group says it for all of them.
                    break
                }
                if known.count > Self.machineLimit {
                    item.wrong(
                        "count", "makes more than \(Self.machineLimit) machines of the scenario")
                    return machines
                }
                plan.id = id
                machines.append(plan)
            }
        }
        return machines
    }

    /// The machine's id, or those of a group: prefix2, prefix3, …
    private func ids(_ item: ObjectReader) -> [String] {
        if item.has("id") {
            for key in ["count", "prefix", "from"] where item.has(key) {
                item.wrong(key, "goes with a group of machines, and this one has an id")
            }
            return item.name("id").map { [$0] } ?? []
        }
        guard item.has("count") else {
            item.missing("id", "an id, or a count for a group of machines")
            return []
        }
        let count = item.integer("count", in: 1...10_000) ?? 0
        let prefix = item.has("prefix") ? item.name("prefix") ?? "machine" : "machine"
        let from = item.integer("from", in: 0...1_000_000_000) ?? 1
        return (0..<count).map { "\(prefix)\(from + $0)" }
    }

    private func delivery(_ file: ObjectReader) -> DeliveryLine.Trouble {
        guard let node = file["delivery"],
            let item = ObjectReader(
                node, path: "delivery", known: ["drop", "duplicate", "delay"], problems)
        else { return DeliveryLine.Trouble() }
        return DeliveryLine.Trouble(
            drop: item.number("drop", in: 0...1) ?? 0,
            duplicate: item.number("duplicate", in: 0...1) ?? 0,
            delay: item.duration("delay", atLeast: 0) ?? 0)
    }

    private func alarms(_ file: ObjectReader, _ scenario: inout Scenario) {
        guard let node = file["alarms"],
            let item = ObjectReader(
                node, path: "alarms", known: ["merge_gap", "min_rows", "cap", "budget"], problems)
        else { return }
        if let gap = item.duration("merge_gap", atLeast: 0) {
            scenario.alarmRule.say(mergeGap: .nanoseconds(gap))
        }
        if let rows = item.integer("min_rows", in: 1...1_000_000) {
            scenario.alarmRule.minRows = Int(rows)
        }
        if let cap = item.duration("cap", atLeast: 0) {
            scenario.alarmRule.say(cap: cap == 0 ? nil : .nanoseconds(cap))
        }
        if let budget = item.number("budget", in: 0...1_000_000) { scenario.alarmBudget = budget }
    }
}

extension Scenario {
    /// Reads a scenario from its text; `name` stands for the file in messages.
    /// - Throws: ``ScenarioError`` with all that is wrong.
    public init(text: String, name: String) throws(ScenarioError) {
        self = try ScenarioReader.read(text, name: name)
    }
}
