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
    public private(set) var nextTick = 0

    private var model: any MachineModel
    private var injections: [Injection] = []
    /// Whether the faulty state may differ from the clean twin's.
    private var diverged = false
    private let seed: UInt64
    private let start: Int64
    private let interval: Int64
    private let secondsPerTick: Double
    private let settlingTime: Double

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
                machine: machine.id, seed: simulation.seed, secondsPerTick: secondsPerTick,
                values: values))
        plan = machine
        channels = model.channels
        sigma = model.sigma
        settlingTime = model.settlingTime
        self.model = model
        self.secondsPerTick = secondsPerTick
        seed = simulation.seed
        start = simulation.start
        interval = simulation.interval
        for anomaly in machine.anomalies { try inject(anomaly) }
    }

    /// Adds an anomaly; a start in the past counts as the next tick.
    /// - Throws: ``SimulationError`` if it names what does not exist or leaves a range; the machine
    ///   is then as it was.
    public mutating func inject(_ anomaly: AnomalyPlan) throws {
        guard let kind = AnomalyCatalogue.kind(anomaly.kind) else {
            throw SimulationError.unknownKind(anomaly.kind, anomaly: anomaly.id)
        }
        if injections.contains(where: { $0.plan.id == anomaly.id }) {
            throw SimulationError.duplicateAnomaly(anomaly.id)
        }
        var anomaly = anomaly
        anomaly.start = max(anomaly.start, nextTick)
        if let end = anomaly.end, end <= anomaly.start {
            throw SimulationError.emptyTime(anomaly: anomaly.id)
        }
        injections.append(
            try Injection(
                anomaly, kind, channels: channels, sigma: sigma, secondsPerTick: secondsPerTick))
    }

    /// Ends an anomaly before the next tick.
    /// - Throws: ``SimulationError/noSuchAnomaly(_:)`` if it is unknown or already over.
    public mutating func end(anomaly id: String) throws {
        guard let index = injections.firstIndex(where: { $0.plan.id == id }),
            injections[index].plan.end ?? .max > nextTick
        else { throw SimulationError.noSuchAnomaly(id) }
        if injections[index].plan.start >= nextTick {
            injections.remove(at: index)
        } else {
            injections[index].plan.end = nextTick
        }
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
        // Both rows in one scratch piece on the stack: nothing is allocated a reading.
        try withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width) { scratch in
            scratch.initialize(repeating: 0)
            let clean = UnsafeMutableBufferPointer(rebasing: scratch[..<width])
            let faulty = UnsafeMutableBufferPointer(rebasing: scratch[width...])
            for _ in 0..<count {
                step(clean, faulty)
                try body(
                    start + Int64(nextTick - 1) * interval, Int64(nextTick), clean, faulty)
            }
        }
    }

    private mutating func step(
        _ clean: UnsafeMutableBufferPointer<Double>, _ faulty: UnsafeMutableBufferPointer<Double>
    ) {
        let tick = nextTick
        nextTick += 1
        var effects = ProcessEffects()
        var acting = false
        for index in injections.indices where injections[index].isActive(at: tick) {
            acting = true
            injections[index].act(on: &effects, at: tick, secondsPerTick: secondsPerTick)
        }
        if acting { diverged = true }
        model.step(tick, effects: diverged ? effects : nil, clean: clean, faulty: faulty)
        guard diverged else {
            _ = faulty.update(fromContentsOf: clean)
            return
        }
        var sum = 0.0
        var largest = 0.0
        for channel in 0..<channels.count {
            let distance = abs(faulty[channel] - clean[channel]) / sigma[channel]
            sum += distance * distance
            largest = max(largest, distance)
        }
        for index in injections.indices {
            injections[index].note(sum, largest, clean, faulty, sigma, tick)
        }
        if !acting, largest <= 1 {
            diverged = false
            model.rejoin()
            _ = faulty.update(fromContentsOf: clean)
        }
    }

    /// What each anomaly that has begun did so far, in the order of injection.
    public var records: [InjectionRecord] {
        injections.filter { $0.plan.start < nextTick }.map { injection in
            injection.record(
                machine: plan.id, channels: channels, seed: seed,
                time: { start + Int64($0) * interval })
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
