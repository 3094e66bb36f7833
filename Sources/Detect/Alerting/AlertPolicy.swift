import AnomalyDetection
import DetectionPipeline
import Telemetry

/// Decides which alarms people are told of: when one is raised, when it counts again, and when it is
/// over, but none of the same series within the cooldown. Detections themselves are recorded elsewhere,
/// all of them.
///
/// A pure function of the findings it is given; time is the readings' own.
public struct AlertPolicy: Sendable, Equatable {
    /// How long after the start of one told alarm no other of the same series is told, nanoseconds; at
    /// least until the series' next reading. With 0 the alarms told are those a report counts.
    public let cooldown: Int64
    /// Whether the end of a told run is told too.
    public let tellsEnd: Bool

    private struct Series: Sendable, Equatable {
        var lastTold: Int64
        /// Start of the told run that is still open.
        var open: Int64?
        var untold = 0
    }

    private var series: [String: Series] = [:]

    /// - Parameter cooldown: nanoseconds; five minutes unless said otherwise.
    public init(cooldown: Int64 = 300_000_000_000, tellsEnd: Bool = true) {
        precondition(cooldown >= 0, "a cooldown cannot be negative")
        self.cooldown = cooldown
        self.tellsEnd = tellsEnd
    }

    /// What to tell of `finding`, if anything.
    /// - Parameters:
    ///   - run: the execution that the readings belong to.
    ///   - channels: names of the readings' channels, in order.
    public mutating func callAsFunction(_ finding: Finding, run: String, channels: [String])
        -> Alert?
    {
        switch finding {
        case .opened(let found), .repeated(let found):
            var known = series["\(run)/\(found.uniqueID)"]
            defer { series["\(run)/\(found.uniqueID)"] = known }
            if let lastTold = known?.lastTold,
                found.alarm.start.subtractingSaturated(lastTold) < max(cooldown, found.period)
            {
                if found.alarmCount == 1 { known?.untold += 1 }
                return nil
            }
            let untold = known?.untold ?? 0
            known = Series(lastTold: found.alarm.start, open: found.start)
            return Alert(.open, found, run: run, channels: channels, untold: untold)
        case .closed(let found):
            guard series["\(run)/\(found.uniqueID)"]?.open == found.start else { return nil }
            series["\(run)/\(found.uniqueID)"]?.open = nil
            return tellsEnd ? Alert(.closed, found, run: run, channels: channels) : nil
        }
    }

    /// Writes what has been told, for a checkpoint.
    public func save(to writer: inout StateWriter) {
        writer.write(series.count)
        let keys = series.keys.sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }
        for key in keys {
            guard let known = series[key] else { continue }
            writer.write(key)
            writer.write(known.lastTold)
            writer.write(optional: known.open)
            writer.write(known.untold)
        }
    }

    /// Takes over what was saved; cooldown and choice stay its own.
    /// - Throws: ``StateError``; the policy is then as it was.
    public mutating func restore(from reader: inout StateReader) throws {
        var restored: [String: Series] = [:]
        for _ in 0..<(try reader.readCount()) {
            let key = try reader.readString()
            var known = Series(lastTold: try reader.readInt64())
            known.open = try reader.readOptionalInt64()
            known.untold = try reader.readInt(in: 0...Int.max)
            restored[key] = known
        }
        series = restored
    }
}
