import CSVFiles
import CommandLineTool
import Foundation
import GroundTruth
import Telemetry

/// Reads truth events from JSON: the list that `export --truth` writes, or NAB's windows.
struct TruthJSON {
    let path: String

    /// What `data` are as JSON; nil if they are none.
    func document(_ data: Data) -> Any? { try? JSONSerialization.jsonObject(with: data) }

    /// - Parameter json: as ``document(_:)`` gives it.
    /// - Throws: ``ToolFailure`` (usage) saying which entry cannot be used and why.
    func entries(_ json: Any?) throws -> [TruthFile.Entry] {
        if let windows = json as? [String: [[String]]] { return try self.windows(windows) }
        guard let list = json as? [[String: Any]] else {
            throw ToolFailure.usage(
                "--truth \(path): this is no list of events as JSON; write [{\"machine\": \"pump1\","
                    + " \"kind\": \"overload\", \"start\": \"2026-01-31T12:00:00Z\", \"end\":"
                    + " \"2026-01-31T12:05:00Z\"}], let scenario-runner export --truth do so, give NAB's"
                    + " combined_windows.json, or a CSV file with the columns id,start,end,kind")
        }
        return try list.enumerated().map { try entry($1, $0) }
    }

    /// NAB's `combined_windows.json`: for each file of data the first and last time of its windows.
    private func windows(_ files: [String: [[String]]]) throws -> [TruthFile.Entry] {
        var entries: [TruthFile.Entry] = []
        for (file, windows) in files.sorted(by: { $0.key < $1.key }) {
            for window in windows {
                let times = window.compactMap { Instant.parse($0) }
                guard window.count == 2, times.count == 2, times[0] <= times[1],
                    times.allSatisfy({ $0.magnitude < TimeCells.latest.magnitude })
                else {
                    throw ToolFailure.usage(
                        "--truth \(path): \(file): \(window) is no window of two times")
                }
                // Both ends lie inside.
                let event = TruthEvent(
                    id: "window-\(entries.count + 1)", machine: "", kind: "anomaly",
                    group: .process, window: TimeWindow(start: times[0], end: times[1] + 1))
                entries.append(
                    TruthFile.Entry(data: InputFile.title(of: file), event: event))
            }
        }
        return entries
    }

    private func entry(_ record: [String: Any], _ number: Int) throws -> TruthFile.Entry {
        func time(_ value: Any?, _ name: String) throws -> Int64 {
            guard let text = value as? String, let time = Instant.parse(text),
                time.magnitude <= TimeCells.latest.magnitude
            else {
                throw ToolFailure.usage(
                    "--truth \(path): [\(number)].\(name): there is no time such as"
                        + " 2026-01-31T12:00:00Z from 1828 to 2111")
            }
            return time
        }
        func given(_ name: String) -> Bool { record[name] != nil && !(record[name] is NSNull) }
        let start = try time(record["start"], "start")
        // A fault that never ended counts to the end of the data.
        let end = given("end") ? try time(record["end"], "end") : TimeCells.latest
        guard end > start else {
            throw ToolFailure.usage("--truth \(path): [\(number)].end: is not after the start")
        }
        let group =
            (record["group"] as? String).flatMap(TruthEvent.Group.init(rawValue:)) ?? .process
        let machine = record["machine"] as? String
        let observable =
            given("observable_from") ? try time(record["observable_from"], "observable_from") : nil
        let undetectable = record["undetectable"] as? Bool ?? false
        let event = TruthEvent(
            id: record["id"] as? String ?? "event-\(number + 1)", machine: machine ?? "",
            kind: record["kind"] as? String ?? "anomaly", group: group,
            window: TimeWindow(start: start, end: end),
            rootChannels: record["root_channels"] as? [String] ?? [],
            affectedChannels: record["affected_channels"] as? [String] ?? [],
            observableFrom: observable,
            effectEnd: given("effect_end") ? try time(record["effect_end"], "effect_end") : nil,
            peakSigma: record["peak_sigma"] as? Double,
            isScored: record["scored"] as? Bool
                ?? (!undetectable && group != .benign && group != .transport))
        let zones = try (record["ignored"] as? [[String: Any]] ?? []).map {
            let start = try time($0["start"], "ignored.start")
            let end = try time($0["end"], "ignored.end")
            guard end > start else {
                throw ToolFailure.usage(
                    "--truth \(path): [\(number)].ignored.end: is not after the start")
            }
            return TimeWindow(start: start, end: end)
        }
        return TruthFile.Entry(machine: machine, event: event, zones: zones)
    }
}
