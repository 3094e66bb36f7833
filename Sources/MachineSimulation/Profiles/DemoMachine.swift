import SeededRandom
import Telemetry

/// The machine of the demo this project grew from, kept to the letter.
///
/// Load is an integer that starts at 10…50 and moves by 5 every 5 s between its turning points; the
/// other channels are drawn anew for each reading, uniform integers from the band the load is in.
/// Overloaded, load climbs by 20 every 5 s up to 200 instead; when that ends it is 50 at once and
/// walks on the way it was going. There is no lag anywhere.
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

    private var clean: Walk
    private var faulty: Walk
    private let ticksPerMove: Int
    private let draws: [RandomStream]

    init(machine: String, seed: UInt64, secondsPerTick: Double) {
        let start = RandomStream(seed: seed, owner: machine, purpose: "demo/load")
        clean = Walk(load: start.integer(in: 10...50, at: 0))
        faulty = clean
        ticksPerMove = max(1, Int((5 / secondsPerTick).rounded()))
        draws = ["temperature", "power", "vibration"].map {
            RandomStream(seed: seed, owner: machine, purpose: "demo/\($0)")
        }
    }

    mutating func step(
        _ tick: Int, effects: ProcessEffects?, clean cleanRow: UnsafeMutableBufferPointer<Double>,
        faulty faultyRow: UnsafeMutableBufferPointer<Double>
    ) {
        let moves = tick > 0 && tick % ticksPerMove == 0
        if moves { clean.move() }
        guard let effects else {
            faulty = clean
            write(Double(clean.load), tick, to: cleanRow)
            return
        }
        if let overload = effects.overload {
            faulty.overloaded = true
            if moves { faulty.load = min(faulty.load + Int(overload.rate.rounded()), 200) }
        } else if faulty.overloaded {
            faulty.overloaded = false
            faulty.load = 50
            // Starting again from 50 is what the machine does when it is well; the twin follows, or
            // the two would walk apart for ever.
            clean = faulty
        } else if moves {
            faulty.move()
        }
        write(Double(clean.load), tick, to: cleanRow)
        write(Double(faulty.load), tick, to: faultyRow)
    }

    mutating func rejoin() { faulty = clean }

    private func write(_ load: Double, _ tick: Int, to row: UnsafeMutableBufferPointer<Double>) {
        let band = Band.of(load)
        row[0] = load
        row[1] = Double(draws[2].integer(in: band.vibration, at: UInt64(tick)))
        row[2] = Double(draws[1].integer(in: band.power, at: UInt64(tick)))
        row[3] = Double(draws[0].integer(in: band.temperature, at: UInt64(tick)))
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
