import Foundation
import TestSupport
import Testing

/// What README.md tells a newcomer to type, as it stands there and in its order.
@Suite(.needsBroker) struct `The commands of README.md` {
    private static func commands() throws -> [String] {
        let text = try String(contentsOfFile: RepositoryFiles.path("README.md"), encoding: .utf8)
        let section = text.split(separator: "\n## Use it\n").last?.split(separator: "\nMore: ")
            .first
        return (section ?? "").split(separator: "\n").filter { $0.hasPrefix("    ") }.map { line in
            String(line.split(separator: " # ").first ?? line)
                .trimmingCharacters(in: .whitespaces)
        }
    }

    @Test func `name every program, and each option is one that there is`() throws {
        let commands = try Self.commands()
        for tool in ["scenario-runner", "anomaly-detector", "machine-generator"] {
            #expect(commands.contains { $0.hasPrefix(tool + " ") }, "\(tool)")
        }
        for command in commands where !command.hasPrefix("export ") {
            let words = command.split(separator: " ").map(String.init)
            let isGenerator = words[0] == "machine-generator"
            let help = try runTool(words[0], isGenerator ? ["--help"] : [words[1], "--help"]).output
            for option in words where option.hasPrefix("--") {
                #expect(help.contains("  \(option)"), "\(command): \(option)")
            }
        }
    }

    @Test(.enabled(if: isFullSuite, "the whole suite of scenarios is played: scripts/test --full"))
    func `run in their order, each on what those before it made`() throws {
        try TestBroker.running { broker in
            let folder = broker.folder + "/newcomer"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/scenarios",
                withDestinationPath: RepositoryFiles.path("scenarios"))
            var script = ["set -eu", "cd '\(folder)'"]
            // The last one runs for ever.
            for command in try Self.commands().dropLast() {
                let user = command.contains(" ingest ") ? "ingester" : "generator"
                let login =
                    command.contains("mqtt://")
                    ? "MQTT_USERNAME=\(user) MQTT_PASSWORD_FILE='\(broker.folder)/secrets/mqtt-\(user)' "
                    : ""
                script.append(
                    command.hasPrefix("export ")
                        ? "export PATH='\(builtProducts.path)':$PATH"
                        : login
                            + command.replacing(
                                "mqtt://127.0.0.1", with: "mqtt://127.0.0.1:\(broker.port)"))
            }
            script.append("kill %1; wait")
            let child = try ChildProcess(
                "/bin/bash", ["-c", script.joined(separator: "\n")],
                outputTo: broker.folder + "/newcomer.log")
            let code = child.wait()
            let log = try String(contentsOfFile: broker.folder + "/newcomer.log", encoding: .utf8)
            #expect(code == 0, "\(log.suffix(2_000))")
            #expect(!log.contains("error:"), "\(log.suffix(2_000))")
        }
    }
}
