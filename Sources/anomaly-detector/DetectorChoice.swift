import AnomalyDetection
import CommandLineTool
import ExternalDetector

/// The detector as the command line names it.
enum DetectorChoice {
    static let option = CommandOption(
        "detector", "SPEC",
        help: "NAME or NAME:key=value,... or command:PROGRAM (default: \(defaultName))")

    /// What works when nothing is named.
    static let defaultName = DetectorCatalogue.defaultSpec

    static let thresholdOption = CommandOption(
        "threshold", "T", help: "flag scores from here on, over the SPEC's own threshold")

    /// Names and settings, for help pages.
    static var list: String {
        let width = DetectorCatalogue.names.map(\.count).max() ?? 0
        let lines = DetectorCatalogue.kinds.map { kind in
            "  " + kind.name + String(repeating: " ", count: width + 2 - kind.name.count)
                + kind.summary
        }
        return
            (["Detectors:"] + lines + [
                "  settings of each: scenario-runner list detectors, or give a wrong one and read on"
            ]).joined(separator: "\n")
    }

    /// - Throws: ``ToolFailure`` (usage).
    static func parse(_ arguments: ParsedArguments) throws -> ConfiguredDetector {
        let spec = arguments.value("detector") ?? defaultName
        return try parse(spec, threshold: arguments.number("threshold", in: 0...1e300))
    }

    static func parse(_ spec: String, threshold: Double? = nil) throws -> ConfiguredDetector {
        do {
            return try ConfiguredDetector(DetectorSpec(spec), threshold: threshold) {
                try ProgramDetector(command: $0, context: $1)
            }
        } catch { throw ToolFailure.usage("--detector \(spec): \(error)") }
    }
}
