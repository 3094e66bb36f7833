/// An anomaly that waits for another one to set it off, and how far that has come.
struct CascadeWatch: Sendable {
    /// Position of the anomaly among the machine's injections, and of its cause.
    let injection: Int
    let cause: Int
    let trigger: AnomalyTrigger
    /// Position of the limit's channel in a row.
    let channel: Int
    /// Ticks in a row for which the limit has been passed.
    private var passed = 0

    init(injection: Int, cause: Int, trigger: AnomalyTrigger, channel: Int) {
        self.injection = injection
        self.cause = cause
        self.trigger = trigger
        self.channel = channel
    }

    /// Looks at a row that was made while the cause acted.
    /// - Returns: whether the limit has now been held for long enough.
    mutating func look(at row: Row) -> Bool {
        guard let limit = trigger.limit else { return true }
        passed = limit.isPassed(by: row[channel]) ? passed + 1 : 0
        return passed >= limit.hold
    }
}

extension SimulatedMachine {
    /// Puts an anomaly that has just been added, and that another one sets off, on the watch.
    mutating func watch(_ injection: Int) throws {
        let plan = injections[injection].plan
        guard let trigger = plan.trigger else { return }
        guard
            let cause = injections[..<injection].firstIndex(where: { $0.plan.id == plan.cause })
        else {
            throw SimulationError.unknownCause(
                plan.cause ?? "", anomaly: plan.id,
                known: injections[..<injection].map(\.plan.id))
        }
        var channel = 0
        if let name = trigger.limit?.channel {
            guard let place = channels.firstIndex(of: name) else {
                throw SimulationError.unknownChannel(name, anomaly: plan.id, known: channels)
            }
            channel = place
        }
        injections[injection].plan.start = .max
        injections[injection].plan.end = .max
        let start = injections[cause].plan.start
        if trigger.limit == nil, start < .max {
            // The cause's time is known, and its start is enough: there is nothing to wait for.
            begin(injection, at: start + trigger.delay, for: trigger.length)
        } else {
            watches.append(
                CascadeWatch(
                    injection: injection, cause: cause, trigger: trigger, channel: channel))
        }
    }

    /// Looks whether what the machine has come to at `tick` sets something off.
    mutating func lookForCascades(_ row: Row, _ tick: Int) {
        var begun = false
        var place = 0
        while place < watches.count {
            let cause = watches[place].cause
            if injections[cause].plan.start <= tick, injections[cause].plan.end ?? .max > tick {
                if watches[place].look(at: row) {
                    let watch = watches.remove(at: place)
                    begin(
                        watch.injection, at: tick + 1 + watch.trigger.delay,
                        for: watch.trigger.length)
                    begun = true
                    // Those before it may have waited for this one.
                    place = 0
                    continue
                }
            } else if isOver(cause, tick) {
                // The cause has gone and did not bring it about.
                watches.remove(at: place)
                place = 0
                continue
            }
            place += 1
        }
        if begun { sort() }
    }

    /// Whether an anomaly will not act at `tick` or later.
    private func isOver(_ injection: Int, _ tick: Int) -> Bool {
        let plan = injections[injection].plan
        if plan.start == .max { return !watches.contains { $0.injection == injection } }
        return plan.end ?? .max <= tick
    }

    /// Gives an anomaly its time, and with it those that need no more than its start.
    private mutating func begin(_ injection: Int, at start: Int, for length: Int) {
        // After the last reading nothing happens; what would is never begun.
        let last = tickCount ?? .max
        guard start < last else { return }
        injections[injection].plan.start = start
        injections[injection].plan.end = min(last, start + length)
        cascadeCount += 1
        while let place = watches.firstIndex(where: {
            $0.cause == injection && $0.trigger.limit == nil
        }) {
            let watch = watches.remove(at: place)
            begin(watch.injection, at: start + watch.trigger.delay, for: watch.trigger.length)
        }
    }
}
