import JSON5Text
import MachineSimulation
import Telemetry

extension ObjectReader {
    /// Parameters of an anomaly or a machine, checked against what there is.
    func parameters(_ known: [ParameterDescription]) -> [String: Double] {
        var values: [String: Double] = [:]
        for entry in entries("parameters") ?? [] {
            let path = "\(pathOf("parameters")).\(entry.key)"
            guard let parameter = known.first(where: { $0.name == entry.key }) else {
                let names = known.map(\.name)
                problems.add(
                    path, entry.keyPosition,
                    "there is no such parameter; allowed: "
                        + (names.isEmpty ? "none" : names.joined(separator: ", "))
                        + Spelling.question(entry.key, in: names))
                continue
            }
            switch entry.value.value {
            case .number(let value, _)
            where parameter.choices.isEmpty && parameter.range.contains(value):
                values[entry.key] = value
            case .string(let text) where parameter.choices.contains(text):
                values[entry.key] = Double(parameter.choices.firstIndex(of: text) ?? 0)
            default:
                problems.add(
                    path, entry.value.position,
                    "found \(entry.value.spelled); allowed: \(parameter.allowed)")
            }
        }
        return values
    }
}
