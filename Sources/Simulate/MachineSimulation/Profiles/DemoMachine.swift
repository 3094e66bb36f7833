import SeededRandom
import Telemetry

/// The machine of the demo this project grew from, kept to the letter.
///
/// Load is an integer that starts at 10…50 and moves by 5 every 5 s between its turning points; the
/// other channels are drawn anew for each reading, uniform integers from the band the load is in.
/// Overloaded, load climbs by 20 every 5 s up to 200 instead; when that ends it is 50 at once and
/// walks on the way it was going. There is no lag anywhere.
///
/// The demo knows no other fault. What the catalogue's other process faults do to it is this
/// project's: they act on load as on any machine, then on the channels drawn, at once. Vibration has
/// no unit there; 1 mm/s of a fault counts as 40, for a well machine shows about 85.
struct DemoMachine: MachineModel {
    let channels = demoChannels
    /// Load has no noise: its sigma is the standard deviation of its own walk, 50 to 95 by 5 with
    /// the turning points. The others': a uniform integer's of the band that load 40…110 gives.
    let sigma = [15.0, 3.1622776601683795, 6.0553007081949835, 1.707825127659933]
    let settlingTime = 0.0

    private struct Walk: Equatable {
        var load: Int
        var goesUp = true
        var overloaded = false

        mutating func move() {
            if goesUp {
                load += 5
                if load >= 99 { goesUp = false }
            } else {
                load -= 5
                if load <= 50 { goesUp = true }
            }
        }
    }

    /// What the twins walk, and what the faulty machine does once its walk has left theirs.
    private var clean: Walk
    private var faulty: Walk
    private var alone: [Walk] = []
    private var tick = 0
    private var moves = false
    private let secondsPerTick: Double
    private let ticksPerMove: Int
    private let temperatures: RandomStream
    private let powers: RandomStream
    private let vibrations: RandomStream

    init(_ setup: ProfileSetup) {
        func stream(_ purpose: String) -> RandomStream {
            RandomStream(seed: setup.seed, owner: setup.machine, purpose: "demo/\(purpose)")
        }
        clean = Walk(load: stream("load").integer(in: 10...50, at: 0))
        faulty = clean
        secondsPerTick = setup.secondsPerTick
        ticksPerMove = max(1, Int((5 / setup.secondsPerTick).rounded()))
        temperatures = stream("temperature")
        powers = stream("power")
        vibrations = stream("vibration")
    }

    mutating func step(_ tick: Int, clean row: Row) {
        self.tick = tick
        moves = tick > 0 && tick % ticksPerMove == 0
        if moves { clean.move() }
        write(Double(clean.load), to: row)
    }

    mutating func step(
        _ lane: Lane, effects: ProcessEffects, row: Row, clean cleanRow: Row
    ) {
        var walk = walk(of: lane)
        if effects.overloadRate > 0 {
            walk.overloaded = true
            if moves { walk.load = min(walk.load + Int(effects.overloadRate.rounded()), 200) }
        } else if walk.overloaded {
            walk.overloaded = false
            walk.load = 50
            // Starting again from 50 is what the machine does when it is well; the twin follows, or
            // the two would walk apart for ever.
            if lane == .faulty {
                clean = walk
                write(Double(walk.load), to: cleanRow)
            }
        } else {
            walk = clean
        }
        set(walk, of: lane)
        write(load(walk, effects), to: row)
        distort(row, effects)
    }

    mutating func settle(alone number: Int, row: Row, clean: Row) {
        step(.alone(number), effects: ProcessEffects(), row: row, clean: clean)
    }

    mutating func fork(_ lane: Lane, from other: Lane) {
        let walk = walk(of: other)
        if case .alone(let number) = lane {
            while alone.count <= number { alone.append(walk) }
        }
        set(walk, of: lane)
    }

    private func walk(of lane: Lane) -> Walk {
        switch lane {
        case .clean, .changed: clean
        case .faulty: faulty
        case .alone(let number): alone[number]
        }
    }

    private mutating func set(_ walk: Walk, of lane: Lane) {
        switch lane {
        case .clean, .changed: break
        case .faulty: faulty = walk
        case .alone(let number): alone[number] = walk
        }
    }

    /// The load that the walk gives under `effects`, in whole numbers as the demo has them.
    private func load(_ walk: Walk, _ effects: ProcessEffects) -> Double {
        if effects.isStopped || effects.flipsSchedule || effects.stall > 0 { return 0 }
        var walk = walk
        var load = Double(walk.load)
        if effects.cycleShift != 0 {
            // The walk of another time: it has a period of at most 22 moves, so few steps suffice.
            let shift = Int((effects.cycleShift / secondsPerTick).rounded())
            let move = floorDivide(tick + shift, ticksPerMove) - tick / ticksPerMove
            let period = 22
            for _ in 0..<((move % period + period) % period) { walk.move() }
            load = Double(walk.load)
        }
        switch effects.cycleShape {
        case .asPlanned: break
        case .missing: load = min(load, 75)
        case .swapped: load = load < 75 ? load + 25 : load - 25
        case .mirrored: load = 150 - load
        }
        load = load * effects.commandFactor + effects.commandOffset
        if effects.overloadRate == 0 { load += effects.load }
        return max(0, (load * effects.loadFactor).rounded())
    }

    private func distort(_ row: Row, _ effects: ProcessEffects) {
        if effects.stall > 0 {
            row[1] = 25
            row[2] = 220 * effects.stall
            row[3] = 20 + 17 * effects.stall * effects.stall
            return
        }
        if effects.vibrationFactor != 1 || effects.vibrationEnergy > 0 {
            let own = row[1] * effects.vibrationFactor
            row[1] = (own * own + 1600 * effects.vibrationEnergy).squareRoot()
        }
        row[2] *= effects.loss * effects.powerFactor
        if effects.resistance != 1 || effects.loss != 1 || effects.ambient != 0 {
            row[3] = 20 + effects.ambient + (row[3] - 20) * effects.resistance * effects.loss
        }
        if effects.isCold { row[3] = 20 + effects.ambient }
    }

    private func write(_ load: Double, to row: Row) {
        let band = Band.of(load)
        row[0] = load
        row[1] = Double(vibrations.integer(in: band.vibration, at: UInt64(tick)))
        row[2] = Double(powers.integer(in: band.power, at: UInt64(tick)))
        row[3] = Double(temperatures.integer(in: band.temperature, at: UInt64(tick)))
    }

    /// What the other channels are drawn from, by load.
    struct Band {
        let temperature: ClosedRange<Int>
        let power: ClosedRange<Int>
        let vibration: ClosedRange<Int>

        static func of(_ load: Double) -> Band {
            switch load {
            case ..<1: Band(temperature: 20...20, power: 0...0, vibration: 0...0)
            case ..<40: Band(temperature: 29...34, power: 180...199, vibration: 50...79)
            case ...110: Band(temperature: 35...40, power: 200...220, vibration: 80...90)
            case ..<190: Band(temperature: 80...90, power: 300...320, vibration: 300...500)
            default: Band(temperature: 95...120, power: 400...500, vibration: 500...600)
            }
        }
    }
}
