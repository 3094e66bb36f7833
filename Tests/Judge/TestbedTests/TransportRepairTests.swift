import Scenarios
import Synchronization
import Telemetry
import Testbed
import Testing

/// Forgets some readings the first time they come, as a broker does that is killed.
private final class Forgetful: ReadingSink {
    let memory = MemoryStore()
    private let forgotten: ClosedRange<Int64>
    private let seen = Mutex<Set<String>>([])

    init(_ forgotten: ClosedRange<Int64>) { self.forgotten = forgotten }

    func send(_ batch: ReadingBatch) throws {
        var kept = ReadingBatch(series: batch.series, channels: batch.channels)
        for row in 0..<batch.count {
            let number = batch.sequences[row]
            let isNew = seen.withLock {
                $0.insert("\(batch.series.machineID) \(number)").inserted
            }
            if isNew, forgotten.contains(number) { continue }
            kept.append(time: batch.times[row], sequence: number, row: batch.row(row))
        }
        if !kept.isEmpty { try memory.send(kept) }
    }

    func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        var counts: [SeriesIdentity: Int] = [:]
        try memory.load(query) { counts[$0.series, default: 0] += $0.count }
        return counts
    }
}

@Suite struct `A route through a broker` {
    @Test func `counts what was lost on the way and made again`() throws {
        let text = """
            { name: "repair", seed: 3, duration: "5m", warmup: "1m",
              machines: [{ count: 2, profile: "demo", provider: "Smith and Sons" }],
              anomalies: [{ machine: "machine1", kind: "overload", at: "2m", for: "1m" }] }
            """
        let scenario = try Scenario(text: text, name: "repair.json5")
        for (forgotten, repaired) in [(Int64(40)...49, 20), (1000...1000, 0)] {
            let sink = Forgetful(forgotten)
            var route = TransportRoute(
                name: "mqtt", sink: sink, source: sink.memory, arrived: { try sink.counts($0) },
                runName: { _, _ in "r" }, patience: .milliseconds(30), pause: .milliseconds(5))
            route.repairs = 3
            let playback = try route.play(scenario, seed: 3) { _ in }
            #expect(playback.delivery.repaired == repaired)
            #expect(playback.delivery.stored == 600 && playback.delivery.lost == 0)
        }
    }
}
