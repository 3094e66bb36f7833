import MachineSimulation
import SeededRandom

/// Anomalies by chance: a Poisson process on each machine, from the seed alone.
public struct RandomSchedule: Sendable, Equatable {
    public var machines: [String]
    /// Anomalies an hour of the time that no anomaly and no gap takes.
    public var rate: Double
    /// Nanoseconds from the end of one to the start of the next, at least.
    public var minimumGap: Int64
    /// What may come, and how often in relation to the others.
    public var kinds: [(name: String, weight: Double)]
    /// Shortest and longest, nanoseconds.
    public var length: ClosedRange<Int64>
    /// Weakest and strongest; 1 is the kind as described.
    public var magnitude: ClosedRange<Double>
    /// Nanoseconds from the start of the scenario between which they begin.
    public var time: Range<Int64>

    public static func == (a: RandomSchedule, b: RandomSchedule) -> Bool {
        a.machines == b.machines && a.rate == b.rate && a.minimumGap == b.minimumGap
            && a.length == b.length && a.magnitude == b.magnitude && a.time == b.time
            && a.kinds.elementsEqual(b.kinds) { $0 == $1 }
    }

    /// One machine's anomalies. They meet neither each other nor those the machine has already.
    /// - Parameters:
    ///   - number: tells this schedule from the scenario's others, in names and in draws.
    ///   - interval: nanoseconds from one reading to the next.
    func draw(machine: MachinePlan, number: Int, seed: UInt64, interval: Int64) -> [AnomalyPlan] {
        let draws = RandomStream(seed: seed, owner: machine.id, purpose: "schedule/\(number)")
        let total = kinds.reduce(0) { $0 + $1.weight }
        guard rate > 0, total > 0 else { return [] }
        var anomalies: [AnomalyPlan] = []
        var now = Double(time.lowerBound)
        var index: UInt64 = 0
        func uniform() -> Double {
            index += 1
            return draws.uniform(at: index)
        }
        while true {
            now += -PlainMath.log(1 - uniform()) * 3600e9 / rate
            guard now < Double(time.upperBound) else { return anomalies }
            let length =
                Double(length.lowerBound)
                + uniform() * Double(length.upperBound - length.lowerBound)
            var pick = uniform() * total
            var kind = kinds[kinds.count - 1].name
            for candidate in kinds {
                pick -= candidate.weight
                if pick < 0 {
                    kind = candidate.name
                    break
                }
            }
            let strength =
                magnitude.lowerBound
                + uniform() * (magnitude.upperBound - magnitude.lowerBound)
            let start = Int(now / Double(interval))
            let end = min(
                start + max(1, Int(length / Double(interval))), Int(time.upperBound / interval))
            let gap = Int(minimumGap / interval)
            let isFree = machine.anomalies.allSatisfy { other in
                start >= (other.end ?? .max - gap) + gap || end + gap <= other.start
            }
            if isFree, end > start {
                anomalies.append(
                    AnomalyPlan(
                        id: "random\(number)-\(anomalies.count + 1)", kind: kind, start: start,
                        end: end, magnitude: strength))
            }
            now += length + Double(minimumGap)
        }
    }
}
