import SeededRandom

/// An anomaly at work in one machine, and the account of what it did.
struct Injection: Sendable {
    var plan: AnomalyPlan
    let kind: AnomalyKind
    let roots: [String]
    let values: [String: Double]
    private var process: (any ProcessFault)?
    private var sensor: (any SensorFault)?
    private var transport: (any TransportFault)?
    private var envelope: EnvelopeCourse
    private var observableFrom: Int?
    private var lastSeen: Int?
    private var affected: UInt64 = 0
    private var peak = 0.0

    init(
        _ plan: AnomalyPlan, _ kind: AnomalyKind, channels: [String], sigma: [Double],
        machine: String, seed: UInt64, secondsPerTick: Double
    ) throws {
        self.plan = plan
        self.kind = kind
        values = try resolve(plan.parameters, kind.parameters, owner: "anomaly \(plan.id)")
        for channel in plan.channels where !channels.contains(channel) {
            throw SimulationError.unknownChannel(channel, anomaly: plan.id, known: channels)
        }
        if case .chosen(let count, _) = kind.channels, !plan.channels.isEmpty,
            !count.contains(plan.channels.count)
        {
            throw SimulationError.channelCount(
                plan.channels.count, anomaly: plan.id, allowed: count)
        }
        roots = kind.roots(plan.channels).filter(channels.contains)
        var scaled = values
        for parameter in kind.parameters {
            guard let neutral = parameter.neutral, let value = values[parameter.name] else {
                continue
            }
            scaled[parameter.name] = neutral + (value - neutral) * plan.magnitude
        }
        func stream(_ purpose: String) -> RandomStream {
            RandomStream(seed: seed, owner: machine, purpose: "\(purpose)/\(plan.id)")
        }
        envelope = EnvelopeCourse(
            plan.envelope, draws: stream("envelope"), secondsPerTick: secondsPerTick)
        let setup = FaultSetup(
            channels: roots.compactMap { channels.firstIndex(of: $0) }, values: scaled,
            sigma: sigma, secondsPerTick: secondsPerTick, draws: stream("anomaly"))
        switch kind.behaviour(setup) {
        case .process(let fault): process = fault
        case .sensor(let fault): sensor = fault
        case .transport(let fault): transport = fault
        }
    }

    var isProcess: Bool { process != nil }
    var isSensor: Bool { sensor != nil }

    func isActive(at tick: Int) -> Bool { tick >= plan.start && tick < plan.end ?? .max }

    private mutating func moment(_ tick: Int, _ secondsPerTick: Double) -> FaultMoment {
        let age = tick - plan.start
        let seconds = Double(age) * secondsPerTick
        let duration = plan.end.map { Double($0 - plan.start) * secondsPerTick }
        return FaultMoment(
            tick: tick, age: age, seconds: seconds, duration: duration,
            gain: envelope.gain(age: age, seconds: seconds, duration: duration))
    }

    /// May be asked for one tick more than once, and does the same each time.
    mutating func act(on effects: inout ProcessEffects, at tick: Int, secondsPerTick: Double) {
        let moment = moment(tick, secondsPerTick)
        process?.act(on: &effects, at: moment)
    }

    mutating func distort(
        _ row: Row, at tick: Int, secondsPerTick: Double, _ history: ReadingHistory
    ) {
        let moment = moment(tick, secondsPerTick)
        sensor?.distort(row, at: moment, history)
    }

    mutating func disturb(_ parcel: inout Parcel, at tick: Int, secondsPerTick: Double) {
        let moment = moment(tick, secondsPerTick)
        transport?.disturb(&parcel, at: moment)
    }

    /// Takes down how far the readings of `tick` are from what they would have been.
    mutating func note(_ difference: Difference, _ tick: Int) {
        peak = max(peak, difference.largest)
        if difference.largest > 1 { lastSeen = tick }
        if observableFrom == nil, difference.sum > 9 { observableFrom = tick }
        affected |= difference.channels
    }

    /// Takes down that what is left of it and others together is not gone at `tick`.
    mutating func noteTrace(_ tick: Int) { lastSeen = tick }

    func record(
        machine: String, channels: [String], seed: UInt64, settlingTime: Double,
        time: (Int) -> Int64
    ) -> InjectionRecord {
        let end = plan.end
        return InjectionRecord(
            id: plan.id, machine: machine, kind: kind.name, group: kind.group,
            cause: plan.cause, start: time(plan.start), end: end.map(time), rootChannels: roots,
            affectedChannels: channels.indices.filter { affected >> UInt64($0) & 1 == 1 }.map {
                channels[$0]
            },
            observableFrom: observableFrom.map(time),
            effectEnd: end.map { time(max($0, (lastSeen ?? $0 - 1) + 1)) },
            longestTail: Int64(2e9 * settlingTime), peakSigma: peak,
            parameters: kind.parameters.map { ($0.name, values[$0.name] ?? $0.defaultValue) },
            magnitude: plan.magnitude, envelope: plan.envelope, seed: seed)
    }
}

/// How far two readings of one tick are apart, in units of the channels' clean noise.
struct Difference {
    /// Sum of squares over the channels, largest of them, and a bit for each above one sigma.
    var sum = 0.0
    var largest = 0.0
    var channels: UInt64 = 0

    init(_ a: Row, _ b: Row, _ inverseSigma: [Double]) {
        for channel in 0..<inverseSigma.count {
            let distance = abs(a[channel] - b[channel]) * inverseSigma[channel]
            sum += distance * distance
            largest = max(largest, distance)
            if distance > 1 { channels |= 1 << UInt64(channel) }
        }
    }
}
