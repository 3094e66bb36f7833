import Foundation
import TestSupport
import Testing

/// The broker's real configuration, in a real broker, with the secrets that the script makes.
@Suite(
    .needs(
        "/usr/sbin/mosquitto", "/usr/bin/mosquitto_pub", "/usr/bin/mosquitto_sub",
        from: "mosquitto mosquitto-clients"))
struct BrokerConfigurationTests {
    private struct Broker {
        let folder: String
        /// The doors of the stack's broker.
        let publishers: Int
        let readers: Int

        func secret(_ user: String) throws -> String {
            try String(contentsOfFile: folder + "/secrets/mqtt-" + user, encoding: .utf8)
        }

        func client(_ program: String, _ user: String?, _ arguments: [String]) throws
            -> ChildProcess
        {
            let port = program == "mosquitto_pub" ? publishers : readers
            return try client(program, user, at: port, arguments)
        }

        func client(_ program: String, _ user: String?, at port: Int, _ arguments: [String]) throws
            -> ChildProcess
        {
            let login = try user.map { ["-u", $0, "-P", try secret($0)] } ?? []
            return try ChildProcess(
                "/usr/bin/" + program, ["-h", "127.0.0.1", "-p", "\(port)"] + login + arguments,
                errorsTo: folder + "/client")
        }

        func publish(_ user: String?, _ topic: String, _ text: String) throws -> Int32 {
            try client("mosquitto_pub", user, ["-q", "1", "-t", topic, "-m", text]).wait()
        }
    }

    private func withBroker(_ body: (Broker) throws -> Void) throws {
        let folder = temporaryPath("broker")
        try FileManager.default.createDirectory(
            atPath: folder + "/data", withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        try TestBroker.plantSecrets(in: folder + "/secrets")
        let made = try ChildProcess(
            RepositoryFiles.path("scripts/make-secrets"), [folder + "/secrets"])
        try #require(made.wait() == 0)
        let placeholders = (0..<2).map { _ in ScriptedServer { _, _ in } }
        let ports = (publishers: placeholders[0].port, readers: placeholders[1].port)
        for placeholder in placeholders { placeholder.stop() }
        let configuration = try TestBroker.configuration(
            ports: ports, secrets: folder + "/secrets", data: folder + "/data")
        // As root it would become a user who may not read the files of the container's.
        try (configuration + "\nuser root\n")
            .write(toFile: folder + "/mosquitto.conf", atomically: true, encoding: .utf8)
        let broker = Broker(
            folder: folder, publishers: ports.publishers, readers: ports.readers)
        let process = try ChildProcess(
            "/usr/sbin/mosquitto", ["-c", folder + "/mosquitto.conf"], outputTo: folder + "/log")
        defer { process.stop() }
        try #require(
            eventually { (try? broker.publish("generator", "machine/warmup", "x")) == 0 },
            "the broker did not start with our configuration")
        try body(broker)
    }

    @Test func `readings get through, and nobody may do what is not theirs`() throws {
        try withBroker { broker in
            // At the readers' door a second client of a login takes the first one's place: another looks.
            let observer = try broker.client(
                "mosquitto_sub", "ingester", at: broker.publishers,
                ["-q", "1", "-t", "machine/#", "-C", "1", "-W", "20"])
            Thread.sleep(forTimeInterval: 0.3)
            // Refused ones are acknowledged all the same, and must not arrive.
            for user in ["telegraf", "viewer", "health"] {
                _ = try broker.client(
                    "mosquitto_pub", user, at: broker.readers,
                    ["-q", "1", "-t", "machine/machine1", "-m", "forged"]
                ).wait()
                #expect(try broker.publish(user, "machine/machine1", "forged") != 0, "\(user)")
            }
            let telegraf = try broker.client(
                "mosquitto_sub", "telegraf", ["-q", "1", "-t", "machine/+", "-C", "1", "-W", "10"])
            let viewer = try broker.client(
                "mosquitto_sub", "viewer",
                [
                    "-q", "1", "-t", "machine/#", "-t", "truth/#", "-F", "%t %p", "-C", "2", "-W",
                    "10",
                ])
            // The health user reads the broker's uptime, as the container's check does.
            let health = try broker.client(
                "mosquitto_sub", "health", ["-t", "$SYS/broker/uptime", "-C", "1", "-W", "12"])
            // Subscriptions stand when the broker shows them a retained message; give them a moment.
            Thread.sleep(forTimeInterval: 0.3)
            #expect(try broker.publish(nil, "machine/machine1", "forged") != 0, "anonymous")
            #expect(try broker.publish("generator", "machine/machine1", "reading") == 0)
            #expect(try broker.publish("generator", "truth/machine1", "truth") == 0)
            #expect(observer.readToEnd() == "reading\n", "nothing that was forged")
            #expect(telegraf.readToEnd() == "reading\n")
            #expect(viewer.readToEnd() == "machine/machine1 reading\ntruth/machine1 truth\n")
            #expect(health.readToEnd().contains("seconds"))
        }
    }

    /// Telegraf's session keeps what comes while it is away. It goes with whoever takes its id.
    @Test func `no other login can take the collector's session`() throws {
        try withBroker { broker in
            func collect(_ count: Int) throws -> String {
                let collector = try broker.client(
                    "mosquitto_sub", "telegraf",
                    ["-i", "any", "-c", "-q", "1", "-t", "machine/+", "-C", "\(count)", "-W", "10"])
                return collector.readToEnd()
            }
            let start = try broker.client(
                "mosquitto_sub", "telegraf",
                ["-i", "any", "-c", "-q", "1", "-t", "machine/+", "-E"])
            #expect(start.wait() == 0)
            let readings = try broker.client(
                "mosquitto_pub", "generator",
                ["-q", "1", "-t", "machine/m", "-m", "reading", "--repeat", "100"])
            #expect(readings.wait() == 0)
            for user in ["health", "viewer"] {
                for port in [broker.publishers, broker.readers] {
                    for id in ["telegraf", "any"] {
                        try broker.client(
                            "mosquitto_sub", user, at: port, ["-i", id, "-t", "x", "-E"]
                        ).wait()
                    }
                }
            }
            #expect(try collect(100) == String(repeating: "reading\n", count: 100))
        }
    }

    @Test func `what is too long for the broker ends its sender's connection, with a word`() throws
    {
        try withBroker { broker in
            let file = broker.folder + "/long"
            try String(repeating: "x", count: 300_000)
                .write(toFile: file, atomically: true, encoding: .utf8)
            let long = try broker.client(
                "mosquitto_pub", "generator", ["-q", "1", "-t", "machine/m", "-f", file])
            #expect(long.wait() != 0)
            let log = try String(contentsOfFile: broker.folder + "/log", encoding: .utf8)
            #expect(log.contains("oversize packet"), "\(log)")
            // Nor does the broker find anything in our configuration to warn of.
            #expect(!log.contains("deprecated") && !log.contains("recommended"), "\(log)")
        }
    }

    @Test func `the health check logs in without a password on a command line`() throws {
        try withBroker { broker in
            for user in ["health", "viewer"] {
                let topic = user == "health" ? "$SYS/broker/uptime" : "machine/#"
                let reader = try ChildProcess(
                    "/usr/bin/mosquitto_sub",
                    [
                        "-h", "127.0.0.1", "-p", "\(broker.readers)", "-t", topic, "-C", "1", "-W",
                        "12",
                    ],
                    environment: ["XDG_CONFIG_HOME": broker.folder + "/secrets/client-" + user])
                if user == "viewer" {
                    #expect(
                        eventually {
                            (try? broker.publish("generator", "machine/m", "reading")) == 0
                                && !reader.isRunning
                        })
                }
                #expect(reader.wait() == 0, "\(user)")
            }
        }
        let compose = try RepositoryFiles.text("docker-compose.yml")
        #expect(
            compose.contains("XDG_CONFIG_HOME=/run/testbed-secrets/client-health mosquitto_sub"))
        #expect(!compose.contains(" -P "))
    }

    @Test func `passwords are random, kept, and only hashed for the broker`() throws {
        let folder = temporaryPath("secrets")
        defer { removeTemporary(folder) }
        func files() throws -> [String: String] {
            let made = try ChildProcess(RepositoryFiles.path("scripts/make-secrets"), [folder])
            try #require(made.wait() == 0)
            #expect(made.readToEnd() == "", "nothing is printed")
            return try Dictionary(
                uniqueKeysWithValues: FileManager.default.subpathsOfDirectory(atPath: folder)
                    .filter { !["client-health", "client-viewer"].contains($0) }
                    .map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) })
        }
        let first = try files()
        let second = try files()
        let passwords = first.filter { $0.key.hasPrefix("mqtt-") || $0.key == "panel-token" }
        #expect(Set(passwords.values).count == 8)
        #expect(passwords.values.allSatisfy { $0.utf8.count == 48 })
        for (name, password) in passwords {
            #expect(second[name] == password, "\(name) changed")
            for file in ["passwd-publishers", "passwd-readers"] {
                #expect(first[file]?.contains(password) == false, "\(name) stands in the open")
            }
        }
        #expect(first["passwd"] == nil)
        #expect(first["influx-token"]?.hasPrefix("apiv3_") == true)
        #expect(first["influx-token"]?.utf8.count == 102)
        #expect(first["influx-token-telegraf"] == first["influx-token"])
        #expect(first["influx-admin-token.json"]?.contains(first["influx-token"] ?? "?") == true)
        for name in first.keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
            #expect(mode & 0o337 == 0, "\(name) has mode \(String(mode, radix: 8))")
        }
    }

    @Test func `the token of one's own server takes the place of the made one`() throws {
        let folder = temporaryPath("secrets")
        defer { removeTemporary(folder) }
        let made = try ChildProcess(
            RepositoryFiles.path("scripts/make-secrets"), [folder],
            environment: ["INFLUX_TOKEN": "my-own"])
        try #require(made.wait() == 0)
        for name in ["influx-token", "influx-token-telegraf", "influx-token-grafana"] {
            #expect(try String(contentsOfFile: folder + "/" + name, encoding: .utf8) == "my-own")
        }
    }
}
