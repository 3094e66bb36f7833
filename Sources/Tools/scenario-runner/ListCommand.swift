import AnomalyDetection
import CommandLineTool
import JSONText
import MachineSimulation
import Reporting
import Scenarios
import Scoring
import Telemetry

/// `scenario-runner list`: what there is to name on a command line or in a scenario.
enum ListCommand {
    private static let topics = ["scenarios", "anomalies", "detectors", "profiles", "metrics"]

    static let command = Command(
        "list", summary: "list scenarios, anomalies, detectors, profiles or metrics",
        arguments: "[\(topics.joined(separator: "|"))]",
        options: [CommandOption("json", help: "print as JSON")],
        examples: [
            ("scenario-runner list anomalies", "every kind with its parameters, units and ranges"),
            ("scenario-runner list detectors --json", "for a program"),
        ]
    ) { arguments in
        let wanted = arguments.positionals.isEmpty ? topics : arguments.positionals
        for topic in wanted where !topics.contains(topic) {
            throw ToolFailure.usage(
                "list \(topic): there are \(topics.joined(separator: ", "))"
                    + Spelling.question(topic, in: topics))
        }
        let sections = try wanted.map { ($0, try entries($0)) }
        if arguments.has("json") {
            var members = sections.map { topic, entries in
                (topic, JSONValue.array(entries.map(\.json)))
            }
            if wanted.contains("anomalies") {
                members.append(("anomaly_fields", AnomalyFields.json))
            }
            let all = JSONValue.object(members)
            Terminal.print(all.text(indented: true))
        } else {
            for (index, (topic, entries)) in sections.enumerated() {
                if index > 0 { Terminal.print("") }
                if sections.count > 1 { Terminal.print("\(topic):") }
                for entry in entries { Terminal.print(entry.text) }
                if topic == "anomalies" {
                    Terminal.print("\n" + AnomalyFields.text)
                }
            }
        }
        return .done
    }

    /// Something that can be named, with its settings.
    private struct Entry {
        struct Setting {
            var name: String
            var unit = ""
            var defaultValue: String
            var allowed: String
            var summary: String
        }
        var name: String
        var summary: String
        /// More facts, in order.
        var facts: [(name: String, value: String)] = []
        var settings: [Setting] = []

        var json: JSONValue {
            .object(
                [("name", .string(name)), ("summary", .string(summary))]
                    + facts.map { ($0.name, .string($0.value)) }
                    + [
                        (
                            "parameters",
                            .array(
                                settings.map { setting in
                                    .object([
                                        ("name", .string(setting.name)),
                                        ("unit", .string(setting.unit)),
                                        ("default", .string(setting.defaultValue)),
                                        ("allowed", .string(setting.allowed)),
                                        ("summary", .string(setting.summary)),
                                    ])
                                })
                        )
                    ])
        }

        var text: String {
            var lines = ["\(name)  \(summary)"]
            for fact in facts { lines.append("    \(fact.name): \(fact.value)") }
            let width = settings.map(\.name.count).max() ?? 0
            for setting in settings {
                let name = setting.name.padded(to: width)
                let value = setting.defaultValue.isEmpty ? "" : " = \(setting.defaultValue)"
                let unit = setting.unit.isEmpty ? "" : " \(setting.unit)"
                lines.append(
                    "    \(name)\(value)\(unit)  \(setting.summary) (\(setting.allowed))")
            }
            return lines.joined(separator: "\n")
        }
    }

    private static func entries(_ topic: String) throws -> [Entry] {
        switch topic {
        case "scenarios": try groups + ScenarioFiles.names.map(scenario)
        case "anomalies": AnomalyCatalogue.kinds.map(anomaly)
        case "detectors": DetectorCatalogue.kinds.map(detector)
        case "profiles": MachineProfile.all.map(profile)
        default: metrics
        }
    }

    /// Names that stand for several scenarios.
    private static var groups: [Entry] {
        let folder = ScenarioFolder(ScenarioFiles.folder)
        return folder.groups.map { group in
            let names = folder.names(in: group)
            return Entry(
                name: group, summary: "\(Figures.count(names.count, "scenario")) in one go",
                facts: [("scenarios", names.joined(separator: ", "))])
        }
    }

    private static func scenario(_ name: String) throws -> Entry {
        let scenario = try ScenarioFiles.load(name)
        let kinds = Set(scenario.anomalies.map(\.plan.kind)).sorted()
        return Entry(
            name: name, summary: scenario.description,
            facts: [
                ("level", scenario.level.isEmpty ? "-" : scenario.level),
                ("machines", "\(scenario.machines.count)"),
                ("duration", DurationText.text(scenario.duration)),
                ("anomalies", "\(scenario.anomalies.count)"),
                ("kinds", kinds.isEmpty ? "none" : kinds.joined(separator: ", ")),
            ])
    }

    private static func anomaly(_ kind: AnomalyKind) -> Entry {
        Entry(
            name: kind.name, summary: kind.summary,
            facts: [
                ("group", kind.group.rawValue), ("formula", kind.formula),
                ("channels", kind.channels.text),
            ],
            settings: kind.parameters.map(setting))
    }

    private static func profile(_ profile: MachineProfile) -> Entry {
        Entry(
            name: profile.name, summary: profile.summary,
            facts: [
                (
                    "channels",
                    profile.channels.map { $0.unit.isEmpty ? $0.name : "\($0.name) [\($0.unit)]" }
                        .joined(separator: ", ")
                )
            ],
            settings: profile.parameters.map(setting))
    }

    private static func setting(_ parameter: ParameterDescription) -> Entry.Setting {
        Entry.Setting(
            name: parameter.name, unit: parameter.unit, defaultValue: parameter.defaultText,
            allowed: parameter.allowed, summary: parameter.summary)
    }

    private static func detector(_ kind: DetectorKind) -> Entry {
        Entry(
            name: kind.name, summary: kind.summary, facts: [("source", kind.source)],
            settings: kind.parameters.map { parameter in
                Entry.Setting(
                    name: parameter.name, defaultValue: parameter.defaultValue,
                    allowed: parameter.allowed, summary: parameter.summary)
            })
    }

    private static var metrics: [Entry] {
        MetricBar.metrics.map { metric in
            let better =
                switch metric.better {
                case .higher: "higher is better"
                case .lower: "lower is better"
                case .neither:
                    "no better or worse: it says what the data is like, or how it was judged"
                }
            return Entry(
                name: metric.isByKind ? metric.path + ".KIND" : metric.path,
                summary: "\(metric.title): \(metric.summary)",
                facts: [
                    ("unit", metric.unit.rawValue), ("better", better),
                    ("page", "docs/metrics/\(metric.page)"),
                ])
        }
    }
}

extension String {
    /// The text with spaces after it up to `width`.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
