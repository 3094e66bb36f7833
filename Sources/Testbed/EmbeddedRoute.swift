import Foundation
import MachineSimulation
import SQLiteStore
import Scenarios
import Telemetry

/// Simulated machines → SQLite → detector, in this process and in virtual time.
public struct EmbeddedRoute: Route {
    public let name = "embedded"
    /// Where the store's file goes while it is needed.
    public var folder: String

    public init(folder: String = FileManager.default.temporaryDirectory.path) {
        self.folder = folder
    }

    public func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        let store = try ScratchStore(folder: folder)
        let plan = scenario.plan(seed: seed)
        var machines = try plan.machines.map { try SimulatedMachine($0, in: plan) }
        var delivery = DeliveryCounts()
        let run = "r1"
        let pieceSize = 4096
        let tickCount = scenario.tickCount
        // Piece by piece over all machines, so that memory does not grow with the duration.
        var piece = ReadingBatch(
            series: SeriesIdentity(machineID: "", provider: "", run: run), channels: [])
        for start in stride(from: 0, to: tickCount, by: pieceSize) {
            let count = min(pieceSize, tickCount - start)
            for index in machines.indices {
                let machine = machines[index].plan
                if piece.channels != machines[index].channels {
                    piece = ReadingBatch(
                        series: piece.series, channels: machines[index].channels,
                        capacity: pieceSize)
                }
                piece.removeAll()
                piece.series.machineID = machine.id
                piece.series.provider = machine.provider
                machines[index].advance(count, into: &piece)
                delivery.generated += piece.count
                try store.readings.send(piece)
                delivery.published += piece.count
            }
            progress(Double(start + count) / Double(tickCount))
        }
        delivery.stored = try store.readings.count(run: run)
        delivery.lost = delivery.generated - delivery.withheld - delivery.stored
        return Playback(
            source: store, run: run, truth: Truth(scenario, records: machines.flatMap(\.records)),
            delivery: delivery)
    }
}

/// A SQLite file that goes when nobody needs it any more.
private final class ScratchStore: ReadingSource {
    let readings: SQLiteStore
    private let path: String

    init(folder: String) throws {
        path = "\(folder)/testbed-\(getpid())-\(UUID().uuidString).sqlite"
        readings = try SQLiteStore(path: path, durability: .none)
    }

    deinit { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }

    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try readings.load(query, body)
    }
}
