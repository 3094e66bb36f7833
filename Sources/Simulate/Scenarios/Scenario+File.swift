import Foundation
import JSON5Text

extension Scenario {
    /// Largest file that is read.
    public static let sizeLimit = 1 << 20

    /// Reads the scenario file at `path`, at most 1 MiB of it.
    /// - Throws: ``ScenarioError`` with all that is wrong.
    public static func load(path: String) throws(ScenarioError) -> Scenario {
        func refuse(_ message: String, at position: TextPosition? = nil) -> ScenarioError {
            ScenarioError(
                file: path,
                problems: [FileProblem(path: "", position: position, message: message)])
        }
        if let text = BuiltInScenarios.text(at: path) {
            return try Scenario(text: text, name: path)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw refuse("there is no such file")
        }
        if isFolder.boolValue { throw refuse("is a folder; allowed: a scenario file") }
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            data = try handle.read(upToCount: sizeLimit + 1) ?? Data()
        } catch {
            throw refuse("cannot be read: \(reason(error))")
        }
        if data.count > sizeLimit { throw refuse("is larger than 1 MiB; no scenario needs that") }
        guard !data.contains(0), let text = String(validating: data, as: UTF8.self) else {
            throw refuse(
                "is not text but binary from here on; allowed: JSON5 in UTF-8",
                at: data.firstPlaceThatIsNoText)
        }
        return try Scenario(text: text, name: path)
    }

    /// The file that `name` stands for: a path, or a name found by ``ScenarioFolder``, in `folder` or
    /// among those that are built in.
    public static func path(for name: String, folder: String = "scenarios") -> String {
        ScenarioFolder(folder).path(for: name) ?? ScenarioFolder.builtIn.path(for: name)
            ?? "\(folder)/\(name).json5"
    }
}

/// The folder that scenarios are found in by name: `scenarios/NAME.json5`, or
/// `scenarios/GROUP/NN-NAME.json5`, where GROUP names all of its files in the order of their numbers.
public struct ScenarioFolder: Sendable {
    public let path: String

    public init(_ path: String = "scenarios") { self.path = path }

    /// The scenarios that are in the program itself, wherever it runs.
    public static let builtIn = ScenarioFolder(BuiltInScenarios.folder)

    /// Whether they are, and this is no folder of the disk.
    public var isBuiltIn: Bool { path == BuiltInScenarios.folder }

    /// Names of the folder's own scenarios, then those of each group, sorted.
    public var names: [String] { names(in: "") + groups.flatMap(names) }

    /// Names of the groups, sorted.
    public var groups: [String] {
        entries("").filter { !$0.hasSuffix(".json5") && !names(in: $0).isEmpty }
    }

    /// Names of a group's scenarios, in the order of their files.
    public func names(in group: String) -> [String] {
        entries(group).filter { $0.hasSuffix(".json5") }.map { plainName($0) }
    }

    /// The path of the file that `name` stands for, or nil where there is none of that name.
    public func path(for name: String) -> String? {
        if name.contains("/") || name.hasSuffix(".json5")
            || FileManager.default.fileExists(atPath: name) && !groups.contains(name)
        {
            return name
        }
        for group in [""] + groups {
            let file = entries(group).first {
                $0.hasSuffix(".json5") && (plainName($0) == name || $0 == name + ".json5")
            }
            if let file { return group.isEmpty ? "\(path)/\(file)" : "\(path)/\(group)/\(file)" }
        }
        return nil
    }

    private func entries(_ group: String) -> [String] {
        if isBuiltIn { return BuiltInScenarios.entries(group) }
        let folder = group.isEmpty ? path : "\(path)/\(group)"
        return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    }

    /// `07-imbalance.json5` is imbalance.
    private func plainName(_ file: String) -> String {
        let name = file.dropLast(6)
        let digits = name.prefix { $0.isNumber }
        let rest = name.dropFirst(digits.count)
        return digits.count == 2 && rest.first == "-" ? String(rest.dropFirst()) : String(name)
    }
}

/// "Permission denied", which says more than the sentence that Foundation makes of it.
private func reason(_ error: any Error) -> String {
    var error = error as NSError
    while let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError { error = inner }
    return error.domain == NSPOSIXErrorDomain
        ? String(cString: strerror(Int32(error.code))) : error.localizedDescription
}

extension Data {
    /// Where the first byte stands that no UTF-8 text has there; NUL counts as none.
    fileprivate var firstPlaceThatIsNoText: TextPosition {
        var decoder = UTF8()
        var bytes = makeIterator()
        var position = TextPosition(line: 1, column: 1)
        while case .scalarValue(let scalar) = decoder.decode(&bytes), scalar != "\0" {
            position =
                scalar == "\n"
                ? TextPosition(line: position.line + 1, column: 1)
                : TextPosition(line: position.line, column: position.column + 1)
        }
        return position
    }
}
