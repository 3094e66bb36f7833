import AnomalyDetection
import DetectionPipeline
import Telemetry

/// A sign of life for a log in which nothing else happens: how far each machine's warm-up is, how many
/// readings went through, how old the newest is.
public struct Heartbeat: Sendable {
    /// From one sign to the next, at least.
    public static let interval = Duration.seconds(30)
    private static let named = 3

    /// Readings a machine needs before it is judged; nil if the detector does not say.
    private let warmup: Int?
    /// Readings of the machines that are not judged yet.
    private var warming: [String: Int] = [:]
    private var judged: Set<String> = []
    private var newest: Int64?
    private var readings = 0
    private var anomalous = 0
    private var last: ContinuousClock.Instant

    public init(warmup: Int?, now: ContinuousClock.Instant) {
        self.warmup = warmup
        last = now
    }

    public mutating func observe(_ batch: ScoredBatch) {
        readings += batch.verdicts.count
        if let time = batch.readings.times.last { newest = max(newest ?? time, time) }
        guard let state = batch.verdicts.last?.state else { return }
        if state == .warmup {
            warming[batch.uniqueID, default: 0] += batch.verdicts.count
        } else if state != .skipped {
            warming[batch.uniqueID] = nil
            judged.insert(batch.uniqueID)
        }
    }

    /// Something else was told, which is a sign of life too.
    public mutating func quiet(_ now: ContinuousClock.Instant) { last = now }

    /// The line that is due, if one is.
    /// - Parameters:
    ///   - now: for the time since the last line.
    ///   - wall: the time of day, nanoseconds since 1970 UTC, for the age of the newest reading.
    ///   - openRuns: anomalies that go on.
    public mutating func line(
        _ now: ContinuousClock.Instant, wall: Int64, openRuns: Int
    ) -> String? {
        let elapsed = now - last
        guard elapsed >= Self.interval else { return nil }
        defer {
            last = now
            readings = 0
        }
        let machines = warming.count + judged.count
        guard machines > 0, let newest else { return "no readings so far" }
        var parts = [
            "\(machines) machine\(machines == 1 ? "" : "s")",
            "\(readings) reading\(readings == 1 ? "" : "s") in \(DurationText.text(elapsed.wholeSeconds))",
        ]
        parts.append(age(wall.subtractingSaturated(newest)))
        if !warming.isEmpty { parts.append(warmingText) }
        if openRuns > 0 { parts.append("\(openRuns) anomalous now") }
        return parts.joined(separator: ", ")
    }

    private func age(_ nanoseconds: Int64) -> String {
        let whole = nanoseconds / 1_000_000_000
        return whole < 0
            ? "the newest ahead of the clock"
            : "the newest \(DurationText.text(whole * 1_000_000_000)) old"
    }

    private var warmingText: String {
        let first = warming.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let shown = first.prefix(Self.named).map { id, count in
            warmup.map { "\(id) \(min(count, $0))/\($0)" } ?? "\(id) \(count)"
        }
        let rest = first.count - shown.count
        return "warming up: " + shown.joined(separator: ", ")
            + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Duration {
    /// In whole seconds, as nanoseconds.
    fileprivate var wholeSeconds: Int64 { components.seconds * 1_000_000_000 }
}
