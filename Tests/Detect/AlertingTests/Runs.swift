import Alerting
import DetectionPipeline

let second: Int64 = 1_000_000_000
/// 2026-01-01T00:00:00Z.
let midnight: Int64 = 1_767_225_600 * second

/// A run of anomalies that began `start` seconds after midnight.
func run(
    _ machine: String = "machine1", start: Int64, length: Int64 = 5, score: Double = 0.93,
    channel: String? = "vibration"
) -> AnomalyRun {
    AnomalyRun(
        uniqueID: "smith-and-sons-\(machine)", machineID: machine, start: midnight + start * second,
        last: midnight + (start + length) * second, anomalousCount: Int(length) + 1,
        peakScore: score, peakTime: midnight + (start + 1) * second, leadingChannel: channel,
        peakValues: [190, 512.25, 310, .infinity])
}

let channelNames = ["load", "vibration", "power", "temperature"]

func alert(
    _ number: Int = 1, machine: String = "machine1", state: Alert.State = .open,
    score: Double = 0.93, channel: String? = "vibration", untold: Int = 0
) -> Alert {
    Alert(
        state, run(machine, start: Int64(number) * 1_000, score: score, channel: channel),
        run: "r1", channels: channelNames, untold: untold)
}
