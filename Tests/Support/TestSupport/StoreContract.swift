import Telemetry
import Testing

/// What every store must do, whatever is behind it. Give it an empty one.
public func expectStoreContract(
    _ store: some ReadingSink & ReadingSource, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let second: Int64 = 1_000_000_000
    let start: Int64 = 1_767_225_600_000_000_000
    func batch(_ machine: String, run: String = "r1", ticks: [Int64]) -> ReadingBatch {
        var batch = ReadingBatch(
            series: SeriesIdentity(
                machineID: machine, provider: "Smith and Sons, \"Ltd\"", run: run),
            channels: demoChannels)
        for tick in ticks {
            batch.append(
                time: start + tick * second, sequence: tick + 1,
                row: [Double(tick), tick == 2 ? .missing : 83.2, 0, -0.1 * Double(tick + 1)])
        }
        return batch
    }
    func load(_ query: ReadingQuery) throws -> [ReadingBatch] {
        var pieces: [ReadingBatch] = []
        try store.load(query) { pieces.append($0) }
        return pieces
    }
    func same(_ a: ReadingBatch, _ b: ReadingBatch) -> Bool {
        a.series == b.series && a.channels == b.channels && a.times == b.times
            && a.sequences == b.sequences
            && a.values.map(\.bitPattern) == b.values.map(\.bitPattern)
    }

    #expect(
        try load(ReadingQuery()).isEmpty, "nothing stored is no data",
        sourceLocation: sourceLocation)

    try store.send(batch("machine2", ticks: [0, 1]))
    try store.send(batch("machine1", ticks: [0, 3]))
    try store.send(batch("machine1", ticks: [1, 2]))  // late
    try store.send(batch("machine1", ticks: [1, 3]))  // again
    try store.send(batch("machine1", run: "r2", ticks: [5]))

    let all = try load(ReadingQuery(run: "r1"))
    #expect(all.count == 2, "a piece for each series", sourceLocation: sourceLocation)
    #expect(
        all.count == 2 && same(all[0], batch("machine1", ticks: [0, 1, 2, 3]))
            && same(all[1], batch("machine2", ticks: [0, 1])),
        "series in their order, readings in the order of time, nothing twice, every bit kept",
        sourceLocation: sourceLocation)
    let some = try load(
        ReadingQuery(run: "r1", window: TimeWindow(start: start + second, end: start + 3 * second)))
    #expect(
        some.map(\.times) == [[start + second, start + 2 * second], [start + second]],
        "a window has its start and not its end", sourceLocation: sourceLocation)
    #expect(
        try load(ReadingQuery()).map(\.series.run) == ["r1", "r1", "r2"],
        "without a run, all runs", sourceLocation: sourceLocation)
}

/// A path in the temporary folder that nothing else uses; the caller removes what it puts there.
public func temporaryPath(_ name: String) -> String {
    "\(temporaryFolder)/testbed-\(UInt64.random(in: .min ... .max))-\(name)"
}
