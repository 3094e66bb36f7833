import Foundation
import HTTPClient
import InfluxDBStore
import Telemetry
import TestSupport
import Testing

/// Whether machine-generator can be started.
let hasGenerator =
    (try? runTool("machine-generator", ["--help"]).output.isEmpty) == false

/// The whole line with real processes: mosquitto with our configuration, our ingester in Telegraf's
/// place, the InfluxDB stand-in, and the tools, all started by scripts/stack-without-containers.
@Suite(
    .needsInfluxDBStandIn,
    .needs(
        "/usr/sbin/mosquitto", "/usr/bin/mosquitto_passwd", "/usr/bin/python3",
        from: "mosquitto python3 python3-yaml"))
struct StackRouteTests {
    private struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs `script` with bash inside a stack of its own; `$OUT` is a folder that stays till the end
    /// of `body`.
    private func inStack(
        _ script: String, environment: [String: String] = [:],
        _ body: (Outcome, _ folder: String) throws -> Void
    ) throws {
        let folder = temporaryPath("stack")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        try TestBroker.plantSecrets(in: folder + "/state/secrets")
        let errors = folder + "/errors"
        let settings = [
            "MQTT_PORT": "0", "INFLUX_PORT": "0", "PANEL_PORT": "0", "OUT": folder,
            "TESTBED_BIN": builtProducts.path, "WAL_FLUSH_INTERVAL": "20ms",
            "INFLUXDB3_STANDIN": InfluxDBStandIn.script ?? "", "STATE_DIR": folder + "/state",
            "INFLUX_HOST": "", "INFLUX_TOKEN": "",
        ].merging(environment) { $1 }
        let run = try ChildProcess(
            RepositoryFiles.path("scripts/stack-without-containers"),
            ["bash", "-c", script], environment: settings, errorsTo: errors)
        let output = run.readToEnd()
        let status = run.wait()
        let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        try body(Outcome(status: status, output: output, errors: text), folder)
    }

    private func file(_ path: String) throws -> Data {
        try #require(FileManager.default.contents(atPath: path), "\(path) is not there")
    }

    /// Every scenario file in the full run, but the soak test: its 8.6 million readings are for time
    /// and memory, of machines that the others have as well. Else the demo's, and one with all kinds
    /// of machines, missing readings and long fractions.
    private var scenarios: [String] {
        guard isFullSuite else {
            return ["overload-fault", "scenarios/suite/06-noise-and-loose-wire.json5"]
        }
        return RepositoryFiles.files(in: "scenarios", endingWith: ".json5")
            .filter { $0 != "scenarios/soak.json5" }
    }

    /// Half of a machine's payloads cannot be read for a while.
    private let unreadable = """
        { name: "unreadable", duration: "1h", machines: [{ count: 2, profile: "pump" }],
          anomalies: [{ machine: "all", kind: "malformed", at: "10m", for: "20m",
                        parameters: { r: 0.5 } }] }
        """

    @Test func `embedded, mqtt and stack give byte-identical score logs`() throws {
        let command =
            "scenario-runner run \(scenarios.joined(separator: " ")) \"$OUT/unreadable.json5\""
            + " --detector half-space-trees --predictions --jobs 1"
        let script = """
            cd '\(RepositoryFiles.path("."))' &&
            echo '\(unreadable)' > "$OUT/unreadable.json5" &&
            \(command) --via embedded --out "$OUT/embedded" > /dev/null &&
            MQTT_INGESTER_USERNAME=ingester \
            MQTT_INGESTER_PASSWORD_FILE="$TESTBED_STATE/secrets/mqtt-ingester" \
            \(command) --via mqtt --out "$OUT/mqtt" > /dev/null &&
            \(command) --via stack --out "$OUT/stack" > /dev/null
            """
        try inStack(script) { outcome, folder in
            #expect(outcome.status == 0, "\(outcome.errors)")
            let logs = try FileManager.default.contentsOfDirectory(atPath: folder + "/embedded")
                .filter { $0.hasSuffix(".predictions.csv") }.sorted()
            #expect(logs.count == scenarios.count + 1 && (!isFullSuite || logs.count >= 28))
            for log in logs {
                let wanted = try file("\(folder)/embedded/\(log)")
                #expect(wanted.count > 100_000)
                for route in ["mqtt", "stack"] {
                    let isSame = try file("\(folder)/\(route)/\(log)") == wanted
                    #expect(isSame, "\(log) differs on the \(route) route")
                }
            }
        }
    }

    /// The store goes away (with all it has, or losing what it had not flushed) as soon as it holds some of
    /// the run: readings are still being written then, and looked for.
    @Test(arguments: ["down", "crash"])
    func `a store that goes away in the middle of a run changes no score`(trouble: String) throws {
        let seconds = isFullSuite ? 60 : 2
        let command =
            "scenario-runner run scenarios/suite/06-noise-and-loose-wire.json5"
            + " --detector half-space-trees --predictions"
        let script = """
            cd '\(RepositoryFiles.path("."))' &&
            \(command) --via embedded --out "$OUT/embedded" > /dev/null || exit
            (
                for i in {1..3000}; do
                    curl -sS "$INFLUX_HOST/_standin/state" | grep -Eq '"machine_data": ?[1-9]' && break
                    sleep 0.02
                done
                curl -sS -X POST "$INFLUX_HOST/_standin/\(trouble)?seconds=\(seconds)"
                date +%s%N > "$OUT/gone"
            ) > /dev/null &
            \(command) --via stack --out "$OUT/stack" > /dev/null || exit
            wait $!
            cat "$OUT/gone"
            date +%s%N
            """
        try inStack(script) { outcome, folder in
            #expect(outcome.status == 0, "\(outcome.errors)")
            let name = "noise-and-loose-wire--half-space-trees--6.predictions.csv"
            let isSame = try file("\(folder)/stack/\(name)") == file("\(folder)/embedded/\(name)")
            #expect(isSame, "other scores after \(trouble)")
            // It went before the end of the run, which could not end before it was back.
            let times = outcome.output.split(separator: "\n").compactMap { Int($0) }
            try #require(times.count == 2, "\(outcome.output)")
            #expect(times[1] - times[0] > seconds * 1_000_000_000)
        }
    }

    @Test func `scores and truth are written back beside the readings`() throws {
        let ask = { (table: String) in
            "curl -sS -H \"Authorization: Bearer $(cat $INFLUX_TOKEN_FILE)\" $INFLUX_HOST/api/v3/query_sql"
                + " -G --data-urlencode db=factory --data-urlencode format=csv --data-urlencode 'q=\(table)'"
        }
        let script = """
            cd '\(RepositoryFiles.path("."))' &&
            scenario-runner run overload-fault --detector mad --via stack --out "$OUT/r" > /dev/null &&
            \(ask("SELECT count(*) AS n, count(score) AS s FROM anomaly_scores")) && echo &&
            \(ask("SELECT count(*) AS n FROM anomaly_truth")) && echo &&
            \(ask("SELECT count(*) AS n FROM machine_data")) && echo &&
            anomaly-detector run --detector mad --json --fail-on-anomaly
            """
        try inStack(script) { outcome, folder in
            #expect(outcome.status == 3, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n").map(String.init)
            try #require(lines.count >= 7, "\(outcome.output)")
            let scores = lines[1].split(separator: ",").compactMap { Int($0) }
            #expect(scores.count == 2 && scores[0] > 4000 && scores[0] == scores[1])
            #expect(Int(lines[3]).map { $0 > 0 } == true && lines[5] == "5400")
            // The live detector finds in InfluxDB what the runner has found there.
            #expect(lines[6].contains(#""loaded":5400"#))
        }
    }

    @Test(.enabled(if: hasGenerator, "machine-generator does not run here"))
    func `the whole stack starts, detects, and stops by a signal`() throws {
        let folder = temporaryPath("stack")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        try TestBroker.plantSecrets(in: folder + "/secrets")
        let run = try ChildProcess(
            RepositoryFiles.path("scripts/stack-without-containers"), [],
            environment: [
                "MQTT_PORT": "0", "INFLUX_PORT": "0", "PANEL_PORT": "0",
                "TESTBED_BIN": builtProducts.path, "WAL_FLUSH_INTERVAL": "100ms",
                "INFLUXDB3_STANDIN": InfluxDBStandIn.script ?? "", "STATE_DIR": folder,
                "INFLUX_HOST": "", "INFLUX_TOKEN": "",
            ], errorsTo: folder + "/errors")
        let first = run.readLine() ?? ""
        #expect(first.hasPrefix("panel http://127.0.0.1:"), "\(first)")
        #expect(run.readLine()?.hasPrefix("logs and plots") == true)
        #expect(run.readLine()?.hasPrefix("following influxdb3 http://127.0.0.1:") == true)
        #expect(run.stop(within: 20) == 143)
        let errors = (try? String(contentsOfFile: folder + "/errors", encoding: .utf8)) ?? ""
        #expect(errors.isEmpty, "\(errors)")
    }
}
