import MQTTTransport
import MachineSimulation
import Synchronization
import Telemetry

/// The machines at work, and what is being done to them. Any thread may look, inject and end; one
/// makes the readings.
public final class MachineFloor: Sendable {
    struct Machine: Sendable {
        var simulated: SimulatedMachine
        /// What befalls its readings on their way.
        var line: DeliveryLine
        let prefix: ReadingEncoder.Prefix
        let topic: Topic
        let truthTopic: Topic
        /// Of its first reading.
        let start: Int64
        var events: [FloorEvent] = []
        /// Next tick at which one of the events begins or ends.
        var nextBoundary = Int.max
        /// How many of the machine's cascades are among the events with their times.
        var knownCascades = 0
        /// The last readings, a ring of rows.
        var recent: [Double] = []
    }

    struct State: Sendable {
        var machines: [Machine]
        var encoder = ReadingEncoder()
        /// Truth that goes out before the next reading.
        var pendingTruth: [(topic: Topic, payload: [UInt8])] = []
        /// Machine and place of each event, in the order in which they came up.
        var log: [(machine: Int, event: Int)] = []
        var eventCount = 0
        var plan: SimulationPlan

        /// What has befallen readings on their way.
        var trouble: DeliveryLine.Counts {
            machines.reduce(into: DeliveryLine.Counts()) { $0.add($1.line.counts) }
        }
    }

    public let plan: GeneratorPlan
    /// Channels of all machines, in the order of their first.
    public let channels: [String]
    /// Readings of each machine that are kept to be looked at.
    public let depth: Int
    let state: Mutex<State>
    let truth: TruthFile?
    let indices: [String: Int]

    /// - Parameters:
    ///   - phases: nanoseconds by which a machine's times are later than the plan's start.
    ///   - injected: what was done to the machines when they did all this before.
    /// - Throws: ``GeneratorError/invalid(_:)``.
    init(
        _ plan: GeneratorPlan, truth: TruthFile?, truthPrefix: String = "truth", phases: [Int64],
        injected: [FloorEvent] = []
    ) throws {
        self.plan = plan
        self.truth = truth
        var simulation = plan.simulation
        let sources = simulation.add(injected, phases: phases)
        depth = max(120, min(600, 1_200_000 / max(1, simulation.machines.count)))
        var machines: [Machine] = []
        machines.reserveCapacity(simulation.machines.count)
        var channels: [String] = []
        for (index, machine) in simulation.machines.enumerated() {
            var shifted = simulation
            shifted.start += phases[index]
            let simulated: SimulatedMachine
            do { simulated = try SimulatedMachine(machine, in: shifted) } catch let error
                as SimulationError
            { throw GeneratorError.invalid(error) }
            for channel in simulated.channels where !channels.contains(channel) {
                channels.append(channel)
            }
            var made = Machine(
                simulated: simulated,
                line: try DeliveryLine(
                    machine, in: shifted, channels: simulated.channels, trouble: plan.delivery),
                prefix: ReadingEncoder.Prefix(
                    SeriesIdentity(
                        machineID: machine.id, provider: machine.provider, run: plan.run),
                    barcode: machine.barcode, channels: simulated.channels),
                topic: try Topic("\(plan.topicPrefix)/\(machine.id)"),
                truthTopic: try Topic("\(truthPrefix)/\(machine.id)"), start: shifted.start)
            made.events = machine.anomalies.map {
                made.event(
                    $0, source: sources[machine.id]?[$0.id] ?? "scenario", simulation.interval)
            }
            made.takeCascades(simulation.interval)
            made.findBoundary(from: 0)
            machines.append(made)
        }
        self.channels = channels
        indices = Dictionary(
            simulation.machines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        state = Mutex(State(machines: machines, plan: simulation))
    }

    public var machineCount: Int { indices.count }

    /// Whether anything befalls readings on their way, or has.
    var isTroubled: Bool {
        state.withLock { $0.machines.contains { !$0.line.isClear } }
    }

    /// Makes `ticks` readings of each machine of `range`, tick by tick, with the truth before them.
    /// - Throws: ``GeneratorError`` if the truth cannot be recorded; no reading is made then.
    func advance(_ range: Range<Int>, ticks: Int, into batch: inout MessageBatch) throws {
        try state.withLock { state in
            for (topic, payload) in state.pendingTruth {
                batch.append(topic, payload, .truth)
            }
            state.pendingTruth.removeAll()
            for _ in 0..<ticks {
                for index in range {
                    if state.machines[index].nextBoundary
                        <= state.machines[index].simulated.nextTick
                    {
                        try passBoundary(index, &state, &batch)
                    }
                    make(index, &state, &batch)
                }
            }
        }
    }

    private func make(_ index: Int, _ state: inout State, _ batch: inout MessageBatch) {
        let topic = state.machines[index].topic
        let prefix = state.machines[index].prefix
        let width = state.machines[index].simulated.channels.count
        let place = state.machines[index].simulated.nextTick % depth * width
        var recent = state.machines[index].recent
        state.machines[index].recent = []
        state.machines[index].simulated.advance(1) { time, sequence, _, row in
            state.encoder.encode(
                prefix, sequence: sequence, time: time, row: UnsafeBufferPointer(row))
            if place >= recent.count {
                recent.append(contentsOf: row)
            } else {
                for channel in 0..<width { recent[place + channel] = row[channel] }
            }
        }
        state.machines[index].recent = recent
        if state.machines[index].simulated.cascadeCount != state.machines[index].knownCascades {
            let now = state.machines[index].simulated.nextTick
            for (id, start, end) in state.machines[index].takeCascades(plan.simulation.interval) {
                guard
                    let place = state.plan.machines[index].anomalies.firstIndex(where: {
                        $0.id == id
                    })
                else { continue }
                // Whoever plays the plan again need not wait for what is known now.
                state.plan.machines[index].anomalies[place].start = start
                state.plan.machines[index].anomalies[place].end = end
                state.plan.machines[index].anomalies[place].trigger = nil
            }
            state.machines[index].findBoundary(from: now)
        }
        if state.machines[index].line.isClear {
            batch.append(topic, state.encoder.bytes, .reading)
        } else {
            let tick = state.machines[index].simulated.nextTick - 1
            var made = ReadingBatch(
                series: state.machines[index].series(plan.run),
                channels: state.machines[index].simulated.channels)
            made.append(
                time: state.machines[index].time(tick, plan.simulation.interval),
                sequence: Int64(tick + 1),
                row: state.machines[index].recent[place..<place + width])
            var line = state.machines[index].line
            line.carry(made) { put($0, $1, index, &state, &batch) }
            state.machines[index].line = line
        }
    }

    /// Sends what has come through a delivery line: late, twice, broken, or under a name that is not the
    /// machine's.
    private func put(
        _ arrived: ReadingBatch, _ passage: DeliveryLine.Passage, _ index: Int,
        _ state: inout State, _ batch: inout MessageBatch
    ) {
        let machine = state.machines[index]
        let isOwn = arrived.series.machineID == machine.simulated.plan.id
        let prefix =
            isOwn
            ? machine.prefix
            : ReadingEncoder.Prefix(
                arrived.series, barcode: machine.simulated.plan.barcode,
                channels: arrived.channels)
        let other = isOwn ? nil : try? Topic("\(plan.topicPrefix)/\(arrived.series.machineID)")
        for row in 0..<arrived.count {
            Array(arrived.row(row)).withUnsafeBufferPointer {
                state.encoder.encode(
                    prefix, sequence: arrived.sequences[row], time: arrived.times[row], row: $0)
            }
            if case .broken(let damage) = passage {
                state.encoder.damage(damage, sequence: arrived.sequences[row])
                batch.append(other ?? machine.topic, state.encoder.bytes, .broken)
            } else {
                batch.append(other ?? machine.topic, state.encoder.bytes, .reading)
            }
        }
    }

    /// Records what begins and ends with the machine's next reading.
    private func passBoundary(
        _ index: Int, _ state: inout State, _ batch: inout MessageBatch
    ) throws(GeneratorError) {
        let tick = state.machines[index].simulated.nextTick
        for place in state.machines[index].events.indices {
            let event = state.machines[index].events[place]
            if event.startTick == tick, event.isToCome {
                state.machines[index].events[place].isRunning = true
                state.log.append((index, place))
                let members = state.machines[index].events[place].members("start", run: plan.run)
                try truth?.append(members)
                batch.append(
                    state.machines[index].truthTopic, members + [UInt8(ascii: "}")],
                    .truth)
            }
            if event.endTick == tick, event.isRunning {
                state.machines[index].events[place].isRunning = false
                let members = state.machines[index].events[place].members("end", run: plan.run)
                try truth?.append(members)
                batch.append(
                    state.machines[index].truthTopic, members + [UInt8(ascii: "}")],
                    .truth)
            }
        }
        state.machines[index].findBoundary(from: tick + 1)
    }

    /// Goes on to `tick` without sending anything: what an earlier run has sent already.
    /// - Returns: what has befallen readings on their way; nil if told to stop meanwhile.
    func skip(
        to tick: Int, isStopping: () -> Bool = { false }
    ) -> DeliveryLine.Counts? {
        state.withLock { state in
            for index in state.machines.indices {
                var batch = MessageBatch()
                while state.machines[index].simulated.nextTick < tick {
                    let now = state.machines[index].simulated.nextTick
                    for place in state.machines[index].events.indices {
                        let event = state.machines[index].events[place]
                        if event.startTick == now { state.log.append((index, place)) }
                        state.machines[index].events[place].isRunning =
                            event.startTick <= now && event.endTick ?? .max > now
                    }
                    make(index, &state, &batch)
                    batch.removeAll()
                    if now % 4096 == 0, isStopping() { return nil }
                }
                state.machines[index].findBoundary(from: tick)
            }
            return state.trouble
        }
    }

    /// Ends what still runs: the last lines of the truth.
    /// - Returns: what has befallen readings on their way.
    func finish(into batch: inout MessageBatch) throws -> DeliveryLine.Counts {
        try state.withLock { state in
            for index in state.machines.indices where !state.machines[index].line.isClear {
                var line = state.machines[index].line
                line.finish(state.machines[index].series(plan.run)) {
                    put($0, $1, index, &state, &batch)
                }
                state.machines[index].line = line
            }
            for (topic, payload) in state.pendingTruth {
                batch.append(topic, payload, .truth)
            }
            state.pendingTruth.removeAll()
            for index in state.machines.indices {
                for place in state.machines[index].events.indices
                where state.machines[index].events[place].isRunning {
                    let tick = state.machines[index].simulated.nextTick
                    var event = state.machines[index].events[place]
                    event.isRunning = false
                    event.endTick = min(event.endTick ?? tick, tick)
                    event.end = state.machines[index].time(tick, plan.simulation.interval)
                    state.machines[index].events[place] = event
                    let members = event.members("end", run: plan.run)
                    try truth?.append(members)
                    batch.append(
                        state.machines[index].truthTopic, members + [UInt8(ascii: "}")],
                        .truth)
                }
            }
            return state.trouble
        }
    }
}

extension FloorEvent {
    /// Whether it begins by itself: planned, or injected before and now done again.
    var isToCome: Bool { !isRunning && (endTick ?? .max) > startTick }
}

extension SimulationPlan {
    /// Takes up what was injected into the machines of an earlier execution.
    /// - Returns: who asked, by machine and event.
    fileprivate mutating func add(
        _ events: [FloorEvent], phases: [Int64]
    ) -> [String: [String: String]] {
        var sources: [String: [String: String]] = [:]
        for event in events {
            guard let index = machines.firstIndex(where: { $0.id == event.machine }) else {
                continue
            }
            func tick(_ time: Int64) -> Int { Int((time - start - phases[index]) / interval) }
            let end = event.end.map(tick)
            // Ended before a reading felt it.
            guard tick(event.start) < end ?? .max else { continue }
            machines[index].anomalies.append(
                AnomalyPlan(
                    id: event.id, kind: event.kind, start: tick(event.start), end: end,
                    channels: event.channels, magnitude: event.magnitude))
            sources[event.machine, default: [:]][event.id] = event.source
        }
        return sources
    }
}

extension MachineFloor.Machine {
    func time(_ tick: Int, _ interval: Int64) -> Int64 { start + Int64(tick) * interval }

    func series(_ run: String) -> SeriesIdentity {
        SeriesIdentity(
            machineID: simulated.plan.id, provider: simulated.plan.provider, run: run)
    }

    mutating func findBoundary(from tick: Int) {
        nextBoundary = events.reduce(.max) { nearest, event in
            var nearest = nearest
            if event.startTick >= tick, event.isToCome {
                nearest = min(nearest, event.startTick)
            }
            if let end = event.endTick, end >= tick { nearest = min(nearest, end) }
            return nearest
        }
    }

    /// Gives the events that others have set off their times.
    /// - Returns: those whose times were not known before.
    @discardableResult
    mutating func takeCascades(_ interval: Int64) -> [(id: String, start: Int, end: Int?)] {
        knownCascades = simulated.cascadeCount
        var found: [(id: String, start: Int, end: Int?)] = []
        for place in events.indices where events[place].startTick == .max {
            guard let times = simulated.time(ofAnomaly: events[place].id) else { continue }
            events[place].startTick = times.start
            events[place].endTick = times.end
            events[place].start = time(times.start, interval)
            events[place].end = times.end.map { time($0, interval) }
            found.append((events[place].id, times.start, times.end))
        }
        return found
    }

    /// Of one that another sets off nothing is known but that it may come.
    func event(_ anomaly: AnomalyPlan, source: String, _ interval: Int64) -> FloorEvent {
        let isOpen = anomaly.trigger != nil
        return FloorEvent(
            id: anomaly.id, machine: simulated.plan.id, kind: anomaly.kind,
            group: AnomalyCatalogue.kind(anomaly.kind)?.group.rawValue ?? "",
            magnitude: anomaly.magnitude, channels: anomaly.channels,
            startTick: isOpen ? .max : anomaly.start, endTick: isOpen ? nil : anomaly.end,
            start: isOpen ? 0 : time(anomaly.start, interval),
            end: isOpen ? nil : anomaly.end.map { time($0, interval) }, isRunning: false,
            source: source)
    }
}
