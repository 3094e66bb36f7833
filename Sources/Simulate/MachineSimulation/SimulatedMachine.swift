import Telemetry

/// One machine at work: makes its readings tick by tick, together with those its clean twin would
/// have made, and keeps the record of what each anomaly did.
///
/// A pure function of its plan: the same plan, seed and tick give the same bytes whatever other
/// machines do and however many ticks are asked for at a time.
public struct SimulatedMachine: Sendable {
    public let plan: MachinePlan
    /// Names of the channels, in the order of a row.
    public let channels: [String]
    /// Clean noise of each channel.
    public let sigma: [Double]
    /// The tick that ``advance(_:into:)`` makes next.
    public internal(set) var nextTick = 0

    /// How many anomalies others have set off so far.
    public internal(set) var cascadeCount = 0

    var model: MachineModelChoice
    let inverseSigma: [Double]
    var injections: [Injection] = []
    var history: ReadingHistory
    let secondsPerTick: Double
    /// Readings it will make; nil for no end.
    let tickCount: Int?
    private let seed: UInt64
    private let start: Int64
    private let interval: Int64

    // Positions in `injections`: of all in the order of their starts, of those at work by what they
    // act on, and the first tick at which these lists are no longer right.
    private var order: [Int] = []
    var changes = TraceLayer(lane: .changed)
    var faults = TraceLayer(lane: .faulty)
    var recalibrations: [Int] = []
    var sensorFaults: [Int] = []
    var nextRevision = 0
    /// Anomalies that wait for another one to set them off.
    var watches: [CascadeWatch] = []

    /// Seconds that faults of memory and "recent spread" look back.
    static let memory = 600.0

    /// - Throws: ``SimulationError`` if the plan names what does not exist or leaves a range.
    public init(_ machine: MachinePlan, in simulation: SimulationPlan) throws {
        precondition(simulation.interval > 0)
        guard let profile = MachineProfile.named(machine.profile) else {
            throw SimulationError.unknownProfile(machine.profile, machine: machine.id)
        }
        let secondsPerTick = Double(simulation.interval) / 1e9
        let values = try resolve(
            machine.parameters, profile.parameters, owner: "machine \(machine.id)")
        let model = profile.model(
            ProfileSetup(
                machine: machine.id, seed: simulation.seed, start: simulation.start,
                secondsPerTick: secondsPerTick, values: values, recording: machine.recording))
        plan = machine
        channels = model.channels
        sigma = model.sigma
        inverseSigma = model.sigma.map { 1 / $0 }
        self.model = model
        self.secondsPerTick = secondsPerTick
        seed = simulation.seed
        start = simulation.start
        interval = simulation.interval
        tickCount = simulation.tickCount
        let longest = machine.anomalies.reduce(Self.memory) { longest, anomaly in
            ["lag", "window"].reduce(longest) { longest, name in
                let value =
                    anomaly.parameters[name]
                    ?? AnomalyCatalogue.kind(anomaly.kind)?.parameter(name)?.defaultValue ?? 0
                return max(longest, value * max(1, anomaly.magnitude))
            }
        }
        history = ReadingHistory(
            width: channels.count,
            capacity: max(16, min(100_000, Int((longest / secondsPerTick).rounded(.up)) + 1)))
        for anomaly in machine.anomalies { try add(anomaly) }
        sort()
    }

    /// Adds an anomaly; a start in the past counts as the next tick.
    /// - Throws: ``SimulationError`` if it names what does not exist or leaves a range; the machine
    ///   is then as it was.
    public mutating func inject(_ anomaly: AnomalyPlan) throws {
        try add(anomaly)
        sort()
    }

    mutating func sort() {
        order = injections.indices.sorted {
            (injections[$0].plan.start, $0) < (injections[$1].plan.start, $1)
        }
        nextRevision = nextTick
    }

    private mutating func add(_ anomaly: AnomalyPlan) throws {
        guard let kind = AnomalyCatalogue.kind(anomaly.kind) else {
            throw SimulationError.unknownKind(anomaly.kind, anomaly: anomaly.id)
        }
        if injections.contains(where: { $0.plan.id == anomaly.id }) {
            throw SimulationError.duplicateAnomaly(anomaly.id)
        }
        var anomaly = anomaly
        if anomaly.trigger == nil {
            anomaly.start = max(anomaly.start, nextTick)
            if let end = anomaly.end, end <= anomaly.start {
                throw SimulationError.emptyTime(anomaly: anomaly.id)
            }
        }
        injections.append(
            try Injection(
                anomaly, kind, channels: channels, sigma: sigma, machine: plan.id, seed: seed,
                secondsPerTick: secondsPerTick))
        do { try watch(injections.count - 1) } catch {
            injections.removeLast()
            throw error
        }
    }

    /// When an anomaly acts, as far as that is settled: of one that another sets off nothing is known
    /// until it has been set off, and of one that has not been ended no end.
    public func time(ofAnomaly id: String) -> (start: Int, end: Int?)? {
        guard let plan = injections.first(where: { $0.plan.id == id })?.plan, plan.start < .max
        else { return nil }
        return (plan.start, plan.end)
    }

    /// Ends an anomaly before the next tick.
    /// - Throws: ``SimulationError/noSuchAnomaly(_:)`` if it is unknown or already over.
    public mutating func end(anomaly id: String) throws {
        guard let index = injections.firstIndex(where: { $0.plan.id == id }),
            injections[index].plan.end ?? .max > nextTick
        else { throw SimulationError.noSuchAnomaly(id) }
        if injections[index].plan.start >= nextTick {
            // Never begun; left in place, for others are known by their position.
            injections[index].plan.start = .max
            watches.removeAll { $0.injection == index }
        } else {
            injections[index].plan.end = nextTick
        }
        sort()
    }

    /// Makes the next `count` readings and puts them at the end of `batch`.
    /// - Precondition: `batch` has this machine's channels.
    public mutating func advance(_ count: Int, into batch: inout ReadingBatch) {
        advance(count) { time, sequence, _, faulty in
            batch.append(time: time, sequence: sequence, row: faulty)
        }
    }

    /// Makes the next `count` readings, each given to `body` with its time, its number from 1, the
    /// clean twin's row and the machine's own.
    public mutating func advance(
        _ count: Int,
        _ body: (
            _ time: Int64, _ sequence: Int64, _ clean: UnsafeMutableBufferPointer<Double>,
            _ faulty: UnsafeMutableBufferPointer<Double>
        ) throws -> Void
    ) rethrows {
        let width = channels.count
        // All rows in one scratch piece on the stack: nothing is allocated a reading.
        try withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * width) { scratch in
            scratch.initialize(repeating: 0)
            func row(_ index: Int) -> Row {
                Row(rebasing: scratch[index * width..<(index + 1) * width])
            }
            let rows = Rows(clean: row(0), changed: row(1), faulty: row(2), spare: row(3))
            for _ in 0..<count {
                step(rows)
                try body(
                    start + Int64(nextTick - 1) * interval, Int64(nextTick), rows.clean,
                    rows.faulty)
            }
        }
    }

    /// Brings the lists of who is at work up to date at the tick where somebody comes or goes.
    mutating func revise(_ tick: Int) {
        changes.acting.removeAll(keepingCapacity: true)
        faults.acting.removeAll(keepingCapacity: true)
        recalibrations.removeAll(keepingCapacity: true)
        sensorFaults.removeAll(keepingCapacity: true)
        nextRevision = .max
        // Those that are over never come back.
        order.removeAll { injections[$0].plan.end ?? .max <= tick }
        for index in order {
            let start = injections[index].plan.start
            if start > tick {
                // They are in the order of their starts.
                nextRevision = min(nextRevision, start)
                break
            }
            if let end = injections[index].plan.end { nextRevision = min(nextRevision, end) }
            let isBenign = injections[index].kind.group == .benign
            if injections[index].isProcess {
                if isBenign { changes.acting.append(index) } else { faults.acting.append(index) }
            } else if injections[index].isSensor {
                if isBenign { recalibrations.append(index) } else { sensorFaults.append(index) }
            }
        }
        changes.open(from: .clean, &model)
        faults.open(from: changes.isLive ? .changed : .clean, &model)
    }

    /// What each anomaly that has begun did so far, in the order of injection.
    public var records: [InjectionRecord] {
        injections.filter { $0.plan.start < nextTick }.map { injection in
            injection.record(
                machine: plan.id, channels: channels, seed: seed,
                settlingTime: model.settlingTime, time: { start + Int64($0) * interval })
        }
    }
}

/// Every parameter of `known`, from `given` or its default.
func resolve(
    _ given: [String: Double], _ known: [ParameterDescription], owner: String
) throws -> [String: Double] {
    for name in given.keys.sorted() where !known.contains(where: { $0.name == name }) {
        throw SimulationError.unknownParameter(name, owner: owner, known: known.map(\.name))
    }
    var values: [String: Double] = [:]
    for parameter in known {
        let value = given[parameter.name] ?? parameter.defaultValue
        guard parameter.range.contains(value) else {
            throw SimulationError.parameterOutOfRange(
                parameter.name, value: value, allowed: parameter.allowed, owner: owner)
        }
        values[parameter.name] = value
    }
    return values
}
