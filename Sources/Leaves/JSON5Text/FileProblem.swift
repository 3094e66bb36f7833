/// One thing that is wrong with a file that people write, and where.
public struct FileProblem: Sendable, Equatable {
    /// Path inside the file: `anomalies[0].at`; empty for the file as a whole.
    public var path: String
    /// Nil where the file could not be read as text.
    public var position: TextPosition?
    /// What was found and what is allowed.
    public var message: String

    public init(path: String, position: TextPosition?, message: String) {
        self.path = path
        self.position = position
        self.message = message
    }
}

extension [FileProblem] {
    /// One line a problem: `scenarios/a.json5:12:9: anomalies[0].at: …`.
    public func description(of file: String) -> String {
        map { problem in
            let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
            let path = problem.path.isEmpty ? "" : " \(problem.path):"
            return "\(file)\(place):\(path) \(problem.message)"
        }.joined(separator: "\n")
    }
}

/// Parses a whole file into its fields.
package enum JSON5File {
    /// - Returns: what `body` makes of the file's one value; nil if anything is wrong, with the
    ///   problems, at least one, in the order of the file.
    package static func read<Result>(
        _ text: String, _ body: (JSON5Node, ProblemList) -> Result?
    ) -> (result: Result?, problems: [FileProblem]) {
        var parser = JSON5Parser(text)
        let root: JSON5Node
        do {
            root = try parser.parse()
        } catch {
            let problem = FileProblem(
                path: "", position: error.position, message: error.message)
            return (nil, [problem])
        }
        let problems = ProblemList()
        for (key, position) in parser.repeatedKeys {
            problems.add("", position, "the key \(key) is given twice")
        }
        let result = body(root, problems)
        return problems.problems.isEmpty ? (result, []) : (nil, problems.problems)
    }
}
