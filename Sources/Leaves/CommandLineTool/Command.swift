/// An option a command takes: `--name VALUE`, or a switch if it has no value.
public struct CommandOption: Sendable {
    /// Without the dashes.
    public var name: String
    /// What the value is called in the help ("DIR"); nil makes it a switch.
    public var value: String?
    public var help: String
    /// Whether it may be given more than once.
    public var repeats: Bool

    public init(_ name: String, _ value: String? = nil, repeats: Bool = false, help: String) {
        self.name = name
        self.value = value
        self.repeats = repeats
        self.help = help
    }
}

/// One command of a tool: what it takes, how it is explained, what it does.
public struct Command: Sendable {
    public var name: String
    /// One line for the tool's own help.
    public var summary: String
    /// Positional arguments as the usage line shows them: "SCENARIO...".
    public var arguments: String
    public var options: [CommandOption]
    /// Command lines that work, each with a word on what it does.
    public var examples: [(line: String, does: String)]
    /// More text below the options; empty for none.
    public var notes: String
    public var run: @Sendable (ParsedArguments) throws -> ExitCode

    public init(
        _ name: String, summary: String, arguments: String = "", options: [CommandOption],
        examples: [(line: String, does: String)] = [], notes: String = "",
        run: @escaping @Sendable (ParsedArguments) throws -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.options = options
        self.examples = examples
        self.notes = notes
        self.run = run
    }
}
