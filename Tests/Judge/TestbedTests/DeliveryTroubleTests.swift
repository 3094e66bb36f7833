import Scenarios
import Scoring
import Synchronization
import Telemetry
import Testbed
import Testing

@Suite struct DeliveryTroubleTests {
    private func troubled() throws -> Scenario {
        let kinds = [
            "dropout", "channel_null", "late", "out_of_order", "duplicate", "clock_jump",
            "clock_drift", "jitter", "wrong_machine_id", "malformed",
        ]
        let anomalies = kinds.enumerated().map { index, kind in
            #"{ machine: "all", kind: "\#(kind)", at: "\#(index + 2)m", for: "50s" }"#
        }
        return try Scenario(
            text: """
                { name: "x", duration: "15m", machines: [{ count: 2, profile: "pump" }],
                  anomalies: [\(anomalies.joined(separator: ", "))],
                  delivery: { drop: 0.01, duplicate: 0.05, delay: "3s" } }
                """, name: "x.json5")
    }

    private func rows(_ played: Playback) throws -> [String] {
        var rows: [String] = []
        try played.source.load(ReadingQuery(run: played.run)) { batch in
            for row in 0..<batch.count {
                let values = batch.row(row).map { String($0.bitPattern, radix: 16) }
                rows.append("\(batch.series.machineID) \(batch.times[row]) \(values)")
            }
        }
        return rows
    }

    @Test func `every reading of a troubled run is accounted for`() throws {
        let played = try EmbeddedRoute().play(troubled(), seed: 4) { _ in }
        #expect(played.delivery.generated == 1800)
        #expect(played.delivery.withheld > 60)
        #expect(played.delivery.duplicated > 60)
        #expect(played.delivery.lost == 0)
        #expect(
            played.delivery.published
                == 1800 - played.delivery.withheld + played.delivery.duplicated)
        var machines: Set<String> = []
        var rows = 0
        var missing = 0
        try played.source.load(ReadingQuery(run: played.run)) { batch in
            machines.insert(batch.series.machineID)
            rows += batch.count
            missing += batch.values.count(where: \.isMissing)
        }
        #expect(rows == played.delivery.stored)
        #expect(missing > 80)
        #expect(machines == ["machine1", "machine2", "machine1-stray", "machine2-stray"])
        #expect(played.truth.events.allSatisfy { $0.group == .transport && !$0.isScored })
        #expect(played.truth.events.count == 20)
    }

    @Test func `a route out of the process carries the same trouble`() throws {
        let store = MemoryStore()
        let route = TransportRoute(
            name: "memory", sink: store, source: store,
            arrived: { query in
                var counts: [SeriesIdentity: Int] = [:]
                try store.load(query) { counts[$0.series, default: 0] += $0.count }
                return counts
            }, runName: { _, _ in "r1" }, patience: .milliseconds(200), pause: .milliseconds(5))
        let scenario = try troubled()
        let there = try route.play(scenario, seed: 4) { _ in }
        let here = try EmbeddedRoute().play(scenario, seed: 4) { _ in }
        #expect(there.delivery == here.delivery)
        #expect(try rows(there) == rows(here))
    }

    @Test func `what a broker forgets is made again as it was, its transport trouble and all`()
        throws
    {
        func play(repairs: Int) throws -> (played: Playback, sent: Int) {
            let store = MemoryStore()
            let sink = ForgetfulSink(store)
            var route = TransportRoute(
                name: "memory", sink: sink, source: store,
                arrived: { query in
                    var counts: [SeriesIdentity: Int] = [:]
                    try store.load(query) { counts[$0.series, default: 0] += $0.count }
                    return counts
                }, runName: { _, _ in "r1" }, patience: .milliseconds(20), pause: .milliseconds(5))
            route.repairs = repairs
            return (try route.play(troubled(), seed: 4) { _ in }, sink.sent)
        }
        let failure = #expect(throws: TransportFailure.self) { try play(repairs: 0) }
        guard case .readingsMissing(let missing, _) = failure else { return }
        let lost = missing.reduce(0) { $0 + $1.count }
        #expect(lost > 300)
        #expect(Set(missing.map(\.series.machineID)).contains("machine2-stray"))
        let there = try play(repairs: 1)
        let here = try EmbeddedRoute().play(troubled(), seed: 4) { _ in }
        var delivery = there.played.delivery
        #expect(delivery.repaired == lost)
        delivery.repaired = 0
        #expect(delivery == here.delivery)
        #expect(try rows(there.played) == rows(here))
        // What was there already is not sent again.
        #expect(there.sent == here.delivery.published + lost)
    }

    @Test func `a tail excuses alarms for two time constants and never while the next fault acts`()
        throws
    {
        let scenario = try Scenario(
            text: """
                { name: "x", duration: "3h", machines: [{ id: "m", profile: "pump" }],
                  anomalies: [
                    { machine: "m", kind: "overload", at: "30m", for: "4m" },
                    { machine: "m", kind: "spike", at: "40m", for: "3s" },
                    { machine: "m", kind: "offset", at: "2h", for: "5m", parameters: { k: 0.3 } },
                    { machine: "m", kind: "sensor_recalibrated", at: "2h30m", for: "30m",
                      grace: "90s" }] }
                """, name: "x.json5")
        let truth = try EmbeddedRoute().play(scenario, seed: 4) { _ in }.truth
        let zones = try #require(truth.ignoreZones["m"]).map { zone in
            [zone.start, zone.end].map { ($0 - scenario.start) / 1_000_000_000 }
        }
        #expect(zones.count == 4)
        #expect(zones[0] == [2040, 2400])
        #expect(zones[1].first == 2403)
        #expect(try #require(zones[1].last) <= 2040 + 1200)
        // Never to be seen: not scored, and an alarm on it counts nowhere.
        #expect(zones[2] == [7200, 7500])
        #expect(zones[3] == [9000, 9090])
        #expect(truth.events.map(\.isScored) == [true, true, false, false])
    }
}

/// Loses every other piece of the beginning, as a broker does that is killed.
private final class ForgetfulSink: ReadingSink {
    private let store: MemoryStore
    private let counts = Mutex((pieces: 0, readings: 0))

    init(_ store: MemoryStore) { self.store = store }

    var sent: Int { counts.withLock { $0.readings } }

    func send(_ batch: ReadingBatch) throws {
        let isLost = counts.withLock { counts in
            counts.pieces += 1
            counts.readings += batch.count
            return counts.pieces % 2 == 0 && counts.readings < 1600
        }
        if !isLost { try store.send(batch) }
    }
}
