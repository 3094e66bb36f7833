import CSVFiles
import Foundation
import JSONText
import Telemetry

/// Alarms as someone exported them: `id,start[,end][,score]` with a header, or an object a line with
/// these members.
///
/// Without an `end` at all a row is a moment, or the reading of that time; one that is empty, or null, is
/// an alarm that was never resolved.
public enum AlertsFile {
    private static let ids = ["id", "machine", "machineid", "machine_id", "unique_id"]
    private static let starts = ["start", "time", "timestamp", "startsat", "starts_at"]
    private static let ends = ["end", "endsat", "ends_at"]

    /// - Parameter clock: whose times the file's are.
    /// - Throws: ``VerdictSourceError/unreadable(file:reason:)`` where the file as a whole is none;
    ///   single lines that are damaged are items.
    public static func read(
        _ path: String, clock: VerdictClock = .data
    ) throws(VerdictSourceError) -> [VerdictItem] {
        let lower = path.lowercased()
        if lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw .unreadable(file: path, reason: "it cannot be read")
            }
            return lines(of: [UInt8](data), clock: clock)
        }
        do {
            return try rows(of: CSVReader(path: path, otherSeparators: [59, 9]), clock: clock)
        } catch let error as VerdictSourceError { throw error } catch {
            throw .unreadable(file: path, reason: "\(error)")
        }
    }

    // MARK: - CSV

    private static func rows(of reader: CSVReader, clock: VerdictClock) throws -> [VerdictItem] {
        let header = reader.header.map { $0.lowercased() }
        func column(_ names: [String]) -> Int? {
            names.lazy.compactMap { header.firstIndex(of: $0) }.first
        }
        guard let id = column(ids), let start = column(starts) else {
            throw VerdictSourceError.unreadable(
                file: reader.name,
                reason: "alarms have the columns id and start, and may have end and score;"
                    + " here are \(reader.header.joined(separator: ", "))")
        }
        let (end, score) = (column(ends), column(["score"]))
        var times = TimeCells()
        var items: [VerdictItem] = []
        while true {
            do {
                guard case .row = try reader.next() else { return items }
            } catch CSVError.wrongCellCount(_, let line, let found, let expected) {
                items.append(
                    .notUnderstood(
                        text: "line \(line)", reason: "\(found) cells, not \(expected)"))
                continue
            }
            let began = times.nanoseconds(reader.cell(start))
            items.append(
                alarm(
                    of: reader.cell(id).text, from: began,
                    to: end.map { end in
                        reader.cell(end).isEmpty ? .open : .at(times.nanoseconds(reader.cell(end)))
                    } ?? .unsaid, score: score.flatMap { reader.cell($0).number }, clock: clock,
                    text: String(decoding: reader.row, as: UTF8.self)))
        }
    }

    /// What an alarm's end says.
    private enum End {
        /// Nothing: there is none.
        case unsaid
        /// It was never resolved.
        case open
        /// Nil for what is no time.
        case at(Int64?)
    }

    /// - Parameters:
    ///   - start: nil for what is no time.
    ///   - text: the line, where it cannot be understood.
    private static func alarm(
        of machine: String, from start: Int64?, to end: @autoclosure () -> End, score: Double?,
        clock: VerdictClock,
        text: String
    ) -> VerdictItem {
        guard let start else { return .notUnderstood(text: text, reason: "its start is no time") }
        let form: SaidVerdict.Form
        switch end() {
        case .unsaid: form = .moment
        case .open: form = .firing
        case .at(let end?) where end >= start: form = .over(end: end)
        case .at:
            return .notUnderstood(text: text, reason: "its end is no time after its start")
        }
        return .said(
            SaidVerdict(machine: machine, form: form, time: start, clock: clock, score: score))
    }

    // MARK: - JSON

    private static func lines(of bytes: [UInt8], clock: VerdictClock) -> [VerdictItem] {
        var times = TimeCells()
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { return nil }
            let text = String(decoding: line.prefix(200), as: UTF8.self)
            guard let value = try? JSONReader.read(Array(line)) else {
                return .notUnderstood(text: text, reason: "it is no JSON")
            }
            return item(value, text: text, clock: clock, &times)
        }
    }

    private static func item(
        _ value: JSONValue, text: String, clock: VerdictClock, _ times: inout TimeCells
    ) -> VerdictItem {
        guard case .object(let members) = value else {
            return .notUnderstood(text: text, reason: "it is no object")
        }
        func member(_ names: [String]) -> JSONValue? {
            names.lazy.compactMap { name in members.first { $0.key.lowercased() == name }?.value }
                .first
        }
        guard let id = member(ids)?.plainText else {
            return .notUnderstood(text: text, reason: "it names no machine as id")
        }
        let began = member(starts).flatMap { times.nanoseconds($0) }
        return alarm(
            of: id, from: began,
            to: member(ends).map { $0 == .null ? .open : .at(times.nanoseconds($0)) } ?? .unsaid,
            score: member(["score"])?.double, clock: clock, text: text)
    }
}
