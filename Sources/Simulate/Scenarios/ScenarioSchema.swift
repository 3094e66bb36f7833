import JSONText
import MachineSimulation
import Telemetry

/// The JSON Schema (2020-12) of scenario files, for editors: keys, kinds, profiles and the ranges of
/// their parameters, from the catalogue itself.
public enum ScenarioSchema {
    public static var text: String { root.text(indented: true) + "\n" }

    private typealias Member = (key: String, value: JSONValue)

    private static var root: JSONValue {
        object(
            "A labelled scenario: machines, what is done to them, and how detectors are judged on it",
            required: ["name", "duration", "machines"],
            [
                ("name", name("Names the scenario; letters, digits, \".\", \"_\", \"-\"")),
                ("description", string("One sentence on what it is about")),
                ("level", string("How hard it is: easy, medium, hard")),
                ("seed", integer(0, nil, "Seeds everything, unless a run names another seed")),
                ("start", string("Time of the first reading, as RFC 3339 has it")),
                ("duration", duration("Length")),
                (
                    "interval",
                    duration("From one reading of a machine to the next; 1s if not given")
                ),
                ("warmup", duration("From the start, not scored")),
                ("machines", list(machine)), ("anomalies", list(anomaly)),
                ("random", oneOrMore(random)), ("delivery", delivery), ("alarms", alarms),
                ("$schema", string("Where this schema lies, for editors; not read otherwise")),
            ],
            extra: [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("title", .string("Scenario")),
            ])
    }

    private static var machine: JSONValue {
        object(
            "One machine, or a group of machines", required: [],
            [
                ("id", name("The machine's id")),
                ("count", integer(1, 10_000, "Machines of the group")),
                (
                    "prefix",
                    name("The group's ids are the prefix and a number; machine if not given")
                ),
                ("from", integer(0, 1_000_000_000, "First number; 1 if not given")),
                ("profile", choice(MachineProfile.all.map(\.name), "What kind of machine")),
                ("provider", string("Who runs it")), ("barcode", string("As in the payload")),
                ("parameters", .object([("type", .string("object"))])),
                ("recording", string("CSV file of loads that duty csv replays, one a reading")),
                ("column", string("Its column; load if not given")),
            ],
            extra: [
                (
                    "allOf",
                    .array(
                        MachineProfile.all.map { profile in
                            condition("profile", profile.name, profile.parameters)
                        })
                )
            ])
    }

    private static var anomaly: JSONValue {
        object(
            "What is done to one machine or several, once or several times",
            required: ["kind", "for"],
            [
                ("id", name("Unique on each of its machines")),
                ("machine", machines), ("machines", machines),
                ("kind", choice(AnomalyCatalogue.kinds.map(\.name), "What happens")),
                ("at", oneOrMore(duration("From the scenario's start"))),
                ("every", duration("Again and again after so long, to the scenario's end")),
                ("after", name("In place of at: the id of an anomaly that sets this one off")),
                (
                    "delay",
                    duration(
                        "With after: from that anomaly's start, or from when the limit is reached")
                ),
                ("when", limit),
                ("stagger", duration("Each further machine so much later")),
                ("for", duration("How long")),
                ("magnitude", number(0, 1000, "Factor on the kind's strength; 1 if not given")),
                (
                    "channels",
                    list(choice(["load", "vibration", "power", "temperature"], "A channel"))
                ),
                ("parameters", .object([("type", .string("object"))])),
                (
                    "shape",
                    choice(Envelope.Shape.allCases.map(\.rawValue), "How it comes and goes")
                ),
                ("ramp_in", duration("From nothing to full effect")),
                ("ramp_out", duration("From full effect to nothing")),
                ("mean_on", duration("intermittent: mean time with effect")),
                ("mean_off", duration("intermittent: mean time without")),
                (
                    "scored",
                    .object(
                        described("Transport kinds: whether detectors are to find it; false")
                            + [("type", .string("boolean"))])
                ),
                ("grace", duration("Benign kinds: from the start, alarms count nowhere")),
            ],
            extra: [
                (
                    "allOf",
                    .array(
                        AnomalyCatalogue.kinds.map { kind in
                            condition("kind", kind.name, kind.parameters)
                        })
                )
            ])
    }

    private static var limit: JSONValue {
        func required(_ name: String) -> JSONValue {
            .object([("required", .array([.string(name)]))])
        }
        return object(
            "With after: what the machine has to reach while that anomaly acts",
            required: ["channel"],
            [
                ("channel", choice(demoChannels, "The machine's own, sensor faults left out")),
                ("above", anyNumber("In the channel's unit")),
                ("below", anyNumber("In the channel's unit")),
                ("hold", duration("For so long without a break; one reading if not given")),
            ], extra: [("oneOf", .array([required("above"), required("below")]))])
    }

    private static var random: JSONValue {
        let kinds = AnomalyCatalogue.kinds.map(\.name)
        let weights = object(
            "Kinds and how often they come", required: [],
            kinds.map { ($0, number(0, nil, "Weight")) })
        return object(
            "Anomalies by chance, from the seed: a Poisson process on each machine",
            required: ["rate", "kinds"],
            [
                ("machine", machines), ("machines", machines),
                ("rate", number(0, 3600, "Anomalies an hour and machine")),
                ("min_gap", duration("From the end of one to the next, at least")),
                ("kinds", .object([("oneOf", .array([list(choice(kinds, "A kind")), weights]))])),
                ("for", oneOrMore(duration("Length, or shortest and longest"))),
                ("magnitude", oneOrMore(number(0, 1000, "Strength, or weakest and strongest"))),
                ("from", duration("They begin from here on; after the warm-up if not given")),
                ("to", duration("They begin and end before this; the end if not given")),
            ])
    }

    private static var delivery: JSONValue {
        object(
            "Trouble on the way that is nobody's anomaly", required: [],
            [
                ("drop", number(0, 1, "Share of readings that never arrive")),
                ("duplicate", number(0, 1, "Share of readings that arrive twice")),
                ("delay", duration("Longest time a reading is late")),
            ])
    }

    private static var alarms: JSONValue {
        object(
            "How flagged rows become alarms", required: [],
            [
                (
                    "merge_gap",
                    duration(
                        "Flags no further apart make one alarm, at least one row; without it 10s, at least ten rows"
                    )
                ),
                ("min_rows", integer(1, 1_000_000, "Flagged rows that raise an alarm; 1")),
                (
                    "cap",
                    duration(
                        "A longer alarm is repeated, 0s for never; without it 300s, at least sixty rows"
                    )
                ),
                (
                    "budget",
                    number(0, 1_000_000, "False alarms a machine-hour that are acceptable; 1")
                ),
            ])
    }

    private static var machines: JSONValue {
        oneOrMore(string("A machine's id, a prefix and *, or all"))
    }

    private static func condition(
        _ key: String, _ value: String, _ parameters: [ParameterDescription]
    ) -> JSONValue {
        let known = parameters.map { parameter -> Member in
            let text = parameter.summary + (parameter.unit.isEmpty ? "" : " [\(parameter.unit)]")
            var schema =
                parameter.choices.isEmpty
                ? number(parameter.range.lowerBound, parameter.range.upperBound, text)
                : choice(parameter.choices, text)
            if case .object(let members) = schema {
                let index = Int(parameter.defaultValue)
                let standard: JSONValue =
                    parameter.choices.indices.contains(index)
                    ? .string(parameter.choices[index]) : .number(parameter.defaultValue)
                schema = .object(members + [("default", standard)])
            }
            return (parameter.name, schema)
        }
        return .object([
            (
                "if",
                .object([
                    ("properties", .object([(key, .object([("const", .string(value))]))])),
                    ("required", .array([.string(key)])),
                ])
            ),
            (
                "then",
                .object([
                    (
                        "properties",
                        .object([("parameters", object("", required: [], known))])
                    )
                ])
            ),
        ])
    }

    private static func object(
        _ text: String, required: [String], _ members: [Member], extra: [Member] = []
    ) -> JSONValue {
        .object(
            described(text) + [("type", .string("object"))]
                + (required.isEmpty
                    ? [] : [("required", .array(required.map { .string($0) }))])
                + [("properties", .object(members)), ("additionalProperties", .bool(false))] + extra
        )
    }

    private static func described(_ text: String) -> [Member] {
        text.isEmpty ? [] : [("description", .string(text))]
    }

    private static func string(_ text: String) -> JSONValue {
        .object(described(text) + [("type", .string("string"))])
    }

    private static func name(_ text: String) -> JSONValue {
        .object(
            described(text) + [
                ("type", .string("string")),
                ("pattern", .string("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")),
            ])
    }

    private static func duration(_ text: String) -> JSONValue {
        .object(
            described(text) + [
                ("type", .string("string")),
                ("pattern", .string("^([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h|d))+$")),
            ])
    }

    private static func choice(_ choices: [String], _ text: String) -> JSONValue {
        .object(described(text) + [("enum", .array(choices.map { .string($0) }))])
    }

    private static func number(_ least: Double, _ most: Double?, _ text: String) -> JSONValue {
        .object(
            described(text) + [("type", .string("number")), ("minimum", .number(least))]
                + (most.map { [("maximum", .number($0))] } ?? []))
    }

    private static func anyNumber(_ text: String) -> JSONValue { number(-1e9, 1e9, text) }

    private static func integer(_ least: Int, _ most: Int?, _ text: String) -> JSONValue {
        .object(
            described(text) + [("type", .string("integer")), ("minimum", .integer(least))]
                + (most.map { [("maximum", .integer($0))] } ?? []))
    }

    private static func list(_ items: JSONValue) -> JSONValue {
        .object([("type", .string("array")), ("items", items)])
    }

    private static func oneOrMore(_ item: JSONValue) -> JSONValue {
        .object([("anyOf", .array([item, list(item)]))])
    }
}
