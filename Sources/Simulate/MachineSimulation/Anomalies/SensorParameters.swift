import SeededRandom

extension ParameterDescription {
    /// `k` of most sensor kinds.
    static func strength(_ value: Double) -> ParameterDescription {
        ParameterDescription(
            "k", "sigma", in: 0.01...1000, default: value, neutral: 0,
            "size, in units of the channel's clean noise")
    }

    static let unit = ParameterDescription(
        "unit", choices: ["sigma", "spread"],
        "what k counts: clean noise, or the channel's own spread over the 600 s before the start")

    static let sign = ParameterDescription(
        "sign", choices: ["up", "down", "either"], "direction; either lets the seed decide")
}

extension FaultSetup {
    /// 1 or −1, as the parameter `sign` says.
    var sign: Double {
        switch self["sign"] {
        case 0: 1
        case 1: -1
        default: draws.bits(at: .max) & 1 == 0 ? 1 : -1
        }
    }

    /// Rows of "recent spread".
    var spreadRows: Int {
        max(2, Int((SimulatedMachine.memory / secondsPerTick).rounded()))
    }
}

extension FaultMoment {
    /// The share of its time that has passed with this row, above 0.
    var nextProgress: Double {
        let step = age > 0 ? seconds / Double(age) : 1
        return min(1, (seconds + step) / (duration ?? 3600))
    }
}
