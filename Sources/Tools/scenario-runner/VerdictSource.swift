import InfluxDBStore
import MQTTTransport
import Telemetry
import Threading
import VerdictReceivers
import VerdictSources

/// A source of verdicts as the command line names it.
struct VerdictSource: Sendable {
    let spec: VerdictSourceSpec
    /// What a file says.
    private let items: [VerdictItem]
    private let makeReceiver: (@Sendable () throws -> any VerdictReceiver)?

    /// What sources have in common with the routes of the same command line.
    struct Outside {
        var broker: () throws -> MQTTRoute.Broker
        var store: () throws -> InfluxDBStore
    }

    /// - Throws: ``VerdictSourceError``, ``VerdictReceiverError``, ``ToolFailure``.
    init(_ spec: VerdictSourceSpec, _ outside: Outside) throws {
        self.spec = spec
        switch spec.kind {
        case .alerts:
            items = try AlertsFile.read(spec.place, clock: spec.clock ?? .data)
            makeReceiver = nil
        case .webhook:
            items = []
            // Tried now: what is wrong with it is said before anything is played.
            _ = try WebhookReceiver(spec.place, tokenFile: spec.option("token-file"))
            makeReceiver = {
                try WebhookReceiver(spec.place, tokenFile: spec.option("token-file"))
            }
        case .mqtt:
            items = []
            let broker = try outside.broker()
            makeReceiver = {
                let id = String(UInt32(truncatingIfNeeded: WallClock.now / 1000), radix: 36)
                var mqtt = MQTTConfiguration(
                    address: broker.address, login: broker.reader,
                    clientID: "scenario-runner-verdicts-\(id)")
                mqtt.caFile = broker.caFile
                return TopicReceiver(mqtt, filter: spec.place)
            }
        case .influxdb:
            items = []
            let store = try outside.store()
            makeReceiver = {
                TableReceiver(
                    store, table: spec.place, fields: spec.fields,
                    condition: spec.option("where"))
            }
        }
    }

    /// A new one for each playing, of a source that is live.
    func receiver() throws -> any VerdictReceiver {
        guard let makeReceiver else {
            throw VerdictSourceError.malformed(spec: spec.text, reason: "it is no live source")
        }
        return try makeReceiver()
    }

    /// All of it, as said of the machines of one playing.
    func verdicts(_ names: MachineNames, _ window: TimeWindow, _ heard: Heard?) -> ClosedVerdicts {
        var book = VerdictBook(names, window: window, clock: heard?.clock)
        for item in heard?.items ?? items { book.take(item) }
        return book.closed()
    }
}
