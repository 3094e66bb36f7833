import Digests
import MachineSimulation

/// The head of a send ledger: what the run was made from, as lines of text.
public struct LedgerHeader: Sendable, Equatable {
    public var run: String
    /// The scenario's name; "live" without one.
    public var name: String
    public var seed: UInt64
    /// Time of the first reading, nanoseconds since 1970 UTC.
    public var start: Int64
    public var interval: Int64
    /// SHA-256 of the machines' ids.
    public var machinesHash: String
    /// How many machines there were, how fast their time passed (0 for as fast as could be), and where
    /// the truth lies; nil in ledgers of earlier versions.
    public var details: Details?

    public struct Details: Sendable, Equatable {
        public var machines: Int
        public var speed: Double
        public var truthPath: String
    }

    init(_ plan: GeneratorPlan, truthPath: String) {
        let simulation = plan.simulation
        run = plan.run
        name = plan.name
        seed = simulation.seed
        start = simulation.start
        interval = simulation.interval
        machinesHash = SHA256.hex(simulation.machines.map(\.id).joined(separator: " ").utf8)
        let speed = if case .factor(let factor) = plan.speed { factor } else { 0.0 }
        details = Details(
            machines: simulation.machines.count, speed: speed, truthPath: truthPath)
    }

    /// - Returns: nil for any other text.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.count >= 3,
            let plan = lines[1].wholeMatch(of: /(.*) seed (\d+) start (-?\d+) interval (\d+)/),
            let seed = UInt64(plan.2), let start = Int64(plan.3), let interval = Int64(plan.4)
        else { return nil }
        run = String(lines[0])
        name = String(plan.1)
        (self.seed, self.start, self.interval) = (seed, start, interval)
        machinesHash = String(lines[2])
        if lines.count > 3,
            let more = lines[3].wholeMatch(of: /machines (\d+) speed (\S+) truth (.*)/),
            let machines = Int(more.1), let speed = Double(more.2)
        {
            details = Details(machines: machines, speed: speed, truthPath: String(more.3))
        }
    }

    var bytes: [UInt8] {
        var text =
            "\(run)\n\(name) seed \(seed) start \(start) interval \(interval)\n\(machinesHash)\n"
        if let details {
            text +=
                "machines \(details.machines) speed \(details.speed) truth \(details.truthPath)\n"
        }
        return Array(text.utf8)
    }

    /// Whether the readings are the same, but for the run's name.
    func isSamePlan(as other: LedgerHeader) -> Bool {
        (name, seed, start, interval, machinesHash)
            == (other.name, other.seed, other.start, other.interval, other.machinesHash)
    }

    /// The plan of machines that no scenario describes.
    /// - Returns: nil where the ledger does not say how many there were.
    public var livePlan: GeneratorPlan? {
        guard let details else { return nil }
        var plan = GeneratorPlan.demo(
            machines: details.machines, interval: interval, seed: seed, start: start, run: run)
        plan.speed = details.speed > 0 ? .factor(details.speed) : .max
        return plan
    }
}
