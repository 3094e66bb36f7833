import JSON5Text
import MachineSimulation
import Telemetry

/// Reads what a scenario injects: an entry may stand for several machines and several times.
struct AnomalyReader {
    let problems: ProblemList
    let machines: [MachinePlan]
    /// Whether the scenario says how long it is; where it doesn't, that alone is told, and nothing is
    /// said to come after its end.
    let knowsEnd: Bool

    private static let limit = 100_000

    private static let known = [
        "id", "machine", "machines", "kind", "at", "every", "after", "delay", "when", "stagger",
        "for", "magnitude", "channels", "parameters", "shape", "ramp_in", "ramp_out", "mean_on",
        "mean_off", "grace", "scored",
    ]

    func read(_ file: ObjectReader, into scenario: inout Scenario) {
        var origins: [(path: String, position: TextPosition)] = []
        for (index, (node, path)) in (file.list("anomalies") ?? []).enumerated() {
            guard let item = ObjectReader(node, path: path, known: Self.known, problems) else {
                continue
            }
            let entries = entries(item, index, scenario)
            scenario.anomalies += entries
            origins += entries.map { _ in (path, node.position) }
        }
        refuseConflicts(scenario, origins)
        for (node, path) in file.items("random") {
            if let schedule = schedule(node, path, scenario) { scenario.random.append(schedule) }
        }
    }

    private func entries(
        _ item: ObjectReader, _ index: Int, _ scenario: Scenario
    ) -> [Scenario.ScheduledAnomaly] {
        let names = AnomalyCatalogue.kinds.map(\.name)
        if !item.has("machine"), !item.has("machines") {
            let ids = ["all"] + machines.prefix(20).map(\.id)
            item.missing("machine", ids.joined(separator: ", "))
        }
        if !item.has("kind") { item.missing("kind", names.joined(separator: ", ")) }
        if !item.has("at"), !item.has("after") { item.missing("at", DurationText.allowed) }
        if !item.has("for") { item.missing("for", DurationText.allowed) }
        let targets = machines(item)
        let kind = item.choice("kind", of: names).flatMap(AnomalyCatalogue.kind)
        let length = item.duration("for", atLeast: scenario.interval)
        let stagger = item.duration("stagger", atLeast: 0) ?? 0
        let occasions = occasions(item, kind, length ?? scenario.interval, scenario)
        var plan = AnomalyPlan(
            id: item.name("id") ?? "anomaly\(index + 1)", kind: kind?.name ?? "", start: 0,
            end: nil,
            channels: channels(item, kind, targets),
            magnitude: item.number("magnitude", in: 0...1000) ?? 1,
            parameters: kind.map { item.parameters($0.parameters) } ?? [:],
            envelope: envelope(item))
        let grace = item.duration("grace", atLeast: 0) ?? 0
        if let kind, kind.group != .benign, item.has("grace") {
            item.wrong("grace", "goes with benign kinds only, and \(kind.name) is none")
        }
        let isScored = item.bool("scored") ?? false
        if let kind, kind.group != .transport, item.has("scored") {
            item.wrong(
                "scored",
                "goes with transport kinds only; other faults always count, benign changes never")
        }
        guard kind != nil, let length else { return [] }
        if let period = item.duration("every", atLeast: scenario.interval), period < length {
            item.wrong(
                "every",
                "is shorter than for, so that each would overlap the next; allowed: at least "
                    + DurationText.text(length))
            return []
        }
        let base = plan.id
        var found: [Scenario.ScheduledAnomaly] = []
        for (place, machine) in targets.enumerated() {
            let times = occasions(machine, stagger.times(place))
            if scenario.anomalies.count + found.count + times.count > Self.limit {
                item.wrong(
                    item.has("every") ? "every" : "machine",
                    "makes more than \(Self.limit) anomalies of the scenario")
                return found
            }
            for (number, occasion) in times.enumerated() {
                if knowsEnd, occasion.start >= scenario.tickCount {
                    // Again and again means as long as there is time.
                    if item.has("every"), number > 0 { continue }
                    let start = scenario.interval.times(occasion.start)
                    item.wrong(
                        item.has("at") ? "at" : "after",
                        "is \(DurationText.text(start)) on \(machine), after the scenario's end, "
                            + DurationText.text(scenario.duration))
                    continue
                }
                plan.id = times.count > 1 ? "\(base)-\(number + 1)" : base
                plan.start = occasion.start
                plan.end = knowsEnd ? min(scenario.tickCount, occasion.end) : occasion.end
                plan.cause = occasion.cause
                plan.trigger = occasion.trigger
                found.append(
                    Scenario.ScheduledAnomaly(
                        machine: machine, plan: plan, grace: grace, isScored: isScored))
            }
        }
        return found
    }

    /// Where it happens: one machine, a list, all of a prefix, or all.
    private func machines(_ item: ObjectReader) -> [String] {
        // By name and number: the order of the file says nothing, or `stagger` would change with it.
        let all = machines.map(\.id).sorted(by: Self.precedes)
        if item.has("machine"), item.has("machines") {
            item.wrong("machines", "there is a machine already; allowed: one of the two")
        }
        let key = item.has("machines") ? "machines" : "machine"
        var found: [String] = []
        for (text, path, position) in item.texts(key) {
            var matching = all.filter { $0 == text }
            if text == "all" { matching = all }
            if text.hasSuffix("*") { matching = all.filter { $0.hasPrefix(text.dropLast()) } }
            // Where no machine could be read, that has been said.
            if matching.isEmpty, !all.isEmpty {
                problems.add(
                    path, position,
                    "found \"\(text)\"; allowed: all, "
                        + all.prefix(20).joined(separator: ", ")
                        + (all.count > 20 ? ", …" : "") + Spelling.question(text, in: all))
            }
            found += matching.filter { !found.contains($0) }
        }
        return found
    }

    /// pump2 before pump10, and both before spindle1.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        func parts(_ id: String) -> (name: String, number: Int) {
            let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
            return (String(id.dropLast(digits)), Int(id.suffix(digits)) ?? -1)
        }
        let (left, right) = (parts(a), parts(b))
        if left.name != right.name {
            return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
        }
        return (left.number, a) < (right.number, b)
    }

    private func channels(
        _ item: ObjectReader, _ kind: AnomalyKind?, _ targets: [String]
    ) -> [String] {
        let known =
            machines.first { $0.id == targets.first }
            .flatMap { MachineProfile.named($0.profile)?.channels.map(\.name) } ?? demoChannels
        var channels: [String] = []
        for (text, path, position) in item.strings("channels") ?? [] {
            if !known.contains(text) {
                problems.add(
                    path, position,
                    "found \"\(text)\"; allowed: \(known.joined(separator: ", "))"
                        + Spelling.question(text, in: known))
            } else if channels.contains(text) {
                problems.add(path, position, "\"\(text)\" is named twice")
            } else {
                channels.append(text)
            }
        }
        if case .chosen(let count, _) = kind?.channels, !channels.isEmpty,
            !count.contains(channels.count)
        {
            item.wrong(
                "channels",
                "found \(channels.count); allowed: "
                    + (count.count == 1
                        ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"))
        }
        return channels
    }

    private func envelope(_ item: ObjectReader) -> Envelope {
        func seconds(_ key: String) -> Double? {
            item.duration(key, atLeast: 0).map { Double($0) / 1e9 }
        }
        let shapes = Envelope.Shape.allCases.map(\.rawValue)
        let ramps = [seconds("ramp_in"), seconds("ramp_out")]
        var shape = item.choice("shape", of: shapes).flatMap(Envelope.Shape.init(rawValue:))
        if shape == nil, ramps.contains(where: { $0 ?? 0 > 0 }) { shape = .linear }
        return Envelope(
            shape: shape ?? .step, rampIn: ramps[0] ?? 0, rampOut: ramps[1] ?? 0,
            meanOn: seconds("mean_on") ?? 10, meanOff: seconds("mean_off") ?? 10)
    }

    /// Two anomalies that would undo or hide each other may not meet on one machine.
    private func refuseConflicts(
        _ scenario: Scenario, _ origins: [(path: String, position: TextPosition)]
    ) {
        let order = scenario.anomalies.indices.sorted {
            (scenario.anomalies[$0].machine, scenario.anomalies[$0].plan.start, $0)
                < (scenario.anomalies[$1].machine, scenario.anomalies[$1].plan.start, $1)
        }
        var ids: Set<String> = []
        for anomaly in scenario.anomalies.enumerated() {
            let (path, position) = origins[anomaly.offset]
            let (machine, id) = (anomaly.element.machine, anomaly.element.plan.id)
            if !ids.insert("\(machine)/\(id)").inserted {
                problems.add(
                    path + ".id", position, "there are two anomalies called \"\(id)\" on \(machine)"
                )
            }
        }
        var told: Set<String> = []
        for (place, first) in order.enumerated() {
            let earlier = scenario.anomalies[first]
            for second in order[(place + 1)...] {
                let later = scenario.anomalies[second]
                guard later.machine == earlier.machine,
                    later.plan.start < earlier.plan.end ?? .max
                else { break }
                guard let a = AnomalyCatalogue.kind(earlier.plan.kind),
                    let b = AnomalyCatalogue.kind(later.plan.kind),
                    a.conflicts(with: b, channels: earlier.plan.channels, later.plan.channels)
                else { continue }
                let (path, position) = origins[max(first, second)]
                let other = origins[min(first, second)].path
                guard told.insert("\(path) \(other)").inserted else { continue }
                // Those that another sets off are kept apart for all times that are possible.
                let isSure = earlier.plan.trigger == nil && later.plan.trigger == nil
                problems.add(
                    path, position,
                    "\(later.plan.kind) \(isSure ? "overlaps" : "may overlap") \(other) (\(earlier.plan.kind)) on "
                        + "\(later.machine), from "
                        + DurationText.text(Int64(later.plan.start) * scenario.interval)
                        + "; allowed: at other times, or kinds that act on other channels")
            }
        }
    }

    private func schedule(
        _ node: JSON5Node, _ path: String, _ scenario: Scenario
    ) -> RandomSchedule? {
        let known = [
            "machine", "machines", "rate", "min_gap", "kinds", "for", "magnitude", "from", "to",
        ]
        guard let item = ObjectReader(node, path: path, known: known, problems) else { return nil }
        if !item.has("rate") { item.missing("rate", "anomalies per hour, 0 to 3600") }
        let names = AnomalyCatalogue.kinds.map(\.name)
        var kinds: [(String, Double)] = []
        if case .object(let members) = item["kinds"]?.value {
            for member in members {
                guard names.contains(member.key) else {
                    problems.add(
                        "\(path).kinds.\(member.key)", member.keyPosition,
                        "there is no such kind" + Spelling.question(member.key, in: names))
                    continue
                }
                guard case .number(let weight, _) = member.value.value, weight >= 0 else {
                    problems.add(
                        "\(path).kinds.\(member.key)", member.value.position,
                        "found \(member.value.spelled); allowed: a weight of 0 or more")
                    continue
                }
                kinds.append((member.key, weight))
            }
        } else if item.has("kinds") {
            for (text, place, position) in item.strings("kinds") ?? [] {
                if names.contains(text) {
                    kinds.append((text, 1))
                } else {
                    problems.add(
                        place, position,
                        "there is no kind \"\(text)\"" + Spelling.question(text, in: names))
                }
            }
        } else {
            item.missing("kinds", "a list of kinds, or an object of kinds and weights")
        }
        let lengths = item.durations("for")
        let strengths = item.numbers("magnitude", in: 0...1000)
        let shortest = lengths.min() ?? 60_000_000_000
        let weakest = strengths.min() ?? 1
        let from = item.duration("from", atLeast: 0) ?? scenario.warmup
        let to = item.duration("to", atLeast: 0) ?? scenario.duration
        guard knowsEnd else { return nil }
        if from >= to || to > scenario.duration {
            item.wrong(
                item.has("to") ? "to" : "from",
                "anomalies would begin after they end, or after the scenario's end, "
                    + DurationText.text(scenario.duration))
            return nil
        }
        let targets =
            item.has("machine") || item.has("machines") ? machines(item) : machines.map(\.id)
        let rate = item.number("rate", in: 0...3600) ?? 0
        let expected = rate / 3600e9 * Double(to - from) * Double(targets.count)
        guard expected <= Double(Self.limit) else {
            item.wrong(
                "rate",
                "makes more than \(Self.limit) anomalies of the scenario, some"
                    + " \(spell(expected.rounded()))")
            return nil
        }
        return RandomSchedule(
            machines: targets, rate: rate,
            minimumGap: item.duration("min_gap", atLeast: 0) ?? 0, kinds: kinds,
            length: shortest...max(shortest, lengths.max() ?? shortest),
            magnitude: weakest...max(weakest, strengths.max() ?? weakest), time: from..<to)
    }
}
