import CommandLineTool
import Telemetry

/// How much of each series' beginning is not scored.
public enum Probation: Sendable, Equatable {
    /// Of the rows, as NAB does it.
    case share(Double, atMost: Int)
    case rows(Int)
    case seconds(Double)

    /// The first time that is scored, of a series with these times.
    public func end(of times: [Int64]) -> Int64 {
        guard let first = times.min(), let last = times.max() else { return .min }
        func after(_ rows: Int) -> Int64 {
            if rows <= 0 { return .min }
            if rows >= times.count { return last + 1 }
            let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
            return isSorted ? times[rows] : times.sorted()[rows]
        }
        switch self {
        case .share(let share, let most): return after(min(most, Int(share * Double(times.count))))
        case .rows(let count): return after(count)
        case .seconds(let seconds):
            return seconds > 0 ? first + Int64((min(seconds, 9e8) * 1e9).rounded()) : .min
        }
    }

    /// Of a text as the command line has it: `10m`, `400rows`, `15%`, or a number of seconds.
    /// - Throws: ``ToolFailure`` (usage).
    public init(_ text: String) throws {
        func failure() -> ToolFailure {
            .usage(
                "--probation \(text): give a duration such as 10m or 300, rows as in 400rows, or a"
                    + " share as in 15%")
        }
        if text.hasSuffix("rows"), let count = Int(text.dropLast(4)), count >= 0 {
            self = .rows(count)
        } else if text.hasSuffix("%"), let share = Double(text.dropLast()), (0...99).contains(share)
        {
            self = .share(share / 100, atMost: .max)
        } else if let seconds = Double(text), (0...1e9).contains(seconds) {
            self = .seconds(seconds)
        } else if let nanoseconds = DurationText.parse(text) {
            self = .seconds(Double(nanoseconds) / 1e9)
        } else {
            throw failure()
        }
    }
}
