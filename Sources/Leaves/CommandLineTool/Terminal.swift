import Foundation
import Synchronization
import Telemetry

/// Standard output for results, standard error for everything else.
///
/// Whatever passes here is made visible first: no name of a machine, a file or a server can act on the
/// terminal. What cannot be written ends with exit code 1; see ``StandardOutput``.
public enum Terminal {
    /// Whether a person is watching standard error, on a terminal that can draw a line anew.
    public static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

    /// Whether results may be coloured: on a terminal that can, and `NO_COLOR` is not set.
    public static var usesColor: Bool {
        isatty(STDOUT_FILENO) == 1 && !isDumb && getenv("NO_COLOR") == nil
    }

    private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) } == "dumb" }

    /// Columns of the terminal; 100 where there is none.
    public static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// A result line.
    public static func print(_ text: String) { write(text + "\n") }

    /// Result text as it is, without a line end added. Colours stay where ``usesColor``.
    public static func write(_ text: String) {
        StandardOutput.write(text.visible(keepingStyles: usesColor))
    }

    /// Whether whoever read standard output went away: a tool that works for good has nobody to work
    /// for then.
    public static var isReaderGone: Bool { StandardOutput.failure == .readerGone }

    /// A line on standard error. One that nobody can read is no reason to fail.
    public static func error(_ line: String) {
        ProgressLine.withLineTaken {
            _ = Descriptor.write(shown(line) + "\n", to: STDERR_FILENO)
        }
    }

    /// Whoever is told of news: how far a work is goes to a line that is drawn over and over, everything
    /// else to lines of its own under the tool's name.
    /// - Parameters:
    ///   - label: what is worked at.
    ///   - progress: how much is done by a piece of news, 0 to 1; nil if it tells of something else.
    public static func teller<News: CustomStringConvertible & Sendable>(
        _ label: String, progress: @escaping @Sendable (News) -> Double?
    ) -> @Sendable (News) -> Void {
        let line = ProgressLine()
        return { news in
            guard let fraction = progress(news) else {
                return error("\(toolName): \(news)")
            }
            line.show(label, fraction: fraction)
            if fraction >= 1 { line.clear() }
        }
    }

    /// Without secrets, and with nothing that acts.
    private static func shown(_ line: String) -> String {
        redaction.withLock { $0 }.hidingSecrets(in: line).visible
    }

    static func setRedaction(_ value: Redaction) { redaction.withLock { $0 = value } }
    private static let redaction = Mutex(Redaction())

    /// A line on standard error from whoever ends the process by a signal: it waits for nothing, not
    /// for a thread that writes there nor for a pipe that nobody empties.
    public static func lastWords(_ line: String) {
        var room = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&room, 1, 0) == 1 else { return }
        ProgressLine.withLineTakenIfFree {
            _ = Descriptor.write(shown(line) + "\n", to: STDERR_FILENO)
        }
    }

    /// Who speaks, in front of errors.
    static var toolName: String { name.withLock { $0 } }
    static func setToolName(_ text: String) { name.withLock { $0 = text } }
    private static let name = Mutex("")
}

/// One line on a terminal's standard error that is drawn over and over; silent elsewhere.
public final class ProgressLine: Sendable {
    private struct State {
        var lastDraw = ContinuousClock.now - .seconds(1)
    }
    private let state = Mutex(State())
    /// Whether a line stands on the terminal now, whoever has drawn it.
    private static let isOnScreen = Mutex(false)
    private let isShown = Terminal.isInteractive
    private let begin = ContinuousClock.now

    public init() {}

    /// Shows `label`, a bar, and the time left, at most ten times a second.
    /// - Parameter fraction: how much is done, 0 to 1.
    public func show(_ label: String, fraction: Double) {
        guard isShown else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.lastDraw >= .milliseconds(100) else { return }
            state.lastDraw = now
            let done = min(max(fraction, 0), 1)
            let cells = 24
            let filled = Int(done * Double(cells))
            let bar =
                String(repeating: "█", count: filled)
                + String(repeating: "░", count: cells - filled)
            let elapsed = (now - begin).seconds
            let left = done > 0.01 ? ", \(Self.clock(elapsed / done - elapsed)) left" : ""
            let line = "\(bar) \(Int(done * 100)) % \(label)\(left)".visible
            Self.isOnScreen.withLock { isOnScreen in
                isOnScreen = true
                let shown = line.replacing("\n", with: " ").prefix(max(20, Terminal.width - 1))
                Self.draw(Self.erasing + shown)
            }
        }
    }

    /// Takes the line away, so that results start on a clean one.
    public func clear() {
        Self.withLineTaken {}
    }

    /// Runs `body` with the line taken away, so that what it writes starts on a clean one. The next
    /// step draws the line again below.
    static func withLineTaken(_ body: () -> Void) {
        isOnScreen.withLock { isOnScreen in
            if isOnScreen { draw(erasing) }
            isOnScreen = false
            body()
        }
    }

    static func withLineTakenIfFree(_ body: () -> Void) {
        _ = isOnScreen.withLockIfAvailable { isOnScreen in
            if isOnScreen { draw(erasing) }
            isOnScreen = false
            body()
        }
    }

    private static let erasing = "\r\u{1B}[2K"

    private static func draw(_ text: String) { _ = Descriptor.write(text, to: STDERR_FILENO) }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}

extension Duration {
    /// The duration in seconds.
    public var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
