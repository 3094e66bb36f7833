import Telemetry

/// A kind of machine that can be simulated.
public struct MachineProfile: Sendable {
    public let name: String
    public let summary: String
    /// Channels in the order of a reading, with their units.
    public let channels: [(name: String, unit: String)]
    public let parameters: [ParameterDescription]
    let model: @Sendable (ProfileSetup) -> MachineModelChoice

    /// All profiles.
    public static let all: [MachineProfile] = [.pump, .spindle, .compressor, .demo]

    /// The profile called `name`.
    public static func named(_ name: String) -> MachineProfile? { all.first { $0.name == name } }

    static let demo = MachineProfile(
        name: "demo",
        summary: "The demo's machine: load sweeps 50 to 99 by 5 every 5 s, bands set the rest",
        channels: [("load", "%"), ("vibration", ""), ("power", ""), ("temperature", "deg C")],
        parameters: [], model: { MachineModelChoice(DemoMachine($0)) })
}

/// What a profile is given to build its machine from.
struct ProfileSetup {
    let machine: String
    let seed: UInt64
    /// Time of the first reading, nanoseconds since 1970 UTC.
    let start: Int64
    let secondsPerTick: Double
    /// All parameters by name.
    let values: [String: Double]
    /// Loads to replay, one a reading, % of rated.
    let recording: [Double]

    /// Value of a parameter the profile declares.
    subscript(_ name: String) -> Double {
        guard let value = values[name] else { preconditionFailure("undeclared parameter \(name)") }
        return value
    }
}
