import Glibc

/// How a tool ends.
public enum ExitCode: Int32, Sendable {
    /// It did what was asked.
    case done = 0
    /// It failed while running: the environment's fault, or ours.
    case failed = 1
    /// The command line or the input is wrong.
    case usage = 2
    /// It ran, and a stated bar (`--fail-under`, `--fail-on-anomaly`) was not met.
    case barNotMet = 3
    /// Stopped by SIGINT, in good order.
    case interrupted = 130
    /// Stopped by SIGTERM, in good order.
    case terminated = 143

    /// After the signal that ended it, SIGINT or SIGTERM.
    public init(signal: Int32) { self = signal == SIGINT ? .interrupted : .terminated }
}

/// Ends a tool with a sentence for the user: what is wrong, where, and what to do.
public struct ToolFailure: Error, Sendable, Equatable {
    public var exitCode: ExitCode
    /// Without the tool's name and without "error:". Several lines are several errors.
    public var messages: [String]

    public init(_ exitCode: ExitCode, _ message: String) {
        self.exitCode = exitCode
        messages = [message]
    }

    public init(_ exitCode: ExitCode, _ messages: [String]) {
        self.exitCode = exitCode
        self.messages = messages
    }

    /// Bad input or a bad command line.
    public static func usage(_ message: String) -> ToolFailure { ToolFailure(.usage, message) }
    /// Trouble while running.
    public static func failed(_ message: String) -> ToolFailure { ToolFailure(.failed, message) }
}
