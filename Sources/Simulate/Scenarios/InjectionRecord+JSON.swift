import JSONText
import MachineSimulation
import Telemetry

extension InjectionRecord {
    /// The record as JSON, whole: what it takes to make the anomaly again, and what it did.
    /// `undetectable` is true of a fault that could at no time be seen.
    public var json: JSONValue {
        func time(_ value: Int64?) -> JSONValue { JSONValue(value.map { Instant.text($0) }) }
        func list(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
        let kind = AnomalyCatalogue.kind(kind)
        return .object([
            ("id", .string(id)), ("machine", .string(machine)), ("kind", .string(self.kind)),
            ("group", .string(group.rawValue)), ("cause", JSONValue(cause)), ("start", time(start)),
            ("end", time(end)),
            ("root_channels", list(rootChannels)), ("affected_channels", list(affectedChannels)),
            ("observable_from", time(observableFrom)), ("effect_end", time(effectEnd)),
            ("peak_sigma", .number(peakSigma)),
            (
                "undetectable",
                .bool(observableFrom == nil && group != .benign && group != .transport)
            ),
            (
                "params",
                .object(
                    parameters.map { name, value in
                        let choices = kind?.parameter(name)?.choices ?? []
                        let choice = Int(exactly: value.rounded(.towardZero)) ?? -1
                        return (
                            name,
                            choices.indices.contains(choice)
                                ? .string(choices[choice]) : .number(value)
                        )
                    })
            ),
            ("intensity", .number(magnitude)),
            ("shape", .string(envelope.shape.rawValue)), ("ramp_in_s", .number(envelope.rampIn)),
            ("ramp_out_s", .number(envelope.rampOut)), ("mean_on_s", .number(envelope.meanOn)),
            ("mean_off_s", .number(envelope.meanOff)),
            // A string: JSON readers keep 53 bits of a number.
            ("seed", .string(String(seed))),
        ])
    }
}
