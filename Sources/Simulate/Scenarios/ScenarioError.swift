/// Everything that is wrong with a scenario file, in one go.
public struct ScenarioError: Error, Equatable {
    /// The file, or the name its text was given under.
    public var file: String
    /// In the order of the file; never empty.
    public var problems: [ScenarioProblem]
}

/// One thing that is wrong, and where.
public struct ScenarioProblem: Sendable, Equatable {
    /// Path inside the file: `anomalies[0].at`; empty for the file as a whole.
    public var path: String
    /// Nil where the file could not be read as text.
    public var position: TextPosition?
    /// What was found and what is allowed.
    public var message: String
}

extension ScenarioError: CustomStringConvertible {
    /// One line a problem: `scenarios/a.json5:12:9: anomalies[0].at: …`.
    public var description: String {
        problems.map { problem in
            let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
            let path = problem.path.isEmpty ? "" : " \(problem.path):"
            return "\(file)\(place):\(path) \(problem.message)"
        }.joined(separator: "\n")
    }
}
