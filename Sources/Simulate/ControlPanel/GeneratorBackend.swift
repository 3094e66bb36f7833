import LiveGeneration
import MachineSimulation
import Telemetry

/// A running generator, as the panel shows and changes it.
public struct GeneratorBackend: PanelBackend {
    private let generator: Generator
    public let kinds: [PanelKind]

    public init(_ generator: Generator) {
        self.generator = generator
        kinds = AnomalyCatalogue.kinds.map { kind in
            let isChosen = if case .chosen = kind.channels { true } else { false }
            return PanelKind(
                name: kind.name, group: kind.group.rawValue, summary: kind.summary,
                takesChannels: isChosen)
        }
    }

    public var channels: [String] { generator.floor.channels }

    public func status() -> PanelStatus {
        let status = generator.status
        let counts = generator.counts
        return PanelStatus(
            run: generator.plan.run, now: generator.floor.now,
            machineCount: generator.floor.machineCount, broker: "\(generator.broker)",
            brokerState: status.state.rawValue, brokerSince: status.since,
            readingsPerSecond: generator.rate,
            counts: [
                .init("generated", counts.generated), .init("published", counts.published),
                .init("acked", counts.acked), .init("spooled", counts.spooled),
                .init("lost", counts.lost),
            ], runningEvents: generator.floor.runningEvents)
    }

    public func machines(_ query: PanelQuery) -> PanelPage {
        let found = generator.floor.machines(
            search: query.search, offset: query.offset, limit: query.limit, since: query.since,
            points: query.points)
        return PanelPage(
            total: found.total,
            machines: found.machines.map {
                PanelMachine(
                    id: $0.id, provider: $0.provider, profile: $0.profile,
                    overload: $0.isOverloaded, running: $0.running.map(PanelEvent.init),
                    times: $0.times, values: $0.values)
            })
    }

    public func setOverload(_ isOn: Bool, machine: String) throws {
        try translated { try generator.floor.setOverload(isOn, machine: machine) }
    }

    public func inject(_ injection: PanelInjection) throws -> PanelEvent {
        try translated {
            PanelEvent(
                try generator.floor.inject(
                    machine: injection.machine, kind: injection.kind,
                    magnitude: injection.magnitude, channels: injection.channels,
                    duration: injection.duration))
        }
    }

    public func end(event id: String) throws -> PanelEvent {
        try translated { PanelEvent(try generator.floor.end(event: id)) }
    }

    public func events(limit: Int) -> [PanelEvent] {
        generator.floor.events(limit: limit).map(PanelEvent.init)
    }

    public func scenario() throws -> String {
        let (plan, ticks) = generator.floor.history
        guard ticks > 0 else { throw PanelError.conflict("no reading has been made yet") }
        return ScenarioExport.text(
            plan, ticks: ticks, name: generator.plan.name,
            description: "Run \(generator.plan.run), as it went")
    }

    private func translated<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as GeneratorError {
            throw switch error {
            case .unknownMachine(let id): PanelError.unknownMachine(id)
            case .unknownKind(let kind, let known): PanelError.unknownKind(kind, known: known)
            case .noSuchEvent(let id): PanelError.noSuchEvent(id)
            case .invalid(.unknownChannel(let channel, _, let known)):
                PanelError.unknownChannel(channel, known: known)
            case .invalid(.channelCount(let count, _, let allowed)):
                PanelError.badValue(
                    name: "channels", value: "\(count) of them",
                    allowed: "from \(allowed.lowerBound) to \(allowed.upperBound)")
            default: PanelError.conflict("\(error)")
            }
        }
    }
}

extension PanelEvent {
    fileprivate init(_ event: FloorEvent) {
        self.init(
            id: event.id, machine: event.machine, kind: event.kind, group: event.group,
            magnitude: event.magnitude, channels: event.channels, start: event.start,
            end: event.end, isRunning: event.isRunning, source: event.source)
    }
}
