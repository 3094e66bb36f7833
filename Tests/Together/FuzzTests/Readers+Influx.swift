import ExternalDetector
import HTTPClient
import InfluxDBStore
import ReadingIngest
import Telemetry
import TestSupport

extension FuzzedReader {
    static let influxReaders = [
        FuzzedReader("influx-rows", inputs: 80_000, corpus: rows) { _ in
            { bytes in
                var decoder = RowDecoder(
                    ["run", "provider", "machineID"].map { ($0, .text) }
                        + ["time_ns", "seq"].map { ($0, .integer) }
                        + ["load", "power"].map { ($0, .float) })
                var collector = PieceCollector(channels: ["load", "power"], pieceSize: 4)
                // In two pieces, as the network cuts them.
                let middle = bytes.count / 2
                for piece in [bytes[..<middle], bytes[middle...]] {
                    try piece.withUnsafeBytes {
                        try decoder.take($0) { try collector.take($0) { _ in } }
                    }
                }
                try decoder.finish()
                try collector.flush { _ in }
            }
        },
        FuzzedReader("influx-texts", inputs: 40_000, corpus: texts) { _ in
            { bytes in
                var decoder = RowDecoder([
                    ("run", .text), ("provider", .text), ("machineID", .text),
                ])
                try bytes.withUnsafeBytes {
                    try decoder.take($0) { row in
                        let cells = CSVText.cells(row.rawTexts)
                        _ = SeriesIdentity(machineID: cells[2], provider: cells[1], run: cells[0])
                    }
                }
                try decoder.finish()
            }
        },
        FuzzedReader("influx-write-answer", inputs: 60_000, corpus: writeAnswers) { _ in
            { bytes in
                for status in [204, 400, 404, 422, 503] {
                    let answer = WriteAnswer(
                        HTTPResponse(head: HTTPHead(status: status), body: bytes))
                    if status == 400, case .blamesSomeLine(let text) = answer {
                        throw Refused(what: "no list of lines: \(text)")
                    }
                }
            }
        },
        FuzzedReader(
            "influx-token-file", inputs: 20_000,
            texts: [#"{"token":"apiv3_x","name":"_admin"}"#, #"{ "token": "a\u0062" }"#]
        ) { text in
            guard AdminTokenFile.token(in: text) != nil else {
                throw Refused(what: "no token file")
            }
        },
        FuzzedReader("payload", inputs: 100_000, corpus: payloads) { _ in
            var gate = ReadingGate(IngestRules())
            return { bytes in
                let topic = Array("machine/machine1".utf8)
                do {
                    let reading = try topic.withUnsafeBytes { topic in
                        try bytes.withUnsafeBytes { try gate.judge(topic: topic, payload: $0) }
                    }
                    precondition(reading.values.allSatisfy { $0.isFinite || $0.isMissing })
                } catch Refusal.duplicate {
                    // Sound, and the same number as the one before.
                }
            }
        },
        FuzzedReader(
            "program-output", inputs: 40_000,
            texts: ["0.5\n0.25\n\n1\n", "1e-9\r\n-0.5\n", "0\n0\n0"]
        ) { text in
            let collector = Collector()
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: 65_536) {
                collector.takeOutput(Array(bytes[start..<min(start + 65_536, bytes.count)]))
            }
            collector.takeOutput(nil)
            if let failure = collector.takeScores().failure {
                throw Refused(what: "\(failure)")
            }
        },
    ]

    @Sendable private static func rows(_: Workbench) throws -> [[UInt8]] {
        let header = "run,provider,machineID,time_ns,seq,load,power\n"
        let plain = (0..<12).map {
            "r1,Smith and Sons,machine\($0 / 4),17672256000000000\($0),\($0 + 1),\($0).25,\n"
        }
        return [
            header + plain.joined(),
            header
                + "r1,\"A, \"\"B\"\" & Sons\",m1,-1,0,1e300,nan\n,,m2,9223372036854775807,5,-0,5e-324\n",
            header,
        ].map { Array($0.utf8) }
    }

    @Sendable private static func texts(_: Workbench) throws -> [[UInt8]] {
        [
            "run,provider,machineID\nr1,\"A, B\",machine1\n,,m2\n",
            "run,provider,machineID\n\"a\"\"b\",\"line\nbreak\",\"x\"\n",
        ].map { Array($0.utf8) }
    }

    @Sendable private static func writeAnswers(_: Workbench) throws -> [[UInt8]] {
        [
            #"{"error":"partial write of line protocol occurred","data":[{"original_line":"machine_data x","line_number":2,"error_message":"invalid field value"},{"original_line":"y","line_number":7,"error_message":"no fields"}]}"#,
            #"{"error":"parsing failed","data":[]}"#, #"{"code":"invalid","message":"x"}"#,
        ].map { Array($0.utf8) }
    }

    @Sendable private static func payloads(_: Workbench) throws -> [[UInt8]] {
        (1...6).map { seq in
            let more = ["", #","barcode":"12345670","x":{"a":[1,null,true]}"#, #","load":null"#][
                seq % 3]
            let load = seq % 3 == 2 ? "" : #","load":\#(seq).5"#
            return Array(
                #"{"machineID":"machine1","provider":"A\u0020B","run":"r1","seq":\#(seq),"time":176722560000000000\#(seq)\#(load),"power":-1.5e-3\#(more)}"#
                    .utf8)
        }
    }
}
