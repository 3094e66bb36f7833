import AlarmRules
import MachineSimulation

/// Which machines run, for how long, what is done to them, and how detectors are judged on it.
public struct Scenario: Sendable, Equatable {
    public var name: String
    public var description: String
    /// "easy", "medium", "hard", or what the author calls it; empty where nothing is said.
    public var level: String
    /// Seeds everything, unless a run names another seed.
    public var seed: UInt64
    /// Time of the first reading, nanoseconds since 1970 UTC.
    public var start: Int64
    /// Length, nanoseconds.
    public var duration: Int64
    /// Nanoseconds from one reading to the next.
    public var interval: Int64
    /// The machines, without anomalies.
    public var machines: [MachinePlan]
    /// What is injected, an entry each anomaly and machine.
    public var anomalies: [ScheduledAnomaly]
    /// What is injected by chance, and follows from the seed.
    public var random: [RandomSchedule]
    /// Trouble on the way from machine to detector.
    public var delivery: DeliveryLine.Trouble
    /// Nanoseconds from the start that are not scored.
    public var warmup: Int64
    public var alarmRule: AlarmRule
    /// False alarms a machine-hour that are still acceptable.
    public var alarmBudget: Double
    /// SHA-256 of the content, hexadecimal: comments, key order and the order of machines do not
    /// count, nor do description and seed.
    public var sha256: String

    /// An anomaly and the machine it happens to.
    public struct ScheduledAnomaly: Sendable, Equatable {
        public var machine: String
        public var plan: AnomalyPlan
        /// Of a benign change: nanoseconds from its start in which alarms count nowhere.
        public var grace: Int64
        /// Of trouble of the transport: whether detectors are expected to find it.
        public var isScored = false
    }

    /// Trouble of the transport that detectors are expected to find, each as "machine/id".
    public var scoredTrouble: Set<String> {
        Set(anomalies.filter(\.isScored).map { "\($0.machine)/\($0.plan.id)" })
    }

    /// Readings each machine makes.
    public var tickCount: Int { Int(duration / interval) }

    /// Rows before this time are not scored.
    public var probationEnd: Int64 { start + warmup }

    /// What to simulate, with another seed than the file's if one is given.
    public func plan(seed: UInt64? = nil) -> SimulationPlan {
        var machines = machines
        let places = Dictionary(
            uniqueKeysWithValues: machines.enumerated().map { ($0.element.id, $0.offset) })
        for anomaly in anomalies {
            guard let place = places[anomaly.machine] else { continue }
            machines[place].anomalies.append(anomaly.plan)
        }
        for (number, schedule) in random.enumerated() {
            for id in schedule.machines {
                guard let place = places[id] else { continue }
                machines[place].anomalies += schedule.draw(
                    machine: machines[place], number: number + 1, seed: seed ?? self.seed,
                    interval: interval)
            }
        }
        return SimulationPlan(
            seed: seed ?? self.seed, start: start, interval: interval, tickCount: tickCount,
            machines: machines)
    }
}
