import SeededRandom

/// An ``Envelope`` at work: the factor from 0 to 1 at each tick of an anomaly's life.
struct EnvelopeCourse: Sendable {
    private let envelope: Envelope
    private let draws: RandomStream
    private let secondsPerTick: Double
    // Of an intermittent one: whether it is on, until when, and how often it has changed.
    private var isOn = true
    private var until = 0.0
    private var changes: UInt64 = 0

    init(_ envelope: Envelope, draws: RandomStream, secondsPerTick: Double) {
        self.envelope = envelope
        self.draws = draws
        self.secondsPerTick = secondsPerTick
    }

    /// - Parameters:
    ///   - seconds: since the anomaly began; never falls.
    ///   - duration: of the anomaly, nil while nobody has said.
    mutating func gain(age: Int, seconds: Double, duration: Double?) -> Double {
        switch envelope.shape {
        case .step: return 1
        case .dirac: return age == 0 ? 1 : 0
        case .intermittent:
            while seconds >= until {
                if changes > 0 { isOn.toggle() }
                let mean = isOn ? envelope.meanOn : envelope.meanOff
                // At least a tick, so that this ends.
                until += max(secondsPerTick, -mean * PlainMath.log(1 - draws.uniform(at: changes)))
                changes += 1
            }
            return isOn ? 1 : 0
        case .linear, .cosine, .exp:
            return ramp(seconds, duration)
        }
    }

    private func ramp(_ seconds: Double, _ duration: Double?) -> Double {
        var rampIn = envelope.rampIn
        if rampIn == 0, envelope.rampOut == 0 { rampIn = duration ?? 60 }
        var share = 1.0
        // Half a tick in, so that the first row of a ramp is not without effect.
        let now = seconds + secondsPerTick / 2
        if rampIn > 0 { share = min(1, now / rampIn) }
        if let duration, envelope.rampOut > 0 {
            share = min(share, max(0, (duration - now) / envelope.rampOut))
        }
        switch envelope.shape {
        case .cosine: return (1 - PlainMath.sine(turns: 0.25 - share / 2)) / 2
        case .exp: return (PlainMath.exp(4 * share) - 1) / 53.598150033144236
        default: return share
        }
    }
}
