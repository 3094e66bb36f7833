import Foundation
import TestSupport
import Testing
import VerdictSources

private func read(_ text: String, _ ending: String) throws -> [VerdictItem] {
    let path = temporaryPath("alerts") + "." + ending
    defer { removeTemporary(path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try AlertsFile.read(path)
}

private let start: Int64 = 1_767_225_600_000_000_000

@Suite struct `A file of alarms` {
    @Test func `says the same as CSV and as JSON lines`() throws {
        let csv = try read(
            """
            id,start,end,score
            machine1,2026-01-01T00:00:00Z,2026-01-01T00:01:00Z,0.5
            machine2,2026-01-01T00:00:00Z,,

            """, "csv")
        let lines = try read(
            """
            {"id":"machine1","start":1767225600,"end":1767225660,"score":0.5}

            {"id":"machine2","start":"2026-01-01T00:00:00Z","end":null}
            """, "jsonl")
        #expect(
            csv == [
                .said(
                    SaidVerdict(
                        machine: "machine1", form: .over(end: start + 60_000_000_000), time: start,
                        score: 0.5)),
                .said(SaidVerdict(machine: "machine2", form: .firing, time: start)),
            ])
        #expect(lines == csv)
    }

    @Test func `without ends is one of moments`() throws {
        let expected = [
            VerdictItem.said(SaidVerdict(machine: "m", form: .moment, time: start))
        ]
        #expect(try read("id;start\nm;2026-01-01 00:00:00\n", "csv") == expected)
        #expect(try read("{\"id\":\"m\",\"start\":1767225600000}", "jsonl") == expected)
    }

    @Test func `keeps what it cannot read, line by line`() throws {
        let csv = try read("id,start,end\nm,yesterday,\nm,1767225600\nm,20,10\n", "csv")
        let lines = try read(
            "{\n[]\n{\"id\":1}\n{\"start\":1}\n{\"id\":\"m\",\"start\":2,\"end\":\"x\"}", "jsonl")
        #expect(csv.count == 3 && lines.count == 5)
        for item in csv + lines {
            guard case .notUnderstood(_, let reason) = item else {
                Issue.record("\(item) was understood")
                continue
            }
            #expect(!reason.isEmpty)
        }
    }

    @Test func `that is none says what belongs there`() throws {
        #expect(throws: VerdictSourceError.self) { try read("a,b\n1,2\n", "csv") }
        #expect(throws: VerdictSourceError.self) { try AlertsFile.read("/nowhere/alarms.jsonl") }
    }
}

@Suite struct `The SPEC of a source` {
    @Test func `has settings before or behind its place`() throws {
        let behind = try #require(
            try VerdictSourceSpec(
                "influxdb:_anomalies.machine_data,flag=is_anomaly,where=a = 'x', b = 2"))
        #expect(behind.kind == .influxdb && behind.place == "_anomalies.machine_data")
        #expect(behind.option("flag") == "is_anomaly")
        #expect(behind.option("where") == "a = 'x', b = 2")
        let before = try #require(try VerdictSourceSpec("alerts[name=mine]:a,b.csv"))
        #expect(before.place == "a,b.csv" && before.text == "mine")
        #expect(try VerdictSourceSpec("default") == nil)
        #expect(try VerdictSourceSpec("command:alerts:x") == nil)
    }

    @Test(arguments: [
        "alerts:", "alerts", "alerts[name=x:file", "webhook[speed=2]:80", "mqtt:t,clock=moon",
        "mqtt[name=a,name=b]:t",
    ])
    func `that is wrong says so`(spec: String) {
        #expect(throws: VerdictSourceError.self) { try VerdictSourceSpec(spec) }
    }
}
