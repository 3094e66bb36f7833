import MachineSimulation
import Scenarios

/// What a generator is to do.
public struct GeneratorPlan: Sendable {
    /// How fast the machines' time passes.
    public enum Speed: Sendable, Equatable {
        /// 1 is real time, 60 a minute of it each second.
        case factor(Double)
        /// As fast as the broker takes readings.
        case max
    }

    /// Machines, seed, start and interval; without a number of ticks it goes on for ever.
    public var simulation: SimulationPlan
    /// Name of this execution: in each payload, in file names.
    public var run: String
    /// What the exported scenario is called.
    public var name = "live"
    public var speed = Speed.factor(1)
    public var topicPrefix = "machine"
    /// Trouble on the way that is there all the time, beside the machines' transport anomalies.
    public var delivery = DeliveryLine.Trouble()
    /// A scenario waits when no more can be kept, because each of its readings counts; live machines
    /// go on, and what is oldest is given up and counted.
    public var keepsAll: Bool
    /// Gives machines of one tick slightly different times when there are many, so that they do not
    /// all come at once. A scenario's times are fixed; there only the sending is spread.
    public var spreadsTimes: Bool

    public init(
        _ simulation: SimulationPlan, run: String, keepsAll: Bool = false, spreadsTimes: Bool = true
    ) {
        self.simulation = simulation
        self.run = run
        self.keepsAll = keepsAll
        self.spreadsTimes = spreadsTimes
    }

    /// By how much each machine's times are later than the first's, nanoseconds.
    func phases(_ pacer: Pacer) -> [Int64] {
        spreadsTimes
            ? pacer.phases(machines: simulation.machines.count)
            : Array(repeating: 0, count: simulation.machines.count)
    }

    /// A scenario's plan.
    public init(_ scenario: Scenario, seed: UInt64? = nil, run: String) {
        self.init(scenario.plan(seed: seed), run: run, keepsAll: true, spreadsTimes: false)
        name = scenario.name
        delivery = scenario.delivery
    }

    /// The demo's machines: machine1, machine2, …, for ever.
    public static func demo(
        machines: Int = 3, interval: Int64 = 1_000_000_000, seed: UInt64, start: Int64, run: String
    ) -> GeneratorPlan {
        let plans = (1...max(1, machines)).map {
            MachinePlan(id: "machine\($0)", provider: "Smith and Sons", barcode: "12345670")
        }
        return GeneratorPlan(
            SimulationPlan(seed: seed, start: start, interval: interval, machines: plans), run: run)
    }
}

/// Why a generator cannot go on, or an injection cannot be made.
public enum GeneratorError: Error, Sendable, Equatable {
    case unknownMachine(String)
    case unknownKind(String, known: [String])
    case noSuchEvent(String)
    /// It would undo or hide another anomaly of the machine.
    case conflict(kind: String, with: String, machine: String)
    case invalid(SimulationError)
    /// Truth or ledger cannot be written: nothing unlabelled may leave.
    case cannotRecord(path: String, reason: String)
    /// A line of the truth is not as it was written: nobody can say what was injected.
    case damagedTruth(path: String, line: Int)
    /// Another generator works in the folder.
    case folderInUse(String)
}

extension GeneratorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownMachine(let id): "there is no machine \"\(id)\""
        case .unknownKind(let kind, let known):
            "\"\(kind)\" is no anomaly kind; there are \(known.joined(separator: ", "))"
        case .noSuchEvent(let id): "there is no running event \"\(id)\""
        case .conflict(let kind, let other, let machine):
            "\(machine) has \(other) now, which \(kind) would undo or hide; end it first"
        case .invalid(let error): "\(error)"
        case .cannotRecord(let path, let reason):
            "\(path): \(reason); stopped, because readings must not leave without their record: "
                + "free some space, or name another place with --state or --truth"
        case .damagedTruth(let path, let line):
            "\(path): line \(line) is damaged, so that what was injected cannot be done again: "
                + "leave --resume out to start anew"
        case .folderInUse(let path):
            "\(path) is used by another generator; stop it, or name another folder with --state"
        }
    }
}
