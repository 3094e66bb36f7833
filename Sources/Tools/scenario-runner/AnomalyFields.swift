import JSONText
import Scoring

/// What every entry of a scenario's `anomalies` may say beside the parameters of its kind.
enum AnomalyFields {
    private static let all: [(name: String, value: String, summary: String)] = [
        ("machine, machines", "id, list, prefix*, all", "where it happens"),
        ("at", "duration or list", "when it starts, from the scenario's start"),
        ("every", "duration", "again and again after so long, to the end"),
        ("after", "id", "in place of at: the anomaly before it that sets this one off"),
        ("delay", "duration", "with after: from that anomaly's start, or from the limit"),
        (
            "when", "{ channel, above or below, hold }",
            "with after: a limit that the machine has to reach while that anomaly acts; the anomaly"
                + " starts with the next reading, and never where the limit is not reached"
        ),
        ("stagger", "duration", "each further machine so much later"),
        ("for", "duration", "how long it lasts"),
        ("magnitude", "0 to 1000", "factor on the kind's strength"),
        ("channels", "list", "channels of kinds that leave the choice"),
        ("shape", "step, linear, cosine, exp, dirac, intermittent", "how it comes and goes"),
        ("ramp_in, ramp_out", "duration", "from nothing to full effect, and back"),
        ("mean_on, mean_off", "duration", "of shape intermittent"),
        (
            "scored", "true, false",
            "of transport kinds: whether detectors are expected to find it; false if not given"
        ),
        ("grace", "duration", "of benign kinds: from the start, alarms count nowhere"),
    ]

    static var text: String {
        let width = all.map(\.name.count).max() ?? 0
        return
            (["every entry of anomalies has beside them:"]
            + all.map { "    \($0.name.padded(to: width))  \($0.summary) (\($0.value))" })
            .joined(separator: "\n")
    }

    static var json: JSONValue {
        .array(
            all.map { field in
                .object([
                    ("name", .string(field.name)), ("allowed", .string(field.value)),
                    ("summary", .string(field.summary)),
                ])
            })
    }
}
