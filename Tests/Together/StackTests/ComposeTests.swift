import Foundation
import Glibc
import TestSupport
import Testing

/// docker-compose.yml as Compose itself reads it.
@Suite(.needs("/usr/bin/docker-compose", from: "docker-compose")) struct ComposeTests {
    let services: [String: JSONNode]

    init() throws { services = try Self.services(environment: [:]) }

    static func services(environment: [String: String]) throws -> [String: JSONNode] {
        // Compose prints YAML; the module that it reads YAML with makes JSON of it.
        let convert = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)"
        // The example sets nothing, so that a developer's own .env has no say here.
        let compose = [
            "/usr/bin/docker-compose", "--env-file", RepositoryFiles.path(".env.example"),
            "-f", RepositoryFiles.path("docker-compose.yml"), "--profile", "tools", "config",
        ].joined(separator: " ")
        let run = try ChildProcess(
            "/bin/bash",
            ["-o", "pipefail", "-c", "\(compose) | /usr/bin/python3 -c '\(convert)'"],
            environment: environment)
        let text = run.readToEnd()
        try #require(run.wait() == 0, "docker-compose config refuses docker-compose.yml")
        let node = try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
        guard case .object(let services)? = node["services"] else { return [:] }
        try #require(services.count >= 7)
        return services
    }

    private func texts(_ node: JSONNode?) -> [String] {
        guard case .array(let items)? = node else { return [] }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    private func text(_ node: JSONNode?) -> String? {
        if case .text(let text)? = node { text } else { nil }
    }

    @Test func `the whole system is there`() {
        #expect(
            Set(services.keys)
                == [
                    "init", "mosquitto", "influxdb", "telegraf", "generator", "detector", "grafana",
                    "scenario-runner",
                ])
    }

    @Test func `no image floats`() throws {
        let pinned = try Regex(#"^[a-z0-9/-]+:[0-9][A-Za-z0-9.-]*[0-9a-z]$"#)
        for (name, service) in services {
            let image = try #require(text(service["image"]))
            if image == "machine-anomaly-testbed:local" { continue }
            #expect(
                image.contains(pinned) && image.split(separator: ".").count >= 3,
                "\(name): \(image)")
        }
        let dockerfile = try RepositoryFiles.text("Dockerfile")
        for line in dockerfile.split(separator: "\n") where line.hasPrefix("FROM ") {
            #expect(line.contains(pinnedBase: #":[0-9]+\.[0-9]+"#), "\(line)")
        }
    }

    @Test func `every container may do little`() {
        for (name, service) in services {
            #expect(service["read_only"] == .flag(true), "\(name)")
            #expect(texts(service["cap_drop"]) == ["ALL"], "\(name)")
            #expect(texts(service["security_opt"]) == ["no-new-privileges:true"], "\(name)")
            #expect(service["privileged"] == nil, "\(name)")
            #expect(service["logging"]?["options"]?["max-size"] != nil, "\(name)")
            let volumes = texts(service["volumes"])
            #expect(!volumes.contains { $0.contains("docker.sock") }, "\(name)")
            if name == "init" { continue }
            #expect(service["mem_limit"] != nil && service["pids_limit"] != nil, "\(name)")
            let user = text(service["user"])
            let isOurs = text(service["image"]) == "machine-anomaly-testbed:local"
            // This one becomes the owner of the reports' folder before it does anything.
            let becomesAnother = texts(service["entrypoint"]).first == "as-owner-of"
            #expect(
                becomesAnother || (isOurs && user == nil)
                    || user.map { !$0.hasPrefix("0") } == true,
                "\(name) runs as \(user ?? "root")")
            for volume in volumes where volume.contains("/run/testbed-secrets") {
                #expect(volume.hasSuffix(":ro"), "\(name): \(volume)")
            }
        }
    }

    @Test func `our image runs as a user of its own`() throws {
        let dockerfile = try RepositoryFiles.text("Dockerfile")
        let users = dockerfile.split(separator: "\n").filter { $0.hasPrefix("USER ") }
        #expect(users == ["USER 10001:10001"])
    }

    @Test func `ports are on loopback only`() {
        var published = 0
        for (name, service) in services {
            for port in texts(service["ports"]) {
                #expect(port.hasPrefix("127.0.0.1:"), "\(name): \(port)")
                published += 1
            }
        }
        #expect(published == 5)
    }

    @Test func `the first service can make temporary files, as mosquitto_passwd does`() throws {
        let service = try #require(services["init"])
        #expect(service["read_only"] == .flag(true) && texts(service["tmpfs"]).contains("/tmp"))
    }

    /// For a volume that an image declares and nobody names, the engine makes one that `down` leaves behind.
    @Test func `no volume of an image is left without a name`() {
        let declared = [
            "eclipse-mosquitto": ["/mosquitto/data", "/mosquitto/log"],
            "influxdb": ["/var/lib/influxdb3"],
        ]
        for (name, service) in services {
            let image = text(service["image"])?.split(separator: ":").first.map(String.init) ?? ""
            let mounts = texts(service["volumes"]).map { $0.split(separator: ":")[1] }
            for path in declared[image] ?? [] {
                let isNamed = mounts.contains(Substring(path))
                #expect(isNamed || texts(service["tmpfs"]).contains(path), "\(name): \(path)")
            }
        }
    }

    @Test func `a click needs no token, and no other container can click`() throws {
        let command = texts(services["generator"]?["command"])
        #expect(command.contains("--panel-peers=host"))
        #expect(!command.contains { $0.contains("token") })
        #expect(text(services["generator"]?["environment"]?["PANEL_TOKEN_FILE"]) == "")
        let file = "/run/testbed-secrets/panel-token"
        let asked = try Self.services(environment: ["PANEL_TOKEN_FILE": file])
        #expect(text(asked["generator"]?["environment"]?["PANEL_TOKEN_FILE"]) == file)
    }

    @Test func `reports lie in a folder of the checkout and in no volume`() throws {
        let volumes = texts(services["scenario-runner"]?["volumes"])
        #expect(
            volumes.contains { $0.hasPrefix("/") && $0.contains("/reports:/testbed/reports") })
        #expect(!(try RepositoryFiles.text("docker-compose.yml")).contains("\n  reports:"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become another user"))
    func `who runs a scenario owns its reports`() throws {
        let folder = temporaryPath("owner")
        let neighbour = temporaryPath("neighbour")
        defer { for path in [folder, neighbour] { removeTemporary(path) } }
        let files = FileManager.default
        for (owner, isGiven) in [(1234, true), (0, true), (1234, false)] {
            // A folder that the engine has just made is root's.
            try? files.removeItem(atPath: folder)
            try? files.removeItem(atPath: neighbour)
            for (path, uid) in [(folder, isGiven ? owner : 0), (neighbour, owner)] {
                try files.createDirectory(
                    atPath: path, withIntermediateDirectories: true,
                    attributes: [.ownerAccountID: uid, .groupOwnerAccountID: uid])
            }
            let run = try ChildProcess(
                RepositoryFiles.path("scripts/as-owner-of"),
                [
                    folder, neighbour, "sh", "-c",
                    "id -u; id -g; id -G; : >'\(folder)/report'; exit 3",
                ])
            let ids = run.readToEnd().split(separator: "\n")
            #expect(run.wait() == 3, "the program's own exit code")
            #expect(ids == ["\(owner)", "\(owner)", "\(owner) 10001"])
            let report = try files.attributesOfItem(atPath: folder + "/report")
            #expect(report[.ownerAccountID] as? Int == owner)
        }
    }

    @Test func `nothing starts before what it needs`() {
        func waits(_ service: String, _ other: String) -> String? {
            text(services[service]?["depends_on"]?[other]?["condition"])
        }
        for service in ["mosquitto", "influxdb"] {
            #expect(waits(service, "init") == "service_completed_successfully")
        }
        for (service, other) in [
            ("telegraf", "mosquitto"), ("telegraf", "influxdb"), ("generator", "mosquitto"),
            ("generator", "telegraf"), ("detector", "influxdb"), ("grafana", "influxdb"),
        ] {
            #expect(waits(service, other) == "service_healthy", "\(service) -> \(other)")
            #expect(services[other]?["healthcheck"]?["test"] != nil, "\(other) has no health check")
        }
    }

    @Test func `every secret that is read is one that init makes, for that reader`() throws {
        let maker = try RepositoryFiles.text("scripts/make-secrets")
        var wanted: Set<String> = []
        let name = try Regex(#"(?:/run/testbed-secrets/|\$secrets/|read_secret )([a-z][a-z.-]+)"#)
        for file in [
            "docker-compose.yml", "telegraf/start.sh", "grafana/start.sh",
            "mosquitto/mosquitto.conf",
        ] {
            for match in try RepositoryFiles.text(file).matches(of: name) {
                wanted.insert(String(match.output[1].substring ?? ""))
            }
        }
        #expect(wanted.count >= 9)
        for file in wanted {
            let isMade =
                ["keep_or_make", "write", "password_file"].contains {
                    maker.contains("\($0) \(file) ")
                }
                || ["client-health", "client-viewer"].contains(file)
            #expect(isMade, "\(file)")
        }
    }

    @Test func `no secret stands in a file or on a command line`() throws {
        for file in ["docker-compose.yml", "Dockerfile", ".env.example", "telegraf/telegraf.conf"] {
            let text = try RepositoryFiles.text(file)
            #expect(!text.contains("apiv3_"), "\(file)")
            let webhook = "hooks.slack.com/services/"
            for match in text.ranges(of: webhook) {
                #expect(text[match.upperBound...].hasPrefix("EXAMPLE"), "\(file)")
            }
        }
        let canary = "canary-31337"
        let services = try Self.services(environment: ["INFLUX_TOKEN": canary])
        for (name, service) in services where name != "init" {
            #expect(!"\(service)".contains(canary), "\(name) is told the token itself")
        }
    }

    @Test func `a server of one's own is passed on by the tutorial's variables`() throws {
        let services = try Self.services(environment: [
            "INFLUX_HOST": "cloud.example", "INFLUX_DATABASE": "plant", "INFLUX_ORG": "acme",
        ])
        for name in ["telegraf", "detector", "grafana"] {
            let environment = services[name]?["environment"]
            #expect(text(environment?["INFLUX_HOST"]) == "cloud.example", "\(name)")
            #expect(text(environment?["INFLUX_DATABASE"]) == "plant", "\(name)")
            #expect(text(environment?["INFLUX_ORG"]) == "acme", "\(name)")
        }
    }

    @Test func `our tools understand the command lines that stand here`() throws {
        func run(_ name: String, _ environment: [String: String?]) throws -> ToolResult {
            let service = try #require(services[name])
            let words = Array(
                (texts(service["entrypoint"]) + texts(service["command"]))
                    .drop {
                        !["anomaly-detector", "machine-generator", "scenario-runner"].contains($0)
                    })
            return try runTool(words[0], Array(words.dropFirst()), environment: environment)
        }
        // Each stops at the first thing that is missing here, which is behind the command line.
        let detector = try run("detector", ["INFLUX_HOST": nil])
        #expect(detector.exitCode == 2 && detector.errors.contains("INFLUX_HOST is not set"))
        let runner = try run("scenario-runner", [:])
        #expect(runner.exitCode == 0 && runner.output.contains("Usage:"))
        guard hasGenerator else { return }
        let generator = try run("generator", ["BROKER": "carrier-pigeon://loft"])
        #expect(generator.exitCode != 0 && !generator.errors.contains("is not an option"))
        #expect(generator.errors.contains("broker's address"), "\(generator.errors)")
    }

    @Test func `what is mounted from the repository is in it`() throws {
        let text = try RepositoryFiles.text("docker-compose.yml")
        let mounts = text.matches(of: try Regex(#"- \./([A-Za-z/._-]+):/"#)).compactMap {
            $0.output[1].substring.map(String.init)
        }
        #expect(mounts.count >= 6)
        for mount in mounts {
            #expect(FileManager.default.fileExists(atPath: RepositoryFiles.path(mount)), "\(mount)")
        }
    }

    @Test func `every variable has a default and stands in the example`() throws {
        let example = try RepositoryFiles.text(".env.example")
        let compose = try RepositoryFiles.text("docker-compose.yml")
        for match in compose.matches(of: try Regex(#"[^$]\$\{([A-Z_]+)(:-)?"#)) {
            let name = String(match.output[1].substring ?? "")
            #expect(match.output[2].substring != nil, "\(name) has no default")
            #expect(example.contains("#\(name)="), "\(name) is not in .env.example")
        }
        for line in example.split(separator: "\n") { #expect(line.hasPrefix("#"), "\(line)") }
    }
}

extension Substring {
    fileprivate func contains(pinnedBase pattern: String) -> Bool {
        (try? Regex(pattern)).map { contains($0) } ?? false
    }
}
