import MachineSimulation
import Telemetry

/// A machine as somebody looks at it.
public struct FloorMachine: Sendable {
    public var id: String
    public var provider: String
    public var profile: String
    /// Whether the demo's overload fault is on.
    public var isOverloaded: Bool
    public var running: [FloorEvent]
    /// Oldest first, nanoseconds since 1970 UTC.
    public var times: [Int64]
    /// Reading after reading, a value per channel of the floor.
    public var values: [Double]
}

extension MachineFloor {
    /// What the demo's switch starts.
    static let switchKind = "overload"

    /// Starts or ends the demo's overload fault; asking for what already is changes nothing.
    /// - Throws: ``GeneratorError``.
    public func setOverload(_ isOn: Bool, machine id: String) throws {
        try state.withLock { state in
            guard let index = indices[id] else { throw GeneratorError.unknownMachine(id) }
            let running = state.machines[index].events.filter {
                $0.isRunning && $0.kind == Self.switchKind
            }
            if isOn {
                guard running.isEmpty else { return }
                _ = try begin(
                    index, kind: Self.switchKind, magnitude: 1, channels: [], duration: nil,
                    source: "switch", &state)
            } else {
                for event in running { _ = try stop(event.id, index, &state) }
            }
        }
    }

    /// Records the truth, then lets an anomaly begin with the machine's next reading.
    /// - Parameter duration: nanoseconds; nil until ended.
    /// - Throws: ``GeneratorError``; nothing has changed then.
    public func inject(
        machine id: String, kind: String, magnitude: Double, channels: [String], duration: Int64?
    ) throws -> FloorEvent {
        try state.withLock { state in
            guard let index = indices[id] else { throw GeneratorError.unknownMachine(id) }
            return try begin(
                index, kind: kind, magnitude: magnitude, channels: channels, duration: duration,
                source: "panel", &state)
        }
    }

    /// Ends a running event before the machine's next reading; one that is over stays as it is.
    /// - Throws: ``GeneratorError/noSuchEvent(_:)``.
    public func end(event id: String) throws -> FloorEvent {
        try state.withLock { state in
            for (index, place) in state.log where state.machines[index].events[place].id == id {
                let event = state.machines[index].events[place]
                return event.isRunning ? try stop(id, index, &state) : event
            }
            throw GeneratorError.noSuchEvent(id)
        }
    }

    private func begin(
        _ index: Int, kind name: String, magnitude: Double, channels: [String], duration: Int64?,
        source: String, _ state: inout State
    ) throws -> FloorEvent {
        guard let kind = AnomalyCatalogue.kind(name) else {
            throw GeneratorError.unknownKind(name, known: AnomalyCatalogue.kinds.map(\.name))
        }
        let machine = state.machines[index]
        let tick = machine.simulated.nextTick
        let end = duration.map { tick + max(1, Int($0 / plan.simulation.interval)) }
        for other in machine.events
        where other.isRunning
            || other.isToCome && other.startTick >= tick && other.startTick < end ?? .max
        {
            if let otherKind = AnomalyCatalogue.kind(other.kind),
                kind.conflicts(with: otherKind, channels: channels, other.channels)
            {
                throw GeneratorError.conflict(
                    kind: name, with: other.kind, machine: machine.simulated.plan.id)
            }
        }
        // An id no scenario and no other machine has: it keys the random draws and the log.
        repeat {
            state.eventCount += 1
        } while machine.events.contains {
            $0.id == "\(source)\(state.eventCount)"
        }
        let anomaly = AnomalyPlan(
            id: "\(source)\(state.eventCount)", kind: name, start: tick, end: end,
            channels: channels, magnitude: magnitude)
        // Tried out on a copy: the truth must not tell of what the machine refuses.
        var changed = machine.simulated
        var line = machine.line
        do {
            try changed.inject(anomaly)
            try line.inject(anomaly)
        } catch let error as SimulationError {
            throw GeneratorError.invalid(error)
        }
        var event = machine.event(anomaly, source: source, plan.simulation.interval)
        event.isRunning = true
        let members = event.members("start", run: plan.run)
        try truth?.append(members)
        state.pendingTruth.append((machine.truthTopic, members + [UInt8(ascii: "}")]))
        state.machines[index].simulated = changed
        state.machines[index].line = line
        state.machines[index].events.append(event)
        state.machines[index].findBoundary(from: tick)
        state.log.append((index, state.machines[index].events.count - 1))
        state.plan.machines[index].anomalies.append(anomaly)
        return event
    }

    private func stop(
        _ id: String, _ index: Int, _ state: inout State
    ) throws -> FloorEvent {
        guard let place = state.machines[index].events.lastIndex(where: { $0.id == id }) else {
            throw GeneratorError.noSuchEvent(id)
        }
        let tick = state.machines[index].simulated.nextTick
        var event = state.machines[index].events[place]
        var changed = state.machines[index].simulated
        // It may have ended by itself with the last reading.
        do { try changed.end(anomaly: id) } catch SimulationError.noSuchAnomaly {
            return event
        }
        event.isRunning = false
        event.endTick = tick
        event.end = state.machines[index].time(tick, plan.simulation.interval)
        let members = event.members("end", run: plan.run)
        try truth?.append(members)
        state.pendingTruth.append(
            (state.machines[index].truthTopic, members + [UInt8(ascii: "}")]))
        state.machines[index].simulated = changed
        state.machines[index].line.end(anomaly: id, at: tick)
        state.machines[index].events[place] = event
        state.machines[index].findBoundary(from: tick)
        if let known = state.plan.machines[index].anomalies.firstIndex(where: { $0.id == id }) {
            if event.startTick >= tick {
                state.plan.machines[index].anomalies.remove(at: known)
            } else {
                state.plan.machines[index].anomalies[known].end = tick
            }
        }
        return event
    }

    // MARK: Looking

    /// Machines whose id or provider contains `search`, a page of them, with their readings after
    /// `since`, at most `points` each.
    public func machines(
        search: String, offset: Int, limit: Int, since: Int64, points: Int
    ) -> (total: Int, machines: [FloorMachine]) {
        let plans = plan.simulation.machines
        let wanted = search.lowercased()
        let found =
            wanted.isEmpty
            ? Array(plans.indices)
            : plans.indices.filter {
                plans[$0].id.lowercased().contains(wanted)
                    || plans[$0].provider.lowercased().contains(wanted)
            }
        let page = found.dropFirst(offset).prefix(limit)
        return state.withLock { state in
            (found.count, page.map { look(state.machines[$0], since, points) })
        }
    }

    private func look(_ machine: Machine, _ since: Int64, _ points: Int) -> FloorMachine {
        let interval = plan.simulation.interval
        let width = machine.simulated.channels.count
        let made = machine.simulated.nextTick
        let count = min(points, made, depth)
        var times: [Int64] = []
        var values: [Double] = []
        for tick in made - count..<made where machine.time(tick, interval) > since {
            times.append(machine.time(tick, interval))
            let row = machine.recent[tick % depth * width..<(tick % depth + 1) * width]
            if machine.simulated.channels == channels {
                values += row
            } else {
                values += channels.map { channel in
                    machine.simulated.channels.firstIndex(of: channel).map {
                        row[row.startIndex + $0]
                    } ?? .missing
                }
            }
        }
        let running = machine.events.filter(\.isRunning)
        return FloorMachine(
            id: machine.simulated.plan.id, provider: machine.simulated.plan.provider,
            profile: machine.simulated.plan.profile,
            isOverloaded: running.contains { $0.kind == Self.switchKind }, running: running,
            times: times, values: values)
    }

    /// The newest events, newest first.
    public func events(limit: Int) -> [FloorEvent] {
        state.withLock { state in
            state.log.suffix(limit).reversed().map { state.machines[$0.machine].events[$0.event] }
        }
    }

    public var runningEvents: Int {
        state.withLock { state in
            state.log.count { state.machines[$0.machine].events[$0.event].isRunning }
        }
    }

    /// Time of the newest reading; the start's without any.
    public var now: Int64 {
        state.withLock { state in
            let ticks = state.machines.last?.simulated.nextTick ?? 0
            return plan.simulation.time(ofTick: max(0, ticks - 1))
        }
    }

    /// The machines with all that was done to them, and the readings each has made.
    public var history: (plan: SimulationPlan, ticks: Int) {
        state.withLock { state in
            (state.plan, state.machines.map(\.simulated.nextTick).min() ?? 0)
        }
    }
}
