import Digests
import Foundation

/// What was sent, written before it is: a record for each piece of work, from which the plan makes the
/// very readings again.
///
/// A record is a kind and whole numbers: what was made (first tick, ticks, first machine, machines), or
/// up to which tick the broker has acknowledged everything.
package final class SendLedger {
    private let file: RecordFile
    private var unsaved = 0

    /// - Parameter header: what the run was made from; written once, at the start of the file.
    /// - Throws: ``RecordFileError``.
    package init(path: String, header: [UInt8]) throws {
        file = try RecordFile(appendingTo: path)
        if file.size == RecordFile.format.count {
            try header.withUnsafeBytes { try file.append($0) }
        }
    }

    /// Notes readings that are about to be sent.
    package func willSend(tick: Int, ticks: Int, machines: Range<Int>) throws {
        try append(1, [tick, ticks, machines.lowerBound, machines.count])
    }

    /// Notes that all readings before `tick` have been acknowledged.
    package func acknowledged(before tick: Int) throws { try append(2, [tick]) }

    func save() throws { try file.sync() }

    private func append(_ kind: UInt8, _ numbers: [Int]) throws {
        let wide = numbers.map { Int64($0).littleEndian }
        try withUnsafeBytes(of: kind) { head in
            try wide.withUnsafeBytes { try file.append(head, $0) }
        }
    }

    /// What an earlier run has left.
    package struct Past: Equatable {
        var header: [UInt8]
        /// First tick of which something was perhaps not sent, and first of which nothing was.
        var acknowledgedBefore = 0
        var madeBefore = 0
    }

    /// - Returns: nil where there is no ledger.
    package static func past(path: String) throws -> Past? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let reader = try RecordReader(path: path)
        guard let header = try reader.next() else { return nil }
        var past = Past(header: header)
        while let body = try reader.next() {
            let numbers = stride(from: 1, through: body.count - 8, by: 8).map { place in
                (0..<8).reduce(0) { $0 | Int(body[place + $1]) << (8 * $1) }
            }
            switch body.first {
            case 1 where numbers.count == 4:
                let (end, overflow) = numbers[0].addingReportingOverflow(numbers[1])
                past.madeBefore = max(past.madeBefore, overflow ? .max : end)
            case 2 where numbers.count == 1:
                past.acknowledgedBefore = max(past.acknowledgedBefore, numbers[0])
            default: break
            }
        }
        return past
    }
}
