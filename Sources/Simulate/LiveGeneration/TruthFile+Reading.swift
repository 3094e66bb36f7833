import Digests
import DurableFiles
import Foundation
import JSONText

extension TruthFile {
    /// What people did to the machines of `run`, as an earlier execution has written it down: the last
    /// word on each event, in the order in which they began.
    /// - Parameter path: a file that need not be there.
    /// - Throws: ``GeneratorError/damagedTruth(path:line:)``; a torn last line is no damage.
    package static func injected(path: String, run: String) throws -> [FloorEvent] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        var order: [String] = []
        var known: [String: FloorEvent] = [:]
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Behind the last line end stands nothing, or what a kill has torn.
        for (index, line) in lines.dropLast().enumerated() {
            guard let record = Record(line) else {
                throw GeneratorError.damagedTruth(path: path, line: index + 1)
            }
            guard record.run == run, record.source != "scenario" else { continue }
            let key = "\(record.machineID) \(record.id)"
            if known[key] == nil { order.append(key) }
            known[key] = record.floorEvent
        }
        return order.compactMap { known[$0] }
    }

    /// Takes out what `run` wrote of moments that are made again: without that, events would begin or end
    /// twice.
    /// - Parameter moments: of each machine, the time of its first reading that is made again.
    /// - Throws: ``GeneratorError/cannotRecord(path:reason:)``; the file is then as it was.
    static func forget(
        path: String, run: String, from moments: [String: Int64]
    ) throws(GeneratorError) {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let kept = lines.dropLast().filter { line in
            guard let record = Record(line), record.run == run,
                let moment = moments[record.machineID]
            else { return true }
            return (record.event == "end" ? record.end ?? .max : record.start) < moment
        }
        guard kept.count < lines.count - 1 else { return }
        var text = Data(kept.joined(separator: [UInt8(ascii: "\n")]))
        if !kept.isEmpty { text.append(UInt8(ascii: "\n")) }
        do throws(UnwritableFile) { try AtomicFile.replace(path, with: [text], mode: 0o600) } catch
        {
            throw .cannotRecord(path: path, reason: error.cause.reason)
        }
    }

    /// A line, as ``FloorEvent`` writes it.
    private struct Record {
        /// "start" or "end".
        var event: String
        var run: String
        var id: String
        var machineID: String
        var kind: String
        var group: String
        var magnitude: Double
        var channels: [String]
        var start: Int64
        var end: Int64?
        var source: String

        /// - Returns: nil if the line is not what was written.
        init?(_ line: Data) {
            let mark = Data(#","crc32c":""#.utf8)
            guard let place = line.range(of: mark, options: .backwards),
                let sum = UInt32(
                    String(decoding: line[place.upperBound...].prefix(8), as: UTF8.self), radix: 16),
                sum == CRC32C.checksum(Array(line[..<place.lowerBound])),
                let json = try? JSONReader.read(Array(line)),
                let event = json["event"]?.asString, let run = json["run"]?.asString,
                let id = json["id"]?.asString, let machineID = json["machineID"]?.asString,
                let kind = json["kind"]?.asString, let group = json["group"]?.asString,
                let magnitude = json["magnitude"]?.asNumber,
                let channels = json["channels"]?.asStrings,
                let start = json["start"]?.asInteger, let source = json["source"]?.asString
            else { return nil }
            let end = json["end"] ?? .null
            guard end == .null || end.asInteger != nil else { return nil }
            (self.event, self.run, self.id, self.machineID) = (event, run, id, machineID)
            (self.kind, self.group, self.magnitude, self.channels) = (
                kind, group, magnitude, channels
            )
            (self.start, self.end, self.source) = (
                Int64(start), end.asInteger.map(Int64.init), source
            )
        }

        /// The event; in which ticks it lies depends on the machine.
        var floorEvent: FloorEvent {
            FloorEvent(
                id: id, machine: machineID, kind: kind, group: group, magnitude: magnitude,
                channels: channels, startTick: 0, endTick: nil, start: start, end: end,
                isRunning: false, source: source)
        }
    }
}
