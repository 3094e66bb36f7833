import CommandLineTool
import Foundation
import HTTPClient
import InfluxDBStore
import MQTTTransport
import SQLiteStore
import Synchronization
import Telemetry
import Threading

/// The store that `--store` names, for who writes readings into it.
enum IngestStore {
    /// - Throws: ``ToolFailure``. An InfluxDB that is away is no failure: it is prepared when it is back.
    static func open(
        _ text: String, _ stop: StopSignal
    ) throws -> (name: String, sink: any ReadingSink) {
        if text == "influxdb3" {
            do {
                let (name, store) = try influxDB(stop)
                let sink = PreparedStore(store)
                do { try sink.prepare() } catch InfluxDBError.unavailable {}
                return (name, sink)
            } catch let error as InfluxDBError {
                throw ToolFailure.failed("--store influxdb3: \(error)")
            }
        }
        return (text, try sqlite(text))
    }

    /// - Parameter patience: how long the store itself waits out trouble; whoever waits by himself says so.
    /// - Throws: ``ToolFailure`` (usage).
    static func influxDB(
        _ stop: StopSignal, patience: Duration = .seconds(1)
    ) throws -> (name: String, store: InfluxDBStore) {
        let grace = Grace(stop)
        do {
            let configuration = try InfluxDBConfiguration(
                environment: ProcessInfo.processInfo.environment
            ) { try SecretFile.text($0) }
            let store = InfluxDBStore(
                configuration, retry: RetryPolicy(patience: patience),
                shouldStop: { grace.isOver })
            return ("influxdb3 \(configuration.server.origin)", store)
        } catch let fault as InfluxDBConfiguration.Fault {
            throw ToolFailure.usage("--store influxdb3: \(fault)")
        }
    }

    /// - Throws: ``ToolFailure``.
    static func sqlite(_ text: String) throws -> SQLiteStore {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "sqlite" else {
            throw ToolFailure.usage(
                "--store \(text): there is no such store; give influxdb3 or sqlite:PATH")
        }
        do {
            return try SQLiteStore(
                path: parts[1], tell: { Terminal.error("scenario-runner: \($0)") })
        } catch let error as SQLiteError {
            throw ToolFailure.failed("--store \(text): \(error)")
        }
    }
}

/// The end of a store's work: some time after the signal, so that what has come can still be stored.
private final class Grace: Sendable {
    private let stop: StopSignal
    private let since = Mutex<Duration?>(nil)

    init(_ stop: StopSignal) { self.stop = stop }

    var isOver: Bool {
        guard stop.isSet else { return false }
        let now = Monotonic.now
        return since.withLock { since in
            since = since ?? now
            return now - since! > .seconds(2)
        }
    }
}

/// An InfluxDB whose tables are made before the first reading, whenever it is there.
private final class PreparedStore: ReadingSink {
    private let store: InfluxDBStore
    private let isPrepared = Mutex(false)

    init(_ store: InfluxDBStore) { self.store = store }

    func prepare() throws {
        try isPrepared.withLock { isPrepared in
            if isPrepared { return }
            try store.prepare()
            isPrepared = true
        }
    }

    func send(_ batch: ReadingBatch) throws { try send([batch]) }

    func send(_ batches: [ReadingBatch]) throws {
        try prepare()
        try store.send(batches)
    }
}
