import DurableFiles
import Foundation

/// What was sent, written before it is: a record for each piece of work, from which the plan makes the
/// very readings again.
///
/// A record is a kind and whole numbers: 1, what was made (first tick, ticks, first machine, machines); 2,
/// up to which tick the broker has acknowledged everything; 3, an end in order (ticks made by all machines,
/// machines that have made one more, readings given up).
package final class SendLedger {
    private let file: RecordFile

    /// - Parameter header: what the run was made from; written once, at the start of the file.
    /// - Throws: ``RecordFileError``.
    package init(path: String, header: [UInt8]) throws {
        file = try RecordFile(appendingTo: path)
        if file.size == RecordFile.headSize {
            try header.withUnsafeBytes { try file.append($0) }
        }
    }

    /// What of an earlier ledger could not be read.
    var damage: RecordDamage? { file.damage }

    /// Notes readings that are about to be sent.
    package func willSend(tick: Int, ticks: Int, machines: Range<Int>) throws {
        try append(1, [tick, ticks, machines.lowerBound, machines.count])
    }

    /// Notes that all readings before `tick` have been acknowledged.
    package func acknowledged(before tick: Int) throws { try append(2, [tick]) }

    /// Notes an end in order: nothing else was made.
    func ended(ticks: Int, machines: Int, lost: Int) throws {
        try append(3, [ticks, machines, lost])
    }

    func save() throws { try file.sync() }

    private func append(_ kind: UInt8, _ numbers: [Int]) throws {
        let wide = numbers.map { Int64($0).littleEndian }
        try withUnsafeBytes(of: kind) { head in
            try wide.withUnsafeBytes { try file.append(head, $0) }
        }
    }

    /// What an earlier run has left.
    package struct Past: Equatable {
        var header: LedgerHeader
        /// First tick of which something was perhaps not sent, and first of which nothing was.
        var acknowledgedBefore = 0
        var madeBefore = 0
        /// How the last execution ended in order; nil if it was killed.
        var end: End?
        /// Readings given up in all executions.
        var lost = 0

        struct End: Equatable {
            var ticks: Int
            var machines: Int
        }
    }

    /// - Returns: nil where there is no ledger, or none that can be understood.
    package static func past(path: String) throws -> Past? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let reader = try RecordReader(path: path)
        guard let first = try reader.next(), let header = LedgerHeader(first) else { return nil }
        var past = Past(header: header)
        while let body = try reader.next() {
            let numbers = stride(from: 1, through: body.count - 8, by: 8).map { place in
                (0..<8).reduce(0) { $0 | Int(body[place + $1]) << (8 * $1) }
            }
            switch body.first {
            case 1 where numbers.count == 4:
                let (end, overflow) = numbers[0].addingReportingOverflow(numbers[1])
                past.madeBefore = max(past.madeBefore, overflow ? .max : end)
                past.end = nil
            case 2 where numbers.count == 1:
                past.acknowledgedBefore = max(past.acknowledgedBefore, numbers[0])
            case 3 where numbers.count == 3:
                past.end = Past.End(ticks: numbers[0], machines: numbers[1])
                past.lost = past.lost.addingReportingOverflow(max(0, numbers[2])).0
            default: break
            }
        }
        return past
    }
}
