import Telemetry

/// Where the marks of a time axis stand, and what they say.
public enum TimeAxis {
    public struct Tick: Sendable, Equatable {
        /// Nanoseconds since 1970 UTC.
        public var time: Int64
        public var label: String
    }

    private static let second: Int64 = 1_000_000_000
    /// Steps that people count in.
    private static let steps: [Int64] =
        [1, 2, 5, 10, 20, 50, 100, 200, 500].map { $0 * 1_000_000 }
        + [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800].map { $0 * second }
        + [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2160, 8760].map { $0 * 3600 * second }

    /// At most `limit` ticks on round times inside `[start, end]`, UTC.
    ///
    /// Midnights carry the date, so that a label is never ambiguous.
    public static func ticks(from start: Int64, to end: Int64, limit: Int) -> [Tick] {
        guard end > start, limit > 0 else { return [] }
        let span = end - start
        let step =
            steps.first { span / $0 < Int64(limit) }
            ?? (span / Int64(limit) / steps[steps.count - 1] + 1) * steps[steps.count - 1]
        let remainder = start % step
        var time = start - remainder + (remainder > 0 ? step : 0)
        var ticks: [Tick] = []
        while time <= end {
            ticks.append(Tick(time: time, label: label(time, step: step)))
            time += step
        }
        return ticks
    }

    private static func label(_ time: Int64, step: Int64) -> String {
        let text = Instant.text(time, digits: step < second ? 3 : 0)
        let date = text.prefix(10)
        let clock = text.dropFirst(11).dropLast()
        if step >= 86_400 * second { return String(date) }
        if clock.hasPrefix("00:00:00"),
            !clock.contains(where: { $0 != "0" && $0 != ":" && $0 != "." })
        {
            return String(date.dropFirst(5))
        }
        return String(step < 60 * second ? clock : clock.prefix(5))
    }
}

/// Where the marks of a number axis stand.
public enum NumberAxis {
    /// Some `count` round values within `range` (steps of 1, 2 or 5 times a power of ten), ascending.
    public static func ticks(_ range: ClosedRange<Double>, count: Int = 4) -> [Double] {
        let span = range.upperBound - range.lowerBound
        guard span > 0, span.isFinite, count > 0 else { return [range.lowerBound] }
        let step = self.step(span / Double(count))
        let first = (range.lowerBound / step).rounded(.up)
        let last = (range.upperBound / step).rounded(.down)
        guard last >= first, last - first < 100 else { return [range.lowerBound] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// The least round step that is not under `least`.
    static func step(_ least: Double) -> Double {
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
    }

    /// `value` with as many digits as `step` has.
    public static func text(_ value: Double, step: Double) -> String {
        var digits = 0
        var scaled = step
        while digits < 9, abs(scaled - scaled.rounded()) > 1e-6 * scaled {
            scaled *= 10
            digits += 1
        }
        guard abs(value) < 1e9 else { return value.description }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let units = (abs(value) * scale).rounded()
        let whole = Int(units / scale)
        let sign = value < 0 && units > 0 ? "-" : ""
        if digits == 0 { return "\(sign)\(whole)" }
        let fraction = String(Int(units - Double(whole) * scale))
        return "\(sign)\(whole)."
            + String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    }
}
