import CommandLineTool
import Foundation
import Reporting

/// `--fail-under` and `--junit`, as `run` and `evaluate` have them.
enum Bars {
    static let option = CommandOption(
        "fail-under", "METRIC=VALUE", repeats: true,
        help: "exit with 3 unless every report reaches this, as in event.f1=0.9")
    static let junitOption = CommandOption(
        "junit", "FILE", help: "also write the outcome as JUnit XML")

    static func parse(_ arguments: ParsedArguments) throws -> [MetricBar] {
        try arguments.values("fail-under").map { text in
            do { return try MetricBar(text) } catch {
                throw ToolFailure.usage("--fail-under \(text): \(error)")
            }
        }
    }

    static func writeJUnit(
        _ arguments: ParsedArguments, _ reports: [Report], _ bars: [MetricBar]
    ) throws {
        guard let path = arguments.value("junit") else { return }
        let url = URL(filePath: path)
        try ReportFolder(url.deletingLastPathComponent().path, option: "junit")
            .write(JUnit.xml(reports, bars: bars), to: url.lastPathComponent)
    }

    /// - Throws: ``ToolFailure`` (failed) where readings are not accounted for.
    static func verdict(_ reports: [Report], _ bars: [MetricBar]) throws -> ExitCode {
        for report in reports where report.delivery.lost > 0 || !report.delivery.isBalanced {
            let delivery = report.delivery
            throw ToolFailure.failed(
                "\(report.runName): readings are not accounted for: \(delivery.generated)"
                    + " generated, \(delivery.withheld) withheld, \(delivery.stored) stored,"
                    + " \(delivery.scored) scored; the figures are not comparable")
        }
        let check = BarCheck(bars, reports)
        for failure in check.failures { Terminal.error("scenario-runner: \(failure)") }
        return check.isMet ? .done : .barNotMet
    }
}
