import CommandLineTool
import LiveGeneration
import ReadingIngest
import Telemetry

/// Compares what a run made with what a store holds, by machine and sequence number, and writes what is
/// missing.
struct Reconciliation {
    /// Figures as docs/stack.md names them: before the repair, and after it.
    struct Books: Equatable {
        var generated = 0
        var stored = 0
        /// Still waiting in the generator's folder for its next start.
        var spooled = 0
        /// Neither stored nor spooled, by cause.
        var lost: [Cause: Int] = [:]
        var repaired = 0
        var lostFinal = 0

        var lostInTransit: Int { lost.values.reduce(0, +) }
    }

    enum Cause: String, CaseIterable {
        /// Acknowledged by the broker, and not handed on by it or what collects behind it.
        case broker
        /// The generator was killed before it knew of an acknowledgement.
        case unsent = "not_acknowledged"
        /// Given up by the generator, oldest first.
        case overflow = "spool_overflow"
    }

    let run: PastRun
    let source: any ReadingSource
    let sink: any ReadingSink
    let stop: StopSignal
    private let channels: [String]

    private(set) var books = Books()
    /// What was missing before the repair.
    private(set) var missing: [MissingReadings] = []

    init(_ run: PastRun, source: any ReadingSource, sink: any ReadingSink, stop: StopSignal) throws
    {
        self.run = run
        self.source = source
        self.sink = sink
        self.stop = stop
        channels = try run.channels()
    }

    /// Finds what is missing.
    /// - Throws: what the edges throw; ``ToolFailure`` when told to stop.
    mutating func compare() throws {
        var expected: [SeriesIdentity: NumberRanges] = [:]
        var window: TimeWindow?
        try play { reading in
            expected[reading.series, default: NumberRanges()].insert(reading.sequence)
            let end = reading.time.addingSaturated(1)
            window = TimeWindow(
                start: min(window?.start ?? reading.time, reading.time),
                end: max(window?.end ?? end, end))
        }
        books.generated = expected.values.reduce(0) { $0 + $1.count }
        guard let window else { return }
        let query = ReadingQuery(run: run.plan.run, window: window)
        let absent = try source.missing(from: expected.mapValues(\.ranges), query)
        books.stored = books.generated - absent.reduce(0) { $0 + $1.count }
        var waiting: [SeriesIdentity: NumberRanges] = [:]
        var gate = gate()
        try run.spooled { topic, payload in
            guard let reading = Self.judge(topic, payload, &gate) else { return }
            waiting[reading.series, default: NumberRanges()].insert(reading.sequence)
        }
        for part in absent {
            let spooled = waiting[part.series] ?? NumberRanges()
            var rest = NumberRanges()
            for number in part.sequences.joined() {
                if spooled.contains(number) { books.spooled += 1 } else { rest.insert(number) }
            }
            if rest.count > 0 {
                missing.append(MissingReadings(series: part.series, sequences: rest.ranges))
            }
        }
        nameCauses()
    }

    private mutating func nameCauses() {
        let total = missing.reduce(0) { $0 + $1.count }
        var rest = total
        func take(_ cause: Cause, _ count: Int) {
            guard count > 0 else { return }
            books.lost[cause, default: 0] += count
            rest -= count
        }
        take(.overflow, min(rest, run.lost))
        if !run.hasEnded {
            // Sequence numbers follow the ticks from 1.
            let acknowledged = Int64(run.acknowledgedTicks)
            let beyond = missing.reduce(0) { sum, part in
                sum + part.sequences.reduce(0) { $0 + $1.clampedCount(above: acknowledged) }
            }
            take(.unsent, min(rest, beyond))
        }
        take(.broker, rest)
    }

    /// Writes what is missing, and looks again.
    /// - Throws: what the edges throw; ``ToolFailure`` when told to stop, or if the store holds other
    ///   readings than the run made.
    mutating func repair() throws {
        guard !missing.isEmpty else { return }
        try checkSamples()
        let wanted = Dictionary(
            missing.map { ($0.series, NumberRanges($0.sequences)) }, uniquingKeysWith: { a, _ in a }
        )
        var batches: [SeriesIdentity: ReadingBatch] = [:]
        var window: TimeWindow?
        var count = 0
        func flush() throws {
            let whole = batches.sorted { $0.key < $1.key }.map(\.value)
            if !whole.isEmpty { try sink.send(whole) }
            batches.removeAll()
            count = 0
        }
        try play { reading in
            guard wanted[reading.series]?.contains(reading.sequence) == true else { return }
            batches[
                reading.series, default: ReadingBatch(series: reading.series, channels: channels)
            ].append(time: reading.time, sequence: reading.sequence, row: reading.values)
            let end = reading.time.addingSaturated(1)
            window = TimeWindow(
                start: min(window?.start ?? reading.time, reading.time),
                end: max(window?.end ?? end, end))
            count += 1
            if count == 20_000 { try flush() }
        }
        try flush()
        guard let window else { return }
        let left = try source.missing(
            from: wanted.mapValues(\.ranges), ReadingQuery(run: run.plan.run, window: window))
        books.lostFinal = left.reduce(0) { $0 + $1.count }
        books.repaired = books.lostInTransit - books.lostFinal
    }

    /// Nothing is written: what was lost stays so.
    mutating func leaveAsIs() { books.lostFinal = books.lostInTransit }

    /// Readings that the store has are the ones that would be made: else seed, scenario or truth are not
    /// those of the run, and what is written would be wrong.
    private func checkSamples() throws {
        var samples: [SeriesIdentity: [Int64: [String: Double]]] = [:]
        try source.load(ReadingQuery(run: run.plan.run)) { batch in
            let known = samples[batch.series]?.count ?? 0
            guard known < 64, batch.count > 0 else { return }
            for row in stride(from: 0, to: batch.count, by: max(1, batch.count / 16)) {
                samples[batch.series, default: [:]][batch.sequences[row]] = Dictionary(
                    zip(batch.channels, batch.row(row)), uniquingKeysWith: { a, _ in a })
            }
        }
        try play { reading in
            guard let sample = samples[reading.series]?[reading.sequence] else { return }
            for (channel, value) in zip(channels, reading.values) {
                guard let stored = sample[channel], !stored.isNaN, !value.isNaN else { continue }
                guard stored == value else {
                    throw ToolFailure.failed(
                        "\(reading.series.machineID), reading \(reading.sequence): the store has \(channel)"
                            + " \(stored), and this run would have made \(value): scenario, seed or truth"
                            + " are not those of the run, so nothing is written")
                }
            }
        }
    }

    // MARK: Playing

    private func gate() -> ReadingGate {
        var rules = IngestRules(channels: channels)
        rules.topicPrefix = run.plan.topicPrefix
        rules.machineLimit = .max
        return ReadingGate(rules)
    }

    /// Gives every reading once, as an ingester would take it.
    private func play(_ body: (ReadingGate.Reading) throws -> Void) throws {
        var gate = gate()
        try run.play { topic, payload in
            if stop.isSet { throw ToolFailure(stop.exitCode, "stopped") }
            if let reading = Self.judge(topic, payload, &gate) { try body(reading) }
        }
    }

    private static func judge(
        _ topic: String, _ payload: UnsafeRawBufferPointer, _ gate: inout ReadingGate
    ) -> ReadingGate.Reading? {
        var topic = topic
        return topic.withUTF8 { name in
            do throws(Refusal) {
                return try gate.judge(topic: UnsafeRawBufferPointer(name), payload: payload)
            } catch { return nil }
        }
    }
}

/// Sequence numbers as rising ranges: quick where they come nearly in order.
struct NumberRanges {
    private(set) var ranges: [ClosedRange<Int64>] = []

    init(_ ranges: [ClosedRange<Int64>] = []) { self.ranges = ranges }

    var count: Int { ranges.reduce(0) { $0 + $1.count } }

    func contains(_ number: Int64) -> Bool { place(of: number).isInside }

    mutating func insert(_ number: Int64) {
        if let last = ranges.last, number == last.upperBound + 1 {
            ranges[ranges.count - 1] = last.lowerBound...number
            return
        }
        let (index, isInside) = place(of: number)
        guard !isInside else { return }
        let joinsBefore = index > 0 && ranges[index - 1].upperBound + 1 == number
        let joinsAfter = index < ranges.count && ranges[index].lowerBound - 1 == number
        switch (joinsBefore, joinsAfter) {
        case (true, true):
            ranges[index - 1] = ranges[index - 1].lowerBound...ranges[index].upperBound
            ranges.remove(at: index)
        case (true, false): ranges[index - 1] = ranges[index - 1].lowerBound...number
        case (false, true): ranges[index] = number...ranges[index].upperBound
        case (false, false): ranges.insert(number...number, at: index)
        }
    }

    /// The first range that ends at `number` or behind, and whether `number` lies in it.
    private func place(of number: Int64) -> (index: Int, isInside: Bool) {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        return (low, low < ranges.count && ranges[low].contains(number))
    }
}

extension ClosedRange<Int64> {
    /// How many of the range are greater than `number`.
    fileprivate func clampedCount(above number: Int64) -> Int {
        number >= upperBound ? 0 : Int(upperBound - Swift.max(number, lowerBound - 1))
    }
}
