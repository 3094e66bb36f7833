import AnomalyDetection
import CommandLineTool
import Foundation
import LabelledFiles
import PublicSets

/// What `evaluate` was told to judge detectors on.
struct EvaluationSources: Sendable {
    struct Item: Sendable {
        /// As reports call it.
        var name: String
        var load: @Sendable () throws -> any LabelledDataset
        /// Place of the public set it belongs to; nil for a file.
        var set: Int?
        var facts = SetMember.Facts()
    }

    private(set) var items: [Item] = []
    var sets: [SetEvaluation] = []

    /// - Throws: ``ToolFailure`` (usage).
    init(
        _ arguments: ParsedArguments, _ options: DataOptions, _ detectors: [ConfiguredDetector]
    ) throws {
        var files: [InputFile] = []
        for argument in arguments.positionals {
            guard !FileManager.default.fileExists(atPath: argument),
                let (set, folder) = PublicSet.named(argument)
            else {
                files.append(try InputFile(argument))
                continue
            }
            try Self.refuseOptions(arguments, of: set)
            if let learner = detectors.first(where: { $0.train != nil }) {
                throw ToolFailure.usage(
                    "\(set.rawValue):FOLDER says itself what may be learned from: use mode=stream for"
                        + " \(learner.spec), which is told the rows that are not scored")
            }
            let evaluation = try SetEvaluation(set, folder, detectors)
            items += evaluation.members.map {
                Item(name: $0.name, load: $0.load, set: sets.count, facts: $0.facts)
            }
            sets.append(evaluation)
        }
        items += zip(files, Self.names(files)).map { file, name in
            Item(name: name, load: { try LabelledCSV(file, options: options) })
        }
    }

    /// A set says itself what its columns are; a kept report has no scores.
    private static func refuseOptions(_ arguments: ParsedArguments, of set: PublicSet) throws {
        for name in DataOptions.all.map(\.name) + ["resume"] where arguments.has(name) {
            throw ToolFailure.usage(
                "--\(name) is for files: \(set.rawValue):FOLDER has its own labels, probation and"
                    + " score")
        }
    }

    /// What reports call the files: their names, with the folder's where two are the same.
    static func names(_ files: [InputFile]) -> [String] {
        let short = files.map(\.title)
        let long = files.indices.map { place in
            guard short.count(where: { $0 == short[place] }) > 1 else { return short[place] }
            let folder = URL(filePath: files[place].name).deletingLastPathComponent()
                .lastPathComponent
            return "\(folder)-\(short[place])"
        }
        return long.indices.map { place in
            let before = long[..<place].count { $0 == long[place] }
            return before == 0 ? long[place] : "\(long[place])-\(before + 1)"
        }
    }
}
