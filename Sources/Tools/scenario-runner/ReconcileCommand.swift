import CommandLineTool
import DurableFiles
import Foundation
import InfluxDBStore
import JSONText
import LiveGeneration
import MQTTTransport
import SQLiteStore
import Scenarios
import Telemetry

/// `scenario-runner reconcile`: what a run made against what a store holds, and the rest written.
enum ReconcileCommand {
    static let command = Command(
        "reconcile",
        summary: "find the readings of a run that a store does not hold, and write them",
        arguments: "[SCENARIO]",
        options: [
            CommandOption(
                "state", "DIR",
                help:
                    "folder of the machine-generator that made the run: its ledger says what was made"
            ),
            CommandOption(
                "run", "NAME",
                help: "name of the run (default with --state: that of the newest ledger)"),
            CommandOption(
                "store", "STORE",
                help: "influxdb3 (INFLUX_HOST and so on), or sqlite:PATH (default: influxdb3)"),
            CommandOption(
                "seed", "N", help: "seed of the run without --state (default: the scenario's)"),
            CommandOption(
                "start", "T",
                help: "time of the first reading without --state (default: the scenario's)"),
            CommandOption(
                "truth", "FILE", help: "truth file of the run (default: the one the ledger names)"),
            CommandOption("dry-run", help: "write nothing; exit 3 if something is missing"),
            CommandOption("json", help: "print both tables as JSON"),
        ],
        examples: [
            (
                "scenario-runner reconcile --state .machine-generator --store sqlite:readings.sqlite",
                "after a broker was killed under machines without a scenario"
            ),
            (
                "scenario-runner reconcile overload-fault --run r1 --seed 7 --store influxdb3",
                "from the seed alone, of a run that was played to its end"
            ),
        ],
        notes: """
            The readings are made again from the seed and, with --state, from ledger and truth; those the
            store does not hold are written with the same keys, so that doing it twice writes nothing the
            second time. What still waits in DIR for the next start is counted as spooled and left alone.
            A run of a scenario needs its SCENARIO; machines without one need only DIR.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let stop = StopSignal()
        do {
            let past = try pastRun(arguments)
            let (name, source, sink) = try store(arguments.value("store") ?? "influxdb3", stop)
            var work = try Reconciliation(past, source: source, sink: sink, stop: stop)
            try work.compare()
            let isDry = arguments.has("dry-run")
            if isDry {
                work.leaveAsIs()
            } else {
                try work.repair()
            }
            let tables = ReconcileTables(
                run: past.plan.run, store: name, books: work.books, missing: work.missing,
                isDry: isDry)
            Terminal.write(arguments.has("json") ? tables.json + "\n" : tables.text)
            if isDry { return work.missing.isEmpty ? .done : .barNotMet }
            guard work.books.lostFinal == 0 else {
                throw ToolFailure.failed(
                    "\(work.books.lostFinal) readings were written and the store does not give them back;"
                        + " look at its log")
            }
            return .done
        } catch let error as PastRunError {
            throw ToolFailure.usage("\(error)")
        } catch let error as GeneratorError {
            throw ToolFailure.failed("\(error)")
        } catch let error as RecordFileError {
            throw ToolFailure.failed("\(error)")
        } catch let error as InfluxDBError {
            throw ToolFailure.failed("--store influxdb3: \(error)")
        } catch let error as SQLiteError { throw ToolFailure.failed("\(error)") }
    }

    // MARK: What was made

    private static func pastRun(_ arguments: ParsedArguments) throws -> PastRun {
        guard arguments.positionals.count <= 1 else {
            throw ToolFailure.usage("name one scenario, not \(arguments.positionals.count)")
        }
        let scenario = try arguments.positionals.first.map { try ScenarioFiles.load($0) }
        if let folder = arguments.value("state") {
            for option in ["seed", "start"] where arguments.has(option) {
                throw ToolFailure.usage(
                    "--\(option) does not go with --state, whose ledger says it")
            }
            return try PastRun(
                folder: folder, run: arguments.value("run"), truth: arguments.value("truth")
            ) { try Self.plan(of: $0, scenario) }
        }
        guard let scenario, let run = arguments.value("run") else {
            throw ToolFailure.usage(
                "reconcile needs --state DIR, or a SCENARIO and the --run NAME that its readings bear"
            )
        }
        var whole = GeneratorPlan(scenario, seed: try seed(arguments), run: run)
        if let text = arguments.value("start") {
            guard let start = Instant.parse(text),
                !start.addingReportingOverflow(scenario.duration + scenario.interval).overflow
            else {
                throw ToolFailure.usage(
                    "--start \(text): give a time as 2026-01-01T00:00:00Z, before 2262")
            }
            whole.simulation.start = start
        }
        return PastRun(whole)
    }

    private static func plan(of header: LedgerHeader, _ scenario: Scenario?) throws -> GeneratorPlan
    {
        if let scenario {
            var plan = GeneratorPlan(scenario, seed: header.seed, run: header.run)
            plan.simulation.start = header.start
            return plan
        }
        guard header.name == "live" else {
            throw ToolFailure.usage(
                "run \(header.run) was made from scenario \(header.name): name it, as in scenario-runner"
                    + " reconcile \(header.name) --state …")
        }
        guard let plan = header.livePlan else {
            throw ToolFailure.usage(
                "run \(header.run): its ledger is of an earlier version and does not say how many machines"
                    + " there were; it cannot be made again")
        }
        return plan
    }

    private static func seed(_ arguments: ParsedArguments) throws -> UInt64? {
        guard let text = arguments.value("seed") else { return nil }
        guard let seed = UInt64(text) else {
            throw ToolFailure.usage("--seed \(text): give a whole number from 0 to \(UInt64.max)")
        }
        return seed
    }

    // MARK: What is there

    private static func store(
        _ text: String, _ stop: StopSignal
    ) throws -> (name: String, source: any ReadingSource, sink: any ReadingSink) {
        if text == "influxdb3" {
            let (name, store) = try IngestStore.influxDB(stop, patience: .seconds(30))
            try store.prepare()
            return (name, store, store)
        }
        if text.hasPrefix("sqlite:"),
            !FileManager.default.fileExists(atPath: String(text.dropFirst(7)))
        {
            throw ToolFailure.usage("--store \(text): there is no such file")
        }
        let store = try IngestStore.sqlite(text)
        return (text, store, store)
    }
}

/// Both tables of a reconciliation.
struct ReconcileTables {
    var run: String
    var store: String
    var books: Reconciliation.Books
    var missing: [MissingReadings]
    var isDry: Bool

    var text: String {
        var lines = ["run \(run) against \(store)"]
        let lost = Reconciliation.Cause.allCases.compactMap { cause in
            books.lost[cause].map { "  lost(\(cause.rawValue)) \($0)" }
        }
        lines.append(
            "before  generated \(books.generated)  stored \(books.stored)  spooled \(books.spooled)"
                + (lost.isEmpty ? "  lost 0" : lost.joined()))
        lines += missing.prefix(20).map { "        \($0)" }
        if missing.count > 20 { lines.append("        and \(missing.count - 20) more machines") }
        if isDry {
            lines.append("after   nothing was written (--dry-run)")
        } else {
            lines.append(
                "after   generated \(books.generated)  stored \(books.stored + books.repaired)  spooled"
                    + " \(books.spooled)  repaired \(books.repaired)  lost_final \(books.lostFinal)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var json: String {
        let lost = Reconciliation.Cause.allCases.map {
            "\"\($0.rawValue)\":\(books.lost[$0] ?? 0)"
        }.joined(separator: ",")
        let machines = missing.map { part -> String in
            var bytes: [UInt8] = Array("{\"machineID\":".utf8)
            JSONBytes.append(quoted: part.series.machineID, to: &bytes)
            bytes += Array(",\"missing\":\(part.count),\"seq\":[".utf8)
            let ranges = part.sequences.map { "[\($0.lowerBound),\($0.upperBound)]" }
            return String(decoding: bytes, as: UTF8.self) + ranges.joined(separator: ",") + "]}"
        }.joined(separator: ",")
        var head: [UInt8] = Array("{\"run\":".utf8)
        JSONBytes.append(quoted: run, to: &head)
        head += Array(",\"store\":".utf8)
        JSONBytes.append(quoted: store, to: &head)
        return String(decoding: head, as: UTF8.self)
            + ",\"before\":{\"generated\":\(books.generated),\"stored\":\(books.stored),\"spooled\":"
            + "\(books.spooled),\"lost_in_transit\":{\(lost)}},\"after\":{\"stored\":"
            + "\(books.stored + books.repaired),\"repaired\":\(books.repaired),\"lost_final\":"
            + "\(books.lostFinal)},\"machines\":[\(machines)]}"
    }
}
