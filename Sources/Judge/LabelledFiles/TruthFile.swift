import CSVFiles
import CommandLineTool
import Foundation
import GroundTruth
import Scoring
import Telemetry

/// Truth events from a file of their own: what `export --truth` writes, or NAB's windows.
public struct TruthFile: Sendable {
    private struct Entry: Sendable {
        /// Nil where the file does not say.
        var machine: String?
        /// Title of the data's file, where the entry is about one alone.
        var data: String?
        var event: TruthEvent
        var zones: [TimeWindow]
    }

    private let path: String
    private var entries: [Entry] = []

    /// - Throws: ``ToolFailure`` (usage) saying which entry cannot be used and why.
    public init(path: String) throws {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolFailure.usage("--truth \(path): there is no such file, or it cannot be read")
        }
        let json = try? JSONSerialization.jsonObject(with: data)
        if let windows = json as? [String: [[String]]] {
            entries = try Self.windows(windows, path)
            return
        }
        guard let list = json as? [[String: Any]] else {
            throw ToolFailure.usage(
                "--truth \(path): this is no list of events as JSON; write [{\"machine\": \"pump1\","
                    + " \"kind\": \"overload\", \"start\": \"2026-01-31T12:00:00Z\", \"end\":"
                    + " \"2026-01-31T12:05:00Z\"}], let scenario-runner export --truth do so, or give"
                    + " NAB's combined_windows.json")
        }
        for (number, record) in list.enumerated() {
            entries.append(try entry(record, number))
        }
    }

    /// NAB's `combined_windows.json`: for each file of data the first and last time of its windows.
    private static func windows(_ files: [String: [[String]]], _ path: String) throws -> [Entry] {
        var entries: [Entry] = []
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
                    Entry(
                        machine: nil, data: InputFile.title(of: file), event: event, zones: []))
            }
        }
        return entries
    }

    private func entry(_ record: [String: Any], _ number: Int) throws -> Entry {
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
        return Entry(machine: machine, data: nil, event: event, zones: zones)
    }

    /// What is true of a machine.
    /// - Parameters:
    ///   - isOnly: whether it is the only one, whose name the data do not have.
    ///   - data: title of the data's file.
    ///   - end: end of its last row.
    public func truth(of machine: String, isOnly: Bool, in data: String, until end: Int64) -> (
        LabelledTruth, zones: [TimeWindow]
    ) {
        let own = entries.filter { entry in
            if let title = entry.data, title != data { return false }
            return isOnly || entry.machine.map { $0.utf8.elementsEqual(machine.utf8) } ?? true
        }
        let events = own.map(\.event).sorted { ($0.window.start, $0.id) < ($1.window.start, $1.id) }
            .map { event in
                var event = event
                event.machine = machine
                if event.window.end == TimeCells.latest {
                    event.window.end = max(event.window.start + 1, end)
                }
                return event
            }
        return (LabelledTruth(events: events), own.flatMap(\.zones))
    }

    /// How many events are of machines that the data do not have; nil for none.
    /// - Parameter machines: nil where the data have one without a name.
    public func warning(machines: [String]?) -> String? {
        let named = Set(entries.compactMap { $0.machine.map { Array($0.utf8) } })
        guard let machines else {
            return named.count > 1
                ? "\(path) has events of \(named.count) machines, and the data have no column that"
                    + " names machines: all count; --id-column names it" : nil
        }
        let known = Set(machines.map { Array($0.utf8) })
        let strange = entries.count { entry in
            entry.machine.map { !known.contains(Array($0.utf8)) } ?? false
        }
        return strange == 0
            ? nil
            : "\(strange) of \(entries.count) events in \(path) are of machines that the data do not"
                + " have"
    }
}
