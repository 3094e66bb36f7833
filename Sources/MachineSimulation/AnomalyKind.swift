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
    }

    /// The parameter called `name`.
    public func parameter(_ name: String) -> ParameterDescription? {
        parameters.first { $0.name == name }
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

    /// Value of a parameter the kind declares.
    subscript(_ name: String) -> Double {
        guard let value = values[name] else { preconditionFailure("undeclared parameter \(name)") }
        return value
    }
}

enum FaultBehaviour {
    case process(any ProcessFault)
}

/// A fault of the machine: it changes state, and the channels follow.
protocol ProcessFault: Sendable {
    mutating func act(on effects: inout ProcessEffects, at moment: FaultMoment)
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
}
