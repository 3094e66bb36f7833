import SeededRandom

/// The constants of a machine and the laws that need nothing else. `x` is load as a share of rated.
struct MachineLaws {
    /// `tau_u`, `s_u`, `tau_n`: seconds, percentage points, seconds.
    let loadLag: Double
    let fluctuation: Double
    let fluctuationTime: Double
    /// `P0`, `Pr`, `a1`, `s_P`: kW.
    let idlePower: Double
    let ratedPower: Double
    let linearShare: Double
    let powerNoise: Double
    /// `T_a`, `dT`, `tau_T`, `k0`, `s_T`: degrees and seconds.
    let air: Double
    let heating: Double
    let thermalLag: Double
    let idleHeat: Double
    let temperatureNoise: Double
    /// `v0`, `v_u`, `p`, `s_v`: mm/s RMS.
    let idleVibration: Double
    let loadVibration: Double
    let vibrationPower: Double
    let vibrationNoise: Double
    /// `c0`, `T_c`: stiff grease takes more power below this temperature.
    let stiffness: Double
    let greaseTemperature: Double

    init(_ setup: ProfileSetup) {
        loadLag = setup["tau_u"]
        fluctuation = setup["s_u"]
        fluctuationTime = setup["tau_n"]
        idlePower = setup["P0"]
        ratedPower = setup["Pr"]
        linearShare = setup["a1"]
        powerNoise = setup["s_P"]
        air = setup["T_a"]
        heating = setup["dT"]
        thermalLag = setup["tau_T"]
        idleHeat = setup["k0"]
        temperatureNoise = setup["s_T"]
        idleVibration = setup["v0"]
        loadVibration = setup["v_u"]
        vibrationPower = setup["p"]
        vibrationNoise = setup["s_v"]
        stiffness = setup["c0"]
        greaseTemperature = setup["T_c"]
    }

    /// kW, before the cold factor; a machine that stands still idles at nothing.
    func power(_ x: Double, _ square: Double, idles: Bool) -> Double {
        let idle = idles ? idlePower : 0
        return idle + (ratedPower - idle) * (linearShare * x + (1 - linearShare) * square)
    }

    /// `C`: what cold grease makes of the power.
    func cold(_ temperature: Double) -> Double {
        temperature >= greaseTemperature
            ? 1 : 1 + stiffness * (greaseTemperature - temperature) / greaseTemperature
    }

    /// mm/s RMS without noise. One that stands still shakes with its neighbours: 0.3 of its idling.
    func vibration(_ x: Double, stands: Bool) -> Double {
        let idle = stands ? 0.3 * idleVibration : idleVibration
        let loaded =
            stands || x == 0 ? 0 : loadVibration * PlainMath.power(x, vibrationPower)
        return (idle * idle + loaded * loaded).squareRoot()
    }

    /// Temperature that the machine settles at under `levels`, without the day's swing.
    func settledTemperature(_ levels: [DutyLevel]) -> Double {
        air + heating * mean(levels) { idleHeat + (1 - idleHeat) * $0 * $0 }
    }

    /// Standard deviation of each reading about what it would be without any noise, root mean
    /// square over the levels of a duty. Fluctuation of the load is passed on to power and vibration
    /// by the slope of their laws; temperature averages it away and keeps its own noise and that of
    /// rounding to 0.1.
    func noise(_ levels: [DutyLevel]) -> [Double] {
        let step = fluctuation / 100
        let power = mean(levels) { x in
            let slope = (ratedPower - idlePower) * (linearShare + 2 * (1 - linearShare) * x)
            return slope * slope * step * step + powerNoise * powerNoise
        }
        let vibration = mean(levels) { x in
            let value = self.vibration(x, stands: false)
            let rise =
                self.vibration(x + 0.005, stands: false) - self.vibration(x - 0.005, stands: false)
            let slope = rise / 0.01
            return slope * slope * step * step + value * value * vibrationNoise * vibrationNoise
        }
        let temperature = temperatureNoise * temperatureNoise + 0.01 / 12
        // A machine without noise has a unit all the same, or every trace would be infinite.
        return [fluctuation, vibration.squareRoot(), power.squareRoot(), temperature.squareRoot()]
            .map { max($0, 1e-6) }
    }

    private func mean(_ levels: [DutyLevel], _ value: (Double) -> Double) -> Double {
        levels.reduce(0) { $0 + $1.weight * value(max(0.01, $1.load / 100)) }
    }
}
