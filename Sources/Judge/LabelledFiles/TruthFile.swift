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
    /// Titles of the files of data that NAB's windows name, those without a window too.
    var titles: [String] = []
    /// Incidents that came a second time, and count once.
    var repeatedCount = 0
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
            let found = try Self.read(one)
            entries += found.entries.map { entry in
                var entry = entry
                entry.labeler += count
                return entry
            }
            count += found.labelers
            titles += found.titles
            repeatedCount += found.repeatedCount
        }
        labelers = count
    }

    /// A single file.
    /// - Throws: ``ToolFailure`` (usage) saying which entry cannot be used and why.
    public init(path: String) throws { try self.init(paths: [path]) }

    init(path: String, entries: [Entry]) {
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

    private static func read(_ path: String) throws -> TruthFile {
        let data = try contents(path)
        let first = data.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if let first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
            return try TruthTable.read(path)
        }
        let json = TruthJSON(path: path)
        let document = json.document(data)
        var file = TruthFile(path: path, entries: try json.entries(document))
        file.titles =
            (document as? [String: [[String]]])?.keys.sorted().map(InputFile.title) ?? []
        return file
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
}
