import MachineSimulation
import Scenarios
import Telemetry

/// Plays a scenario: advances all machines together, sends their readings down their delivery lines,
/// and keeps the books of it.
public struct Playhead {
    /// Name of the run that the readings carry.
    public let run: String
    /// `stored`, `scored` and `lost` are for who knows the store.
    public private(set) var delivery = DeliveryCounts()
    private let scenario: Scenario
    private var machines: [SimulatedMachine]
    private var lines: [DeliveryLine]
    private let pace: Pace?
    /// Time of the readings up to which it has been played, nanoseconds since 1970 UTC.
    public private(set) var end: Int64

    /// - Parameter pace: holds it to the world's clock; nil plays as fast as it goes.
    /// - Throws: `SimulationError` if the scenario names what does not exist.
    public init(_ scenario: Scenario, seed: UInt64, run: String, pace: Pace? = nil) throws {
        let plan = scenario.plan(seed: seed)
        self.scenario = scenario
        self.run = run
        self.pace = pace
        end = scenario.start
        let machines = try plan.machines.map { try SimulatedMachine($0, in: plan) }
        self.machines = machines
        lines = try machines.map {
            try DeliveryLine(
                $0.plan, in: plan, channels: $0.channels, trouble: scenario.delivery)
        }
    }

    /// Plays from the start to the end, `size` readings of each machine at a time.
    /// - Parameters:
    ///   - send: given what is to be handed to the transport, and what it is.
    ///   - progress: the share that is done, 0 to 1.
    public mutating func play(
        pieces size: Int, send: (ReadingBatch, DeliveryLine.Passage) throws -> Void,
        progress: (Double) -> Void
    ) throws {
        var piece = ReadingBatch(
            series: SeriesIdentity(machineID: "", provider: "", run: run), channels: [])
        let total = scenario.tickCount
        // At the world's pace each reading goes when it is made.
        let size = pace == nil ? size : 1
        var isLast = total == 0
        for start in stride(from: 0, to: total, by: size) {
            if isLast { break }
            let count = min(size, total - start)
            end = scenario.start + Int64(start + count) * scenario.interval
            // Who ends it early gets the reading that is due, and the books are closed on it.
            isLast = pace.map { !$0.wait(until: end - scenario.interval) } ?? false
            isLast = isLast || start + count == total
            for index in machines.indices {
                let machine = machines[index].plan
                if piece.channels != machines[index].channels {
                    piece = ReadingBatch(
                        series: piece.series, channels: machines[index].channels, capacity: size)
                }
                piece.removeAll()
                piece.series.machineID = machine.id
                piece.series.provider = machine.provider
                machines[index].advance(count, into: &piece)
                delivery.generated += count
                try lines[index].carry(piece) { try hand($0, $1, &delivery, send) }
                if isLast {
                    try lines[index].finish(piece.series) { try hand($0, $1, &delivery, send) }
                }
            }
            progress(Double(start + count) / Double(total))
        }
        for line in lines {
            delivery.withheld += line.counts.withheld
            delivery.duplicated += line.counts.repeated
            delivery.broken += line.counts.broken
        }
    }

    /// What was done to the machines so far.
    public var truth: Truth { Truth(scenario, records: machines.flatMap(\.records)) }
}

private func hand(
    _ batch: ReadingBatch, _ passage: DeliveryLine.Passage, _ delivery: inout DeliveryCounts,
    _ send: (ReadingBatch, DeliveryLine.Passage) throws -> Void
) rethrows {
    try send(batch, passage)
    if case .broken = passage { return }
    delivery.published += batch.count
}
