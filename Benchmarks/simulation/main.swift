// How many readings a second one core makes, with faults and the clean twin.
//
//     swift run -c release simulation-benchmark
//
// Each line is a machine over a simulated day; "faults" has one at work half of the time.
import Glibc
import MachineSimulation

/// Seconds of processor time that this program has taken: other people's load does not count.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func faults(_ kind: String, of ticks: Int) -> [AnomalyPlan] {
    stride(from: 1800, to: ticks, by: 3600).enumerated().map { number, start in
        AnomalyPlan(id: "\(kind)\(number)", kind: kind, start: start, end: start + 1800)
    }
}

let ticks = 86_400 * 5
let cases: [(name: String, kinds: [String])] = [
    ("clean", []), ("overload", ["overload"]), ("cooling_loss + stuck", ["cooling_loss", "stuck"]),
    ("recipe_change + bearing_wear + drift", ["recipe_change", "bearing_wear", "drift"]),
    ("three process faults at once", ["cooling_loss", "bearing_wear", "efficiency_loss"]),
]
var total = (readings: 0.0, seconds: 0.0)
print("profile     faults                                 million readings/s")
for profile in MachineProfile.all.map(\.name) {
    for (name, kinds) in cases {
        let machine = MachinePlan(
            id: "machine1", profile: profile, anomalies: kinds.flatMap { faults($0, of: ticks) })
        let plan = SimulationPlan(seed: 1, start: 0, machines: [machine])
        var simulated = try SimulatedMachine(machine, in: plan)
        var sum = 0.0
        let start = processorTime()
        simulated.advance(ticks) { _, _, clean, faulty in sum += clean[1] + faulty[1] }
        let took = processorTime() - start
        let rate = Double(ticks) / took / 1e6
        total.readings += Double(ticks)
        total.seconds += took
        let label = profile + String(repeating: " ", count: 12 - profile.count) + name
        print(label + String(repeating: " ", count: 52 - label.count), (rate * 10).rounded() / 10)
        precondition(sum.isFinite)
    }
}
let mean = total.readings / total.seconds / 1e6
print("all of it" + String(repeating: " ", count: 43), (mean * 10).rounded() / 10)
