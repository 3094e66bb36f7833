/// Anomalies of one sort that act on the machine's state (benign changes, or faults on top of them),
/// and what is left of those that did.
///
/// They act together, on one lane of the model. What each did is measured as if it were alone: while
/// two or more have left a trace, each has a lane of its own in which nothing but it happens.
struct TraceLayer: Sendable {
    /// One whose doing is still measured.
    struct Trace: Sendable {
        let injection: Int
        /// Its own lane; nil while it is the only one, for the common lane is its own then.
        var lane: Lane?
    }

    /// The lane on which all of them act.
    let lane: Lane
    /// Positions of the injections at work, in the order of their starts.
    var acting: [Int] = []
    /// In the order of their starts.
    var traces: [Trace] = []
    /// Whether the common lane has left the one it came from.
    var isLive = false

    init(lane: Lane) { self.lane = lane }

    /// Takes in those that have begun to act.
    /// - Parameter base: the lane that they leave.
    mutating func open(from base: Lane, _ model: inout MachineModelChoice) {
        guard !acting.isEmpty else { return }
        if !isLive {
            isLive = true
            model.fork(lane, from: base)
        }
        for injection in acting where !traces.contains(where: { $0.injection == injection }) {
            if traces.isEmpty {
                traces.append(Trace(injection: injection))
                continue
            }
            if traces.count == 1, traces[0].lane == nil {
                traces[0].lane = ownLane(1)
                model.fork(ownLane(1), from: lane)
            }
            let own = ownLane(freeNumber)
            traces.append(Trace(injection: injection, lane: own))
            model.fork(own, from: base)
        }
    }

    /// Forgets all of them: the machine is again what it would be without.
    mutating func close() {
        isLive = false
        traces.removeAll(keepingCapacity: true)
    }

    /// Benign changes and faults have their lanes in turn.
    private func ownLane(_ number: Int) -> Lane { .alone(2 * number - (lane == .faulty ? 1 : 2)) }

    private var freeNumber: Int {
        var number = 1
        while traces.contains(where: { $0.lane == ownLane(number) }) { number += 1 }
        return number
    }
}
