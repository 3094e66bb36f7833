import Foundation
import TestSupport
import Testing
import Threading

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
            Threads.sleep(.milliseconds(100))
            // Two that come together are one: `timeout` signals a process and its group.
            for _ in 0..<2 {
                generator.signal(SIGINT)
                Threads.sleep(.milliseconds(50))
            }
            Threads.sleep(.milliseconds(600))
            #expect(generator.isRunning)
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
            (["--start", "2262-04-11T23:47:15Z"], 2, "after 2262-04-11"),
            (["--start", "2262-04-11T23:47:15Z", "--duration", "3s"], 2, "after 2262-04-11"),
            (["overload-fault", "--start", "2262-04-11T23:40:00Z"], 2, "after 2262-04-11"),
            (["--duration", "100000d"], 2, "after 2262-04-11"),
            (["--speed", "1e-300", "--machines", "600"], 2, "or max"),
            (["--interval", "100000d", "--machines", "600"], 2, "at most 365d"),
            (["--seed", "18446744073709551616"], 2, "whole number"),
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

    @Test(arguments: [
        ["--start", "2262-04-11T23:47:11Z", "--duration", "3s", "--speed", "max"],
        ["--start", "1678-01-01T00:00:00Z", "--duration", "3s", "--speed", "max"],
        ["--seed", "18446744073709551615", "--duration", "3s", "--speed", "max"],
        ["--seed", "9223372036854775808", "--duration", "3s", "--speed", "1000000"],
        // Three readings are all that fit before time ends.
        ["--start", "2262-04-11T23:47:11Z", "--speed", "max"],
    ])
    func `works at the ends of what can be asked for`(arguments: [String]) throws {
        try TestBroker.running { broker in
            let generator = try start(broker, arguments + ["--no-panel"])
            #expect(generator.wait() == 0)
            #expect(
                generator.readToEnd() == "generated 9  published 9  acked 9  spooled 0  lost 0\n")
        }
    }

    @Test func `says that there is nothing to resume, and begins anew`() throws {
        try TestBroker.running { broker in
            let errors = broker.folder + "/errors"
            let generator = try start(
                broker, ["--resume", "--duration", "2s", "--speed", "max", "--no-panel"],
                errors: errors)
            #expect(generator.wait() == 0)
            let said = try String(contentsOfFile: errors, encoding: .utf8)
            #expect(
                said.contains("nothing to resume: \(broker.folder)/state has no ledger"), "\(said)")
        }
    }

    @Test(arguments: ["away", "silent", "slow"])
    func `ends within 5 s whatever the broker does`(state: String) throws {
        try TestBroker.running { broker in
            let link = SlowLink(to: broker.port, bytesPerSecond: 2000, latency: .milliseconds(50))
            defer { link.stop() }
            let port = state == "slow" ? link.port : broker.port
            if state == "away" { broker.stop() }
            let generator = try ChildProcess(
                builtProducts.appending(path: "machine-generator").path,
                [
                    "--machines", "200", "--interval", "100ms", "--no-panel", "--state",
                    broker.folder + "/state",
                ],
                environment: environment(broker).merging(
                    ["BROKER": "mqtt://127.0.0.1:\(port)"], uniquingKeysWith: { $1 }),
                errorsTo: broker.folder + "/errors")
            let ledgers = { () -> Bool in
                let names =
                    (try? FileManager.default.contentsOfDirectory(
                        atPath: broker.folder + "/state")) ?? []
                return names.contains { $0.hasSuffix(".ledger") }
            }
            #expect(eventually { ledgers() })
            if state == "silent" { broker.signal(SIGSTOP) }
            Threads.sleep(.milliseconds(700))
            let begin = ContinuousClock.now
            generator.signal(SIGTERM)
            #expect(generator.wait() == 143)
            #expect(ContinuousClock.now - begin < .seconds(5), "\(state)")
            let books = generator.readToEnd()
            #expect(books.hasPrefix("generated ") && books.contains("lost 0"), "\(books)")
        }
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
