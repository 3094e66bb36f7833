import JSON5Text

/// Everything that is wrong with a scenario file, in one go.
public struct ScenarioError: Error, Equatable {
    /// The file, or the name its text was given under.
    public var file: String
    /// In the order of the file; never empty.
    public var problems: [FileProblem]
}

extension ScenarioError: CustomStringConvertible {
    /// One line a problem.
    public var description: String { problems.description(of: file) }
}
