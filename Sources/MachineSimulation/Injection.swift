/// An anomaly at work in one machine, and the account of what it did.
struct Injection: Sendable {
    var plan: AnomalyPlan
    let kind: AnomalyKind
    let roots: [String]
    let values: [String: Double]
    private var process: any ProcessFault
    private var observableFrom: Int?
    private var lastSeen: Int?
    private var affected: UInt64 = 0
    private var peak = 0.0

    init(
        _ plan: AnomalyPlan, _ kind: AnomalyKind, channels: [String], sigma: [Double],
        secondsPerTick: Double
    ) throws {
        self.plan = plan
        self.kind = kind
        values = try resolve(plan.parameters, kind.parameters, owner: "anomaly \(plan.id)")
        roots = plan.channels.isEmpty ? ["load"] : plan.channels
        for channel in roots where !channels.contains(channel) {
            throw SimulationError.unknownChannel(channel, anomaly: plan.id, known: channels)
        }
        var scaled = values
        for parameter in kind.parameters {
            guard let neutral = parameter.neutral, let value = values[parameter.name] else {
                continue
            }
            scaled[parameter.name] = neutral + (value - neutral) * plan.magnitude
        }
        let setup = FaultSetup(
            channels: roots.compactMap { channels.firstIndex(of: $0) }, values: scaled,
            sigma: sigma, secondsPerTick: secondsPerTick)
        switch kind.behaviour(setup) {
        case .process(let fault): process = fault
        }
    }

    func isActive(at tick: Int) -> Bool { tick >= plan.start && tick < plan.end ?? .max }

    mutating func act(on effects: inout ProcessEffects, at tick: Int, secondsPerTick: Double) {
        process.act(
            on: &effects,
            at: FaultMoment(
                tick: tick, age: tick - plan.start,
                seconds: Double(tick - plan.start) * secondsPerTick,
                duration: plan.end.map { Double($0 - plan.start) * secondsPerTick }, gain: 1))
    }

    mutating func note(
        _ sum: Double, _ largest: Double, _ clean: UnsafeMutableBufferPointer<Double>,
        _ faulty: UnsafeMutableBufferPointer<Double>, _ sigma: [Double], _ tick: Int
    ) {
        guard tick >= plan.start else { return }
        peak = max(peak, largest)
        if largest > 1 { lastSeen = tick }
        if observableFrom == nil, sum > 9 { observableFrom = tick }
        for channel in sigma.indices
        where abs(faulty[channel] - clean[channel]) > sigma[channel] {
            affected |= 1 << UInt64(channel)
        }
    }

    func record(
        machine: String, channels: [String], seed: UInt64, time: (Int) -> Int64
    ) -> InjectionRecord {
        let end = plan.end
        return InjectionRecord(
            id: plan.id, machine: machine, kind: kind.name, group: kind.group,
            start: time(plan.start), end: end.map(time), rootChannels: roots,
            affectedChannels: channels.indices.filter { affected >> UInt64($0) & 1 == 1 }.map {
                channels[$0]
            },
            observableFrom: observableFrom.map(time),
            effectEnd: end.map { time(max($0, (lastSeen ?? $0 - 1) + 1)) }, peakSigma: peak,
            parameters: kind.parameters.map { ($0.name, values[$0.name] ?? $0.defaultValue) },
            magnitude: plan.magnitude, envelope: plan.envelope, seed: seed)
    }
}
