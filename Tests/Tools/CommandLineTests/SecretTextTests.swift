import Foundation
import TestSupport
import Testing

@Suite struct `What stands in the wrong place` {
    private static let password = Canary.secret("pw")

    @Test(arguments: [
        ("scenario-runner", ["run", "mqtt://u:PW@host"]),
        ("scenario-runner", ["run", "u:PW@host:1883"]),
        ("scenario-runner", ["evaluate", "mqtts://u:PW@host/x"]),
        ("scenario-runner", ["validate", "mqtt:/u:PW@host"]),
        ("scenario-runner", ["mqtt://u:PW@host"]),
        ("scenario-runner", ["run", "overload-fault", "--detector", "https://u:PW@host"]),
        ("scenario-runner", ["ingest", "--broker", "mqt://u:PW@host"]),
        ("scenario-runner", ["ingest", "--store", "sqlite://u:PW@host", "--broker", "mqtt://h"]),
        ("scenario-runner", ["run", "overload-fault", "--out", "/dev/null/mqtt://u:PW@host"]),
        ("anomaly-detector", ["score", "mqtt://u:PW@host"]),
        ("anomaly-detector", ["run", "--store", "https://u:PW@host"]),
        ("anomaly-detector", ["run", "--slack-webhook-file", "https://u:PW@host"]),
        ("machine-generator", ["mqtt://u:PW@host"]),
        ("machine-generator", ["--broker", "mqtt://u:PW@host:99999"]),
        ("machine-generator", ["--brokr=mqtt://u:PW@host"]),
        ("machine-generator", ["--panel", "u:PW@host:5005"]),
    ])
    func `shows no password, whatever the address was taken for`(
        tool: String, words: [String]
    ) throws {
        // runTool looks for the word in all that is printed.
        let result = try runTool(tool, words.map { $0.replacing("PW", with: Self.password) })
        #expect(result.exitCode == 1 || result.exitCode == 2, "\(result)")
        #expect(result.errors.contains("error: "), "\(result)")
    }

    @Test func `shows no password of a store's address in the environment`() throws {
        let result = try runTool(
            "anomaly-detector", ["run"],
            environment: ["INFLUX_HOST": "https://user:\(Self.password)@host"])
        #expect(result.exitCode == 2, "\(result)")
        #expect(result.errors.contains("INFLUX_HOST"), "\(result)")
    }

    @Test func `acts on no terminal`() throws {
        for (tool, words) in [
            ("scenario-runner", ["run", "no\u{1B}[2Jsuch\u{202E}name\r"]),
            ("scenario-runner", ["\u{1B}]0;x\u{07}"]),
            ("scenario-runner", ["evaluate", "/no/\u{9B}31m.csv"]),
            ("anomaly-detector", ["score", "/no/\u{1B}[31m.csv"]),
            ("machine-generator", ["--sp\u{1B}ed"]),
        ] {
            let result = try runTool(tool, words)
            #expect(result.exitCode != 0)
            for scalar in (result.output + result.errors).unicodeScalars {
                let category = scalar.properties.generalCategory
                #expect(
                    scalar == "\n" || category != .control && category != .format, "\(result)")
            }
        }
    }

    @Test func `lets a file that all can read be known for a risk, once`() throws {
        let folder = temporaryPath("secretfiles")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(
            atPath: folder + "/secrets", withIntermediateDirectories: true)
        let file = folder + "/secrets/token"
        for (mode, isTold) in [(0o644, true), (0o640, false), (0o600, false)] {
            let made = FileManager.default.createFile(
                atPath: file, contents: Data(Self.password.utf8),
                attributes: [.posixPermissions: mode])
            #expect(made)
            chmod(file, mode_t(mode))
            let result = try runTool(
                "anomaly-detector", ["run", "--slack-webhook-file", file],
                environment: [
                    "INFLUX_HOST": "http://127.0.0.1:1", "INFLUX_TOKEN": "",
                    "INFLUX_TOKEN_FILE": file,
                ])
            #expect(result.exitCode == 2)
            let count = result.errors.ranges(of: "chmod 600 \(file)").count
            #expect(count == (isTold ? 1 : 0), "\(result)")
        }
    }

    @Test func `is a secret file that cannot be read, and why is said in words`() throws {
        for variable in ["INFLUX_TOKEN_FILE", "MQTT_PASSWORD_FILE"] {
            let isToken = variable == "INFLUX_TOKEN_FILE"
            let result = try runTool(
                isToken ? "anomaly-detector" : "machine-generator",
                isToken ? ["run"] : ["--no-panel"],
                environment: [
                    "INFLUX_HOST": "http://127.0.0.1:1", "INFLUX_TOKEN": isToken ? "" : "x",
                    "MQTT_USERNAME": "u", variable: "/no/such",
                ])
            #expect(result.exitCode == 2, "\(result)")
            #expect(result.errors.contains("No such file or directory"), "\(result)")
            #expect(!result.errors.contains("NSCocoa") && !result.errors.contains("UserInfo"))
        }
    }
}
