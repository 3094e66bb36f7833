import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import ExternalDetector

/// Detectors as the command line names them.
enum DetectorChoice {
    static let option = CommandOption(
        "detector", "SPEC", repeats: true,
        help: "detector to judge, NAME or NAME:key=value,... or command:PROGRAM; may be repeated;"
            + " n_trees=5|25|100 stands for three detectors"
            + " (default: \(defaultName); see: scenario-runner list detectors)")

    static let thresholdOption = CommandOption(
        "threshold", "T",
        help: "flag readings with score >= T, in place of each detector's own threshold")

    /// The detector that is judged when none is named.
    static let defaultName = DetectorCatalogue.defaultSpec

    /// - Throws: ``ToolFailure`` (usage) with everything that is wrong with any of them.
    static func parse(_ arguments: ParsedArguments) throws -> [ConfiguredDetector] {
        let threshold = try arguments.number("threshold", in: 0...(.greatestFiniteMagnitude))
        var detectors: [ConfiguredDetector] = []
        var messages: [String] = []
        let specs = arguments.values("detector")
        for spec in specs.isEmpty ? [defaultName] : specs {
            do {
                for one in try SpecRange.expand(spec, threshold: threshold)
                where !detectors.contains(where: { $0.spec == one.text }) {
                    detectors.append(
                        try ConfiguredDetector(
                            one, threshold: one.command == nil ? nil : threshold
                        ) { program, context in
                            try ProgramDetector(
                                command: program, context: context, threshold: threshold)
                        })
                }
            } catch { messages.append("--detector \(spec): \(error)") }
        }
        guard messages.isEmpty else { throw ToolFailure(.usage, messages) }
        return detectors
    }
}

/// SPECs that stand for several detectors: `half-space-trees:n_trees=5|25,height=3|8` is four.
enum SpecRange {
    /// Most detectors that one SPEC may stand for.
    private static let limit = 10_000

    /// - Parameter threshold: written into each SPEC whose detector has one, so that reports of two
    ///   thresholds are told apart; always-on has none.
    /// - Throws: ``DetectorError``.
    static func expand(
        _ text: String, threshold: Double? = nil
    ) throws(DetectorError) -> [DetectorSpec] {
        let spec = try DetectorSpec(text)
        if spec.command != nil { return [spec] }
        var options = spec.options
        let kind = DetectorCatalogue.kinds.first { $0.name == spec.name }
        if let threshold, kind?.parameters.contains(where: { $0.name == "threshold" }) ?? false {
            options.removeAll { $0.key == "threshold" }
            options.append(DetectorSpec.Option("threshold", "\(threshold)"))
        }
        var texts = [""]
        for option in options {
            let values = option.value.split(separator: "|", omittingEmptySubsequences: false)
            guard values.count == 1 || !values.contains(where: \.isEmpty) else {
                throw .malformedSpec(
                    spec: text, at: "\"\(option.key)=\(option.value)\" has an empty value")
            }
            guard texts.count * values.count <= limit else {
                throw .malformedSpec(
                    spec: text, at: "it stands for more than \(limit) detectors")
            }
            texts = texts.flatMap { front in
                values.map { front + (front.isEmpty ? ":" : ",") + "\(option.key)=\($0)" }
            }
        }
        var specs: [DetectorSpec] = []
        for end in texts { specs.append(try DetectorSpec(spec.name + end)) }
        return specs
    }
}

/// What a failure inside a detector is to the user: a setting that does not fit the data is input, a
/// program that fails is not.
func detectorTrouble(_ error: any Error, _ label: String) -> any Error {
    switch error {
    case let error as DetectorError: ToolFailure.usage("\(label): \(error)")
    case let error as ExternalDetectorError: ToolFailure.failed("\(label): \(error)")
    case DetectionFailure.wrongVerdictCount(let id, let rows, let verdicts):
        ToolFailure.failed(
            "\(label): the detector judged \(verdicts) of \(rows) readings of \(id); each must be"
                + " judged once")
    default: error
    }
}
