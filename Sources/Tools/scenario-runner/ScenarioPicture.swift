import Charts
import MachineSimulation
import Scenarios
import Telemetry

/// A scenario at a glance: the machine that most happens to, the channels that show it, faults in
/// red and benign changes in grey.
struct ScenarioPicture {
    private let scenario: Scenario
    private let plan: SimulationPlan

    init(_ scenario: Scenario) throws {
        self.scenario = scenario
        plan = scenario.plan()
    }

    var svg: String {
        get throws {
            let machine = busiest
            var simulated = try SimulatedMachine(machine, in: plan)
            let channels = simulated.channels
            // Many readings make one pixel; least and greatest of each piece keep every spike.
            let pieces = min(scenario.tickCount, 320)
            var columns = Array(repeating: Column(), count: channels.count)
            for piece in 0..<pieces {
                let first = piece * scenario.tickCount / pieces
                let count = (piece + 1) * scenario.tickCount / pieces - first
                simulated.advance(count) { time, _, _, row in
                    for channel in 0..<row.count { columns[channel].take(row[channel], time) }
                }
                for channel in columns.indices { columns[channel].close() }
            }
            let shown = shown(machine, of: channels)
            var plot = LinePlot(
                title: "\(scenario.name): \(machine.id)",
                lanes: shown.map { channel in
                    LinePlot.Lane(
                        label: label(channel, machine), times: columns[channel].times,
                        values: columns[channel].values)
                }, width: 560, laneHeight: 56)
            plot.shades = machine.anomalies.compactMap { anomaly in
                guard let time = simulated.time(ofAnomaly: anomaly.id) else { return nil }
                let isBenign = AnomalyCatalogue.kind(anomaly.kind)?.group == .benign
                return LinePlot.Shade(
                    TimeWindow(
                        start: plan.time(ofTick: time.start),
                        end: plan.time(ofTick: time.end ?? scenario.tickCount)),
                    color: isBenign ? "#dfe3e8" : "#f7c5be")
            }.sorted { $0.color > $1.color }
            return plot.svg
        }
    }

    private struct Column {
        var times: [Int64] = []
        var values: [Double] = []
        private var low = (value: Double.infinity, time: Int64(0))
        private var high = (value: -Double.infinity, time: Int64(0))

        mutating func take(_ value: Double, _ time: Int64) {
            if value < low.value { low = (value, time) }
            if value > high.value { high = (value, time) }
        }

        /// With three digits, which is finer than a lane of the picture.
        mutating func close() {
            let pair = low.time <= high.time ? [low, high] : [high, low]
            for (value, time) in pair where value.isFinite {
                if let last = times.last, time <= last { continue }
                times.append(time)
                values.append(value)
            }
            low = (.infinity, 0)
            high = (-.infinity, 0)
        }
    }

    /// The first of the machines with the most kinds.
    private var busiest: MachinePlan {
        func kinds(_ machine: MachinePlan) -> Int {
            Set(machine.anomalies.map(\.kind)).count
        }
        let most = plan.machines.map(kinds).max() ?? 0
        return plan.machines.first { kinds($0) == most } ?? plan.machines[0]
    }

    /// Load, and the first channels of what acts on the machine.
    private func shown(_ machine: MachinePlan, of channels: [String]) -> [Int] {
        var wanted: Set<String> = ["load"]
        for anomaly in machine.anomalies {
            wanted.formUnion(AnomalyCatalogue.kind(anomaly.kind)?.roots(anomaly.channels) ?? [])
        }
        if machine.anomalies.isEmpty { wanted.formUnion(channels) }
        return channels.indices.filter { wanted.contains(channels[$0]) }
    }

    private func label(_ channel: Int, _ machine: MachinePlan) -> String {
        guard let known = MachineProfile.named(machine.profile)?.channels[channel] else {
            return ""
        }
        return known.unit.isEmpty ? known.name : "\(known.name), \(known.unit)"
    }
}
