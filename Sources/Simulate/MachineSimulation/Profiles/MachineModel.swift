/// One reading of a machine, a value per channel.
typealias Row = UnsafeMutableBufferPointer<Double>

/// The laws of one machine: from the duty it is given to the readings it shows.
///
/// It carries several states that share every random draw, a ``Lane`` each.
protocol MachineModel: Sendable {
    /// Names of the channels, in the order of a row.
    var channels: [String] { get }
    /// Clean noise of each channel: what "one sigma" means.
    var sigma: [Double] { get }
    /// Seconds the slowest part of the machine takes to settle by 63 %; 0 where nothing is slow.
    var settlingTime: Double { get }
    /// Makes the clean twin's reading `tick`; ticks come one after the other.
    mutating func step(_ tick: Int, clean: Row)
    /// Makes another lane's reading of the tick that the clean twin has just been stepped to.
    ///
    /// `clean` is the twin's row, for models whose twin follows.
    mutating func step(_ lane: Lane, effects: ProcessEffects, row: Row, clean: Row)
    /// Makes the reading of one lane of ``Lane/alone(_:)`` in which nothing acts any more, and nothing
    /// else either. To be told from `step` with no effects by its speed alone.
    mutating func settle(alone number: Int, row: Row, clean: Row)
    /// Makes the state of `lane` that of `other`, before a tick.
    mutating func fork(_ lane: Lane, from other: Lane)
}

/// A course that the machine's state can take.
enum Lane: Equatable {
    /// The twin: no anomaly, no change.
    case clean
    /// With benign changes: what faults are measured against.
    case changed
    /// With benign changes and faults.
    case faulty
    /// With one of several that overlap and nothing else of its sort: what that one did is measured
    /// here. Numbers are from 0, low ones first.
    case alone(Int)
}

/// One of the models there are. Not an existential: that would be copied out of its box at each
/// tick, and at three million ticks a second it shows.
struct MachineModelChoice: Sendable {
    private var demo: DemoMachine?
    private var physical: PhysicalMachine?

    init(_ demo: DemoMachine) { self.demo = demo }
    init(_ physical: PhysicalMachine) { self.physical = physical }

    private var model: any MachineModel {
        if let physical { return physical }
        guard let demo else { preconditionFailure("a choice holds one model") }
        return demo
    }

    var channels: [String] { model.channels }
    var sigma: [Double] { model.sigma }
    var settlingTime: Double { model.settlingTime }

    mutating func step(_ tick: Int, clean: Row) {
        if physical != nil {
            physical!.step(tick, clean: clean)
        } else {
            demo!.step(tick, clean: clean)
        }
    }

    mutating func step(_ lane: Lane, effects: ProcessEffects, row: Row, clean: Row) {
        if physical != nil {
            physical!.step(lane, effects: effects, row: row, clean: clean)
        } else {
            demo!.step(lane, effects: effects, row: row, clean: clean)
        }
    }

    mutating func settle(alone number: Int, row: Row, clean: Row) {
        if physical != nil {
            physical!.settle(alone: number, row: row, clean: clean)
        } else {
            demo!.settle(alone: number, row: row, clean: clean)
        }
    }

    mutating func fork(_ lane: Lane, from other: Lane) {
        physical?.fork(lane, from: other)
        demo?.fork(lane, from: other)
    }
}
