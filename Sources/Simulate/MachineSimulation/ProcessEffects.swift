/// All that benign changes and process faults do to a machine's state at one tick; as made, nothing.
///
/// Several at once add up: each kind adds its own deviation to the field it acts on.
struct ProcessEffects {
    /// `dL`: load that is added to the command, percentage points.
    var load = 0.0
    /// Load added at each step of an overload, percentage points; 0 for none. The demo's machine
    /// counts for itself.
    var overloadRate = 0.0
    /// `k_L`: factor on the load.
    var loadFactor = 1.0
    /// `k_v`: factor on the machine's own vibration.
    var vibrationFactor = 1.0
    /// `f_eff`: factor on power and heat at the same load.
    var loss = 1.0
    /// `R`: factor on the thermal resistance.
    var resistance = 1.0
    /// `v_w² + v_i²`: energy of further sources of vibration, (mm/s)².
    var vibrationEnergy = 0.0
    /// Added to the ambient temperature, degrees.
    var ambient = 0.0
    /// Factor on the power drawn.
    var powerFactor = 1.0
    /// Factor on the command, and what is added to it, percentage points.
    var commandFactor = 1.0
    var commandOffset = 0.0
    /// Factor on the fluctuation of the load.
    var fluctuation = 1.0
    /// Whether the machine stands still whatever the plan says.
    var isStopped = false
    /// Whether it stands still when the plan says run, and runs when the plan says stop.
    var flipsSchedule = false
    /// Power of a blocked drive, times rated; 0 where nothing is blocked.
    var stall = 0.0
    /// Seconds that the duty cycle is ahead of its time.
    var cycleShift = 0.0
    var cycleShape = CycleShape.asPlanned
    /// Whether the machine is as cold as the air around it at this tick.
    var isCold = false
}

/// What is wrong with the course of a duty cycle.
enum CycleShape: Int {
    case asPlanned, missing, swapped, mirrored
}
