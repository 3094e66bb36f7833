import Foundation
import HTTPClient
import TestSupport
import Testing

/// `anomaly-detector run` over tables of InfluxDB that others have made, and over clocks that differ.
@Suite(.needsInfluxDBStandIn) struct DetectorTableTests {
    private static let start: Int64 = 1_767_225_600

    private func write(_ lines: [String], to server: InfluxDBStandIn) throws {
        let target = try HTTPURL(server.url).with(
            path: "/api/v3/write_lp", query: [("db", "factory"), ("precision", "nanosecond")])
        let answer = try HTTPClient().send(
            HTTPRequest(
                .post, target, authorization: Secret("Bearer " + InfluxDBStandIn.token),
                body: Array((lines.joined(separator: "\n") + "\n").utf8)))
        try #require(answer.status == 204, "\(answer.text)")
    }

    /// Quiet readings, a second apart, with a fault of ten near the end.
    private func lines(
        _ tags: String, _ ticks: Range<Int64> = 0..<600, integers: Bool = false, seq: Bool = true
    ) -> [String] {
        ticks.map { tick in
            let inRun = tick % 600
            let fault: Int64 = (500..<510).contains(inRun) ? 90 : 0
            let value = 80 + (tick * 7 % 11) + fault
            let vibration = integers ? "\(value)i" : "\(value).25"
            let load = integers ? "\(50 + tick % 5)i" : "\(50 + tick % 5).5"
            return "machine_data,\(tags) load=\(load),vibration=\(vibration)"
                + (seq ? ",seq=\(tick + 1)i" : "") + " \((Self.start + tick) * 1_000_000_000)"
        }
    }

    private func detect(_ server: InfluxDBStandIn, _ more: String...) throws -> ToolResult {
        try runTool(
            "anomaly-detector", ["run", "--detector", "mad"] + more,
            environment: [
                "INFLUX_HOST": server.url, "INFLUX_TOKEN": InfluxDBStandIn.token,
                "INFLUX_TOKEN_FILE": nil, "INFLUX_DATABASE": nil,
            ])
    }

    @Test func `one clock an hour ahead leaves the other machine's fault to be found`() throws {
        let folder = temporaryPath("ahead")
        defer { removeTemporary(folder) }
        try InfluxDBStandIn.running { server in
            try write(lines("machineID=A,provider=p,run=r"), to: server)
            try write(lines("machineID=B,provider=p,run=r", 4200..<4201), to: server)
            #expect(try detect(server, "--checkpoint", folder).exitCode == 0)
            try write(lines("machineID=A,provider=p,run=r", 600..<1200), to: server)
            let second = try detect(server, "--checkpoint", folder)
            #expect(
                second.output.hasPrefix("1 anomaly in 600 readings of 1 machines"),
                "\(second.output)\(second.errors)")
        }
    }

    @Test(arguments: [
        ("machineID=m1,provider=p,run=r", false, false), ("machineID=m1,provider=p", false, true),
        ("machineID=m1,run=r", false, true), ("machineID=m1,host=station-7", false, false),
        ("machineID=m1,provider=p,run=r", true, true),
    ])
    func `the fault is found whatever the table lacks or has besides`(
        tags: String, integers: Bool, seq: Bool
    ) throws {
        try InfluxDBStandIn.running { server in
            try write(lines(tags, integers: integers, seq: seq), to: server)
            let result = try detect(server)
            #expect(result.exitCode == 0)
            #expect(
                result.output.hasPrefix("1 anomaly in 600 readings"),
                "\(result.output)\(result.errors)")
        }
    }

    @Test func `two makers with one slug have a machine each, and a warning names both`() throws {
        try InfluxDBStandIn.running { server in
            try write(lines("machineID=m1,provider=Müller,run=r"), to: server)
            try write(lines("machineID=m1,provider=Muller,run=r", 0..<400), to: server)
            let result = try detect(server)
            #expect(
                result.output.hasPrefix("1 anomaly in 1000 readings of 2 machines"),
                "\(result.output)\(result.errors)")
            #expect(result.errors.contains("m1 of Müller is muller-m1-"), "\(result.errors)")
            #expect(result.errors.contains("m1 of Muller is muller-m1-"), "\(result.errors)")
        }
    }

    @Test func `a name that cannot be written back is named once and stops nobody`() throws {
        try InfluxDBStandIn.running { server in
            try write(lines("machineID=bad\u{1}name,provider=p,run=r"), to: server)
            try write(lines("machineID=good,provider=p,run=r"), to: server)
            let result = try detect(server)
            #expect(result.exitCode == 0, "\(result.errors)")
            #expect(result.output.hasPrefix("2 anomalies in 1200 readings"), "\(result.output)")
            let told = result.errors.split(separator: "\n").filter { $0.contains("bad") }
            #expect(told.count == 1 && told[0].contains("no scores are written"), "\(told)")
            #expect(!result.errors.contains("\u{1}"))
        }
    }

    @Test func `a store that is not there is waited for with a word, and a stop ends that`() throws
    {
        let folder = temporaryPath("wait")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let child = try ChildProcess(
            builtProducts.appending(path: "anomaly-detector").path, ["run"],
            environment: ["INFLUX_HOST": "127.0.0.1:1", "INFLUX_TOKEN": "x"],
            errorsTo: folder + "/errors")
        func errors() -> String {
            (try? String(contentsOfFile: folder + "/errors", encoding: .utf8)) ?? ""
        }
        #expect(eventually(within: 20) { errors().contains("https://127.0.0.1:1") })
        #expect(errors().contains("for 150 s"), "\(errors())")
        let begin = ContinuousClock.now
        #expect(child.stop() == 143)
        #expect(ContinuousClock.now - begin < .seconds(5))
    }
}
