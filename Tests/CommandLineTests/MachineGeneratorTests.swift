import Foundation
import TestSupport
import Testing

@Suite(.needsBroker) struct `machine-generator` {
    private func environment(_ broker: TestBroker) -> [String: String] {
        [
            "BROKER": "mqtt://127.0.0.1:\(broker.port)", "MQTT_USERNAME": "generator",
            "MQTT_PASSWORD_FILE": broker.passwordFile,
        ]
    }

    private func start(
        _ broker: TestBroker, _ arguments: [String], errors: String? = nil
    ) throws -> ChildProcess {
        try ChildProcess(
            builtProducts.appending(path: "machine-generator").path,
            arguments + ["--state", broker.folder + "/state"], environment: environment(broker),
            errorsTo: errors)
    }

    @Test func `shows a stranger's client the documented topics and payloads`() throws {
        try TestBroker.running { broker in
            let watcher = try broker.watch("machine/#", count: 150)
            let generator = try start(
                broker, ["--interval", "10ms", "--duration", "500ms", "--no-panel", "--run", "r7"])
            #expect(generator.wait() == 0)
            #expect(
                generator.readToEnd()
                    == "generated 150  published 150  acked 150  spooled 0  lost 0\n")
            let lines = watcher.readToEnd().split(separator: "\n").filter {
                $0.hasPrefix("machine/")
            }
            #expect(lines.count == 150)
            let shape =
                #/machine\/(machine[123]) \{"machineID":"(machine[123])","provider":"Smith and Sons","barcode":"12345670","run":"r7","seq":([0-9]+),"time":[0-9]{19},"load":[0-9]+,"vibration":[0-9]+,"power":[0-9]+,"temperature":[0-9]+\}/#
            var sequences: [Substring: [Int]] = [:]
            for line in lines {
                let found = try #require(line.wholeMatch(of: shape), "\(line)")
                #expect(found.1 == found.2)
                sequences[found.1, default: []].append(Int(found.3) ?? 0)
            }
            #expect(sequences.count == 3)
            #expect(sequences.values.allSatisfy { $0 == Array(1...50) })
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `ends in order when asked to, with its books`(signal: Int32, code: Int32) throws {
        try TestBroker.running { broker in
            let errors = broker.folder + "/errors"
            let watcher = try broker.watch("machine/#", count: 20)
            let generator = try start(
                broker, ["--interval", "20ms", "--json", "--panel", "127.0.0.1:0"], errors: errors)
            func said() -> String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }
            #expect(eventually { said().contains("connected") && said().contains("http://127") })
            #expect(watcher.wait() == 0)
            let begin = ContinuousClock.now
            generator.signal(signal)
            #expect(generator.wait() == code)
            #expect(ContinuousClock.now - begin < .seconds(5))
            let books = try #require(
                try JSONSerialization.jsonObject(with: Data(generator.readToEnd().utf8))
                    as? [String: Any])
            let counts = ["generated", "acked", "spooled", "lost"].map { books[$0] as? Int ?? -1 }
            #expect(counts[0] > 0 && counts[0] == counts[1] + counts[2] + counts[3])
            #expect(!said().contains(try broker.password("generator")))
        }
    }

    @Test func `ends at once when asked a second time`() throws {
        try TestBroker.running { broker in
            let errors = broker.folder + "/errors"
            let generator = try start(
                broker, ["--interval", "20ms", "--no-panel"], errors: errors)
            #expect(
                eventually {
                    (try? String(contentsOfFile: errors, encoding: .utf8))?.contains("connected")
                        == true
                })
            // A broker that hears nothing: the first would wait for its acknowledgements.
            broker.signal(SIGSTOP)
            usleep(100_000)
            generator.signal(SIGINT)
            usleep(50_000)
            let begin = ContinuousClock.now
            generator.signal(SIGINT)
            #expect(generator.wait() == 130)
            #expect(ContinuousClock.now - begin < .seconds(1))
        }
    }

    @Test func `keeps what it could not send, and the next run sends it`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        let first = try start(broker, ["--interval", "10ms", "--no-panel"])
        sleep(3)
        first.signal(SIGTERM)
        #expect(first.wait() == 143)
        let books = first.readToEnd()
        let spooled = try #require(books.firstMatch(of: #/spooled ([0-9]+)/#).flatMap { Int($0.1) })
        #expect(spooled > 0 && books.contains("acked 0  spooled \(spooled)  lost 0"))
        try broker.start()
        let second = try start(
            broker, ["--interval", "10ms", "--duration", "100ms", "--no-panel", "--json"])
        #expect(second.wait() == 0)
        let text = second.readToEnd()
        #expect(
            text.contains("\"resumed\":\(spooled)") && text.contains("\"acked\":\(spooled + 30)"))
    }

    @Test(
        arguments: [
            (["nothing-of-this-name"], 2, "there is no such file"),
            (["overload-fault", "--machines", "3"], 2, "does not go with a scenario"),
            (["--speed", "fast"], 2, "or max"), (["--qos", "3"], 2, "from 0 to 2"),
            (["--topic-prefix", "a/#"], 2, "one level"), (["--run", "a b"], 2, "letters, digits"),
            (["--interval", "1"], 2, "a number and a unit"), (["--seed", "-1"], 2, "whole number"),
            (["--broker", "ftp://x"], 2, "mqtt://"),
            (["--panel", "0.0.0.0:0"], 2, "--panel-token-file"),
            (["--panel", "0.0.0.0:0"], 2, "--panel-peers"),
            (["--panel", "nowhere"], 2, "HOST:PORT"),
            (["--panel-peers", "everyone"], 2, "host, addresses, or ranges"),
            (["--brokr", "x"], 2, "did you mean --broker"),
            (["--start", "noon"], 2, "2026-01-01T00:00:00Z"),
        ] as [([String], Int32, String)])
    func `says what is wrong with a command line`(
        arguments: [String], code: Int32, says: String
    ) throws {
        let folder = temporaryPath("state")
        defer { removeTemporary(folder) }
        let result = try runTool("machine-generator", arguments + ["--state", folder])
        #expect(result.exitCode == code && result.output.isEmpty)
        #expect(result.errors.hasPrefix("machine-generator: error: "), "\(result.errors)")
        #expect(result.errors.contains(says), "\(result.errors)")
    }

    @Test func `fails without a broker where it must have one, and with a wrong password`() throws {
        try TestBroker.running { broker in
            let errors = broker.folder + "/errors"
            let generator = try ChildProcess(
                builtProducts.appending(path: "machine-generator").path,
                ["overload-fault", "--no-panel", "--state", broker.folder + "/state"],
                environment: [
                    "BROKER": "mqtt://generator:\(Canary.secret("wrong"))@127.0.0.1:\(broker.port)",
                    "TESTBED_SCENARIOS": packageRoot.appending(path: "scenarios").path,
                ], errorsTo: errors)
            #expect(generator.wait() == 1)
            let said = try String(contentsOfFile: errors, encoding: .utf8)
            #expect(said.contains("error: the broker at") && said.contains("user \"generator\""))
            Canary.check(said, of: "what the generator says")
        }
    }
}
