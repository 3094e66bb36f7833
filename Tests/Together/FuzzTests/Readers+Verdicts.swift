import JSONText
import TestSupport
import VerdictSources

extension FuzzedReader {
    static let verdictReaders = [
        FuzzedReader("alerts-csv", inputs: 40_000, corpus: alertTables) { bench in
            { bytes in
                let items = try AlertsFile.read(bench.write(bytes, to: "alerts.csv"))
                try judge(items)
            }
        },
        FuzzedReader("alerts-jsonl", inputs: 40_000, corpus: messages) { bench in
            { bytes in
                let items = try AlertsFile.read(bench.write(bytes, to: "alerts.jsonl"))
                try judge(items)
            }
        },
        FuzzedReader("verdict-message", inputs: 60_000, corpus: messages) { _ in
            let readers = [
                MessageReader(names),
                MessageReader(
                    names, fields: .init(machine: "/alerts/0/labels/machine", time: "/x")),
            ]
            return { bytes in
                var (isTaken, refusal) = (false, Refused(what: "nothing was understood"))
                for reader in readers {
                    do {
                        try judge(reader.items(bytes, received: 1_767_225_600_000_000_000))
                        isTaken = true
                    } catch let error as Refused { refusal = error }
                }
                if !isTaken { throw refusal }
            }
        },
        FuzzedReader("verdict-source-spec", inputs: 40_000, corpus: specs) { _ in
            { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                guard try VerdictSourceSpec(text) != nil else { throw Refused(what: "no source") }
            }
        },
    ]

    private static let names = MachineNames([("machine1", []), ("machine2", [])])

    /// Lays what was said over readings, as a run does.
    private static func judge(_ items: [VerdictItem]) throws {
        let second: Int64 = 1_000_000_000
        let start = 1_767_225_600 * second
        var book = VerdictBook(
            names, window: .init(start: start, end: start + 100 * second),
            clock: PlayClock(dataStart: start, wallStart: start, speed: 3))
        for item in items { book.take(item) }
        var closed = book.closed()
        _ = closed.marks(
            machine: "machine1", times: (0..<100).map { start + $0 * second }, period: second,
            gap: 10 * second, probationEnd: start)
        let account = closed.finalAccount
        // A start and its end may be one alarm, and are two messages.
        precondition(account.received == items.count, "\(account.counts) of \(items.count)")
        if account.counts[.notUnderstood] == items.count {
            throw Refused(what: "nothing understood")
        }
    }

    @Sendable private static func alertTables(_: Workbench) throws -> [[UInt8]] {
        [
            "id,start,end,score\nmachine1,2026-01-01T00:00:10Z,2026-01-01T00:00:20Z,0.5\nmachine2,1767225630,,\n",
            "machineID;time\nmachine1;2026-01-01 00:00:10\nmachine3;x\n",
        ].map { Array($0.utf8) }
    }

    @Sendable private static func messages(_: Workbench) throws -> [[UInt8]] {
        [
            """
            {"alerts":[{"status":"resolved","labels":{"machine":"machine1"},"startsAt":"2026-01-01T00:00:10Z","endsAt":"2026-01-01T00:00:20Z","fingerprint":"a"}]}
            """,
            """
            {"schema":"anomaly-testbed.alert/1","kind":"alert","state":"closed","machine":"machine1","start":"2026-01-01T00:00:10Z","last":"2026-01-01T00:00:12Z"}
            """,
            "{\"text\":\"[RESOLVED] machine1 since 2026-01-01T00:00:10Z\",\"attachments\":[{\"text\":\"x\"}]}",
            "[{\"machineID\":\"machine2\",\"time\":1767225630000000000,\"is_anomaly\":true,\"score\":0.5}]",
            "{\"id\":\"machine1\",\"start\":1767225630,\"end\":null}",
        ].map { Array($0.utf8) }
    }

    @Sendable private static func specs(_: Workbench) throws -> [[UInt8]] {
        [
            "alerts[name=mine]:a,b.csv", "influxdb:_anomalies.m,flag=f,where=a = 'b', c",
            "webhook:127.0.0.1:80,token-file=x", "mqtt:a/+,clock=wall",
        ].map { Array($0.utf8) }
    }
}
