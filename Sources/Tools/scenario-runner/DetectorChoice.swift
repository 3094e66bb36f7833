import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import ExternalDetector
import Foundation
import VerdictSources

/// Detectors as the command line names them.
enum DetectorChoice {
    static let option = CommandOption(
        "detector", "SPEC", repeats: true,
        help: "detector to judge, NAME or NAME:key=value,... or command:PROGRAM, or with settings"
            + " command[name=mine,threshold=1]:PROGRAM, or manifest:FILE.json5 or a folder of such"
            + " files; may be repeated;"
            + " n_trees=5|25|100 stands for three detectors; alerts:FILE judges alarms of another"
            + " program"
            + " (default: \(defaultName); see: scenario-runner list detectors)")

    static let thresholdOption = CommandOption(
        "threshold", "T",
        help: "flag readings with score >= T, in place of each detector's own threshold and of"
            + " threshold= in a SPEC, which sets one detector's")

    static let timeoutOption = CommandOption(
        "detector-timeout", "D",
        help: "how long a program may give no score and read nothing, as in 90s or 10m, or none, in"
            + " place of timeout= in a SPEC or manifest (default: 60s)")

    /// The detector that is judged when none is named.
    static let defaultName = DetectorCatalogue.defaultSpec

    /// - Throws: ``ToolFailure`` (usage) with everything that is wrong with any of them.
    static func parse(_ arguments: ParsedArguments) throws -> [ConfiguredDetector] {
        try contestants(arguments).map {
            guard case .detector(let detector) = $0 else {
                throw ToolFailure.usage(
                    "--detector \($0.spec): a source of verdicts is judged by scenario-runner run alone"
                )
            }
            return detector
        }
    }

    /// Detectors, and what other programs say, in the order they are named.
    /// - Throws: ``ToolFailure`` (usage) with everything that is wrong with any of them.
    static func contestants(_ arguments: ParsedArguments) throws -> [Contestant] {
        let most = Double.greatestFiniteMagnitude
        let threshold = try arguments.number("threshold", in: -most...most)
        let timeout = try timeout(arguments)
        var detectors: [Contestant] = []
        var seen: [String] = []
        var unable: [String] = []
        let outside = VerdictSource.Outside(
            broker: {
                guard let broker = try Routes.broker(arguments) else {
                    throw ToolFailure.usage("set BROKER or give --broker URL")
                }
                return broker
            }, store: { try StackRoute.store(ProcessInfo.processInfo.environment) })
        var messages: [String] = []
        let specs = arguments.values("detector")
        for spec in specs.isEmpty ? [defaultName] : specs {
            do {
                if let source = try VerdictSourceSpec(spec) {
                    if !detectors.contains(where: { $0.spec == source.text }) {
                        detectors.append(.source(try VerdictSource(source, outside)))
                    }
                    if threshold != nil { unable.append(source.kind.rawValue) }
                    continue
                }
                for one in try SpecRange.expand(spec, threshold: threshold)
                where !seen.contains(one.text) {
                    seen.append(one.text)
                    let detector = try ConfiguredDetector(one, threshold: threshold) {
                        var settings = $0
                        if let timeout { settings.timeout = timeout }
                        return try ProgramDetector(settings, context: $1)
                    }
                    guard !detectors.contains(where: { $0.spec == detector.spec }) else {
                        messages.append(
                            "--detector \(spec): another detector is called \(detector.spec); give"
                                + " each a name of its own")
                        continue
                    }
                    detectors.append(.detector(detector))
                }
            } catch DetectorError.takesNoThreshold(let names) {
                unable += names.filter { !unable.contains($0) }
            } catch let error as ManifestError {
                messages += "\(error)".split(separator: "\n").map(String.init)
            } catch let failure as ToolFailure {
                messages += failure.messages.map { "--detector \(spec): \($0)" }
            } catch { messages.append("--detector \(spec): \(error)") }
        }
        if let threshold, !unable.isEmpty {
            messages.append(
                "--threshold \(threshold): \(DetectorError.takesNoThreshold(detectors: unable))")
        }
        guard messages.isEmpty else { throw ToolFailure(.usage, messages) }
        return detectors
    }

    private static func timeout(_ arguments: ParsedArguments) throws -> Double? {
        guard let text = arguments.value("detector-timeout") else { return nil }
        if let seconds = ProgramSettings.seconds(text) { return seconds }
        throw ToolFailure.usage(
            "--detector-timeout \(text): give seconds, or a time as in 10m, or none")
    }
}

/// SPECs that stand for several detectors: `half-space-trees:n_trees=5|25,height=3|8` is four.
enum SpecRange {
    /// Most detectors that one SPEC may stand for.
    private static let limit = 10_000

    /// - Parameter threshold: written into each SPEC whose detector has one, so that reports of two
    ///   thresholds are told apart; not into a program's, whose files keep their names.
    /// - Throws: ``DetectorError``, ``ManifestError``.
    static func expand(_ text: String, threshold: Double? = nil) throws -> [DetectorSpec] {
        if let specs = try ProgramManifest.specs(text) { return specs }
        return try expand(DetectorSpec(text), of: text, threshold)
    }

    private static func expand(
        _ spec: DetectorSpec, of text: String, _ threshold: Double?
    ) throws(DetectorError) -> [DetectorSpec] {
        if spec.command != nil, spec.options.isEmpty { return [spec] }
        var options = spec.options
        let kind = DetectorCatalogue.kinds.first { $0.name == spec.name }
        if let threshold, kind?.takesThreshold ?? false {
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
                values.map { front + (front.isEmpty ? "" : ",") + "\(option.key)=\($0)" }
            }
        }
        var specs: [DetectorSpec] = []
        for settings in texts {
            let whole =
                spec.command.map { "command[\(settings)]:\($0)" }
                ?? (settings.isEmpty ? spec.name : "\(spec.name):\(settings)")
            specs.append(try DetectorSpec(whole))
        }
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
