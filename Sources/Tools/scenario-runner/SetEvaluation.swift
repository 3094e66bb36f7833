import AnomalyDetection
import CommandLineTool
import Foundation
import JSONText
import PublicSets
import Reporting
import Testbed

/// What is said of a public set beside its reports: each detector's figures of the set's own score.
struct SetEvaluation: Sendable {
    let set: PublicSet
    let folder: String
    let members: [SetMember]
    private(set) var scores: [any SetScore]
    private let specs: [String]

    /// - Throws: ``ToolFailure`` (usage) where the folder has another layout.
    init(_ set: PublicSet, _ folder: String, _ detectors: [ConfiguredDetector]) throws {
        self.set = set
        self.folder = folder
        members = try set.members(in: folder)
        scores = detectors.map { _ in set.score() }
        specs = detectors.map(\.spec)
    }

    mutating func add(_ results: [SetResult]) throws {
        for (place, result) in results.enumerated() { try scores[place].add(result) }
    }

    /// A block a detector, a line a figure.
    var text: String {
        var lines = ["\(set.rawValue): \(type(of: set.score()).title), \(members.count) series"]
        for (spec, score) in zip(specs, scores) {
            lines.append("  \(spec)")
            for figure in score.figures() {
                let value = figure.value.map { String(format: "%.6g", $0) } ?? "n/a"
                lines.append(
                    "    \(figure.name.padding(toLength: 30, withPad: " ", startingAt: 0)) \(value)"
                )
            }
        }
        return lines.joined(separator: "\n")
    }

    /// `{"set", "score", "series", "detectors": [{"spec", "figures"}]}`, each number as exact as it is.
    var json: JSONValue {
        .object([
            ("set", .string(set.rawValue)), ("score", .string(type(of: set.score()).title)),
            ("series", JSONValue(Double(members.count))),
            (
                "detectors",
                .array(
                    zip(specs, scores).map { spec, score in
                        .object([
                            ("spec", .string(spec)), ("figures", SetFigure.json(score.figures())),
                        ])
                    })
            ),
        ])
    }
}
