import SeededRandom

/// One entry of the catalogue: what can be injected, how strongly, and what it does.
public struct AnomalyKind: Sendable {
    public let name: String
    public let group: AnomalyGroup
    /// One sentence for a menu.
    public let summary: String
    /// What it does to a reading or to the machine's state, as a formula.
    public let formula: String
    public let channels: ChannelRule
    public let parameters: [ParameterDescription]
    let behaviour: @Sendable (FaultSetup) -> FaultBehaviour

    /// Which channels a kind acts on.
    public enum ChannelRule: Sendable, Equatable {
        /// The machine's own laws say so; listed in the order the effect appears.
        case follow([String])
        /// The plan chooses `count` channels, `fallback` if it names none.
        case chosen(count: ClosedRange<Int>, fallback: [String])
        /// All of the reading.
        case whole

        /// In words: "load, power" or "1 to 4 of the plan's choice, else power".
        public var text: String {
            switch self {
            case .follow(let order): return order.joined(separator: ", ")
            case .chosen(let count, let fallback):
                let number =
                    count.count == 1
                    ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
                return "\(number) of the plan's choice, else \(fallback.joined(separator: ", "))"
            case .whole: return "all of the reading"
            }
        }
    }

    /// The parameter called `name`.
    public func parameter(_ name: String) -> ParameterDescription? {
        parameters.first { $0.name == name }
    }

    /// Whether two anomalies of these kinds on one machine would undo or hide each other, so that
    /// they may not act at the same time: one kind twice, or two kinds that rewrite one channel.
    /// Process faults of different kinds may meet, and so may a process and a sensor fault.
    public func conflicts(
        with other: AnomalyKind, channels mine: [String], _ others: [String]
    ) -> Bool {
        let share = !Set(roots(mine)).isDisjoint(with: roots(others))
        if name == other.name { return share }
        return share && rewritesReadings && other.rewritesReadings
    }

    /// The channels it acts on when the plan names `chosen`.
    public func roots(_ chosen: [String]) -> [String] {
        switch channels {
        case .follow(let order): order
        case .chosen(_, let fallback): chosen.isEmpty ? fallback : chosen
        case .whole: ["load", "vibration", "power", "temperature"]
        }
    }

    private var rewritesReadings: Bool {
        if case .chosen = channels { return group == .sensor || group == .context }
        return false
    }
}

/// What a kind is given to build its behaviour from.
struct FaultSetup {
    /// Positions in a row of the channels it acts on.
    let channels: [Int]
    /// All parameters by name, magnitude applied.
    let values: [String: Double]
    /// Clean noise of each channel of the row.
    let sigma: [Double]
    /// Seconds from one reading to the next.
    let secondsPerTick: Double
    /// The anomaly's own random numbers.
    let draws: RandomStream

    /// Value of a parameter the kind declares.
    subscript(_ name: String) -> Double {
        guard let value = values[name] else { preconditionFailure("undeclared parameter \(name)") }
        return value
    }
}

enum FaultBehaviour {
    case process(any ProcessFault)
    case sensor(any SensorFault)
    /// Acts on readings on their way, after the machine (``DeliveryLine``).
    case transport(any TransportFault)

    /// A fault of the machine without a memory.
    static func state(
        _ change: @escaping @Sendable (inout ProcessEffects, FaultMoment) -> Void
    ) -> FaultBehaviour { .process(StateChange(change: change)) }

    /// A fault of each chosen channel's sensor, without a memory. The change is given the reading,
    /// the channel's position, and the moment.
    static func reading(
        _ setup: FaultSetup, _ change: @escaping @Sendable (Double, Int, FaultMoment) -> Double
    ) -> FaultBehaviour { .sensor(ReadingChange(channels: setup.channels, change: change)) }
}

/// A fault of the machine: it changes state, and the channels follow.
protocol ProcessFault: Sendable {
    mutating func act(on effects: inout ProcessEffects, at moment: FaultMoment)
}

/// A fault of sensors: it changes the readings it acts on and nothing else.
protocol SensorFault: Sendable {
    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory)
}

private struct StateChange: ProcessFault {
    let change: @Sendable (inout ProcessEffects, FaultMoment) -> Void

    func act(on effects: inout ProcessEffects, at moment: FaultMoment) { change(&effects, moment) }
}

private struct ReadingChange: SensorFault {
    let channels: [Int]
    let change: @Sendable (Double, Int, FaultMoment) -> Double

    func distort(_ row: Row, at moment: FaultMoment, _: ReadingHistory) {
        for channel in channels { row[channel] = change(row[channel], channel, moment) }
    }
}

/// Where in an anomaly's life a tick lies.
struct FaultMoment {
    /// The machine's tick, and ticks since the anomaly began.
    var tick: Int
    var age: Int
    /// Seconds since it began, and how long it lasts; nil while nobody has said.
    var seconds: Double
    var duration: Double?
    /// The envelope, 0 to 1.
    var gain: Double

    /// The share of its time that has passed, 0 to 1; of one that nobody has ended yet, of an hour.
    var progress: Double { min(1, seconds / (duration ?? 3600)) }

    /// An index for draws of this tick and channel.
    func draw(_ channel: Int) -> UInt64 { UInt64(age) &* 64 &+ UInt64(channel) }
}
