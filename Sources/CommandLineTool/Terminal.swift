import Foundation
import Synchronization

/// Standard output for results, standard error for everything else.
public enum Terminal {
    /// Whether a person is watching standard error.
    public static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether results may be coloured: on a terminal, and `NO_COLOR` is not set.
    public static var usesColor: Bool {
        isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    }

    /// Columns of the terminal; 100 where there is none.
    public static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// A result line.
    public static func print(_ text: String) { Swift.print(text) }

    /// Result text as it is, without a line end added.
    public static func write(_ text: String) { Swift.print(text, terminator: "") }

    /// A line on standard error.
    public static func error(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    static func flush() { flushOutput() }
}

/// One line on a terminal's standard error that is drawn over and over; silent elsewhere.
public final class ProgressLine: Sendable {
    private struct State {
        var lastDraw = ContinuousClock.now - .seconds(1)
        var isDrawn = false
    }
    private let state = Mutex(State())
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
            state.isDrawn = true
            let done = min(max(fraction, 0), 1)
            let cells = 24
            let filled = Int(done * Double(cells))
            let bar =
                String(repeating: "█", count: filled)
                + String(repeating: "░", count: cells - filled)
            let elapsed = (now - begin).seconds
            let left = done > 0.01 ? ", \(Self.clock(elapsed / done - elapsed)) left" : ""
            let line = "\(bar) \(Int(done * 100)) % \(label)\(left)"
            draw("\r\u{1B}[2K" + line.prefix(max(20, Terminal.width - 1)))
        }
    }

    /// Takes the line away, so that results start on a clean one.
    public func clear() {
        state.withLock { state in
            if state.isDrawn { draw("\r\u{1B}[2K") }
            state.isDrawn = false
        }
    }

    private func draw(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

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
