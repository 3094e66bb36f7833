import CSVFiles
import CommandLineTool
import Foundation
import GroundTruth
import Scoring
import Telemetry

/// Truth events from files of their own: what `export --truth` writes, NAB's windows, or a CSV file of
/// incidents. Each file, or each name in a column `labeler`, is what one person found.
public struct TruthFile: Sendable {
    struct Entry: Sendable {
        /// Nil where the file does not say.
        var machine: String?
        /// Title of the data's file, where the entry is about one alone.
        var data: String?
        var event: TruthEvent
        var zones: [TimeWindow] = []
        /// Who found it, by number.
        var labeler = 0
    }

    let path: String
    var entries: [Entry] = []
    /// How many people found them.
    var labelers = 1
    /// By how many of them a moment must be marked to be part of an event; nil for more than half.
    public var agreeing: Int?

    /// - Parameter paths: at least one, a file for each person.
    /// - Throws: ``ToolFailure`` (usage) saying which entry cannot be used and why.
    public init(paths: [String]) throws {
        path = paths.joined(separator: ", ")
        var count = 0
        for one in paths {
            let (found, people) = try Self.read(one)
            entries += found.map { entry in
                var entry = entry
                entry.labeler += count
                return entry
            }
            count += people
        }
        labelers = count
    }

    /// A single file.
    /// - Throws: ``ToolFailure`` (usage) saying which entry cannot be used and why.
    public init(path: String) throws { try self.init(paths: [path]) }

    private init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries
    }

    /// A file of windows as NAB has it, with its texts: for each file of data the first and last time of each.
    /// - Returns: nil where it is another kind of truth.
    /// - Throws: ``ToolFailure`` (usage) saying what cannot be used and why.
    public static func windows(
        path: String
    ) throws -> (truth: TruthFile, texts: [String: [[String]]])? {
        let json = TruthJSON(path: path)
        let document = json.document(try contents(path))
        let truth = TruthFile(path: path, entries: try json.entries(document))
        return (document as? [String: [[String]]]).map { (truth, $0) }
    }

    private static func contents(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolFailure.usage("--truth \(path): there is no such file, or it cannot be read")
        }
        return data
    }

    private static func read(_ path: String) throws -> (entries: [Entry], labelers: Int) {
        let data = try contents(path)
        let first = data.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if let first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
            return try TruthTable.read(path)
        }
        let json = TruthJSON(path: path)
        return (try json.entries(json.document(data)), 1)
    }

    /// What is true of a machine.
    /// - Parameters:
    ///   - isOnly: whether it is the only one, whose name the data do not have.
    ///   - data: title of the data's file.
    ///   - end: end of its last row.
    public func truth(of machine: String, isOnly: Bool, in data: String, until end: Int64) -> (
        LabelledTruth, zones: [TimeWindow]
    ) {
        let own = agreed(
            entries.filter { entry in
                if let title = entry.data, title != data { return false }
                return isOnly || entry.machine.map { $0.utf8.elementsEqual(machine.utf8) } ?? true
            })
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
