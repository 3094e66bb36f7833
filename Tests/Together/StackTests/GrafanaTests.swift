import Foundation
import HTTPClient
import InfluxDBStore
import Telemetry
import TestSupport
import Testing

@Suite struct GrafanaTests {
    struct Query {
        let panel: String
        let format: String
        let sql: String
    }

    /// Every query of every panel.
    static func queries() throws -> [Query] {
        let text = try RepositoryFiles.text("grafana/dashboards/factory.json")
        let dashboard = try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
        guard case .array(let panels)? = dashboard["panels"] else { return [] }
        return panels.flatMap { panel -> [Query] in
            guard case .array(let targets)? = panel["targets"],
                case .text(let title)? = panel["title"]
            else { return [] }
            return targets.compactMap { target in
                guard case .text(let sql)? = target["rawSql"],
                    case .text(let format)? = target["format"]
                else { return nil }
                return Query(panel: title, format: format, sql: sql)
            }
        }
    }

    /// The macros as the data source writes them (contract, section 5).
    static func expanded(_ sql: String) -> String {
        var sql = sql
        func replace(_ macro: String, _ text: (String) -> String) {
            while let start = sql.range(of: "$__\(macro)("),
                let end = sql[start.upperBound...].firstIndex(of: ")")
            {
                sql.replaceSubrange(
                    start.lowerBound...end, with: text(String(sql[start.upperBound..<end])))
            }
        }
        let variables = [
            "$__timeFrom": "cast('2026-01-01T00:00:00Z' as timestamp)",
            "$__timeTo": "cast('2026-01-01T01:00:00Z' as timestamp)",
            "${run:singlequote}": "'r1'", "${machine:singlequote}": "'machine1','machine2'",
        ]
        for (name, text) in variables { sql = sql.replacing(name, with: text) }
        replace("timeFilter") {
            "\($0) >= cast('2026-01-01T00:00:00Z' as timestamp) AND \($0) <= cast('2026-01-01T01:00:00Z' as timestamp)"
        }
        replace("dateBin") {
            "date_bin(interval '15 second', \($0), timestamp '1970-01-01T00:00:00Z')"
        }
        return sql
    }

    private func withData(_ body: (InfluxDBStandIn) throws -> Void) throws {
        try InfluxDBStandIn.running { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)))
            try store.prepare()
            let start: Int64 = 1_767_225_600_000_000_000
            for machine in ["machine1", "machine2"] {
                var readings = ReadingBatch(
                    series: SeriesIdentity(
                        machineID: machine, provider: "Smith and Sons", run: "r1"),
                    channels: demoChannels)
                var scores = ScoreBatch(
                    uniqueID: "smith-and-sons-" + machine, machineID: machine, detector: "d",
                    run: "r1")
                // Readings 51 to 53 were lost; 100...109 are flagged; scores end 5 s early.
                for second in 0..<300 where !(50..<53).contains(second) {
                    let time = start + Int64(second) * 1_000_000_000
                    readings.append(
                        time: time, sequence: Int64(second) + 1, row: [50, 83, 205, 37])
                    guard second < 295 else { continue }
                    scores.times.append(time)
                    scores.scores.append((100..<110).contains(second) ? 0.9 : 0.1)
                    scores.flags.append((100..<110).contains(second))
                    scores.values.append(205)
                }
                try store.send(readings)
                try store.send(scores)
            }
            try store.write([
                TruthRow(
                    id: "a0", machineID: "machine1", kind: "overload", run: "r1",
                    window: TimeWindow(
                        start: start + 100_000_000_000, end: start + 130_000_000_000))
            ])
            // What Telegraf makes of an anomaly that nobody has ended, of another run, and of the broker.
            try line(
                server,
                """
                anomaly_truth,machineID=machine2,kind=stuck,run=r1,id=live1 magnitude=1 \(start + 200_000_000_000)
                anomaly_truth,machineID=machine1,kind=stuck,run=r2,id=live2 magnitude=1 \(start + 10_000_000_000)
                machine_data,machineID=machine1,provider=x,run=r2 seq=1i,load=1 \(start + 1_000_000_000)
                machine_data,machineID=machine1,provider=x,run=r2 seq=9i,load=1 \(start + 2_000_000_000)
                broker_drops value=0i \(start + 1_000_000_000)
                broker_drops value=7i \(start + 2_000_000_000)
                """)
            try body(server)
        }
    }

    private func line(_ server: InfluxDBStandIn, _ text: String) throws {
        let url = try HTTPURL(server.url).with(
            path: "/api/v3/write_lp", query: [("db", "factory"), ("precision", "nanosecond")])
        let answer = try HTTPClient().send(
            HTTPRequest(
                .post, url, authorization: Secret("Bearer " + InfluxDBStandIn.token),
                body: Array(text.utf8)))
        #expect(answer.status == 204, "\(answer.text)")
    }

    private func ask(_ server: InfluxDBStandIn, _ sql: String) throws -> [[String]] {
        let url = try HTTPURL(server.url).with(
            path: "/api/v3/query_sql", query: [("db", "factory"), ("format", "csv"), ("q", sql)])
        let answer = try HTTPClient().send(
            HTTPRequest(
                .get, url, authorization: Secret("Bearer " + InfluxDBStandIn.token)))
        #expect(answer.status == 200, "\(answer.text)\n\(sql)")
        return answer.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(.needsInfluxDBStandIn) func `every panel's query runs and shows the data`() throws {
        let queries = try Self.queries()
        #expect(queries.count >= 12)
        try withData { server in
            for query in queries {
                let rows = try ask(server, Self.expanded(query.sql))
                #expect(rows.count > 1, "\(query.panel) shows nothing: \(query.sql)")
                if query.format == "time_series" {
                    #expect(rows.first?.first == "time", "\(query.panel) needs a column time")
                    // Truth and threshold are lines between their ends.
                    let isStep = query.sql.contains("events") || query.sql.contains("CROSS JOIN")
                    #expect(isStep ? rows.count >= 3 : rows.count > 10, "\(query.panel)")
                }
            }
            let lost = try ask(server, try sql(of: "Readings lost"))
            #expect(lost == [["lost"], ["6"]], "of this run alone")
            #expect(try ask(server, try sql(of: "Dropped by the broker")) == [["dropped"], ["7"]])
            let lag = try ask(server, try sql(of: "Lag"))
            #expect(lag.last?.last == "5.0")
            let alerts = try ask(server, try sql(of: "Alerts"))
            #expect(alerts.count == 3, "one begin for each machine, and the header")
            #expect(alerts.dropFirst().allSatisfy { $0[0].hasPrefix("2026-01-01T00:01:40") })
            let truth = try ask(
                server,
                Self.expanded(
                    try #require(queries.first { $0.sql.contains("anomaly_truth") }).sql))
            #expect(
                truth.dropFirst() == [
                    ["2026-01-01T00:01:40", "machine1", "1.0"],
                    ["2026-01-01T00:02:10", "machine1", "0.0"],
                    ["2026-01-01T00:03:20", "machine2", "1.0"],
                    ["2026-01-01T01:00:00", "machine2", "1.0"],
                ], "who is still at it stays shaded, and other runs are not")
        }
    }

    @Test(.needsInfluxDBStandIn) func `runs and machines can be chosen, the newest run first`()
        throws
    {
        let text = try RepositoryFiles.text("grafana/dashboards/factory.json")
        let dashboard = try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
        guard case .array(let variables)? = dashboard["templating"]?["list"] else {
            Issue.record("no variables")
            return
        }
        try withData { server in
            let rows = try variables.map { variable in
                guard case .text(let sql)? = variable["query"]?["rawSql"] else { return [[""]] }
                return try ask(server, Self.expanded(sql))
            }
            #expect(
                rows == [[["run"], ["r1"], ["r2"]], [["machineID"], ["machine1"], ["machine2"]]])
        }
    }

    /// A day of twelve machines at 1 Hz, with an anomaly in every ten minutes of each.
    @Test(.needsInfluxDBStandIn, .enabled(if: isFullSuite, "with scripts/test --full"))
    func `every query answers within two seconds over a million rows`() throws {
        try withData { server in
            let start: Int64 = 1_767_225_600_000_000_000
            for machine in 3...14 {
                for block in 0..<9 {
                    let lines = (block * 9600..<(block + 1) * 9600).map { second in
                        "machine_data,machineID=machine\(machine),provider=x,run=r1 seq=\(second)i,load=\(second % 97),"
                            + "vibration=83.5,power=205.1,temperature=37.4 \(start + Int64(second) * 40_000_000)"
                    }
                    try line(server, lines.joined(separator: "\n"))
                }
                let events = (0..<144).map { number in
                    let begin = start + Int64(number) * 24_000_000_000
                    return
                        "anomaly_truth,machineID=machine\(machine),kind=k,run=r1,id=e\(number) end=\(begin + 5_000_000_000)i \(begin)"
                }
                try line(server, events.joined(separator: "\n"))
            }
            let machines = (1...14).map { "'machine\($0)'" }.joined(separator: ",")
            // The stand-in sorts what was written when it is asked for the first time.
            _ = try ask(
                server, "SELECT count(*) AS n, count(seq) AS s, count(load) AS l FROM machine_data")
            for query in try Self.queries() {
                let begin = ContinuousClock.now
                let sql = Self.expanded(
                    query.sql.replacing("${machine:singlequote}", with: machines))
                #expect(try ask(server, sql).count > 1)
                let duration = ContinuousClock.now - begin
                #expect(duration < .seconds(2), "\(query.panel): \(duration)")
            }
        }
    }

    private func sql(of panel: String) throws -> String {
        Self.expanded(try #require(try Self.queries().first { $0.panel == panel }).sql)
    }

    @Test func `the dashboard has what the stack promises to show`() throws {
        let panels = Set(try Self.queries().map(\.panel))
        #expect(
            panels == [
                "Load", "Vibration", "Power", "Temperature", "Score and threshold", "Alerts", "Lag",
                "Readings lost", "Dropped by the broker",
            ])
        for query in try Self.queries() {
            let isBounded =
                query.sql.contains("$__timeFilter(")
                || (query.sql.contains("time <= $__timeTo")
                    && query.sql.contains("time >= $__timeFrom"))
            #expect(isBounded, "\(query.panel) is not bounded in time")
            #expect(
                query.sql.contains("${run:singlequote}") || query.panel == "Dropped by the broker",
                "\(query.panel) mixes runs")
            #expect(!query.sql.contains("Inf") && !query.sql.contains("date_bin_gapfill"))
        }
    }

    @Test func `the data source is the one the dashboard asks, in SQL mode`() throws {
        let source = try RepositoryFiles.text("grafana/provisioning/datasources/influxdb.yaml")
        for line in [
            "uid: influxdb", "type: influxdb", "version: SQL", "url: ${INFLUX_URL}",
            "insecureGrpc: true", "token: ${INFLUX_TOKEN}",
            "dbName: ${INFLUX_DATABASE}",
        ] { #expect(source.contains(line)) }
        let dashboard = try RepositoryFiles.text("grafana/dashboards/factory.json")
        #expect(
            !dashboard.replacing("\"uid\": \"influxdb\"", with: "").contains("\"uid\": \"influx"))
    }

    @Test(arguments: [
        ("", "http://influxdb:8181", "true"),
        ("cloud.example", "https://cloud.example:443", "false"),
        ("http://me/", "http://me:80", "true"), ("https://me:8181", "https://me:8181", "false"),
    ])
    func `the start script gives the data source an address with a port`(
        host: String, url: String, insecure: String
    ) throws {
        let folder = temporaryPath("grafana")
        try FileManager.default.createDirectory(
            atPath: folder + "/secrets", withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let token = "apiv3_x"
        try token.write(
            toFile: folder + "/secrets/influx-token-grafana", atomically: true, encoding: .utf8)
        let copy = folder + "/provisioning"
        // Twice: a container that is started again has its /tmp still.
        for _ in 1...2 {
            let run = try ChildProcess(
                "/bin/sh", [RepositoryFiles.path("grafana/start.sh")],
                environment: [
                    "SECRETS_DIR": folder + "/secrets", "INFLUX_HOST": host, "GRAFANA_RUN": "env",
                    "PROVISIONING_COPY": copy, "INFLUX_DATABASE": "",
                ])
            let lines = Set(run.readToEnd().split(separator: "\n").map(String.init))
            #expect(run.wait() == 0)
            #expect(
                lines.isSuperset(of: [
                    "INFLUX_URL=\(url)", "GF_PATHS_PROVISIONING=\(copy)", "INFLUX_TOKEN=\(token)",
                    "INFLUX_DATABASE=factory",
                ]))
        }
        let source = try String(
            contentsOfFile: copy + "/datasources/influxdb.yaml", encoding: .utf8)
        // A word of YAML, not a text: Grafana refuses a data source whose flag is a text.
        #expect(source.split(separator: "\n").contains("      insecureGrpc: \(insecure)"))
        #expect(FileManager.default.fileExists(atPath: copy + "/dashboards/factory.yaml"))
    }
}
