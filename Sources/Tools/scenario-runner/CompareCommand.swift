import CommandLineTool
import DurableFiles
import Foundation
import Reporting
import Scoring

/// `scenario-runner compare`: two or more detectors over the same runs.
enum CompareCommand {
    static let command = Command(
        "compare", summary: "say whether one detector is better than another, and on which events",
        arguments: "REPORT.json|FOLDER...",
        options: [
            CommandOption(
                "baseline", "SPEC",
                help: "the detector to hold the others against (default: that of the first report)"),
            CommandOption(
                "common", help: "compare only the runs (scenario and seed) that all detectors have"),
            CommandOption("out", "FILE.html", help: "also write a page with the score curves"),
            CommandOption("json", help: "print the comparison as JSON"),
            CommandOption(
                "bootstrap-seed", "N", help: "seed of the resampling (default: 1)"),
            CommandOption(
                "fail-if-worse", help: "exit with 3 if a candidate is worse than the baseline"),
        ],
        examples: [
            ("scenario-runner compare reports/", "every detector in the folder against the first"),
            (
                "scenario-runner compare old/ new/ --out comparison.html",
                "two versions of one detector, with a page"
            ),
            (
                "scenario-runner compare part1/ part2/ part3/ --baseline half-space-trees",
                "the parts of a sweep that --shard has spread"
            ),
        ],
        notes: """
            Reports are grouped by detector SPEC; where all are of one SPEC, by what was named on the
            command line. Differences are paired by scenario and seed; "better" and "worse" are said
            only where the 95 % interval excludes 0 and the matching test has p < 0.05
            (docs/metrics/comparing.md). Reports of other scenarios, rules or events, and of runs that
            lost readings, are refused. The page's curves are read from the HTML files beside the
            reports.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        guard !arguments.positionals.isEmpty else {
            throw ToolFailure.usage(
                "name reports to compare, or folders of them, as in: scenario-runner compare reports/"
            )
        }
        let seeds = try arguments.value("bootstrap-seed").map {
            try SeedRange.parse([$0], option: "bootstrap-seed")
        }
        guard seeds?.count ?? 1 == 1 else {
            throw ToolFailure.usage("--bootstrap-seed: one seed, for there is one resampling")
        }
        let sources = try arguments.positionals.flatMap(load)
        let comparison: ReportComparison
        do {
            comparison = try ReportComparison(
                sources, baseline: arguments.value("baseline"),
                onlyCommon: arguments.has("common"), seed: seeds?.first ?? 1)
        } catch {
            throw ToolFailure.usage("can't compare: \(error)")
        }
        if let out = arguments.value("out") {
            let url = URL(filePath: out)
            try ReportFolder(url.deletingLastPathComponent().path)
                .write(page(comparison, sources), to: url.lastPathComponent)
        }
        if arguments.has("json") {
            Terminal.print(comparison.json.text(indented: true))
        } else {
            Terminal.write(comparison.text(usesColor: Terminal.usesColor))
            if let out = arguments.value("out") { Terminal.print("\nPage: \(out)") }
        }
        let isWorse = comparison.comparisons.contains { $0.verdict == .worse }
        return isWorse && arguments.has("fail-if-worse") ? .barNotMet : .done
    }

    /// The report at `argument`, or all in the folder.
    private static func load(_ argument: String) throws -> [ReportComparison.Source] {
        guard FileManager.default.fileExists(atPath: argument) else {
            throw ToolFailure.usage("\(argument): there is no such report or folder")
        }
        guard Files.isFolder(argument) else {
            return [
                ReportComparison.Source(
                    argument: argument, path: argument, report: try read(argument))
            ]
        }
        let folder =
            argument.count > 1 && argument.hasSuffix("/") ? String(argument.dropLast()) : argument
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var sources: [ReportComparison.Source] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            let path = "\(folder)/\(name)"
            // Other JSON may lie in the folder; a damaged report must not be passed over.
            guard !Files.isFolder(path), let report = try readIfReport(path) else { continue }
            sources.append(
                ReportComparison.Source(argument: folder, path: path, report: report))
        }
        guard !sources.isEmpty else {
            throw ToolFailure.usage(
                "\(argument): there is no report in this folder; scenario-runner run writes some")
        }
        return sources
    }

    private static func read(_ path: String) throws -> Report {
        let bytes = try contents(path)
        do { return try Report(jsonBytes: bytes) } catch {
            throw ToolFailure.usage("\(path): \(error)")
        }
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try Files.contents(of: path) } catch {
            throw ToolFailure.usage("\(path): cannot be read: \(error.reason)")
        }
        guard !bytes.isEmpty else {
            throw ToolFailure.usage(
                "\(path): is empty; name a report (.json) that scenario-runner run has written")
        }
        return bytes
    }

    private static func readIfReport(_ path: String) throws -> Report? {
        let bytes = try contents(path)
        do { return try Report(jsonBytes: bytes) } catch ReportError.schema {
            return nil
        } catch {
            throw ToolFailure.usage("\(path): \(error)")
        }
    }

    // MARK: - The page

    /// A page holds at most 5 MB; its tables get what the curves leave.
    private static let curveBytes = 4_300_000

    private static func page(
        _ comparison: ReportComparison, _ sources: [ReportComparison.Source]
    ) -> String {
        guard comparison.comparisons.allSatisfy(\.isPaired) else {
            return ComparisonPage(
                comparison, curveNote: "No curves: the detectors saw different data."
            ).html
        }
        let (runs, total) = curves(comparison, sources)
        let note: String? =
            runs.isEmpty
            ? "No curves: the reports' HTML files are not beside them."
            : runs.count < total
                ? "Curves of \(runs.count) of \(total) runs are here, those with most differences first."
                : nil
        return ComparisonPage(comparison, runs: runs, curveNote: note).html
    }

    /// Runs with the most disagreements first, as many as the page has room for.
    private static func curves(
        _ comparison: ReportComparison, _ sources: [ReportComparison.Source]
    ) -> (runs: [ComparedRun], total: Int) {
        let first = comparison.entrants[0].reports
        func disputes(_ index: Int) -> [ReportComparison.Disagreement] {
            let scenario = first[index].scenario
            return comparison.disagreements.filter {
                $0.scenario == scenario.name && $0.seed == scenario.seed
            }
        }
        let order = first.indices.map { (index: $0, count: disputes($0).count) }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        var runs: [ComparedRun] = []
        var left = curveBytes
        for (index, _) in order {
            let reports = comparison.entrants.map { ($0.name, $0.reports[index]) }
            let pages = reports.map { _, report in
                sources.first { $0.report == report }.flatMap { page(beside: $0.path) }
            }
            let machines = Dictionary(grouping: disputes(index), by: \.event.machine)
            let machine = machines.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
            guard var run = ComparedRun(reports, pages: pages, firstMachine: machine) else {
                continue
            }
            if run.size > left { run = run.withoutCloseUps }
            if run.size > left { break }
            left -= run.size
            runs.append(run)
        }
        return (runs, first.count)
    }

    private static func page(beside path: String) -> String? {
        guard path.hasSuffix(".json"),
            let data = FileManager.default.contents(atPath: path.dropLast(5) + ".html")
        else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
