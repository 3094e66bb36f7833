import Foundation

/// The package's own files, as the repository has them.
public enum RepositoryFiles {
    /// The folder that holds Package.swift.
    public static let root: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    public static func path(_ relative: String) -> String { root + "/" + relative }

    public static func text(_ relative: String) throws -> String {
        try String(contentsOfFile: path(relative), encoding: .utf8)
    }

    /// Paths below `folder` (relative to the root) whose names end so.
    public static func files(in folder: String, endingWith suffix: String = "") -> [String] {
        let all = FileManager.default.enumerator(atPath: path(folder))
        return (all?.allObjects as? [String] ?? []).filter { $0.hasSuffix(suffix) }
            .map { folder + "/" + $0 }.sorted()
    }
}
