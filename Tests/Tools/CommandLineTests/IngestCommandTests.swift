import Foundation
import SQLiteStore
import TestSupport
import Testing

@Suite(.needsBroker) struct `ingest` {
    private func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }

    private func login(_ broker: TestBroker, _ user: String = "ingester") -> [String: String] {
        [
            "BROKER": "mqtt://127.0.0.1:\(broker.port)", "MQTT_USERNAME": user,
            "MQTT_PASSWORD_FILE": "\(broker.folder)/secrets/mqtt-\(user)",
        ]
    }

    private func start(
        _ broker: TestBroker, _ more: [String] = [], journal: String = "j",
        environment: [String: String]? = nil, errors: String = "errors"
    ) throws -> ChildProcess {
        try ChildProcess(
            builtProducts.appending(path: "scenario-runner").path,
            [
                "ingest", "--store", "sqlite:\(broker.folder)/r.sqlite", "--journal",
                "\(broker.folder)/\(journal)",
            ] + more, environment: environment ?? login(broker),
            errorsTo: broker.folder + "/" + errors)
    }

    @Test func `says why the broker does not let it in`() throws {
        try TestBroker.running { broker in
            let address = ["BROKER": "mqtt://127.0.0.1:\(broker.port)"]
            let authority = broker.folder + "/ca.pem"
            try "no certificate\n".write(toFile: authority, atomically: true, encoding: .utf8)
            for (environment, more, says) in [
                (address, [], "wants a user and a password"),
                (
                    address.merging(
                        ["MQTT_USERNAME": "ingester", "MQTT_PASSWORD": Canary.secret("wrong")],
                        uniquingKeysWith: { a, _ in a }), [],
                    "does not accept user \"ingester\" with this password"
                ),
                (
                    ["BROKER": "mqtts://127.0.0.1:\(broker.port)"], ["--ca-file", authority],
                    "no secure connection"
                ),
            ] as [([String: String], [String], String)] {
                let ingester = try start(broker, more, environment: environment)
                defer { ingester.stop() }
                #expect(eventually(within: 20) { !ingester.isRunning }, "\(says)")
                let said = text(broker.folder + "/errors")
                #expect(said.contains(says), "\(said)")
                #expect(ingester.stop() == 1)
            }
        }
    }

    @Test func `says when the broker goes and when it is back, and what went with it`() throws {
        try TestBroker.running { broker in
            let errors = broker.folder + "/errors"
            let ingester = try start(broker, ["--json"])
            defer { ingester.stop() }
            #expect(ingester.readLine()?.hasPrefix("storing readings of") == true)
            broker.stop(SIGKILL)
            #expect(eventually(within: 20) { text(errors).contains("was lost") }, "\(text(errors))")
            try? FileManager.default.removeItem(atPath: broker.folder + "/data/mosquitto.db")
            try broker.start()
            #expect(eventually(within: 30) { text(errors).contains("again after") })
            #expect(eventually { text(errors).contains("no longer knew this ingester's session") })
            #expect(ingester.stop() == 143)
            let books = ingester.readToEnd()
            #expect(books.contains(#""sessions_lost":1,"reconnects":1"#), "\(books)")
        }
    }

    @Test func `is refused where another one works on the same journal`() throws {
        try TestBroker.running { broker in
            let first = try start(broker)
            defer { first.stop() }
            #expect(first.readLine()?.hasPrefix("storing readings of") == true)
            let second = try start(broker, errors: "second")
            #expect(second.wait() == 1)
            let said = text(broker.folder + "/second")
            #expect(said.contains("\(broker.folder)/j is used by another ingester"), "\(said)")
        }
    }

    @Test(.timeLimit(.minutes(3))) func `says on both sides that a name is taken`() throws {
        try TestBroker.running { broker in
            let both = try ["a", "b"].map {
                try start(broker, ["--client-id", "twin"], journal: $0, errors: $0 + ".errors")
            }
            defer { for one in both { one.stop() } }
            for name in ["a", "b"] {
                let isSaid = eventually(within: 60) {
                    text("\(broker.folder)/\(name).errors").contains(
                        "another client probably uses the name \"twin\"")
                }
                #expect(isSaid, "\(name): \(text("\(broker.folder)/\(name).errors"))")
            }
        }
    }

    @Test(arguments: ["away", "silent"])
    func `ends within 5 s where there is no broker, and says what it waits for`(state: String)
        throws
    {
        try TestBroker.running { broker in
            if state == "away" { broker.stop() } else { broker.signal(SIGSTOP) }
            let errors = broker.folder + "/errors"
            let ingester = try start(broker)
            if state == "away" {
                #expect(eventually { text(errors).contains("cannot reach the broker at") })
            } else {
                #expect(
                    eventually { FileManager.default.fileExists(atPath: broker.folder + "/j/lock") }
                )
            }
            let begin = ContinuousClock.now
            ingester.signal(SIGTERM)
            #expect(ingester.wait() == 143)
            #expect(ContinuousClock.now - begin < .seconds(5))
            #expect(ingester.readToEnd().hasPrefix("0 readings stored, 0 messages refused"))
        }
    }

    @Test func `refuses what no store can hold, and stores what comes behind it`() throws {
        try TestBroker.running { broker in
            let ingester = try start(broker)
            defer { ingester.stop() }
            #expect(ingester.readLine()?.hasPrefix("storing readings of") == true)
            func publish(_ machine: String, _ provider: String, _ seq: Int, _ time: String) throws {
                let payload =
                    #"{"machineID":"\#(machine)","provider":"\#(provider)","run":"r","seq":\#(seq),"time":\#(time),"load":1.5}"#
                let sent = try ChildProcess(
                    "/usr/bin/mosquitto_pub",
                    [
                        "-h", "127.0.0.1", "-p", "\(broker.port)", "-u", "generator", "-P",
                        try broker.password("generator"), "-q", "1", "-t", "machine/\(machine)",
                        "-m", payload,
                    ])
                #expect(sent.wait() == 0)
            }
            let now = "1767225601000000000"
            try publish("bad1", #"a\nb"#, 1, now)
            try publish("bad2", #"a\u0000"#, 1, now)
            try publish("bad3", #"a\\,b"#, 1, now)
            try publish("bad4", "P", 1, "9000000000000000000")
            for seq in 1...7 { try publish("ok1", "P", seq, "176722560\(seq)000000000") }
            #expect(
                try eventually(within: 20) {
                    try SQLiteStore(path: broker.folder + "/r.sqlite").count() == 7
                })
            #expect(ingester.stop() == 143)
            #expect(ingester.readToEnd() == "7 readings stored, 4 messages refused\n")
            let refused = text(broker.folder + "/j/refused.txt").split(separator: "\n")
            #expect(
                refused.map { $0.prefix { $0 != " " } }
                    == ["text_invalid", "text_invalid", "text_invalid", "future"])
        }
    }
}
