import Foundation
import MQTTTransport
import Synchronization
import Telemetry
import TestSupport
import Testing
import Threading

extension TestBroker {
    func configuration(_ user: String, _ clientID: String) throws -> MQTTConfiguration {
        var configuration = MQTTConfiguration(
            address: BrokerAddress(host: "127.0.0.1", port: UInt16(port)),
            login: MQTTLogin(user: user, password: try password(user)), clientID: clientID)
        configuration.retryDelays = [.milliseconds(50), .milliseconds(200)]
        return configuration
    }
}

extension MQTTPublisher {
    func publish(_ topic: String, _ text: String, retain: Bool = false) throws -> Outcome {
        let name = try Topic(topic)
        return Array(text.utf8).withUnsafeBytes { publish(name, $0, retain: retain) }
    }

    /// Publishes `numbers` one by one, waiting where it must.
    func publishAll(_ numbers: some Sequence<Int>, to topic: String) throws {
        for number in numbers {
            while true {
                let outcome = try publish(topic, "\(number)")
                if outcome == .accepted { break }
                if outcome == .full {
                    waitForRoom(atMost: .seconds(1))
                } else {
                    Threads.sleep(.milliseconds(2))
                }
            }
        }
    }
}

/// What a subscriber has received.
final class Received: Sendable {
    let texts = Mutex<[String]>([])
    var count: Int { texts.withLock { $0.count } }
    var numbers: [Int] { texts.withLock { $0.compactMap(Int.init) } }

    @Sendable func take(_ message: MQTTSubscriber.Message) {
        let text = String(decoding: message.payload, as: UTF8.self)
        texts.withLock { $0.append(text) }
    }
}

extension [Int] {
    /// Each number where it came first.
    var firsts: [Int] {
        var seen: Set<Int> = []
        return filter { seen.insert($0).inserted }
    }
}

@Suite(.needsBroker) struct `A publisher and a real broker` {
    @Test(arguments: [0, 1, 2])
    func `deliver every message in order to a stranger's client`(qos: Int) throws {
        try TestBroker.running { broker in
            let watcher = try broker.watch("machine/#", count: 3000)
            let publisher = MQTTPublisher(
                try broker.configuration("generator", "g"), qos: qos, window: 100)
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            try publisher.publishAll(0..<3000, to: "machine/m1")
            #expect(publisher.drain(atMost: .seconds(10)) == 0)
            let lines = watcher.readToEnd().split(separator: "\n").filter {
                $0.hasPrefix("machine/")
            }
            let isExact = lines.elementsEqual((0..<3000).map { "machine/m1 \($0)" })
            #expect(isExact, "\(lines.count) lines")
            #expect(publisher.tally == (3000, 3000, 0))
            #expect(publisher.stop())
            #expect(publisher.status.state == .stopped)
        }
    }

    @Test func `empty payloads, NULs and 64 KiB arrive as they are`() throws {
        try TestBroker.running { broker in
            let bodies = [
                [], [0, 1, 0, 255], (0..<65_536).map { UInt8(truncatingIfNeeded: $0) },
            ]
            let got = Mutex<[[UInt8]]>([])
            let subscriber = MQTTSubscriber(
                try broker.configuration("viewer", "s"), filter: "machine/+"
            ) { message in got.withLock { $0.append(Array(message.payload)) } }
            subscriber.start()
            #expect(subscriber.waitForSubscription(atMost: .seconds(10)))
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"))
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            for body in bodies {
                let topic = try Topic("machine/m1")
                let outcome = body.withUnsafeBytes { publisher.publish(topic, $0) }
                #expect(outcome == .accepted)
            }
            #expect(eventually { got.withLock { $0.count } == 3 })
            #expect(got.withLock { $0 } == bodies)
            #expect(publisher.stop() && subscriber.stop())
        }
    }

    @Test func `status says online, and offline after a clean end and after a kill alike`() throws {
        try TestBroker.running { broker in
            let heard = Received()
            let subscriber = MQTTSubscriber(
                try broker.configuration("viewer", "s"), filter: "status/+", receive: heard.take)
            subscriber.start()
            #expect(subscriber.waitForSubscription(atMost: .seconds(10)))
            var configuration = try broker.configuration("generator", "g")
            configuration.statusTopic = "status/g"
            let publisher = MQTTPublisher(configuration)
            publisher.start()
            #expect(eventually { heard.texts.withLock { $0 } == ["online"] })
            _ = try publisher.publish("machine/m1", "x")
            #expect(publisher.drain(atMost: .seconds(5)) == 0)
            #expect(publisher.tally == (1, 1, 0), "status messages are not counted")
            #expect(publisher.stop())
            #expect(eventually { heard.texts.withLock { $0 } == ["online", "offline"] })

            // Someone else takes our name: for the broker we have died, and it says so.
            let victim = MQTTPublisher(configuration)
            victim.start()
            #expect(eventually { heard.count == 3 })
            let thief = MQTTPublisher(try broker.configuration("generator", "g"))
            thief.start()
            #expect(eventually { heard.texts.withLock { $0.count { $0 == "offline" } } >= 2 })
            #expect(victim.stop() && thief.stop() && subscriber.stop())
        }
    }

    @Test func `a wrong password is named, tried slowly, and never shown`() throws {
        try TestBroker.running { broker in
            var configuration = try broker.configuration("generator", "g")
            configuration.login = MQTTLogin(user: "generator", password: Canary.secret("wrong"))
            let publisher = MQTTPublisher(configuration)
            publisher.start()
            #expect(eventually { publisher.status.state == .refused })
            let problem = try #require(publisher.status.problem)
            #expect("\(problem)".contains("user \"generator\""))
            #expect("\(problem)".contains("MQTT_PASSWORD"))
            Canary.check("\(publisher.status) \(problem)", of: "the publisher's status")
            #expect(try publisher.publish("machine/m1", "x") == .disconnected)
            #expect(publisher.stop())
        }
    }

    @Test func `a peer that is no broker does not count as connected`() throws {
        // It takes the bytes, and says nothing.
        let server = ScriptedServer { _, _ in sleep(2) }
        defer { server.stop() }
        do {
            var configuration = MQTTConfiguration(
                address: BrokerAddress(host: "127.0.0.1", port: UInt16(server.port)),
                clientID: "g")
            configuration.answerTimeout = .milliseconds(300)
            let publisher = MQTTPublisher(configuration, qos: 0)
            publisher.start()
            #expect(
                eventually {
                    if case .noAnswer = publisher.status.problem { true } else { false }
                })
            #expect(try publisher.publish("machine/m1", "x") == .disconnected)
            #expect(publisher.status.connects == 0 && publisher.stop())
        }
    }

    @Test func `a broker that comes late is found, and until then nothing is taken`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        let publisher = MQTTPublisher(try broker.configuration("generator", "g"))
        publisher.start()
        #expect(
            eventually {
                if case .cannotReach = publisher.status.problem { true } else { false }
            })
        #expect("\(publisher.status.problem!)".contains("127.0.0.1:\(broker.port)"))
        #expect(try publisher.publish("machine/m1", "x") == .disconnected)
        try broker.start()
        #expect(publisher.waitForConnection(atMost: .seconds(10)))
        #expect(try publisher.publish("machine/m1", "x") == .accepted)
        #expect(publisher.drain(atMost: .seconds(5)) == 0 && publisher.stop())
    }

    @Test func `no more than the window is unacknowledged, however slow the broker`() throws {
        try TestBroker.running { broker in
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"), window: 50)
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            broker.signal(SIGSTOP)
            var accepted = 0
            while try publisher.publish("machine/m1", "\(accepted)") == .accepted { accepted += 1 }
            #expect(accepted == 50)
            let begin = ContinuousClock.now
            publisher.waitForRoom(atMost: .milliseconds(100))
            #expect(ContinuousClock.now - begin < .seconds(5))
            broker.signal(SIGCONT)
            #expect(publisher.drain(atMost: .seconds(10)) == 0)
            #expect(try publisher.publish("machine/m1", "x") == .accepted)
            #expect(publisher.stop())
        }
    }

    @Test func `a broker that hears nothing is left within 15 s`() throws {
        try TestBroker.running { broker in
            var configuration = try broker.configuration("generator", "g")
            #expect(2 * configuration.keepAlive < 15)
            configuration.keepAlive = 5
            let publisher = MQTTPublisher(configuration)
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            broker.signal(SIGSTOP)
            #expect(eventually(within: 14) { publisher.status.state == .disconnected })
            #expect(publisher.stop())
        }
    }

    @Test func `what was unacknowledged can be taken over after the end`() throws {
        try TestBroker.running { broker in
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"))
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            broker.signal(SIGSTOP)
            for number in 0..<5 { _ = try publisher.publish("machine/m\(number)", "\(number)") }
            #expect(publisher.drain(atMost: .milliseconds(50)) == 5)
            #expect(publisher.stop())
            var left: [String] = []
            publisher.takeUnacknowledged { topic, payload, _ in
                left.append("\(topic) " + String(decoding: payload, as: UTF8.self))
            }
            #expect(left == (0..<5).map { "machine/m\($0) \($0)" })
            #expect(publisher.tally.accepted == 0)
        }
    }
}

@Suite(.needsBroker) struct `A broker that restarts` {
    /// Publishes steadily while `trouble` is done to the broker, with a reader whose session the
    /// broker keeps.
    private func run(
        qos: Int, count: Int, _ trouble: (TestBroker) throws -> Void,
        _ check: (_ numbers: [Int], _ publisher: MQTTPublisher) -> Void
    ) throws {
        try TestBroker.running { broker in
            let heard = Received()
            var reading = try broker.configuration("viewer", "reader")
            reading.isCleanSession = false
            let subscriber = MQTTSubscriber(reading, filter: "machine/+", receive: heard.take)
            subscriber.start()
            #expect(subscriber.waitForSubscription(atMost: .seconds(10)))
            let publisher = MQTTPublisher(
                try broker.configuration("generator", "g"), qos: qos, window: 100)
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            let done = Gate(false)
            Threads.start {
                for number in 0..<count {
                    try? publisher.publishAll(number...number, to: "machine/m1")
                    if number % 20 == 0 { Threads.sleep(.milliseconds(1)) }
                }
                done.update { $0 = true }
            }
            Threads.sleep(.milliseconds(30))
            try trouble(broker)
            #expect(done.wait(atMost: .seconds(60)) { $0 ? true : nil } == true)
            #expect(publisher.drain(atMost: .seconds(20)) == 0)
            eventually(within: 10) { Set(heard.numbers).count == count }
            check(heard.numbers, publisher)
            #expect(publisher.stop() && subscriber.stop())
        }
    }

    @Test(arguments: [1, 2])
    func `in order loses nothing, and keeps the order of what comes first`(qos: Int) throws {
        try run(qos: qos, count: 6000) { broker in
            for _ in 0..<3 {
                broker.stop()
                try broker.start()
                Threads.sleep(.milliseconds(100))
            }
        } _: { numbers, publisher in
            let isComplete = numbers.firsts == Array(0..<6000)
            #expect(isComplete, "\(Set(numbers).count) of 6000")
            #expect(publisher.status.connects == 4 && publisher.tally.acknowledged == 6000)
        }
    }

    @Test func `by a kill takes its memory along, and everything accepted is still acknowledged`()
        throws
    {
        try run(qos: 1, count: 6000) { broker in
            broker.stop(SIGKILL)
            try broker.start()
        } _: { numbers, publisher in
            #expect(publisher.tally.accepted == 6000 && publisher.tally.acknowledged == 6000)
            let isSorted = numbers.firsts == numbers.firsts.sorted()
            #expect(isSorted, "order is kept")
        }
    }

    @Test func `keeps what a reader could not put away, and sends it again`() throws {
        try TestBroker.running { broker in
            let heard = Received()
            let refused = Received()
            var reading = try broker.configuration("viewer", "reader")
            reading.isCleanSession = false
            let subscriber = MQTTSubscriber(reading, filter: "machine/+") { message in
                if refused.count < 2, message.payload.elementsEqual("3".utf8) {
                    refused.take(message)
                    throw ChildProcess.Failure(description: "no room")
                }
                heard.take(message)
            }
            subscriber.start()
            #expect(subscriber.waitForSubscription(atMost: .seconds(10)))
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"))
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            // One at a time: with more behind it, a connection that ends may take acknowledgements along.
            for number in 1...5 {
                try publisher.publishAll([number], to: "machine/m1")
                #expect(publisher.drain(atMost: .seconds(10)) == 0)
                #expect(eventually { heard.count + refused.count >= number })
            }
            #expect(eventually { Set(heard.numbers) == [1, 2, 3, 4, 5] }, "\(heard.numbers)")
            #expect(heard.numbers.firsts == [1, 2, 3, 4, 5] && refused.count == 2)
            #expect(publisher.stop() && subscriber.stop())
        }
    }

    @Test func `finds a reader that had paused, with all it missed`() throws {
        try TestBroker.running { broker in
            let heard = Received()
            var reading = try broker.configuration("viewer", "reader")
            reading.isCleanSession = false
            let subscriber = MQTTSubscriber(reading, filter: "machine/+", receive: heard.take)
            subscriber.start()
            #expect(subscriber.waitForSubscription(atMost: .seconds(10)))
            subscriber.setPaused(true)
            #expect(eventually { subscriber.status.state == .paused })
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"))
            publisher.start()
            #expect(publisher.waitForConnection(atMost: .seconds(10)))
            try publisher.publishAll(0..<500, to: "machine/m1")
            #expect(publisher.drain(atMost: .seconds(10)) == 0)
            #expect(heard.count == 0)
            broker.stop()
            try broker.start()
            subscriber.setPaused(false)
            #expect(eventually { heard.count == 500 })
            #expect(heard.numbers == Array(0..<500))
            #expect(publisher.stop() && subscriber.stop())
        }
    }
}

@Suite(
    .needsBroker,
    .enabled(if: isInstalled("openssl"), "no openssl here: apt-get install openssl"))
struct `TLS` {
    private func openssl(_ arguments: [String]) throws {
        let child = try ChildProcess("/usr/bin/openssl", arguments)
        try #require(child.wait() == 0, "openssl \(arguments.joined(separator: " "))")
    }

    @Test func `needs the broker's authority and its right name`() throws {
        let folder = temporaryPath("tls")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        func make(_ name: String, subject: String) throws {
            try openssl([
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                "/CN=\(subject)", "-addext", "subjectAltName=DNS:\(subject)", "-keyout",
                "\(folder)/\(name).key", "-out", "\(folder)/\(name).crt",
            ])
        }
        try make("good", subject: "localhost")
        try make("other", subject: "elsewhere")
        for (certificate, ca, isAccepted) in [
            ("good", "good", true), ("good", "other", false), ("other", "other", false),
        ] {
            let placeholder = ScriptedServer { _, _ in }
            let port = placeholder.port
            placeholder.stop()
            try TestBroker.running(extra: [
                // The doors have their own logins; this one asks for none.
                "listener \(port) 127.0.0.1", "allow_anonymous true",
                "cafile \(folder)/\(certificate).crt",
                "certfile \(folder)/\(certificate).crt", "keyfile \(folder)/\(certificate).key",
            ]) { broker in
                var configuration = try broker.configuration("generator", "g")
                configuration.address = BrokerAddress(
                    host: "localhost", port: UInt16(port), usesTLS: true)
                configuration.caFile = "\(folder)/\(ca).crt"
                let publisher = MQTTPublisher(configuration)
                publisher.start()
                let isIn = publisher.waitForConnection(atMost: .seconds(isAccepted ? 10 : 1))
                #expect(isIn == isAccepted, "\(certificate) with \(ca)")
                if isAccepted {
                    _ = try publisher.publish("machine/m1", "x")
                    #expect(publisher.drain(atMost: .seconds(5)) == 0)
                } else if case .tls = publisher.status.problem {
                } else {
                    Issue.record("not called a TLS problem: \(publisher.status)")
                }
                #expect(publisher.stop())
            }
        }
    }

    @Test func `says which file of authorities cannot be read`() throws {
        try TestBroker.running { broker in
            var configuration = try broker.configuration("generator", "g")
            configuration.address.usesTLS = true
            configuration.caFile = "/nowhere.crt"
            let publisher = MQTTPublisher(configuration)
            publisher.start()
            #expect(eventually { "\(publisher.status)".contains("/nowhere.crt") })
            #expect(publisher.stop())
        }
    }
}
