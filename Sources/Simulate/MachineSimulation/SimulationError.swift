import Telemetry

/// Why a plan cannot be simulated.
public enum SimulationError: Error, Equatable {
    case unknownProfile(String, machine: String)
    case unknownKind(String, anomaly: String)
    case unknownParameter(String, owner: String, known: [String])
    case parameterOutOfRange(String, value: Double, allowed: String, owner: String)
    case unknownChannel(String, anomaly: String, known: [String])
    case unknownCause(String, anomaly: String, known: [String])
    case channelCount(Int, anomaly: String, allowed: ClosedRange<Int>)
    case duplicateAnomaly(String)
    case noSuchAnomaly(String)
    case emptyTime(anomaly: String)
}

extension SimulationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownProfile(let name, let machine):
            return "machine \(machine): there is no profile \"\(name)\""
                + list(name, MachineProfile.all.map(\.name))
        case .unknownKind(let name, let anomaly):
            return "anomaly \(anomaly): there is no kind \"\(name)\""
                + list(name, AnomalyCatalogue.kinds.map(\.name))
        case .unknownParameter(let name, let owner, let known):
            return "\(owner): there is no parameter \"\(name)\"" + list(name, known)
        case .parameterOutOfRange(let name, let value, let allowed, let owner):
            return "\(owner): \(name) is \(shortest(value)); allowed: \(allowed)"
        case .unknownChannel(let name, let anomaly, let known):
            return "anomaly \(anomaly): there is no channel \"\(name)\"" + list(name, known)
        case .unknownCause(let name, let anomaly, let known):
            return "anomaly \(anomaly): there is no anomaly \"\(name)\" before it to set it off"
                + list(name, known)
        case .channelCount(let count, let anomaly, let allowed):
            let wanted =
                allowed.count == 1
                ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
            return "anomaly \(anomaly): it has \(count) channels; allowed: \(wanted)"
        case .duplicateAnomaly(let id):
            return "anomaly \(id): the machine already has one of this id"
        case .noSuchAnomaly(let id):
            return "anomaly \(id): the machine has none of this id that could be ended"
        case .emptyTime(let anomaly):
            return "anomaly \(anomaly): it ends before it starts"
        }
    }

    private func list(_ word: String, _ known: [String]) -> String {
        (known.isEmpty ? "; there are none" : "; there is \(known.joined(separator: ", "))")
            + Spelling.question(word, in: known)
    }
}
