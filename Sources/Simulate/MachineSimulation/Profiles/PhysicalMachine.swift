import SeededRandom
import Telemetry

/// A driven machine with an electric motor: a duty gives the load, load draws power, power heats, and
/// all of it shakes (`docs/simulation.md` has the laws with their units).
struct PhysicalMachine: MachineModel {
    let channels = demoChannels
    let sigma: [Double]
    let settlingTime: Double

    /// What remembers: the smoothed command, % of rated load, and the temperature, degrees.
    private struct State {
        var command: Double
        var temperature: Double
    }

    private let laws: MachineLaws
    private var duty: DutyProfile
    private let schedule: ShiftSchedule
    private let secondsPerTick: Double
    private let loads: RandomStream
    private let powers: RandomStream
    private let temperatures: RandomStream
    private let vibrations: RandomStream
    /// Shares of the old value that are left after a tick.
    private let commandLeft: Double
    private let temperatureLeft: Double
    private let fluctuationLeft: Double
    private let fluctuationStep: Double

    // A state a lane, by name: an array would cost a check each time.
    private var clean: State
    private var changed: State
    private var faulty: State
    private var alone: [State] = []
    private var fluctuation = 0.0

    // What all lanes of a tick share.
    private var seconds = 0.0
    private var isRunning = true
    private var command = 0.0
    private var airTemperature = 0.0
    private var powerNoise = 0.0
    private var temperatureNoise = 0.0
    private var vibrationNoise = 1.0
    /// The clean twin's load and own vibration: most faults leave them as they are.
    private var cleanShare = 0.0
    private var cleanVibration = 0.0
    /// Where the clean twin's temperature is bound.
    private var cleanGoal = 0.0
    /// The last load whose vibration was worked out, and that vibration: lanes of one tick often share
    /// their load.
    private var lastShare = 0.0
    private var lastStands = false
    private var lastVibration = 0.0

    init(_ setup: ProfileSetup) {
        let laws = MachineLaws(setup)
        let duty = DutyProfile(setup)
        func left(_ tau: Double) -> Double { PlainMath.exp(-setup.secondsPerTick / tau) }
        func stream(_ purpose: String) -> RandomStream {
            RandomStream(seed: setup.seed, owner: setup.machine, purpose: "noise/\(purpose)")
        }
        self.laws = laws
        self.duty = duty
        schedule = ShiftSchedule(setup)
        secondsPerTick = setup.secondsPerTick
        loads = stream("load")
        powers = stream("power")
        temperatures = stream("temperature")
        vibrations = stream("vibration")
        commandLeft = left(laws.loadLag)
        temperatureLeft = left(laws.thermalLag)
        fluctuationLeft = left(laws.fluctuationTime)
        fluctuationStep =
            laws.fluctuation * (1 - fluctuationLeft * fluctuationLeft).squareRoot()
        sigma = laws.noise(duty.levels)
        settlingTime = laws.thermalLag
        let runs = schedule.isRunning(at: 0)
        clean = State(
            command: runs ? duty.command(at: 0, shape: .asPlanned) : 0,
            temperature: setup["cold_start"] > 0 || !runs
                ? laws.air : laws.settledTemperature(duty.levels))
        changed = clean
        faulty = clean
    }

    mutating func step(_ tick: Int, clean row: Row) {
        let index = UInt64(tick)
        seconds = Double(tick) * secondsPerTick
        isRunning = schedule.isRunning(at: seconds)
        duty.advance(to: seconds)
        command = duty.command(at: seconds, shape: .asPlanned)
        airTemperature = laws.air + 2 * PlainMath.sine(turns: seconds / 86_400)
        fluctuation = fluctuation * fluctuationLeft + fluctuationStep * loads.normal(at: index)
        powerNoise = laws.powerNoise * powers.normal(at: index)
        temperatureNoise = laws.temperatureNoise * temperatures.normal(at: index)
        vibrationNoise = PlainMath.exp(laws.vibrationNoise * vibrations.normal(at: index))

        let target = isRunning ? command : 0
        clean.command += (target - clean.command) * (1 - commandLeft)
        let load = max(0, clean.command + (isRunning ? fluctuation : 0))
        let share = load * 0.01
        let square = share * share
        let heat = isRunning ? laws.idleHeat + (1 - laws.idleHeat) * square : square
        cleanGoal = airTemperature + laws.heating * heat
        clean.temperature = cleanGoal + (clean.temperature - cleanGoal) * temperatureLeft
        row[0] = load
        cleanShare = share
        cleanVibration = laws.vibration(share, stands: !isRunning)
        (lastShare, lastStands, lastVibration) = (share, !isRunning, cleanVibration)
        row[1] = cleanVibration * vibrationNoise
        row[2] = max(
            0,
            laws.power(share, square, idles: isRunning) * laws.cold(clean.temperature) + powerNoise)
        row[3] = rounded(clean.temperature + temperatureNoise)
    }

    mutating func step(_ lane: Lane, effects: ProcessEffects, row: Row, clean _: Row) {
        // By value: an inout part of self would have all of self copied for the call.
        switch lane {
        case .faulty:
            var state = faulty
            step(&state, effects, row)
            faulty = state
        case .alone(let number):
            var state = alone[number]
            step(&state, effects, row)
            alone[number] = state
        case .clean, .changed:
            var state = changed
            step(&state, effects, row)
            changed = state
        }
    }

    mutating func settle(alone number: Int, row: Row, clean cleanRow: Row) {
        // What is left after the load has come back is heat; a billionth of a percent is no load.
        guard abs(alone[number].command - clean.command) < 1e-9 else {
            return step(.alone(number), effects: ProcessEffects(), row: row, clean: cleanRow)
        }
        let temperature = cleanGoal + (alone[number].temperature - cleanGoal) * temperatureLeft
        alone[number] = State(command: clean.command, temperature: temperature)
        row[0] = cleanRow[0]
        row[1] = cleanRow[1]
        row[2] = cleanRow[2]
        row[3] = rounded(temperature + temperatureNoise)
        if min(temperature, clean.temperature) < laws.greaseTemperature {
            let power = laws.power(cleanShare, cleanShare * cleanShare, idles: isRunning)
            row[2] = max(0, power * laws.cold(temperature) + powerNoise)
        }
    }

    private mutating func vibration(_ share: Double, _ stands: Bool) -> Double {
        if share == cleanShare, stands == !isRunning { return cleanVibration }
        if share != lastShare || stands != lastStands {
            (lastShare, lastStands) = (share, stands)
            lastVibration = laws.vibration(share, stands: stands)
        }
        return lastVibration
    }

    private mutating func step(_ state: inout State, _ effects: ProcessEffects, _ row: Row) {
        let air = airTemperature + effects.ambient
        let runs = isRunning != effects.flipsSchedule && !effects.isStopped
        var target = 0.0
        if runs {
            target =
                effects.cycleShift == 0 && effects.cycleShape == .asPlanned
                ? command
                : duty.command(at: seconds + effects.cycleShift, shape: effects.cycleShape)
            target = target * effects.commandFactor + effects.commandOffset + effects.load
        }
        state.command += (target - state.command) * (1 - commandLeft)
        if effects.isCold { state.temperature = air }
        let isBlocked = effects.stall > 0
        let noise = runs ? fluctuation * effects.fluctuation : 0
        let load = isBlocked ? 0 : max(0, effects.loadFactor * (state.command + noise))
        let share = load * 0.01
        let square = share * share
        let heatShare = isBlocked ? effects.stall * effects.stall : square
        let heat =
            runs || isBlocked
            ? laws.idleHeat + (1 - laws.idleHeat) * heatShare * effects.loss
            : square * effects.loss
        let goal = air + laws.heating * effects.resistance * heat
        state.temperature = goal + (state.temperature - goal) * temperatureLeft
        row[0] = load
        let stands = isBlocked || !runs
        var own = vibration(share, stands) * effects.vibrationFactor
        // Neither a worn bearing nor a rotor out of balance shakes what does not turn.
        if effects.vibrationEnergy > 0, !stands {
            own = (own * own + effects.vibrationEnergy).squareRoot()
        }
        row[1] = own * vibrationNoise
        let power =
            isBlocked
            ? laws.ratedPower * effects.stall
            : laws.power(share, square, idles: runs) * laws.cold(state.temperature) * effects.loss
        row[2] = max(0, power * effects.powerFactor + powerNoise)
        row[3] = rounded(state.temperature + temperatureNoise)
    }

    mutating func fork(_ lane: Lane, from other: Lane) {
        let state =
            switch other {
            case .clean: clean
            case .changed: changed
            case .faulty: faulty
            case .alone(let number): alone[number]
            }
        switch lane {
        case .clean: clean = state
        case .changed: changed = state
        case .faulty: faulty = state
        case .alone(let number):
            while alone.count <= number { alone.append(state) }
            alone[number] = state
        }
    }

    private func rounded(_ temperature: Double) -> Double {
        PlainMath.nearestInteger(temperature * 10) / 10
    }
}
