import DetectionPipeline
import Telemetry

/// What a detector noticed about the data that no score tells.
public enum DetectorNotice: Sendable, Equatable {
    /// Readings of a series lie ahead of the clock: they wait.
    case ahead(SeriesIdentity, count: Int, newest: Int64, now: Int64)
    /// The clock of a series is ahead, but not so far that its readings wait.
    case fastClock(SeriesIdentity, newest: Int64, now: Int64)
    /// The newest reading of a series lies far beyond those of most others.
    case leads(SeriesIdentity, newest: Int64, others: Int64)
    /// Two machines would have had one unique id.
    case sharedLabel(SharedLabel)
    /// Readings between others of their series never reached the store: their numbers (`seq`) have not
    /// come. Per series, in all so far.
    case missing([SeriesIdentity: Int64])
    /// Readings that came after newer ones of their series had been scored, in this cycle.
    case late(Int)
}

extension DetectorNotice: CustomStringConvertible {
    public var description: String {
        switch self {
        case .ahead(let series, let count, let newest, let now):
            "\(series.spelled): \(Self.readings(count)) ahead of the clock, the newest of"
                + " \(Instant.text(newest)) while it is \(Instant.text(now, digits: 0)); scored when their"
                + " time has come (set that machine's clock, or see --ahead)"
        case .fastClock(let series, let newest, let now):
            "\(series.spelled): its newest reading is of \(Instant.text(newest)), while it is"
                + " \(Instant.text(now, digits: 0)); set that machine's clock"
        case .leads(let series, let newest, let others):
            "\(series.spelled): its newest reading is of \(Instant.text(newest)),"
                + " \(Self.seconds(newest.subtractingSaturated(others))) later than most machines'"
                + " (\(Instant.text(others))); its clock may be fast, or the others have stopped"
        case .sharedLabel(let shared):
            "the unique id \(shared.label) would stand for more than one machine; they are kept apart: "
                + shared.names.map { "\($0.machine.spelled) is \($0.uniqueID)" }
                .joined(separator: ", ")
        case .missing(let counts):
            Self.missing(counts)
        case .late(let count):
            "\(Self.readings(count)) came after newer ones of the same machine had been scored, and"
                + " \(count == 1 ? "is" : "are") left out"
        }
    }

    /// A length to the second; what is below one is no news about a clock.
    private static func seconds(_ nanoseconds: Int64) -> String {
        DurationText.text(nanoseconds - nanoseconds % 1_000_000_000)
    }

    private static func readings(_ count: Int) -> String {
        count == 1 ? "1 reading" : "\(count) readings"
    }

    private static func missing(_ counts: [SeriesIdentity: Int64]) -> String {
        let worst = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = worst.prefix(3).map { "\($0.key.spelled) \($0.value)" }.joined(separator: ", ")
        let rest = worst.dropFirst(3)
        let sum = rest.reduce(0 as Int64) { $0.addingSaturated($1.value) }
        return "readings that never reached the store, by gaps in their numbers (seq): " + shown
            + (rest.isEmpty ? "" : ", \(rest.count) others \(sum)")
    }
}

extension SeriesIdentity {
    /// Machine and provider for people; control characters become escapes.
    public var spelled: String {
        let name = provider.isEmpty ? machineID : "\(machineID) of \(provider)"
        return name.unicodeScalars.reduce(into: "") { text, scalar in
            text +=
                scalar.properties.generalCategory == .control
                ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }
}
