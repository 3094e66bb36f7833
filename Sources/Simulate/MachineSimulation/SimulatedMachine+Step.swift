extension SimulatedMachine {
    struct Rows {
        let clean: Row
        let changed: Row
        let faulty: Row
        /// A row to measure one anomaly with.
        let spare: Row
    }

    mutating func step(_ rows: Rows) {
        let tick = nextTick
        nextTick += 1
        if tick >= nextRevision { revise(tick) }
        model.step(tick, clean: rows.clean)
        if !changes.isLive, !faults.isLive {
            copy(rows.clean, to: rows.faulty)
        } else {
            stepChanged(rows, tick)
        }
        if !watches.isEmpty { lookForCascades(rows.faulty, tick) }
        for index in recalibrations { distort(rows, index, tick) }
        history.append(rows.faulty)
        for index in sensorFaults { distort(rows, index, tick) }
    }

    /// The lanes beside the twin's: benign changes first, then faults on top of them.
    private mutating func stepChanged(_ rows: Rows, _ tick: Int) {
        var effects = ProcessEffects()
        var base = rows.clean
        var context = Context(
            tick: tick, rows: rows, secondsPerTick: secondsPerTick, inverseSigma: inverseSigma)
        if changes.isLive {
            let none = effects
            for index in changes.acting {
                injections[index].act(on: &effects, at: tick, secondsPerTick: secondsPerTick)
            }
            model.step(.changed, effects: effects, row: rows.changed, clean: rows.clean)
            let rest = Difference(rows.changed, base, inverseSigma)
            Self.measure(&changes, rest, on: none, from: base, &injections, &model, context)
            base = rows.changed
            if changes.acting.isEmpty, rest.largest <= 1 {
                changes.close()
                base = rows.clean
            }
        }
        guard faults.isLive else {
            copy(base, to: rows.faulty)
            return
        }
        let ordinary = effects
        context.isOrdinary = !changes.isLive
        for index in faults.acting {
            injections[index].act(on: &effects, at: tick, secondsPerTick: secondsPerTick)
        }
        model.step(.faulty, effects: effects, row: rows.faulty, clean: rows.clean)
        let rest = Difference(rows.faulty, base, inverseSigma)
        Self.measure(&faults, rest, on: ordinary, from: base, &injections, &model, context)
        if faults.acting.isEmpty, rest.largest <= 1 {
            faults.close()
            copy(base, to: rows.faulty)
        }
    }

    private struct Context {
        let tick: Int
        let rows: Rows
        let secondsPerTick: Double
        let inverseSigma: [Double]
        /// Whether the machine would be its clean twin without the layer that is measured.
        var isOrdinary = true
    }

    /// Takes down what each anomaly of a layer does to the row of a tick.
    /// - Parameters:
    ///   - rest: how far all of them together have moved the row.
    ///   - ordinary: what acts on the machine without any of them.
    ///   - base: the row of the machine without any of them.
    private static func measure(
        _ layer: inout TraceLayer, _ rest: Difference, on ordinary: ProcessEffects,
        from base: Row, _ injections: inout [Injection], _ model: inout MachineModelChoice,
        _ context: Context
    ) {
        let tick = context.tick
        if layer.traces.count == 1, layer.traces[0].lane == nil {
            injections[layer.traces[0].injection].note(rest, tick)
            return
        }
        var place = 0
        while place < layer.traces.count {
            let index = layer.traces[place].injection
            let isActing = layer.acting.contains(index)
            let row = context.rows.spare
            let lane = layer.traces[place].lane ?? layer.lane
            if !isActing, context.isOrdinary, case .alone(let number) = lane {
                model.settle(alone: number, row: row, clean: context.rows.clean)
            } else {
                var effects = ordinary
                if isActing {
                    injections[index].act(
                        on: &effects, at: tick, secondsPerTick: context.secondsPerTick)
                }
                model.step(lane, effects: effects, row: row, clean: context.rows.clean)
            }
            let own = Difference(row, base, context.inverseSigma)
            injections[index].note(own, tick)
            if layer.traces.count > 1 {
                if !isActing, own.largest <= 1 {
                    layer.traces.remove(at: place)
                    continue
                }
            } else if !isActing, rest.largest > 1 {
                // Several small rests may be a large one together: it counts for the last of them.
                injections[index].noteTrace(tick)
            }
            place += 1
        }
    }

    private func copy(_ row: Row, to other: Row) {
        for channel in 0..<row.count { other[channel] = row[channel] }
    }

    private mutating func distort(_ rows: Rows, _ index: Int, _ tick: Int) {
        copy(rows.faulty, to: rows.spare)
        injections[index].distort(
            rows.faulty, at: tick, secondsPerTick: secondsPerTick, history)
        injections[index].note(Difference(rows.faulty, rows.spare, inverseSigma), tick)
    }
}
