/// A copy of the scenarios in `scenarios/`, for a program that runs where there is no such folder.
enum BuiltInScenarios {
    /// What stands for the folder of these.
    static let folder = "built-in:"

    /// Names of the files and folders in a group; of all groups if it is empty.
    static func entries(_ group: String) -> [String] {
        var names: [String] = []
        for file in files {
            let parts = file.path.split(separator: "/").map(String.init)
            let name =
                group.isEmpty ? parts[0] : parts.count == 2 && parts[0] == group ? parts[1] : ""
            if !name.isEmpty, names.last != name { names.append(name) }
        }
        return names.sorted()
    }

    /// The text of the file at `path`, which begins with ``folder``; nil if there is none.
    static func text(at path: String) -> String? {
        guard path.hasPrefix(folder + "/") else { return nil }
        let file = path.dropFirst(folder.count + 1)
        // A literal ends before its last line end, the file after it.
        return files.first { $0.path == file }.map { $0.text + "\n" }
    }
}
