import DurableFiles
import Foundation
import LiveGeneration
import MQTTTransport
import ReadingIngest
import TestSupport

extension FuzzedReader {
    static let recordReaders = [
        FuzzedReader("record-file", inputs: 40_000, corpus: recordFiles) { bench in
            { bytes in
                let path = try bench.write(bytes, to: "records")
                let reader = try RecordReader(path: path)
                while try reader.next() != nil {}
                let file = try RecordFile(appendingTo: path)
                try [1, 2, 3].withUnsafeBytes { try file.append($0) }
            }
        },
        FuzzedReader("journal-file", inputs: 20_000, corpus: recordFiles) { bench in
            { try readJournal(bench, file: $0) }
        },
        FuzzedReader("journal-record", inputs: 20_000, corpus: messages) { bench in
            { try readJournal(bench, file: sealed(bench, [$0, $0])) }
        },
        FuzzedReader("spool-file", inputs: 20_000, corpus: recordFiles) { bench in
            { try readSpool(bench, file: $0) }
        },
        FuzzedReader("spool-record", inputs: 20_000, corpus: messages) { bench in
            { try readSpool(bench, file: sealed(bench, [$0])) }
        },
        FuzzedReader("send-ledger", inputs: 20_000, corpus: ledgers) { bench in
            { bytes in _ = try SendLedger.past(path: try bench.write(bytes, to: "x.ledger")) }
        },
        FuzzedReader("send-ledger-record", inputs: 30_000, corpus: ledgerRecords) { bench in
            { bytes in
                let file = try sealed(bench, [ledgerHead, bytes, bytes])
                let path = try bench.write(file, to: "x.ledger")
                _ = try SendLedger.past(path: path)
            }
        },
        FuzzedReader("truth-file", inputs: 40_000, corpus: truthFiles) { bench in
            { bytes in
                let path = try bench.write(bytes, to: "truth.jsonl")
                _ = try TruthFile.injected(path: path, run: "r1")
                _ = try TruthFile(path: path)
            }
        },
        FuzzedReader("truth-line", inputs: 40_000, corpus: truthLines) { bench in
            { bytes in
                // Sealed again: what a reader of the line makes of it, not what a checksum does.
                var members = bytes
                members.removeAll { $0 == 0x0A }
                let path = bench.path("sealed.jsonl")
                unlink(path)
                try TruthFile(path: path).append(members)
                _ = try TruthFile.injected(path: path, run: "r1")
            }
        },
    ]

    /// A file of sound records with these bodies.
    private static func sealed(_ bench: Workbench, _ bodies: [[UInt8]]) throws -> [UInt8] {
        let path = bench.path("sealed")
        unlink(path)
        let file = try RecordFile(appendingTo: path)
        for body in bodies { try body.withUnsafeBytes { try file.append($0) } }
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func message(_ machine: String, isReading: UInt8?) -> [UInt8] {
        let topic = Array("machine/\(machine)".utf8)
        return (isReading.map { [$0] } ?? []) + [UInt8(topic.count), 0] + topic
            + Array("{\"machineID\":\"\(machine)\",\"seq\":1,\"time\":1767225600000000000}".utf8)
    }

    @Sendable private static func messages(_: Workbench) throws -> [[UInt8]] {
        [
            message("machine1", isReading: nil), message("m2", isReading: 1),
            message("m3", isReading: 0),
        ]
    }

    @Sendable private static func recordFiles(_ bench: Workbench) throws -> [[UInt8]] {
        let all = try messages(bench)
        return try [all, [all[0], all[0]], []].map { try sealed(bench, $0) }
    }

    private static let ledgerHead = Array(
        "r1\nlive seed 1 start 0 interval 1000000000\nabc\nmachines 3 speed 1.0 truth t\n".utf8)

    @Sendable private static func ledgers(_ bench: Workbench) throws -> [[UInt8]] {
        let path = bench.path("made.ledger")
        unlink(path)
        let ledger = try SendLedger(path: path, header: ledgerHead)
        for tick in 0..<4 { try ledger.willSend(tick: tick, ticks: 1, machines: 0..<3) }
        try ledger.acknowledged(before: 3)
        return [Array(try Data(contentsOf: URL(filePath: path)))]
    }

    @Sendable private static func ledgerRecords(_: Workbench) throws -> [[UInt8]] {
        func body(_ kind: UInt8, _ numbers: [Int64]) -> [UInt8] {
            [kind] + numbers.flatMap { withUnsafeBytes(of: $0.littleEndian) { Array($0) } }
        }
        return [body(1, [5, 1, 0, 3]), body(2, [4]), body(1, [.max, .max, 0, 1]), body(2, [-1])]
    }

    /// As ``TruthFile`` is given them.
    private static func truthMembers() -> [[UInt8]] {
        ["panel", "switch"].map { source in
            let line = """
                {"event":"start","run":"r1","id":"e1","machineID":"machine1","kind":"overload",\
                "group":"process","magnitude":1.5,"channels":["load"],"start":1767225600000000000,\
                "end":null,"source":"\(source)"
                """
            return Array(line.utf8)
        }
    }

    @Sendable private static func truthLines(_: Workbench) throws -> [[UInt8]] { truthMembers() }

    @Sendable private static func truthFiles(_ bench: Workbench) throws -> [[UInt8]] {
        let path = bench.path("made.jsonl")
        unlink(path)
        let file = try TruthFile(path: path)
        for members in truthMembers() { try file.append(members) }
        return [Array(try Data(contentsOf: URL(filePath: path)))]
    }

    private static func readJournal(_ bench: Workbench, file: [UInt8]) throws {
        let folder = try bench.emptyFolder("journal")
        _ = try bench.write(file, to: "journal/journal-000000001")
        let journal = try Journal(folder: folder, limit: 1 << 20)
        journal.close()
        while let message = try journal.next(atMost: .zero) { journal.release(upTo: message.end) }
    }

    private static func readSpool(_ bench: Workbench, file: [UInt8]) throws {
        let folder = try bench.emptyFolder("spool")
        _ = try bench.write(file, to: "spool/spool-000000001")
        let spool = Spool(folder: folder)
        try spool.load()
        while try spool.first() != nil { spool.removeFirst() }
    }
}
