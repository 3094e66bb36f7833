import Foundation
import JSON5Text
import MachineSimulation
import Telemetry

/// Loads from a CSV file, for the duty `csv`: one a reading, % of rated.
struct RecordedLoad {
    var values: [Double]
    /// The file, for the scenario's hash.
    var bytes: [UInt8]

    /// Largest file that is read.
    private static let sizeLimit = 64 << 20

    /// The value of the parameter `duty` that replays it; nil for a profile without duties.
    static func duty(_ profile: String) -> Double? {
        MachineProfile.named(profile)?.parameters.first { $0.name == "duty" }?.choices
            .firstIndex(of: "csv").map(Double.init)
    }

    /// The loads that `item` names; what is wrong with them goes to its list of problems.
    /// - Parameter folder: what a relative path starts from.
    static func read(_ item: ObjectReader, _ plan: MachinePlan, folder: String) -> RecordedLoad? {
        guard let name = item.string("recording") else {
            if item.has("column") { item.wrong("column", "goes with recording, and there is none") }
            return nil
        }
        guard duty(plan.profile) != nil else {
            item.wrong("recording", "a machine of profile \(plan.profile) has no duty to replay")
            return nil
        }
        let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: sizeLimit + 1), data.count <= sizeLimit,
            let text = String(validating: data, as: UTF8.self)
        else {
            item.wrong(
                "recording", "\(path) cannot be read; allowed: a CSV file of at most 64 MiB")
            return nil
        }
        var lines = text.split(whereSeparator: \.isNewline)
        let header = lines.isEmpty ? [] : lines.removeFirst().split(separator: ",").map(plain)
        let column = item.string("column") ?? "load"
        guard let index = header.firstIndex(of: column) else {
            item.wrong(
                item.has("column") ? "column" : "recording",
                "\(path) has no column \"\(column)\"; there is \(header.joined(separator: ", "))"
                    + Spelling.question(column, in: header))
            return nil
        }
        var values: [Double] = []
        values.reserveCapacity(lines.count)
        for (number, line) in lines.enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard index < cells.count, let value = Double(plain(cells[index])),
                (0...300).contains(value)
            else {
                item.wrong(
                    "recording",
                    "\(path): row \(number + 1) has no load in \"\(column)\"; allowed: 0 to 300 %")
                return nil
            }
            values.append(value)
        }
        if values.isEmpty {
            item.wrong("recording", "\(path) has no rows; allowed: at least one")
            return nil
        }
        return RecordedLoad(values: values, bytes: Array(data))
    }

    private static func plain(_ cell: Substring) -> String {
        cell.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
    }
}
