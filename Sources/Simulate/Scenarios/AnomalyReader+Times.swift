import JSON5Text
import MachineSimulation
import Telemetry

extension AnomalyReader {
    /// One time at which an anomaly happens, in ticks; of one that another sets off at a time that is
    /// not known yet, the first and the last that are possible.
    struct Occasion {
        var start: Int
        var end: Int
        var cause: String?
        var trigger: AnomalyTrigger?
    }

    /// When it happens on a machine, which is later than others by `stagger` nanoseconds.
    func occasions(
        _ item: ObjectReader, _ kind: AnomalyKind?, _ length: Int64, _ scenario: Scenario
    ) -> (_ machine: String, _ stagger: Int64) -> [Occasion] {
        let interval = scenario.interval
        let ticks = max(1, Int(length / interval))
        if item.has("after") { return cascade(item, kind, ticks, scenario) }
        for key in ["delay", "when"] where item.has(key) {
            item.wrong(key, "goes with after, and there is none")
        }
        var starts = item.durations("at")
        if item.has("every"), starts.count > 1 {
            item.wrong("every", "goes with one time in at, and there are \(starts.count)")
        }
        if let period = item.duration("every", atLeast: interval), let first = starts.first,
            knowsEnd
        {
            // One more than there may be is enough to be told of.
            starts = Array(
                stride(from: first, to: scenario.duration, by: Int(period)).prefix(100_001))
            // One that begins too late is told as such.
            if starts.isEmpty { starts = [first] }
        }
        return { _, stagger in
            starts.map { start in
                let tick = Int(start.addingSaturated(stagger) / interval)
                return Occasion(start: tick, end: tick + ticks)
            }
        }
    }

    /// Those that follow from another anomaly's, by a delay or by what the machine comes to.
    private func cascade(
        _ item: ObjectReader, _ kind: AnomalyKind?, _ ticks: Int, _ scenario: Scenario
    ) -> (_ machine: String, _ stagger: Int64) -> [Occasion] {
        for key in ["at", "every"] where item.has(key) {
            item.wrong(key, "goes without after; allowed: one of the two")
        }
        let interval = scenario.interval
        let delay = item.duration("delay", atLeast: 0) ?? 0
        let limit = limit(item, interval)
        guard let id = item.string("after") else { return { _, _ in [] } }
        let causes = causes(called: id, scenario)
        if causes.isEmpty {
            let ids = scenario.anomalies.map(\.plan.id)
            item.wrong(
                "after",
                "found \"\(id)\"; allowed: the id of an anomaly before this one"
                    + (ids.isEmpty ? ", and there is none" : "") + Spelling.question(id, in: ids))
        }
        if kind?.group == .transport,
            limit != nil || causes.contains(where: { $0.plan.trigger != nil })
        {
            item.wrong(
                item.has("when") ? "when" : "after",
                "\(kind?.name ?? "") acts on readings on their way, which know nothing of the"
                    + " machine's state; allowed: after an anomaly whose time is given, with delay")
            return { _, _ in [] }
        }
        return { machine, stagger in
            let wait = delay.addingSaturated(stagger)
            return causes.filter { $0.machine == machine }.map { cause in
                let first = cause.plan.start
                let last = cause.plan.end ?? scenario.tickCount
                guard limit != nil || cause.plan.trigger != nil else {
                    let start = Int((Int64(first) * interval).addingSaturated(wait) / interval)
                    return Occasion(start: start, end: start + ticks, cause: cause.plan.id)
                }
                let rows = Int(wait / interval)
                // With the reading after the one that reached the limit.
                let start = first + rows + (limit == nil ? 0 : limit?.hold ?? 1)
                let latest = last + rows - (limit == nil ? cause.plan.trigger?.length ?? 0 : 0)
                return Occasion(
                    start: start, end: max(start, latest) + ticks, cause: cause.plan.id,
                    trigger: AnomalyTrigger(limit: limit, delay: rows, length: ticks))
            }
        }
    }

    /// The anomaly of this id, or all of an entry's that happens several times.
    private func causes(called id: String, _ scenario: Scenario) -> [Scenario.ScheduledAnomaly] {
        let exact = scenario.anomalies.filter { $0.plan.id == id }
        if !exact.isEmpty { return exact }
        return scenario.anomalies.filter { anomaly in
            let name = anomaly.plan.id
            return name.hasPrefix(id + "-") && Int(name.dropFirst(id.count + 1)) ?? 0 > 0
        }
    }

    /// What the machine has to reach: `when: { channel: "temperature", above: 60, hold: "5s" }`.
    private func limit(_ item: ObjectReader, _ interval: Int64) -> StateLimit? {
        guard let node = item["when"],
            let when = ObjectReader(
                node, path: item.pathOf("when"), known: ["channel", "above", "below", "hold"],
                problems)
        else { return nil }
        if !when.has("channel") { when.missing("channel", demoChannels.joined(separator: ", ")) }
        let channel = when.choice("channel", of: demoChannels)
        let range = -1e9...1e9
        let values = (
            above: when.number("above", in: range), below: when.number("below", in: range)
        )
        if when.has("above"), when.has("below") {
            when.wrong("below", "there is above already; allowed: one of the two")
        } else if !when.has("above"), !when.has("below") {
            when.missing("above", "a number in the channel's unit, as above or as below")
        }
        let hold = when.duration("hold", atLeast: interval) ?? interval
        guard let channel, let value = values.above ?? values.below else { return nil }
        return StateLimit(
            channel: channel, values.above != nil ? .above : .below, value,
            hold: max(1, Int(hold / interval)))
    }
}

extension Int64 {
    /// The product, at most what can be told; neither is negative.
    func times(_ count: Int) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: Int64(count))
        return overflow ? .max : product
    }
}
