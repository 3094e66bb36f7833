extension MachineProfile {
    static let pump = physical(
        "pump", "A pump that follows a set point: load 55 to 79 %, slow heating",
        duty: "setpoint", loadLag: 3, fluctuation: 1.0, fluctuationTime: 20, idlePower: 1.2,
        ratedPower: 7.5, linearShare: 0.35, powerNoise: 0.05, air: 22, heating: 38, thermalLag: 600,
        idleHeat: 0.15, temperatureNoise: 0.12, idleVibration: 0.7, loadVibration: 1.1,
        vibrationPower: 1.0, vibrationNoise: 0.05, stiffness: 0.10, greaseTemperature: 35,
        zones: (0.71, 1.8, 4.5))

    static let spindle = physical(
        "spindle", "A machine tool's spindle that cuts one piece every 90 s",
        duty: "pieces", loadLag: 1, fluctuation: 1.5, fluctuationTime: 5, idlePower: 0.8,
        ratedPower: 11, linearShare: 0.80, powerNoise: 0.12, air: 24, heating: 30, thermalLag: 240,
        idleHeat: 0.25, temperatureNoise: 0.15, idleVibration: 0.5, loadVibration: 2.0,
        vibrationPower: 1.4, vibrationNoise: 0.08, stiffness: 0.05, greaseTemperature: 30,
        zones: (0.71, 1.8, 4.5))

    static let compressor = physical(
        "compressor", "A compressor that loads and unloads every 240 s, hot and slow",
        duty: "load_unload", loadLag: 6, fluctuation: 0.8, fluctuationTime: 30, idlePower: 6,
        ratedPower: 30, linearShare: 0.90, powerNoise: 0.20, air: 20, heating: 62, thermalLag: 1500,
        idleHeat: 0.20, temperatureNoise: 0.20, idleVibration: 1.1, loadVibration: 1.0,
        vibrationPower: 0.8, vibrationNoise: 0.06, stiffness: 0.08, greaseTemperature: 40,
        zones: (1.4, 2.8, 4.5))

    private static func physical(
        _ name: String, _ summary: String, duty: String, loadLag: Double, fluctuation: Double,
        fluctuationTime: Double, idlePower: Double, ratedPower: Double, linearShare: Double,
        powerNoise: Double, air: Double, heating: Double, thermalLag: Double, idleHeat: Double,
        temperatureNoise: Double, idleVibration: Double, loadVibration: Double,
        vibrationPower: Double, vibrationNoise: Double, stiffness: Double,
        greaseTemperature: Double, zones: (a: Double, b: Double, c: Double)
    ) -> MachineProfile {
        let laws = [
            ParameterDescription(
                "tau_u", "s", in: 0.001...3600, default: loadLag, "load follows its command"),
            ParameterDescription(
                "s_u", "%", in: 0...50, default: fluctuation, "fluctuation of the load"),
            ParameterDescription(
                "tau_n", "s", in: 0.001...3600, default: fluctuationTime,
                "how long a fluctuation lasts"),
            ParameterDescription("P0", "kW", in: 0...1e6, default: idlePower, "power at no load"),
            ParameterDescription(
                "Pr", "kW", in: 0.001...1e6, default: ratedPower, "power at rated load"),
            ParameterDescription(
                "a1", in: 0...1, default: linearShare,
                "share of the power that is in proportion to load; the rest goes with its square"),
            ParameterDescription(
                "s_P", "kW", in: 0...1e6, default: powerNoise, "noise of the power reading"),
            ParameterDescription(
                "T_a", "deg C", in: -60...80, default: air, "ambient temperature, mean of the day"),
            ParameterDescription(
                "dT", "deg C", in: 0...1000, default: heating, "rise above ambient at rated load"),
            ParameterDescription(
                "tau_T", "s", in: 0.001...86_400, default: thermalLag,
                "time in which temperature goes 63 % of its way"),
            ParameterDescription(
                "k0", in: 0...1, default: idleHeat, "share of the heat that is there at no load"),
            ParameterDescription(
                "s_T", "deg C", in: 0...100, default: temperatureNoise,
                "noise of the temperature reading"),
            ParameterDescription(
                "v0", "mm/s", in: 0...1000, default: idleVibration, "vibration at no load, RMS"),
            ParameterDescription(
                "v_u", "mm/s", in: 0...1000, default: loadVibration,
                "vibration that rated load adds, RMS"),
            ParameterDescription(
                "p", in: 0.1...4, default: vibrationPower, "power of load that vibration goes with"),
            ParameterDescription(
                "s_v", in: 0...1, default: vibrationNoise, "relative noise of vibration"),
            ParameterDescription(
                "c0", in: 0...1, default: stiffness, "power that cold grease adds, relative"),
            ParameterDescription(
                "T_c", "deg C", in: 1...200, default: greaseTemperature,
                "temperature from which grease is no longer stiff"),
            ParameterDescription(
                "cold_start", in: 0...1, default: 0, "1: the machine starts at ambient temperature"),
            ParameterDescription(
                "zone_a", "mm/s", in: 0...1000, default: zones.a,
                "vibration severity A ends here (ISO 10816-1 class I, or 10816-3 rigid)"),
            ParameterDescription(
                "zone_b", "mm/s", in: 0...1000, default: zones.b, "severity B ends here"),
            ParameterDescription(
                "zone_c", "mm/s", in: 0...1000, default: zones.c,
                "severity C ends here, D lies above"),
        ]
        return MachineProfile(
            name: name, summary: summary,
            channels: [
                ("load", "%"), ("vibration", "mm/s"), ("power", "kW"), ("temperature", "deg C"),
            ],
            parameters: laws + dutyParameters(duty),
            model: { MachineModelChoice(PhysicalMachine($0)) })
    }

    private static func dutyParameters(_ duty: String) -> [ParameterDescription] {
        func load(_ name: String, _ value: Double, _ summary: String) -> ParameterDescription {
            ParameterDescription(name, "%", in: 0...300, default: value, summary)
        }
        func time(_ name: String, _ value: Double, _ summary: String) -> ParameterDescription {
            ParameterDescription(name, "s", in: 1...864_000, default: value, summary)
        }
        var choice = ParameterDescription(
            "duty", choices: DutyProfile.names, "what the machine is asked to do")
        choice.defaultValue = Double(DutyProfile.names.firstIndex(of: duty) ?? 0)
        return [
            choice,
            load("setpoint_level", 68, "setpoint: middle of the slow sine"),
            load("setpoint_swing", 8, "setpoint: height of the sine"),
            time("setpoint_period", 3600, "setpoint: period of the sine"),
            load("setpoint_step", 6, "setpoint: a step of so much down, none, or up is added"),
            time("setpoint_hold_min", 400, "setpoint: a step is held at least so long"),
            time("setpoint_hold_max", 900, "setpoint: a step is held at most so long"),
            load("idle_load", 12, "pieces: load between two pieces"),
            time("idle_time", 15, "pieces: time between two pieces"),
            load("cut_load", 85, "pieces: load while cutting"),
            time("cut_time", 45, "pieces: time of cutting"),
            load("finish_load", 55, "pieces: load while finishing"),
            time("finish_time", 30, "pieces: time of finishing"),
            load("loaded_load", 88, "load_unload: load when loaded"),
            time("loaded_time", 150, "load_unload: time loaded"),
            load("unloaded_load", 25, "load_unload: load when unloaded"),
            time("unloaded_time", 90, "load_unload: time unloaded"),
            load("walk_start", 60, "random_walk: where it begins"),
            load("walk_step", 2, "random_walk: standard deviation of a move"),
            time("walk_every", 10, "random_walk: time between moves"),
            load("walk_low", 20, "random_walk: lower bound"),
            load("walk_high", 90, "random_walk: upper bound"),
            load("constant_load", 60, "constant: the load"),
            ParameterDescription(
                "shift_start", "h", in: 0...24, default: 0, "shift: work begins, UTC"),
            ParameterDescription(
                "shift_stop", "h", in: 0...24, default: 24, "shift: work ends, UTC"),
            ParameterDescription(
                "break_start", "h", in: 0...24, default: 12, "shift: the break begins, UTC"),
            ParameterDescription(
                "break_minutes", "min", in: 0...720, default: 0, "shift: length of the break"),
            ParameterDescription(
                "weekend", in: 0...1, default: 0, "shift: 1 to stand still at weekends"),
        ]
    }
}
