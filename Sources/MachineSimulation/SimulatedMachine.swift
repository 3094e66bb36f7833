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

    private var model: MachineModelChoice
    private let inverseSigma: [Double]
    private var injections: [Injection] = []
    private var history: ReadingHistory
    /// Whether benign changes have made a lane of their own, and whether faults have.
    private var hasChanged = false
    private var hasDiverged = false
    private let seed: UInt64
    private let start: Int64
    private let interval: Int64
    private let secondsPerTick: Double

    // Positions in `injections`: of all in the order of their starts, of those at work, by what they act on, and the first tick at which
    // these lists are no longer right.
    private var order: [Int] = []
    private var changes: [Int] = []
    private var faults: [Int] = []
    private var recalibrations: [Int] = []
    private var sensorFaults: [Int] = []
    private var nextRevision = 0
    /// Those that act on the machine and have left a trace that is still counted as theirs.
    private var openChanges: [Int] = []
    private var openFaults: [Int] = []

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
        let longest = machine.anomalies.reduce(Self.memory) { longest, anomaly in
            ["lag", "window"].reduce(longest) { longest, name in
                max(
                    longest,
                    anomaly.parameters[name]
                        ?? AnomalyCatalogue.kind(anomaly.kind)?.parameter(name)?.defaultValue ?? 0)
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

    private mutating func sort() {
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
        anomaly.start = max(anomaly.start, nextTick)
        if let end = anomaly.end, end <= anomaly.start {
            throw SimulationError.emptyTime(anomaly: anomaly.id)
        }
        injections.append(
            try Injection(
                anomaly, kind, channels: channels, sigma: sigma, machine: plan.id, seed: seed,
                secondsPerTick: secondsPerTick))
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

    private struct Rows {
        let clean: Row
        let changed: Row
        let faulty: Row
        /// A row as it was before the sensor fault that is being applied.
        let spare: Row
    }

    private mutating func step(_ rows: Rows) {
        let tick = nextTick
        nextTick += 1
        if tick >= nextRevision { revise(tick) }
        model.step(tick, clean: rows.clean)
        if !hasChanged, !hasDiverged, recalibrations.isEmpty {
            copy(rows.clean, to: rows.faulty)
        } else {
            stepChanged(rows, tick)
        }
        history.append(rows.faulty)
        for index in sensorFaults { distort(rows, index, tick) }
    }

    /// The lanes beside the twin's: benign changes first, then faults on top of them.
    private mutating func stepChanged(_ rows: Rows, _ tick: Int) {
        var effects = ProcessEffects()
        var base = rows.clean
        if hasChanged {
            for index in changes {
                injections[index].act(on: &effects, at: tick, secondsPerTick: secondsPerTick)
            }
            model.step(.changed, effects: effects, row: rows.changed, clean: rows.clean)
            base = rows.changed
            let difference = Difference(base, rows.clean, inverseSigma)
            for index in openChanges { injections[index].note(difference, tick) }
            if changes.isEmpty, difference.largest <= 1 {
                hasChanged = false
                Self.settle(&openChanges, injections, tick)
                base = rows.clean
            }
        }
        guard hasDiverged else {
            copy(base, to: rows.faulty)
            for index in recalibrations { distort(rows, index, tick) }
            return
        }
        for index in faults {
            injections[index].act(on: &effects, at: tick, secondsPerTick: secondsPerTick)
        }
        model.step(.faulty, effects: effects, row: rows.faulty, clean: rows.clean)
        let difference = Difference(rows.faulty, base, inverseSigma)
        for index in openFaults { injections[index].note(difference, tick) }
        if faults.isEmpty, difference.largest <= 1 {
            hasDiverged = false
            Self.settle(&openFaults, injections, tick)
            copy(base, to: rows.faulty)
        }
        for index in recalibrations { distort(rows, index, tick) }
    }

    private func copy(_ row: Row, to other: Row) {
        for channel in 0..<row.count { other[channel] = row[channel] }
    }

    private mutating func distort(_ rows: Rows, _ index: Int, _ tick: Int) {
        copy(rows.faulty, to: rows.spare)
        injections[index].distort(
            rows.faulty, at: tick, secondsPerTick: secondsPerTick, history)
        injections[index].note(Difference(rows.faulty, rows.spare, inverseSigma), tick)
    }

    /// Counts nothing that is seen from now on as the doing of those that have ended.
    private static func settle(_ open: inout [Int], _ injections: [Injection], _ tick: Int) {
        open.removeAll { injections[$0].plan.end ?? .max <= tick }
    }

    /// Brings the lists of who is at work up to date at the tick where somebody comes or goes.
    private mutating func revise(_ tick: Int) {
        changes.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        recalibrations.removeAll(keepingCapacity: true)
        sensorFaults.removeAll(keepingCapacity: true)
        nextRevision = .max
        for index in order {
            let start = injections[index].plan.start
            if start > tick {
                // They are in the order of their starts.
                nextRevision = min(nextRevision, start)
                break
            }
            guard injections[index].isActive(at: tick) else { continue }
            if let end = injections[index].plan.end { nextRevision = min(nextRevision, end) }
            let isBenign = injections[index].kind.group == .benign
            if injections[index].isProcess {
                if isBenign {
                    changes.append(index)
                    Self.open(index, &openChanges, injections, tick)
                } else {
                    faults.append(index)
                    Self.open(index, &openFaults, injections, tick)
                }
            } else if injections[index].isSensor {
                if isBenign { recalibrations.append(index) } else { sensorFaults.append(index) }
            }
        }
        if !hasChanged, !changes.isEmpty {
            hasChanged = true
            model.fork(.changed, from: .clean)
        }
        if !hasDiverged, !faults.isEmpty {
            hasDiverged = true
            model.fork(.faulty, from: hasChanged ? .changed : .clean)
        }
    }

    /// Takes in one that starts; what is left of those that have ended can no longer be told from
    /// what it does.
    private static func open(
        _ index: Int, _ open: inout [Int], _ injections: [Injection], _ tick: Int
    ) {
        guard !open.contains(index) else { return }
        settle(&open, injections, tick)
        open.append(index)
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
