import MachineSimulation
import Scenarios

extension Scenario {
    /// The unit of each channel that has one. A channel that has different units on different machines has none.
    var channelUnits: [String: String] {
        var units: [String: String] = [:]
        for name in Set(machines.map(\.profile)) {
            for channel in MachineProfile.named(name)?.channels ?? [] {
                let unit = channel.unit == "deg C" ? "\u{B0}C" : channel.unit
                if let known = units[channel.name], known != unit {
                    units[channel.name] = ""
                } else {
                    units[channel.name] = unit
                }
            }
        }
        return units.filter { !$0.value.isEmpty }
    }
}
