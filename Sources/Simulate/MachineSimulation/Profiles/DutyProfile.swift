import SeededRandom

/// A load that a duty asks for, % of rated, and the share of time it does; shares add up to 1.
struct DutyLevel {
    var load: Double
    var weight: Double
}

/// What a machine is asked to do: the command `c(t)`, % of rated load.
struct DutyProfile {
    static let names = [
        "setpoint", "pieces", "load_unload", "random_walk", "constant", "csv",
    ]

    private enum Course {
        /// A slow sine, and steps of −size, 0 or +size.
        case setpoint
        case cycle
        case walk
        case constant
        case recorded
    }

    /// Up to three phases that follow each other for ever.
    struct Phases {
        var loads: (Double, Double, Double)
        var times: (Double, Double, Double)

        var period: Double { times.0 + times.1 + times.2 }

        /// `place`: seconds into the cycle.
        func load(at place: Double, _ shape: CycleShape) -> Double {
            switch shape {
            case .asPlanned:
                if place < times.0 { return loads.0 }
                return place < times.0 + times.1 ? loads.1 : loads.2
            case .missing:
                // The heaviest phase does not take place.
                let load = load(at: place, .asPlanned)
                return load == top ? bottom : load
            case .swapped:
                // The phases the other way round, each as long as it is.
                if place < times.2 { return loads.2 }
                return place < times.2 + times.1 ? loads.1 : loads.0
            case .mirrored:
                // High where it should be low.
                return top + bottom - load(at: place, .asPlanned)
            }
        }

        private var top: Double { max(loads.0, loads.1, loads.2) }
        private var bottom: Double { min(loads.0, loads.1, loads.2) }
    }

    // Fields beside each other, not values of the cases: a switch would copy them at each tick.
    private let course: Course
    private let phases: Phases
    private let center: Double
    private let swing: Double
    private let swingPeriod: Double
    private let recording: [Double]
    private let secondsPerTick: Double
    private let draws: RandomStream
    private let step: Double
    private let hold: ClosedRange<Double>
    private let walkRange: ClosedRange<Double>
    /// The part of the command that chance moves, and when it moves next.
    private var level: Double
    private var until = 0.0
    private var moves: UInt64 = 0

    init(_ setup: ProfileSetup) {
        draws = RandomStream(seed: setup.seed, owner: setup.machine, purpose: "duty")
        let name = Self.names[Int(setup["duty"])]
        recording = setup.recording
        secondsPerTick = setup.secondsPerTick
        swing = setup["setpoint_swing"]
        swingPeriod = setup["setpoint_period"]
        var center = setup["setpoint_level"]
        var phases = Phases(
            loads: (setup["idle_load"], setup["cut_load"], setup["finish_load"]),
            times: (setup["idle_time"], setup["cut_time"], setup["finish_time"]))
        var step = 0.0
        var hold = 1.0...1.0
        var level = 0.0
        switch name {
        case "setpoint":
            course = .setpoint
            step = setup["setpoint_step"]
            let least = setup["setpoint_hold_min"]
            hold = least...max(least, setup["setpoint_hold_max"])
        case "pieces": course = .cycle
        case "load_unload":
            course = .cycle
            phases = Phases(
                loads: (setup["loaded_load"], setup["unloaded_load"], setup["unloaded_load"]),
                times: (setup["loaded_time"], setup["unloaded_time"], 0))
        case "random_walk":
            course = .walk
            step = setup["walk_step"]
            hold = setup["walk_every"]...setup["walk_every"]
            level = setup["walk_start"]
        case "csv" where !setup.recording.isEmpty: course = .recorded
        default:
            course = .constant
            center = setup["constant_load"]
        }
        self.center = center
        self.phases = phases
        self.step = step
        self.hold = hold
        self.level = level
        walkRange = setup["walk_low"]...max(setup["walk_low"], setup["walk_high"])
    }

    /// Makes the moves of chance that are due at `seconds`, which never falls.
    mutating func advance(to seconds: Double) {
        switch course {
        case .setpoint:
            while seconds >= until {
                level = step * Double(draws.integer(in: -1...1, at: 2 * moves))
                until +=
                    hold.lowerBound
                    + (hold.upperBound - hold.lowerBound) * draws.uniform(at: 2 * moves + 1)
                moves += 1
            }
        case .walk:
            while seconds >= until {
                level = min(
                    max(level + step * draws.normal(at: moves), walkRange.lowerBound),
                    walkRange.upperBound)
                until += hold.lowerBound
                moves += 1
            }
        case .cycle, .constant, .recorded: break
        }
    }

    /// The command at `seconds` of the cycle. What chance moves is as of the last ``advance(to:)``.
    func command(at seconds: Double, shape: CycleShape) -> Double {
        switch course {
        case .setpoint:
            let turns = seconds / swingPeriod
            var sine = PlainMath.sine(turns: turns)
            switch shape {
            case .asPlanned: break
            case .missing: sine = min(sine, 0)
            case .swapped: sine = PlainMath.sine(turns: turns + 0.25)
            case .mirrored: sine = -sine
            }
            return center + swing * sine + level
        case .cycle:
            let turns = seconds / phases.period
            return phases.load(at: (turns - turns.rounded(.down)) * phases.period, shape)
        case .walk:
            return shape == .asPlanned ? level : walkRange.lowerBound + walkRange.upperBound - level
        case .constant: return center
        case .recorded:
            let index = Int((seconds / secondsPerTick).rounded()) % recording.count
            return recording[index < 0 ? index + recording.count : index]
        }
    }

    /// The loads it asks for and how often, as far as that can be told beforehand.
    var levels: [DutyLevel] {
        switch course {
        case .setpoint:
            [-1.0, 0, 1].flatMap { sine in
                [-step, 0, step].map { step in
                    DutyLevel(load: center + swing * 0.7 * sine + step, weight: 1 / 9)
                }
            }
        case .cycle:
            [
                (phases.loads.0, phases.times.0), (phases.loads.1, phases.times.1),
                (phases.loads.2, phases.times.2),
            ].map { DutyLevel(load: $0.0, weight: $0.1 / phases.period) }
        case .walk:
            [walkRange.lowerBound, level, walkRange.upperBound].map {
                DutyLevel(load: $0, weight: 1 / 3)
            }
        case .constant: [DutyLevel(load: center, weight: 1)]
        case .recorded:
            recording.map { DutyLevel(load: $0, weight: 1 / Double(recording.count)) }
        }
    }
}
