import CommandLineTool
import DurableFiles
import Foundation
import Scenarios
import Telemetry

/// Scenario files by path or by name.
enum ScenarioFiles {
    /// Where names are looked up first: `TESTBED_SCENARIOS`, else `scenarios/` here, else beside the
    /// package the program was built in, else the copy in the program.
    static var folder: String {
        if let set = ProcessInfo.processInfo.environment["TESTBED_SCENARIOS"], !set.isEmpty {
            return set
        }
        if FileManager.default.fileExists(atPath: "scenarios") { return "scenarios" }
        var place = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while place.path.count > 1 {
            place.deleteLastPathComponent()
            let candidate = place.appending(path: "scenarios").path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        return ScenarioFolder.builtIn.path
    }

    /// Names of all scenarios: the folder's own, then those of its groups.
    static var names: [String] { ScenarioFolder(folder).names }

    /// Names of a group's scenarios, from the folder or from the copy in the program; nil for no group.
    private static func names(in group: String) -> [String]? {
        [ScenarioFolder(folder), .builtIn].first { $0.groups.contains(group) }?.names(in: group)
    }

    /// The file of the scenario that `name`, a path or a name, stands for.
    /// - Throws: ``ToolFailure`` (usage) if there is none.
    static func path(_ name: String) throws -> String {
        guard
            let path = ScenarioFolder(folder).path(for: name)
                ?? ScenarioFolder.builtIn.path(for: name)
        else {
            let known = names + ScenarioFolder(folder).groups
            let place =
                ScenarioFolder(folder).isBuiltIn ? "among those built in" : "in \(folder)/"
            throw ToolFailure.usage(
                "\(name): there is no scenario of this name \(place)"
                    + (Spelling.nearest(to: name, in: known).map { "; did you mean \"\($0)\"?" }
                        ?? "; there are \(known.joined(separator: ", "))"))
        }
        return path
    }

    /// The scenario that `name`, a path or a name, stands for.
    /// - Throws: ``ToolFailure`` (usage) with all that is wrong with it.
    static func load(_ name: String) throws -> Scenario {
        do { return try Scenario.load(path: try path(name)) } catch let error as ScenarioError {
            throw ToolFailure(
                .usage, error.description.split(separator: "\n").map(String.init))
        }
    }

    /// The scenario files of the folder at `path`, by name; nil if it is no folder.
    /// - Throws: ``ToolFailure`` (usage) for a folder without any.
    private static func files(in path: String) throws -> [String]? {
        guard path.contains("/") || path == ".", Files.isFolder(path) else { return nil }
        let files = Files.paths(in: path, endingWith: ".json5")
        guard !files.isEmpty else {
            throw ToolFailure.usage("\(path): there is no scenario in this folder (NAME.json5)")
        }
        return files
    }

    /// All of `names`, a group's name or a folder's path standing for all of it, or every error of all of
    /// them.
    static func loadAll(_ names: [String]) throws -> [Scenario] {
        let names = try names.flatMap { try files(in: $0) ?? self.names(in: $0) ?? [$0] }
        var scenarios: [Scenario] = []
        var messages: [String] = []
        for name in names {
            do { scenarios.append(try load(name)) } catch let failure as ToolFailure {
                messages += failure.messages
            }
        }
        guard messages.isEmpty else { throw ToolFailure(.usage, messages) }
        return scenarios
    }
}
