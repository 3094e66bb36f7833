import Foundation

extension Scenario {
    /// Largest file that is read.
    public static let sizeLimit = 1 << 20

    /// Reads the scenario file at `path`, at most 1 MiB of it.
    /// - Throws: ``ScenarioError`` with all that is wrong.
    public static func load(path: String) throws(ScenarioError) -> Scenario {
        func refuse(_ message: String) -> ScenarioError {
            ScenarioError(
                file: path, problems: [ScenarioProblem(path: "", position: nil, message: message)])
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
            throw refuse("cannot be read: \(error.localizedDescription)")
        }
        if data.count > sizeLimit { throw refuse("is larger than 1 MiB; no scenario needs that") }
        guard let text = String(validatingUTF8Bytes: data) else {
            throw refuse("is not UTF-8 text; a scenario is JSON5")
        }
        return try Scenario(text: text, name: path)
    }

    /// The file that `name` stands for: a path, or the name of a file in the `scenarios` folder.
    public static func path(for name: String, folder: String = "scenarios") -> String {
        if name.contains("/") || name.hasSuffix(".json5")
            || FileManager.default.fileExists(atPath: name)
        {
            return name
        }
        return "\(folder)/\(name).json5"
    }
}

extension String {
    /// Nil unless the bytes are UTF-8 without NUL.
    fileprivate init?(validatingUTF8Bytes data: Data) {
        guard !data.contains(0), let text = String(validating: data, as: UTF8.self) else {
            return nil
        }
        self = text
    }
}
