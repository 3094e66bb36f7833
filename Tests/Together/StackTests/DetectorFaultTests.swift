import Foundation
import HTTPClient
import InfluxDBStore
import Synchronization
import Telemetry
import TestSupport
import Testing
import Threading

/// anomaly-detector on an InfluxDB that fails in every way the stand-in can: the same scores in the
/// end, or an error that says what to do.
@Suite(.needsInfluxDBStandIn) struct DetectorFaultTests {
    private static let second: Int64 = 1_000_000_000

    private static func readings() -> [ReadingBatch] {
        (1...2).map { machine in
            var batch = ReadingBatch(
                series: SeriesIdentity(
                    machineID: "machine\(machine)", provider: "Smith and Sons", run: "r1"),
                channels: demoChannels)
            for tick in 0..<600 {
                let wave = Double(tick * 7 % 11) + Double(tick * machine % 5) / 8
                let jump = tick > 500 && tick < 520 && machine == 1 ? 300.0 : 0
                batch.append(
                    time: (1_767_225_600 + Int64(tick)) * second, sequence: Int64(tick + 1),
                    row: [50 + wave, 85 + wave + jump, 200 + wave, 37 + wave / 10])
            }
            return batch
        }
    }

    private func withServer(
        _ options: [String] = [], _ body: (InfluxDBStandIn, InfluxDBStore) throws -> Void
    ) throws {
        try InfluxDBStandIn.running(options) { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)))
            try store.prepare()
            try store.send(Self.readings())
            try body(server, store)
        }
    }

    private func control(_ server: InfluxDBStandIn, _ path: String, _ body: String = "") throws {
        let answer = try HTTPClient().send(
            HTTPRequest(
                .post, HTTPURL(server.url + "/_standin/" + path), body: Array(body.utf8)))
        try #require(answer.status < 300, "\(answer.text)")
    }

    private func detect(_ server: InfluxDBStandIn, _ more: [String] = []) throws -> ToolResult {
        try runTool(
            "anomaly-detector",
            ["run", "--store", "influxdb3", "--detector", "mad", "--json"] + more,
            environment: [
                "INFLUX_HOST": server.url, "INFLUX_TOKEN": InfluxDBStandIn.token,
                "INFLUX_TOKEN_FILE": nil, "INFLUX_DATABASE": nil,
            ])
    }

    private func scores(_ server: InfluxDBStandIn) throws -> String {
        let target = try HTTPURL(server.url).with(
            path: "/api/v3/query_sql",
            query: [
                ("db", "factory"), ("format", "csv"),
                (
                    "q",
                    "SELECT unique_id, time, score, is_anomaly, value FROM anomaly_scores ORDER BY unique_id, time"
                ),
            ])
        return try HTTPClient().send(
            HTTPRequest(
                .get, target, authorization: Secret("Bearer " + InfluxDBStandIn.token)),
            bodyLimit: 1 << 24
        ).text
    }

    /// Empties the server and fills it anew.
    private func refill(_ server: InfluxDBStandIn, _ store: InfluxDBStore) throws {
        try control(server, "reset")
        try store.prepare()
        try store.send(Self.readings())
    }

    @Test func `ends in the same scores after faults that pass`() throws {
        let faults = [
            #"{"path":"/api/v3/write_lp","count":3,"status":503,"retry_after":1}"#,
            #"{"path":"/api/v3/write_lp","count":2,"status":500}"#,
            #"{"path":"/api/v3/write_lp","count":2,"close":true}"#,
            #"{"path":"/api/v3/write_lp","count":2,"close":true,"after":true}"#,
            #"{"path":"/api/v3/write_lp","count":1,"status":500,"after":true}"#,
            #"{"path":"/api/v3/query_sql","count":2,"status":503}"#,
            #"{"path":"/api/v3/query_sql","count":3,"close":true}"#,
            #"{"path":"/api/v3/query_sql","count":4,"cut":40}"#,
            #"[{"path":"/api/v3/query_sql","count":2,"delay":0},"#
                + #"{"path":"/api/v3/query_sql","count":3,"cut":20000}]"#,
            #"{"path":"/api/v3/query_sql","count":1,"status":200,"body":"<html>busy</html>"}"#,
            #"{"count":6,"delay":0.3}"#,
            #"{"path":"/api/v3/query_sql","count":1,"status":429,"retry_after":1}"#,
        ]
        try withServer(["--scramble"]) { server, store in
            try #require(try detect(server).exitCode == 0)
            let wanted = try scores(server)
            #expect(wanted.count > 10_000)
            for fault in faults {
                try refill(server, store)
                try control(server, "faults", fault)
                let result = try detect(server)
                #expect(result.exitCode == 0, "\(fault): \(result.errors)")
                let isSame = try scores(server) == wanted
                #expect(isSame, "other scores after \(fault)")
            }
        }
    }

    @Test func `ends in the same scores when the server goes away for a while`() throws {
        let folder = temporaryPath("influx")
        defer { removeTemporary(folder) }
        // A minute in the full run, as the promise has it.
        let troubles = ["down?seconds=\(isFullSuite ? 60 : 2)", "crash?seconds=1"]
        try withServer(["--data-dir", folder]) { server, store in
            try #require(try detect(server).exitCode == 0)
            let wanted = try scores(server)
            for trouble in troubles {
                try refill(server, store)
                try control(server, trouble)
                let result = try detect(server)
                #expect(result.exitCode == 0, "\(result.errors)")
                let isSame = try scores(server) == wanted
                #expect(isSame, "other scores after \(trouble)")
            }
        }
    }

    /// The server goes away while it is at work on the `number`-th request of a kind, from 0: for a minute
    /// where readings and scores themselves are on their way in the full run.
    @Test(arguments: [
        ("query_sql", 0, 1), ("query_sql", 1, 1), ("query_sql", 5, 60), ("write_lp", 0, 60),
    ])
    func `ends in the same scores when the server goes away under a request`(
        path: String, number: Int, seconds: Int
    ) throws {
        try withServer { server, store in
            try #require(try detect(server).exitCode == 0)
            let wanted = try scores(server)
            try refill(server, store)
            // The request is held back for a second, and cut off meanwhile.
            let before =
                number == 0 ? "" : #"{"path":"/api/v3/\#(path)","count":\#(number),"delay":0},"#
            try control(
                server, "faults", #"[\#(before){"path":"/api/v3/\#(path)","delay":1}]"#)
            let isDone = Mutex(false)
            Threads.start {
                let isAsked = eventually(within: 60) {
                    (try? faultsLeft(server)) == 0 || isDone.withLock { $0 }
                }
                guard isAsked else { return }
                try? control(server, "down?seconds=\(isFullSuite ? seconds : 1)")
            }
            let began = ContinuousClock.now
            let result = try detect(server)
            let took = ContinuousClock.now - began
            isDone.withLock { $0 = true }
            #expect(result.exitCode == 0, "\(result.errors)")
            // It met the fault, and waited for the server.
            #expect(took > .seconds(isFullSuite ? seconds : 1), "\(took)")
            #expect(try faultsLeft(server) == 0)
            let isSame = try scores(server) == wanted
            #expect(isSame, "other scores")
        }
    }

    /// How many of the faults that were arranged have not been used up.
    private func faultsLeft(_ server: InfluxDBStandIn) throws -> Int {
        let answer = try HTTPClient().send(
            HTTPRequest(.get, HTTPURL(server.url + "/_standin/state")))
        let state = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
        return ((state as? [String: Any])?["faults"] as? [Any])?.count ?? 0
    }

    @Test func `a low limit on what a query may touch changes no score`() throws {
        var wanted: String?
        for options in [[], ["--max-query-span", "1"]] {
            try withServer(options) { server, _ in
                let result = try detect(server)
                #expect(result.exitCode == 0, "\(result.errors)")
                let found = try scores(server)
                #expect(found == wanted ?? found)
                wanted = found
            }
        }
    }

    @Test func `no secret gets into outputs, checkpoints or plots`() throws {
        let folder = temporaryPath("traces")
        defer { removeTemporary(folder) }
        try withServer { server, _ in
            var texts: [String] = []
            for fault in ["", #"{"count":-1,"status":401}"#, #"{"count":-1,"status":400}"#] {
                if !fault.isEmpty { try control(server, "faults", fault) }
                for arguments in [
                    ["--checkpoint", folder + "/state"], ["--plots", folder + "/p"],
                ] {
                    let result = try detect(server, arguments)
                    texts += [result.output, result.errors]
                }
            }
            let files = FileManager.default.enumerator(atPath: folder)
            for case let name as String in files ?? .init() {
                let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
                texts.append(String(decoding: data, as: UTF8.self))
            }
            #expect(texts.count > 12 && texts.contains { $0.hasPrefix("<svg") })
            for text in texts { Canary.check(text, of: "what the detector leaves") }
        }
    }

    @Test func `the sibling demo's results are rows of its table`() throws {
        try withServer { server, store in
            let result = try runTool(
                "anomaly-detector",
                ["run", "--store", "influxdb3", "--detector", "arrow-task-engine"],
                environment: [
                    "INFLUX_HOST": server.url, "INFLUX_TOKEN": InfluxDBStandIn.token,
                    "INFLUX_TOKEN_FILE": nil, "INFLUX_DATABASE": nil,
                ])
            #expect(result.exitCode == 0, "\(result.errors)")
            let target = try HTTPURL(server.url).with(
                path: "/api/v3/query_sql",
                query: [
                    ("db", "factory"), ("format", "csv"),
                    (
                        "q",
                        #"SELECT "machineID", count(*) AS n, sum(anomalies) AS a, count(vibration) AS v FROM machine_data_aggregated GROUP BY "machineID" ORDER BY "machineID""#
                    ),
                ])
            let text = try HTTPClient().send(
                HTTPRequest(
                    .get, target, authorization: Secret("Bearer " + InfluxDBStandIn.token))
            ).text
            // A jump up and one down, five rows each.
            #expect(
                text == "machineID,n,a,v\nmachine1,300,10,300\nmachine2,300,0,300\n", "\(text)")
            _ = store
        }
    }

    @Test func `says what to do about faults that stay`() throws {
        let query = #""path":"/api/v3/query_sql","count":-1"#
        let faults = [
            (#"{"count":-1,"status":401}"#, "set INFLUX_TOKEN_FILE"),
            ("{\(query),\"status\":400,\"body\":\"SQL error: no\"}", "answered 400: SQL error: no"),
            ("{\(query),\"status\":404}", "check INFLUX_HOST"),
            (
                #"{"path":"/api/v3/write_lp","count":-1,"status":400,"body":"bad name"}"#,
                "answered 400"
            ),
        ]
        try withServer { server, store in
            for (fault, message) in faults {
                _ = try HTTPClient().send(
                    HTTPRequest(.delete, HTTPURL(server.url + "/_standin/faults")))
                try control(server, "faults", fault)
                let result = try detect(server)
                #expect(
                    result.exitCode == 1 && result.errors.contains(message),
                    "\(fault): \(result.errors)")
            }
            _ = store
        }
    }
}
