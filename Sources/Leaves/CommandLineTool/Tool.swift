import Foundation
import Telemetry

/// A program with commands: picks the command, explains itself, and turns every error into one
/// line on stderr and an exit code.
public struct Tool: Sendable {
    /// The release all three programs belong to.
    public static let version = "0.1.0"

    public var name: String
    public var summary: String
    public var commands: [Command]
    /// The command that runs when none is named (a tool with a single job); its options are then
    /// the tool's own.
    public var defaultCommand: String?
    /// What a placeholder of the help ("SCENARIO", "SPEC") can stand for, for completion; empty if anything.
    public var words: @Sendable (String) -> [String]

    public init(
        name: String, summary: String, commands: [Command], defaultCommand: String? = nil,
        words: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
        self.name = name
        self.summary = summary
        self.commands = commands
        self.defaultCommand = defaultCommand
        self.words = words
    }

    /// Runs with the process's arguments and leaves the process.
    public func runAndExit() -> Never {
        Descriptor.fillStandardStreams()
        signal(SIGPIPE, SIG_IGN)
        // Swift's runtime takes it for a crash, prints its stacks, and goes on.
        signal(SIGQUIT, SIG_DFL)
        Terminal.setToolName(name)
        Terminal.setRedaction(
            Redaction(
                arguments: CommandLine.arguments,
                environment: ProcessInfo.processInfo.environment))
        let code = run(Array(CommandLine.arguments.dropFirst()))
        StandardOutput.finish()
        exit(exitCode(code, StandardOutput.failure))
    }

    /// What was found is not told if it could not be written: then neither 0 nor 3 may say that it was.
    func exitCode(_ code: Int32, _ failure: StandardOutput.Failure?) -> Int32 {
        guard case .cannotWrite? = failure else { return code }
        let claims = [ExitCode.done, .barNotMet].map(\.rawValue)
        return claims.contains(code) ? ExitCode.failed.rawValue : code
    }

    /// Runs with `arguments` and returns the exit code.
    public func run(_ arguments: [String]) -> Int32 {
        do {
            return try dispatch(arguments).rawValue
        } catch let failure as ToolFailure {
            for message in failure.messages { Terminal.error("\(name): error: \(message)") }
            return failure.exitCode.rawValue
        } catch {
            Terminal.error("\(name): error: \(ErrorSentence.text(error))")
            return ExitCode.failed.rawValue
        }
    }

    private func dispatch(_ arguments: [String]) throws -> ExitCode {
        if let first = arguments.first {
            if first == "--version" {
                Terminal.print("\(name) \(Tool.version)")
                return .done
            }
            if let command = commands.first(where: { $0.name == first }) {
                return try run(command, Array(arguments.dropFirst()))
            }
            if first == "help", arguments.count > 1 { return try help(arguments[1]) }
            if first == "completion" { return try completion(Array(arguments.dropFirst())) }
            if first == "manual", arguments.count == 1 {
                Terminal.write(ManualPage(tool: self).text)
                return .done
            }
        }
        if let name = defaultCommand, let command = commands.first(where: { $0.name == name }) {
            return try arguments == ["help"] ? help(name) : run(command, arguments)
        }
        switch arguments.first {
        case nil:
            Terminal.error(HelpText.tool(self))
            return .usage
        case "--help", "help", "-h":
            Terminal.print(HelpText.tool(self))
            return .done
        case let word?: throw unknown(word)
        }
    }

    private func completion(_ shells: [String]) throws -> ExitCode {
        let known = CompletionShell.allCases.map(\.rawValue)
        guard shells.count == 1, let shell = CompletionShell(rawValue: shells[0]) else {
            throw ToolFailure.usage(
                "completion: name one shell, \(known.joined(separator: ", ")); in bash:"
                    + " source <(\(name) completion bash)")
        }
        Terminal.write(CompletionScript(tool: self).text(for: shell))
        return .done
    }

    private func help(_ word: String) throws -> ExitCode {
        guard let command = commands.first(where: { $0.name == word }) else { throw unknown(word) }
        Terminal.print(HelpText.command(command, of: self))
        return .done
    }

    private func unknown(_ word: String) -> ToolFailure {
        let known = commands.map(\.name)
        return .usage(
            "\"\(word)\" is not a command; there are \(known.joined(separator: ", "))"
                + Spelling.question(word, in: known))
    }

    private func run(_ command: Command, _ arguments: [String]) throws -> ExitCode {
        let options = arguments.prefix { $0 != "--" }
        if options.contains("--help") || options.contains("-h") {
            Terminal.print(HelpText.command(command, of: self))
            return .done
        }
        return try command.run(ParsedArguments(arguments, options: command.options))
    }
}
