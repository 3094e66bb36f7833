import Telemetry

// The JSON bodies of the API, as docs/panel-api.md describes them. Times are milliseconds since
// 1970 UTC, because a browser's numbers hold no nanoseconds of today.

struct StatusBody: Encodable {
    struct Broker: Encodable {
        var address: String
        var state: String
        var sinceMs: Double?
    }

    var run: String
    var nowMs: Double
    var machines: Int
    var broker: Broker
    var readingsPerSecond: Double
    var counts: [String: Int]
    var runningEvents: Int

    init(_ status: PanelStatus) {
        run = status.run
        nowMs = milliseconds(status.now)
        machines = status.machineCount
        broker = Broker(
            address: status.broker, state: status.brokerState,
            sinceMs: status.brokerSince.map(milliseconds))
        readingsPerSecond = status.readingsPerSecond.isFinite ? status.readingsPerSecond : 0
        counts = Dictionary(
            status.counts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        runningEvents = status.runningEvents
    }
}

struct KindsBody: Encodable {
    var kinds: [PanelKind]
    var channels: [String]
}

struct MachinesBody: Encodable {
    struct Machine: Encodable {
        var id: String
        var provider: String
        var profile: String
        var overload: Bool
        var events: [EventBody]
        var timesMs: [Double]
        /// One list per channel; null where the reading lacks it.
        var values: [[Double?]]
    }

    var total: Int
    var offset: Int
    var channels: [String]
    var machines: [Machine]

    init(_ page: PanelPage, offset: Int, channels: [String]) {
        total = page.total
        self.offset = offset
        self.channels = channels
        machines = page.machines.map { machine in
            let width = channels.count
            return Machine(
                id: machine.id, provider: machine.provider, profile: machine.profile,
                overload: machine.overload, events: machine.running.map(EventBody.init),
                timesMs: machine.times.map(milliseconds),
                values: channels.indices.map { channel in
                    machine.times.indices.map { row in
                        let value = machine.values[row * width + channel]
                        return value.isFinite ? value : nil
                    }
                })
        }
    }
}

struct EventBody: Encodable {
    var id: String
    var machine: String
    var kind: String
    var group: String
    var magnitude: Double
    var channels: [String]
    var startMs: Double
    var endMs: Double?
    var running: Bool
    var source: String

    init(_ event: PanelEvent) {
        id = event.id
        machine = event.machine
        kind = event.kind
        group = event.group
        magnitude = event.magnitude
        channels = event.channels
        startMs = milliseconds(event.start)
        endMs = event.end.map(milliseconds)
        running = event.isRunning
        source = event.source
    }
}

/// The demo's body: `{"id": "machine1", "state": true}`.
struct ToggleBody: Decodable {
    /// true, 1, "on", "true"; false, 0, "off", "false": what the demo's callers write.
    struct Switch: Decodable {
        var isOn: Bool

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                isOn = flag
                return
            }
            let word =
                (try? value.decode(Int.self)).map { "\($0)" } ?? (try? value.decode(String.self))
            switch word?.lowercased() {
            case "1", "on", "true": isOn = true
            case "0", "off", "false": isOn = false
            default:
                throw DecodingError.dataCorruptedError(
                    in: value, debugDescription: "must be true or false")
            }
        }
    }

    var id: String
    var state: Switch
}

struct ToggleAnswer: Encodable {
    var id: String
    var state: Bool
}

struct InjectBody: Decodable {
    var machine: String
    var kind: String
    var magnitude: Double?
    var channels: [String]?
    var durationS: Double?
    var requestID: String?

    enum CodingKeys: String, CodingKey {
        case machine, kind, magnitude, channels
        case durationS = "duration_s"
        case requestID = "request_id"
    }

    /// - Throws: ``PanelError/badValue(name:value:allowed:)``. What only the machines know (kinds,
    ///   channels) is checked by them.
    func injection() throws -> PanelInjection {
        let magnitude = magnitude ?? 1
        guard magnitude > 0, magnitude <= 1_000 else {
            throw PanelError.badValue(
                name: "magnitude", value: "\(magnitude)", allowed: "above 0 and at most 1000")
        }
        if let durationS, !(1...604_800).contains(durationS) {
            throw PanelError.badValue(
                name: "duration_s", value: "\(durationS)", allowed: "from 1 to 604800")
        }
        let channels = channels ?? []
        guard channels.count <= 64, Set(channels).count == channels.count else {
            throw PanelError.badValue(
                name: "channels", value: channels.joined(separator: ", "),
                allowed: "a list without repetitions")
        }
        return PanelInjection(
            machine: machine, kind: kind, magnitude: magnitude, channels: channels,
            duration: durationS.map { Int64(($0 * 1_000).rounded()) * 1_000_000 })
    }
}

struct EndBody: Decodable {
    var event: String
}

private func milliseconds(_ nanoseconds: Int64) -> Double {
    Double(nanoseconds / 1_000_000)
}
