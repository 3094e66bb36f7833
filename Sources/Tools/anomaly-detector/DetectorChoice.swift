import AnomalyDetection
import CommandLineTool
import ExternalDetector

/// The detector as the command line names it.
enum DetectorChoice {
    static let option = CommandOption(
        "detector", "SPEC",
        help: "NAME or NAME:key=value,... or command:PROGRAM, or with settings"
            + " command[threshold=1,timeout=10m]:PROGRAM, or manifest:FILE.json5 (default: \(defaultName))"
    )

    /// What works when nothing is named.
    static let defaultName = DetectorCatalogue.defaultSpec

    static let thresholdOption = CommandOption(
        "threshold", "T",
        help: "flag scores from here on, in place of the detector's own threshold and of the SPEC's"
    )

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
        let most = Double.greatestFiniteMagnitude
        return try parse(spec, threshold: arguments.number("threshold", in: -most...most))
    }

    static func parse(_ spec: String, threshold: Double? = nil) throws -> ConfiguredDetector {
        do {
            return try ConfiguredDetector(one(spec), threshold: threshold) {
                try ProgramDetector($0, context: $1)
            }
        } catch DetectorError.takesNoThreshold(let names) {
            throw ToolFailure.usage(
                "--threshold \(threshold ?? 0): \(DetectorError.takesNoThreshold(detectors: names))"
            )
        } catch let error as ToolFailure {
            throw error
        } catch let error as ManifestError {
            throw ToolFailure(.usage, "\(error)".split(separator: "\n").map(String.init))
        } catch { throw ToolFailure.usage("--detector \(spec): \(error)") }
    }

    /// The one detector that `spec` names.
    private static func one(_ spec: String) throws -> DetectorSpec {
        guard let specs = try ProgramManifest.specs(spec) else { return try DetectorSpec(spec) }
        guard specs.count == 1, let only = specs.first else {
            throw ToolFailure.usage(
                "--detector \(spec): there are \(specs.count) manifests in this folder; name one of them"
            )
        }
        return only
    }
}
