/// A kind of machine that can be simulated.
public struct MachineProfile: Sendable {
    public let name: String
    public let summary: String
    /// Channels in the order of a reading, with their units.
    public let channels: [(name: String, unit: String)]
    public let parameters: [ParameterDescription]
    let model: @Sendable (ProfileSetup) -> any MachineModel

    /// All profiles.
    public static let all: [MachineProfile] = [.demo]

    /// The profile called `name`.
    public static func named(_ name: String) -> MachineProfile? { all.first { $0.name == name } }

    static let demo = MachineProfile(
        name: "demo",
        summary: "The demo's machine: load sweeps 50 to 99 by 5 every 5 s, bands set the rest",
        channels: [("load", "%"), ("vibration", ""), ("power", ""), ("temperature", "deg C")],
        parameters: [],
        model: {
            DemoMachine(
                machine: $0.machine, seed: $0.seed, secondsPerTick: $0.secondsPerTick)
        })
}

/// What a profile is given to build its machine from.
struct ProfileSetup {
    let machine: String
    let seed: UInt64
    let secondsPerTick: Double
    /// All parameters by name.
    let values: [String: Double]
}
