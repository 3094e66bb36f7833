import DetectionPipeline
import Scenarios
import Telemetry
import VerdictSources

extension MachineNames {
    /// A scenario's machines by id and by unique id.
    init(_ scenario: Scenario) {
        self.init(
            scenario.machines.map { machine in
                let series = SeriesIdentity(
                    machineID: machine.id, provider: machine.provider, run: "")
                return (machine.id, [TransformData.uniqueID(of: series)])
            })
    }
}
