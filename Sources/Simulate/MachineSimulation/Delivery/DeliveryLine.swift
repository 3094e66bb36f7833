import SeededRandom
import Telemetry

/// The way from one machine to whatever takes its readings, with all that goes wrong on it: the
/// scenario's steady trouble, and the machine's transport anomalies.
///
/// A function of plan, seed and tick like the machine itself. Memory is bounded by the longest delay.
public struct DeliveryLine: Sendable {
    /// Trouble that is there all the time and nobody's anomaly.
    public struct Trouble: Sendable, Equatable {
        /// Share of readings that never arrive, and that arrive twice.
        public var drop: Double
        public var duplicate: Double
        /// Longest time a reading is late, nanoseconds; each is late by a random part of it.
        public var delay: Int64

        public init(drop: Double = 0, duplicate: Double = 0, delay: Int64 = 0) {
            self.drop = drop
            self.duplicate = duplicate
            self.delay = delay
        }
    }

    /// What is given on.
    public enum Passage: Sendable, Equatable {
        case readings
        /// Copies of readings that were given on before.
        case copies
        /// Readings whose payload nobody can read: on a wire it takes their place, elsewhere nothing does.
        case broken(PayloadDamage)
    }

    /// The books of the line.
    public struct Counts: Sendable, Equatable {
        /// Readings that never arrive, on purpose, and copies that arrive beside the first.
        public var withheld = 0
        public var repeated = 0
        /// Of ``withheld``: those whose payload is broken.
        public var broken = 0

        public init() {}

        public mutating func add(_ other: Counts) {
            withheld += other.withheld
            repeated += other.repeated
            broken += other.broken
        }
    }

    public private(set) var counts = Counts()
    private let trouble: Trouble
    private let machine: MachinePlan
    private let channels: [String]
    private let seed: UInt64
    private let secondsPerTick: Double
    private var injections: [Injection] = []
    private let drops: RandomStream
    private let copies: RandomStream
    private let delays: RandomStream
    /// What is still on its way, in the order of arrival.
    private var pending: [Pending] = []

    private struct Pending {
        var due: Int
        var parcel: Parcel
        var sequence: Int64
    }

    /// - Throws: ``SimulationError`` if a transport anomaly names what does not exist.
    public init(
        _ machine: MachinePlan, in simulation: SimulationPlan, channels: [String],
        trouble: Trouble = Trouble()
    ) throws {
        func stream(_ purpose: String) -> RandomStream {
            RandomStream(seed: simulation.seed, owner: machine.id, purpose: "delivery/\(purpose)")
        }
        self.trouble = trouble
        self.machine = machine
        self.channels = channels
        seed = simulation.seed
        secondsPerTick = Double(simulation.interval) / 1e9
        drops = stream("drop")
        copies = stream("duplicate")
        delays = stream("delay")
        for anomaly in machine.anomalies { try inject(anomaly) }
    }

    /// Takes in a transport anomaly; any other kind is the machine's business and left alone.
    /// - Throws: ``SimulationError`` as ``SimulatedMachine/inject(_:)`` does.
    public mutating func inject(_ anomaly: AnomalyPlan) throws {
        guard let kind = AnomalyCatalogue.kind(anomaly.kind), kind.group == .transport else {
            return
        }
        injections.append(
            try Injection(
                anomaly, kind, channels: channels, sigma: channels.map { _ in 1 },
                machine: machine.id, seed: seed, secondsPerTick: secondsPerTick))
    }

    /// Ends a transport anomaly before `tick`; one it does not have is not its business.
    public mutating func end(anomaly id: String, at tick: Int) {
        for index in injections.indices where injections[index].plan.id == id {
            injections[index].plan.end = tick
        }
    }

    /// Whether every reading passes as it is.
    public var isClear: Bool { injections.isEmpty && trouble == Trouble() }

    /// Takes readings as the machine made them and gives on what arrives meanwhile.
    /// - Parameter body: given batches in the order of arrival, of one series each, and what they are.
    public mutating func carry(
        _ batch: ReadingBatch, _ body: (ReadingBatch, Passage) throws -> Void
    ) rethrows {
        if isClear { return try body(batch, .readings) }
        var tray = Tray(batch)
        for row in 0..<batch.count {
            let tick = Int(batch.sequences[row]) - 1
            try release(until: tick, &tray, body)
            var parcel = Parcel(time: batch.times[row], values: Array(batch.row(row)))
            disturb(&parcel, tick)
            if parcel.isWithheld {
                counts.withheld += 1
                continue
            }
            if parcel.damage != nil {
                counts.withheld += 1
                counts.broken += 1
            }
            let late = Int((parcel.delay / secondsPerTick).rounded())
            if late > 0 {
                hold(Pending(due: tick + late, parcel: parcel, sequence: batch.sequences[row]))
            } else {
                try put(parcel, batch.sequences[row], &tray, body)
            }
        }
        try tray.flush(body)
    }

    /// Gives on what is still on its way at the end.
    public mutating func finish(
        _ series: SeriesIdentity, _ body: (ReadingBatch, Passage) throws -> Void
    ) rethrows {
        if pending.isEmpty { return }
        var tray = Tray(ReadingBatch(series: series, channels: channels))
        try release(until: .max, &tray, body)
        try tray.flush(body)
    }

    /// Takes readings as the machine made them and gives on what a store holds of them in the end: of
    /// delays and copies there is no trace, for it has each reading once, in the order of times.
    public mutating func settle(
        _ batch: ReadingBatch, _ body: (ReadingBatch) throws -> Void
    ) rethrows {
        if isClear { return try body(batch) }
        var tray = Tray(batch)
        for row in 0..<batch.count {
            var parcel = Parcel(time: batch.times[row], values: Array(batch.row(row)))
            disturb(&parcel, Int(batch.sequences[row]) - 1)
            if parcel.isWithheld || parcel.damage != nil { continue }
            try tray.put(parcel, batch.sequences[row], as: .readings) { batch, _ in
                try body(batch)
            }
        }
        try tray.flush { batch, _ in try body(batch) }
    }

    private mutating func disturb(_ parcel: inout Parcel, _ tick: Int) {
        let index = UInt64(tick)
        if trouble.drop > 0, drops.uniform(at: index) < trouble.drop { parcel.isWithheld = true }
        if trouble.duplicate > 0, copies.uniform(at: index) < trouble.duplicate {
            parcel.isRepeated = true
        }
        if trouble.delay > 0 {
            parcel.delay = Double(trouble.delay) / 1e9 * delays.uniform(at: index)
        }
        for index in injections.indices where injections[index].isActive(at: tick) {
            injections[index].disturb(&parcel, at: tick, secondsPerTick: secondsPerTick)
        }
    }

    private mutating func hold(_ late: Pending) {
        let place = pending.lastIndex { $0.due <= late.due }.map { $0 + 1 } ?? 0
        pending.insert(late, at: place)
    }

    private mutating func release(
        until tick: Int, _ tray: inout Tray, _ body: (ReadingBatch, Passage) throws -> Void
    ) rethrows {
        var count = 0
        while count < pending.count, pending[count].due <= tick {
            try put(pending[count].parcel, pending[count].sequence, &tray, body)
            count += 1
        }
        pending.removeFirst(count)
    }

    private mutating func put(
        _ parcel: Parcel, _ sequence: Int64, _ tray: inout Tray,
        _ body: (ReadingBatch, Passage) throws -> Void
    ) rethrows {
        if let damage = parcel.damage {
            return try tray.put(parcel, sequence, as: .broken(damage), body)
        }
        try tray.put(parcel, sequence, as: .readings, body)
        if parcel.isRepeated {
            counts.repeated += 1
            try tray.put(parcel, sequence, as: .copies, body)
        }
    }
}

/// One reading on its way.
struct Parcel: Sendable {
    /// Time it says it was taken at, nanoseconds.
    var time: Int64
    var values: [Double]
    var isWithheld = false
    /// Broken on its way: a payload arrives, but no reading.
    var damage: PayloadDamage?
    var isRepeated = false
    /// Whether it says it comes from another machine.
    var isMisnamed = false
    /// Seconds it is late.
    var delay = 0.0

    init(time: Int64, values: [Double]) {
        self.time = time
        self.values = values
    }
}

/// Trouble of the transport, at work on one reading.
protocol TransportFault: Sendable {
    mutating func disturb(_ parcel: inout Parcel, at moment: FaultMoment)
}

/// Collects what arrives into batches of one series, handing one on when the series changes or what it is.
private struct Tray {
    typealias Passage = DeliveryLine.Passage

    private var batch: ReadingBatch
    private var passage = Passage.readings
    private let name: String

    init(_ like: ReadingBatch) {
        batch = ReadingBatch(series: like.series, channels: like.channels, capacity: like.count)
        name = like.series.machineID
    }

    mutating func put(
        _ parcel: Parcel, _ sequence: Int64, as passage: Passage,
        _ body: (ReadingBatch, Passage) throws -> Void
    ) rethrows {
        // At most 64 characters, as every id.
        let id = parcel.isMisnamed ? String(name.prefix(57)) + "-stray" : name
        if id != batch.series.machineID || passage != self.passage {
            try flush(body)
            batch.series.machineID = id
            self.passage = passage
        }
        batch.append(time: parcel.time, sequence: sequence, row: parcel.values)
    }

    mutating func flush(_ body: (ReadingBatch, Passage) throws -> Void) rethrows {
        if !batch.isEmpty { try body(batch, passage) }
        batch.removeAll()
    }
}
