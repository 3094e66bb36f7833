import AnomalyDetection
import DurableFiles
import Foundation
import JSON5Text
import Telemetry

/// A program as detector, described once in a JSON5 file: `manifest:FILE.json5`, or `manifest:FOLDER`
/// for all of a folder.
///
///     {
///       name: "iforest",                       // in tables and files; the file's own if left out
///       command: "python3 iforest.py",         // runs in the manifest's folder
///       mode: "train", train: 0.3,
///       contamination: 0.01,
///       timeout: "5m",
///       environment: { OMP_NUM_THREADS: "1" },
///     }
///
/// Every setting of `command[...]` is a key.
public enum ProgramManifest {
    /// How a SPEC begins that names one.
    public static let prefix = "manifest:"
    /// Largest file that is read.
    static let sizeLimit = 1 << 20

    /// The detectors that `spec` names; nil if it does not begin as one that names manifests.
    /// - Throws: ``ManifestError`` with all that is wrong with all files.
    public static func specs(_ spec: String) throws(ManifestError) -> [DetectorSpec]? {
        guard spec.hasPrefix(prefix) else { return nil }
        let path = String(spec.dropFirst(prefix.count))
        var specs: [DetectorSpec] = []
        var wrong: [ManifestError.File] = []
        for file in try files(path) {
            let (found, problems) = read(file)
            if let found { specs.append(found) }
            if !problems.isEmpty {
                wrong.append(ManifestError.File(path: file, problems: problems))
            }
        }
        guard wrong.isEmpty else { throw ManifestError(files: wrong) }
        return specs
    }

    /// `path`, or the manifests in it in the order of their names.
    private static func files(_ path: String) throws(ManifestError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ManifestError(path, "there is no such file or folder")
        }
        guard Files.isFolder(path) else { return [path] }
        let files = Files.paths(in: path, endingWith: ".json5")
        guard !files.isEmpty else {
            throw ManifestError(path, "there is no manifest, NAME.json5, in this folder")
        }
        return files
    }

    private static func read(_ path: String) -> (DetectorSpec?, [FileProblem]) {
        func refuse(_ message: String) -> (DetectorSpec?, [FileProblem]) {
            (nil, [FileProblem(path: "", position: nil, message: message)])
        }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: sizeLimit + 1)
        else { return refuse("cannot be read") }
        guard data.count <= sizeLimit else { return refuse("is larger than 1 MiB") }
        guard let text = String(validating: data, as: UTF8.self) else {
            return refuse("is not text; allowed: JSON5 in UTF-8")
        }
        return JSON5File.read(text) { spec($0, path, $1) }
    }

    private static func spec(
        _ root: JSON5Node, _ path: String, _ problems: ProblemList
    ) -> DetectorSpec? {
        let settings = DetectorKind.program.parameters
        let known = ["command"] + settings.map(\.name) + ["environment", "$schema"]
        guard let file = ObjectReader(root, path: "", known: known, problems) else { return nil }
        let line = file.string("command") ?? ""
        if !file.has("command") {
            file.missing("command", "a command line for the shell, as in \"python3 forest.py\"")
        } else if line.allSatisfy(\.isWhitespace) {
            file.wrong("command", "found \"\(line)\"; allowed: a command line for the shell")
        }
        var options = settings.compactMap { option(file, $0) }
        if !file.has("name") { options.insert(DetectorSpec.Option("name", stem(path)), at: 0) }
        let url = URL(filePath: path)
        let spec = DetectorSpec(
            prefix + path, command: line, options: options, environment: environment(file),
            folder: url.deletingLastPathComponent().path)
        // What contradicts itself is found where settings are read.
        if problems.problems.isEmpty {
            do throws(DetectorError) {
                _ = try ConfiguredDetector(spec) { _, _ in throw StateError.truncated }
            } catch { file.wrong("command", "\(error)") }
        }
        return spec
    }

    /// A setting as a SPEC would have it; nil if it is not there or, with a problem noted, not allowed.
    private static func option(
        _ file: ObjectReader, _ setting: DetectorParameter
    ) -> DetectorSpec.Option? {
        guard let node = file[setting.name] else { return nil }
        let text: String
        switch node.value {
        case .string(let value): text = value
        case .number(let value, let integer): text = integer.map { "\($0)" } ?? spell(value)
        default: text = ""
        }
        guard !text.isEmpty, setting.accepts(text) else {
            file.wrong(setting.name, "found \(node.spelled); allowed: \(setting.allowed)")
            return nil
        }
        return DetectorSpec.Option(setting.name, text)
    }

    private static func environment(_ file: ObjectReader) -> [DetectorSpec.Option] {
        (file.entries("environment") ?? []).compactMap { entry in
            let path = "environment.\(entry.key)"
            guard !entry.key.isEmpty, !entry.key.contains("="), !entry.key.contains("\0") else {
                file.problems.add(path, entry.keyPosition, "is no name of a variable")
                return nil
            }
            switch entry.value.value {
            case .string(let text) where !text.contains("\0"):
                return DetectorSpec.Option(entry.key, text)
            case .number(let value, let integer):
                return DetectorSpec.Option(entry.key, integer.map { "\($0)" } ?? spell(value))
            default:
                file.problems.add(
                    path, entry.value.position,
                    "found \(entry.value.spelled); allowed: a string or a number")
                return nil
            }
        }
    }

    /// The file's name as a detector's: without its ending, and nothing that a name can't have.
    private static func stem(_ path: String) -> String {
        let name = URL(filePath: path).lastPathComponent
        let stem = name.hasSuffix(".json5") ? String(name.dropLast(6)) : name
        let plain = stem.unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII && (isName(String(scalar)) || "._-".unicodeScalars.contains(scalar))
                ? Character(scalar) : "-"
        }
        return plain.isEmpty ? "program" : String(plain)
    }
}

/// All that is wrong with the manifests that a SPEC names.
public struct ManifestError: Error, Equatable, Sendable, CustomStringConvertible {
    public struct File: Equatable, Sendable {
        public var path: String
        public var problems: [FileProblem]
    }

    public var files: [File]

    init(files: [File]) { self.files = files }

    init(_ path: String, _ message: String) {
        let problem = FileProblem(path: "", position: nil, message: message)
        files = [File(path: path, problems: [problem])]
    }

    /// One line a problem.
    public var description: String {
        files.map { $0.problems.description(of: $0.path) }.joined(separator: "\n")
    }
}
