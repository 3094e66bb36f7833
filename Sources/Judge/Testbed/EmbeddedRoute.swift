import DurableFiles
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
    public var pace: Pace?

    public init(folder: String = FileManager.default.temporaryDirectory.path) {
        self.folder = folder
    }

    public func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        let store = try ScratchStore(folder: folder)
        var playhead = try Playhead(scenario, seed: seed, run: "r1", pace: pace)
        // Piece by piece over all machines, so that memory does not grow with the duration.
        try playhead.play(pieces: 4096) { batch, passage in
            // Without a wire nothing comes of a payload that cannot be read.
            if case .broken = passage { return }
            try store.readings.send(batch)
        } progress: {
            progress($0)
        }
        var delivery = playhead.delivery
        delivery.stored = try store.readings.count(run: playhead.run)
        delivery.lost = delivery.generated - delivery.withheld - delivery.stored
        var playback = Playback(
            source: store, run: playhead.run, truth: playhead.truth,
            delivery: delivery)
        playback.end = playhead.end
        return playback
    }
}

/// A SQLite file that goes when nobody needs it any more.
private final class ScratchStore: ReadingSource {
    let readings: SQLiteStore
    private let path: String

    init(folder: String) throws {
        path = "\(folder)/testbed-\(getpid())-\(UUID().uuidString).sqlite"
        for end in Self.endings { TemporaryFiles.add(path + end) }
        readings = try SQLiteStore(path: path, durability: .none)
    }

    deinit {
        for end in Self.endings {
            unlink(path + end)
            TemporaryFiles.remove(path + end)
        }
    }

    /// Of the files that SQLite may make.
    private static let endings = ["", "-journal", "-wal", "-shm"]

    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try readings.load(query, body)
    }
}
