import ControlPanel
import HTTPService
import Synchronization
import Telemetry
import Testing

/// Machines whose clock only a test moves: each tick is one reading of each.
final class TestPlant: PanelBackend {
    struct State {
        var now: Int64 = 1_767_225_600_000_000_000
        var ticks = 0
        var events: [PanelEvent] = []
        var overloaded: Set<String> = []
    }

    static let second: Int64 = 1_000_000_000
    let channels = demoChannels
    let kinds = [
        PanelKind(
            name: "overload", group: "process", summary: "The load climbs, the rest follows.",
            takesChannels: false),
        PanelKind(
            name: "spike", group: "sensor", summary: "Single readings jump.", takesChannels: true),
    ]
    let ids: [String]
    let providers: [String]
    let state = Mutex(State())

    init(machines: Int = 3) {
        ids = (1...machines).map { "machine\($0)" }
        providers = (1...machines).map { _ in "Smith and Sons" }
    }

    init(ids: [String], providers: [String]) {
        self.ids = ids
        self.providers = providers
    }

    func tick(_ count: Int = 1) {
        state.withLock {
            $0.ticks += count
            $0.now += Int64(count) * Self.second
        }
    }

    func status() -> PanelStatus {
        state.withLock {
            PanelStatus(
                run: "r1", now: $0.now, machineCount: ids.count, broker: "127.0.0.1:1883",
                brokerState: "connected", brokerSince: $0.now, readingsPerSecond: Double(ids.count),
                counts: [
                    .init("generated", $0.ticks * ids.count), .init("acked", $0.ticks * ids.count),
                ],
                runningEvents: $0.events.count { $0.isRunning })
        }
    }

    func machines(_ query: PanelQuery) -> PanelPage {
        let matching = ids.indices.filter {
            query.search.isEmpty || ids[$0].contains(query.search)
                || providers[$0].contains(query.search)
        }
        let page = matching.dropFirst(query.offset).prefix(query.limit)
        return state.withLock { state in
            PanelPage(
                total: matching.count,
                machines: page.map { index in
                    let first = max(0, state.ticks - query.points)
                    let times = (first..<state.ticks)
                        .map { state.now - Int64(state.ticks - 1 - $0) * Self.second }
                        .filter { $0 > query.since }
                    let isOver = state.overloaded.contains(ids[index])
                    return PanelMachine(
                        id: ids[index], provider: providers[index], profile: "demo",
                        overload: isOver,
                        running: state.events.filter { $0.machine == ids[index] && $0.isRunning },
                        times: times,
                        values: times.flatMap { time -> [Double] in
                            let step = Double(time / Self.second % 20)
                            return [isOver ? 190 : 40 + step, 80 + step / 2, 205, .missing]
                        })
                })
        }
    }

    func setOverload(_ isOn: Bool, machine: String) throws {
        guard ids.contains(machine) else { throw PanelError.unknownMachine(machine) }
        state.withLock { state in
            guard state.overloaded.contains(machine) != isOn else { return }
            if isOn {
                state.overloaded.insert(machine)
                state.events.append(
                    PanelEvent(
                        id: "e\(state.events.count + 1)", machine: machine, kind: "overload",
                        group: "process", magnitude: 1, channels: ["load"], start: state.now,
                        end: nil, isRunning: true, source: "switch"))
            } else {
                state.overloaded.remove(machine)
                for index in state.events.indices
                where state.events[index].machine == machine && state.events[index].isRunning {
                    state.events[index].end = state.now
                    state.events[index].isRunning = false
                }
            }
        }
    }

    func inject(_ injection: PanelInjection) throws -> PanelEvent {
        guard ids.contains(injection.machine) else {
            throw PanelError.unknownMachine(injection.machine)
        }
        guard let kind = kinds.first(where: { $0.name == injection.kind }) else {
            throw PanelError.unknownKind(injection.kind, known: kinds.map(\.name))
        }
        return state.withLock { state in
            let event = PanelEvent(
                id: "e\(state.events.count + 1)", machine: injection.machine, kind: kind.name,
                group: kind.group, magnitude: injection.magnitude, channels: injection.channels,
                start: state.now, end: injection.duration.map { state.now + $0 }, isRunning: true,
                source: "panel")
            state.events.append(event)
            return event
        }
    }

    func end(event id: String) throws -> PanelEvent {
        try state.withLock { state in
            guard let index = state.events.firstIndex(where: { $0.id == id }) else {
                throw PanelError.noSuchEvent(id)
            }
            if state.events[index].isRunning {
                state.events[index].end = state.now
                state.events[index].isRunning = false
            }
            return state.events[index]
        }
    }

    func events(limit: Int) -> [PanelEvent] {
        state.withLock { Array($0.events.reversed().prefix(limit)) }
    }

    func scenario() throws -> String { "{ name: \"panel\" }\n" }
}

/// Runs `body` with a panel on a free port, and stops that in any case.
func withPanel(
    _ plant: any PanelBackend = TestPlant(), allowedHosts: [String] = [], token: Secret? = nil,
    limits: HTTPLimits = HTTPLimits(), _ body: (PanelServer, PanelClient) throws -> Void
) throws {
    var configuration = PanelConfiguration(
        address: try PanelAddress("127.0.0.1:0"), allowedHosts: allowedHosts, accessToken: token)
    configuration.limits = limits
    let panel = try PanelServer(plant, configuration)
    defer { panel.stop() }
    try body(panel, PanelClient(port: panel.port))
}

/// Asks as our own page does, unless told otherwise.
struct PanelClient {
    let port: UInt16

    var host: String { "Host: 127.0.0.1:\(port)" }

    func get(_ path: String, headers: [String] = []) throws -> Answer {
        try #require(ask(port, "GET", path, headers: [host] + headers))
    }

    /// The token that the page carries.
    func pageToken() throws -> String {
        let page = try get("/").text
        let found = try #require(page.firstMatch(of: #/name="panel-token" content="([0-9a-f]+)"/#))
        return String(found.1)
    }

    func post(
        _ path: String, _ body: String, headers: [String]? = nil, token: String? = nil
    ) throws -> Answer {
        let usual = [
            "Content-Type: application/json", "Origin: http://127.0.0.1:\(port)",
            "Sec-Fetch-Site: same-origin", "X-Panel-Token: \(try token ?? pageToken())",
        ]
        return try #require(
            ask(port, "POST", path, headers: [host] + (headers ?? usual), body: body))
    }
}
