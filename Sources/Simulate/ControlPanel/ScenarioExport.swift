import MachineSimulation
import Telemetry

/// Writes what was simulated as a scenario file: the same machines, seed and times, and every
/// anomaly where it really began and ended, so that playing the file makes the same readings again.
public enum ScenarioExport {
    /// The file's text, JSON5.
    /// - Parameters:
    ///   - plan: the machines with everything injected so far; anomalies keep their ids, because
    ///     their random draws follow from them.
    ///   - ticks: readings a machine has made, above 0. What had not begun by then is left out, and
    ///     what had not ended ends there.
    public static func text(_ plan: SimulationPlan, ticks: Int, name: String, description: String)
        -> String
    {
        var lines = [
            "// Exported from the control panel.",
            "{",
            "  name: \(quoted(name)),",
            "  description: \(quoted(description)),",
            "  seed: \(plan.seed),",
            "  start: \(quoted(Instant.text(plan.start))),",
            "  duration: \(quoted(DurationText.text(Int64(ticks) * plan.interval))),",
            "  interval: \(quoted(DurationText.text(plan.interval))),",
            "  machines: [",
        ]
        for machine in plan.machines {
            var members = ["id: \(quoted(machine.id))", "profile: \(quoted(machine.profile))"]
            if !machine.provider.isEmpty { members.append("provider: \(quoted(machine.provider))") }
            if !machine.barcode.isEmpty { members.append("barcode: \(quoted(machine.barcode))") }
            let known = MachineProfile.named(machine.profile)?.parameters ?? []
            members += parameters(machine.parameters, known)
            lines.append("    { \(members.joined(separator: ", ")) },")
        }
        lines += ["  ],", "  anomalies: ["]
        for machine in plan.machines {
            // One that still waits for another to set it off has not begun either.
            for anomaly in machine.anomalies
            where anomaly.start < ticks && anomaly.trigger == nil {
                lines.append("    { \(members(of: anomaly, on: machine.id, plan, ticks)) },")
            }
        }
        lines += ["  ],", "}", ""]
        return lines.joined(separator: "\n")
    }

    private static func members(
        of anomaly: AnomalyPlan, on machine: String, _ plan: SimulationPlan, _ ticks: Int
    ) -> String {
        let end = min(anomaly.end ?? ticks, ticks)
        var members = [
            "id: \(quoted(anomaly.id))", "machine: \(quoted(machine))",
            "kind: \(quoted(anomaly.kind))",
            "at: \(quoted(DurationText.text(Int64(anomaly.start) * plan.interval)))",
            "for: \(quoted(DurationText.text(Int64(end - anomaly.start) * plan.interval)))",
        ]
        if anomaly.magnitude != 1 { members.append("magnitude: \(anomaly.magnitude)") }
        if !anomaly.channels.isEmpty {
            members.append("channels: [\(anomaly.channels.map(quoted).joined(separator: ", "))]")
        }
        let known = AnomalyCatalogue.kind(anomaly.kind)?.parameters ?? []
        return (members + parameters(anomaly.parameters, known)).joined(separator: ", ")
    }

    /// `parameters: {…}`, in the order of their names, or nothing; a choice by its name.
    private static func parameters(_ values: [String: Double], _ known: [ParameterDescription])
        -> [String]
    {
        guard !values.isEmpty else { return [] }
        let members = values.keys.sorted().map { name in
            let choices = known.first { $0.name == name }?.choices ?? []
            let value = values[name] ?? 0
            return "\(quoted(name)): "
                + (choices.isEmpty ? "\(value)" : quoted(choices[Int(value)]))
        }
        return ["parameters: { \(members.joined(separator: ", ")) }"]
    }

    /// A JSON string: quotes, backslashes and control characters escaped, and the two line ends that
    /// JSON5 allows but old readers do not.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
