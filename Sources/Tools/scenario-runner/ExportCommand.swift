import CSVFiles
import CommandLineTool
import DurableFiles
import Foundation
import JSONText
import MachineSimulation
import Scenarios
import Scoring
import Telemetry
import Testbed

/// `scenario-runner export`: a scenario's readings with their truth, for other tools.
enum ExportCommand {
    private static let formats = ["csv", "jsonl", "line-protocol"]

    static let command = Command(
        "export", summary: "write a scenario's readings with label and kind columns",
        arguments: "SCENARIO",
        options: [
            CommandOption("seed", "N", help: "seed to play it with (default: its own)"),
            CommandOption(
                "format", "FORMAT", help: "\(formats.joined(separator: ", ")) (default: csv)"),
            CommandOption("out", "FILE", help: "file to write (default: standard output)"),
            CommandOption(
                "as-made", help: "leave transport trouble out: every reading as its machine made it"
            ),
            CommandOption(
                "clean",
                help: "also write what the clean twin read, as clean_load, clean_vibration, ..."),
            CommandOption(
                "truth", "FILE",
                help: "write what each anomaly did, measured against the clean twin, as JSON"),
        ],
        examples: [
            ("scenario-runner export overload-fault > overload.csv", "labelled CSV"),
            (
                "scenario-runner export bearing-wear --clean --truth truth.json --out wear.csv",
                "with the clean twin beside, and the record of the truth"
            ),
            ("scenario-runner export seed-demo --format line-protocol", "for a database"),
        ],
        notes: """
            label is 1 while a fault that counts acts on the machine, and kind names it, several joined
            by +; elsewhere label is 0 and kind names benign changes and transport faults. events gives
            each fault a number of its own, so that evaluate can tell apart those that overlap. Readings are as a
            run's store holds them, so that evaluate sees what run sees: what never arrives is not there
            (dropout, malformed, delivery.drop), a missing channel is an empty cell, a wrong clock moves the
            row to the time it claims, and a wrong name makes a series of its own. A file is in the order of
            times and has each reading once, so late, out_of_order, duplicate, delivery.delay and
            delivery.duplicate leave no trace but their names in kind. Labels say nothing of ignore zones, nor
            that a fault could never be seen: that is in the record that --truth writes, and that evaluate
            --truth reads.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        guard arguments.positionals.count == 1 else {
            throw ToolFailure.usage("name one scenario to export")
        }
        let scenario = try ScenarioFiles.load(arguments.positionals[0])
        let name = arguments.value("format") ?? "csv"
        guard formats.contains(name) else {
            throw ToolFailure.usage(
                "--format \(name): there are \(formats.joined(separator: ", "))"
                    + Spelling.question(name, in: formats))
        }
        let seeds = try SeedRange.parse(arguments.values("seed"))
        guard seeds.count <= 1 else {
            throw ToolFailure.usage("--seed: one seed, for there is one output")
        }
        let export = try ScenarioExport(
            scenario, seed: seeds.first, withClean: arguments.has("clean"),
            asMade: arguments.has("as-made"))
        let format: any ExportFormat =
            switch name {
            case "jsonl": JSONLines(export.columns)
            case "line-protocol": LineProtocolLines(export.columns)
            default: CSVLines(export.columns)
            }
        // Whatever cannot be written is said before anything is.
        let truth = try arguments.value("truth").map { path in
            // Its folder is made; where that fails, so does the file.
            try? Files.makeParent(of: path)
            return try ExportTarget(path, option: "truth")
        }
        let target = try ExportTarget(arguments.value("out"))
        let records: [InjectionRecord]
        do {
            records = try export.write(format, to: target.descriptor, name: target.name)
        } catch CSVError.outputClosed {
            return .done
        }
        try target.finish()
        if let truth {
            var out = CSVWriter(descriptor: truth.descriptor, name: truth.name)
            let judged = JudgedRecord.all(scenario, records)
            try out.append(
                JSONValue.array(zip(records, judged).map { $0.json(judged: $1) })
                    .text(indented: true))
            try out.append("\n")
            try out.flush()
            try truth.finish()
        }
        return .done
    }
}

extension InjectionRecord {
    /// The record, and how the scenario wants it judged.
    fileprivate func json(judged: JudgedRecord) -> JSONValue {
        guard case .object(let members) = json else { return json }
        func time(_ time: Int64) -> JSONValue { .string(Instant.text(time)) }
        return .object(
            members + [
                ("scored", .bool(judged.event.isScored)),
                (
                    "ignored",
                    .array(
                        judged.ignored.map {
                            .object([("start", time($0.start)), ("end", time($0.end))])
                        })
                ),
            ])
    }
}
