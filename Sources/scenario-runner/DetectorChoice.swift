import AnomalyDetection
import CommandLineTool
import ExternalDetector

/// Detectors as the command line names them.
enum DetectorChoice {
    static let option = CommandOption(
        "detector", "SPEC", repeats: true,
        help: "detector to judge, NAME or NAME:key=value,... or command:PROGRAM; may be repeated"
            + " (default: \(defaultName); see: scenario-runner list detectors)")

    /// The detector that is judged when none is named.
    static let defaultName =
        DetectorCatalogue.names.contains("default") ? "default" : "half-space-trees"

    /// - Throws: ``ToolFailure`` (usage) with everything that is wrong with any of them.
    static func parse(_ specs: [String]) throws -> [ConfiguredDetector] {
        var detectors: [ConfiguredDetector] = []
        var messages: [String] = []
        for spec in specs.isEmpty ? [defaultName] : specs {
            do {
                detectors.append(
                    try ConfiguredDetector(DetectorSpec(spec)) { program, context in
                        try ProgramDetector(command: program, context: context)
                    })
            } catch { messages.append("--detector \(spec): \(error)") }
        }
        guard messages.isEmpty else { throw ToolFailure(.usage, messages) }
        return detectors
    }
}
