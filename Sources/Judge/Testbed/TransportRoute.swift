import MachineSimulation
import Scenarios
import Telemetry
import Threading

/// Simulated machines → a sink that carries readings out of this process → whatever stores them →
/// detector. With a broker and Telegraf between the two it is the `stack`, with a broker and our own
/// ingester it is `mqtt`; the pipeline behind is the same as on the embedded route.
public struct TransportRoute: Route {
    public let name: String
    /// Where readings leave: a publisher.
    public let sink: any ReadingSink
    /// Where they are to arrive.
    public let source: any ReadingSource
    /// How many readings of each series have arrived, asked again and again while waiting.
    public let arrived: @Sendable (ReadingQuery) throws -> [SeriesIdentity: Int]
    /// Names the run of one execution. Two executions must not share a name, or the readings of the
    /// first would pass for those of the second.
    public let runName: @Sendable (Scenario, UInt64) -> String
    /// Without a further arrival for so long the rest is taken for lost.
    public let patience: Duration
    /// Between two looks.
    public let pause: Duration
    /// How often what is missing is made again from the seed and sent again, before it is called
    /// lost: a broker that is killed forgets what it had acknowledged.
    public var repairs = 0
    public var pace: Pace?

    public init(
        name: String, sink: any ReadingSink, source: any ReadingSource,
        arrived: @escaping @Sendable (ReadingQuery) throws -> [SeriesIdentity: Int],
        runName: @escaping @Sendable (Scenario, UInt64) -> String,
        patience: Duration = .seconds(60), pause: Duration = .milliseconds(250)
    ) {
        self.name = name
        self.sink = sink
        self.source = source
        self.arrived = arrived
        self.runName = runName
        self.patience = patience
        self.pause = pause
    }

    /// Publishes in the order of time over all machines, then waits until the store holds every
    /// reading.
    /// - Throws: ``TransportFailure/readingsMissing(_:route:)``, and what the edges throw.
    public func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        let run = runName(scenario, seed)
        var playhead = try Playhead(scenario, seed: seed, run: run, pace: pace)
        var expected: [SeriesIdentity: [ClosedRange<Int64>]] = [:]
        var window = TimeWindow(
            start: scenario.start, end: scenario.start + scenario.duration + scenario.interval)
        // Short pieces: the store and a live detector see the machines advance together.
        try playhead.play(pieces: 64) { piece, passage in
            if case .broken(let damage) = passage {
                return try (sink as? any BreakableSink)?.send(broken: piece, damage) ?? ()
            }
            try sink.send(piece)
            if passage == .copies { return }
            for row in 0..<piece.count {
                expected[piece.series, default: []].append(joining: piece.sequences[row])
                // A clock that is wrong can put readings before the start and after the end.
                window.start = min(window.start, piece.times[row])
                window.end = max(window.end, piece.times[row] + 1)
            }
        } progress: {
            progress(0.5 * $0)
        }
        // Late readings come behind younger ones.
        expected = expected.mapValues(rising)
        var delivery = playhead.delivery
        let arriving = delivery.generated - delivery.withheld
        let query = ReadingQuery(run: run, window: window)
        var repairsLeft = repairs
        var repaired: [SeriesIdentity: [ClosedRange<Int64>]] = [:]
        while true {
            do {
                try wait(for: expected, query, total: arriving, progress)
                break
            } catch TransportFailure.readingsMissing(let missing, _) where repairsLeft > 0 {
                repairsLeft -= 1
                for part in missing {
                    // One that is missing twice is one.
                    repaired[part.series] = rising((repaired[part.series] ?? []) + part.sequences)
                }
                try resend(missing, scenario, seed: seed, run: run)
            }
        }
        delivery.stored = arriving
        delivery.repaired = repaired.values.joined().reduce(0) { $0 + $1.count }
        var playback = Playback(
            source: source, run: run, truth: playhead.truth, delivery: delivery)
        playback.end = playhead.end
        return playback
    }

    private func wait(
        for expected: [SeriesIdentity: [ClosedRange<Int64>]], _ query: ReadingQuery, total: Int,
        _ progress: @Sendable (Double) -> Void
    ) throws {
        let wanted = expected.mapValues { $0.reduce(0) { $0 + $1.count } }
        let clock = ContinuousClock()
        var best = -1
        var since = clock.now
        while true {
            let counts = try arrived(query)
            let here = wanted.reduce(0) { $0 + min($1.value, counts[$1.key] ?? 0) }
            progress(total == 0 ? 1 : 0.5 + 0.5 * Double(here) / Double(total))
            if here == total { return }
            if here > best {
                best = here
                since = clock.now
            } else if clock.now - since > patience {
                // Looked at closely before anything is called lost.
                let missing = try source.missing(from: expected, query)
                if missing.isEmpty { return }
                throw TransportFailure.readingsMissing(missing, route: name)
            }
            Threads.sleep(pause)
        }
    }
}

/// The ranges in rising order, neighbours joined.
private func rising(_ ranges: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    var joined: [ClosedRange<Int64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = joined.last, last.upperBound + 1 >= range.lowerBound {
            joined[joined.count - 1] =
                last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
            joined.append(range)
        }
    }
    return joined
}

/// Why a route that leaves the process did not give a complete run.
public enum TransportFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// These were published and did not reach the store.
    case readingsMissing([MissingReadings], route: String)

    public var description: String {
        switch self {
        case .readingsMissing(let missing, let route):
            let total = missing.reduce(0) { $0 + $1.count }
            let named = missing.prefix(3).map(\.description).joined(separator: "; ")
            let more = missing.count > 3 ? "; and \(missing.count - 3) more machines" : ""
            return "\(total) published readings did not arrive on the \(route) route: "
                + "\(named)\(more); look at the collector's log for refused readings"
        }
    }
}
