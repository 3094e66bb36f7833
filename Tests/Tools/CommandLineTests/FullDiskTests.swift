import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

/// Starts one of the tools under a shell's `limit`, with SIGXFSZ ignored, as it is on a full disk: a
/// write fails, and the program is told so.
private func limited(
    _ limit: String, _ tool: String, _ arguments: [String], environment: [String: String] = [:],
    errorsTo errors: String
) throws -> ChildProcess {
    let words = [builtProducts.appending(path: tool).path] + arguments
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    return try ChildProcess(
        "/bin/bash", ["-c", "trap '' XFSZ; \(limit); exec \(line)"], environment: environment,
        errorsTo: errors)
}

private func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
}

private func login(_ broker: TestBroker, _ user: String) -> [String: String] {
    [
        "BROKER": "mqtt://127.0.0.1:\(broker.port)", "MQTT_USERNAME": user,
        "MQTT_PASSWORD_FILE": "\(broker.folder)/secrets/mqtt-\(user)",
    ]
}

@Suite(.needsBroker, .needs("/usr/bin/prlimit", from: "util-linux"))
struct `On a full disk an ingester` {
    /// Publishes overload-fault, 5,400 readings in 1.2 MB.
    private func publish(_ broker: TestBroker) throws {
        let result = try runTool(
            "machine-generator",
            [
                "overload-fault", "--speed", "max", "--no-panel", "--run", "full", "--state",
                broker.folder + "/generator",
            ], environment: login(broker, "generator").mapValues { $0 })
        #expect(result.exitCode == 0 && result.output.contains("acked 5400"), "\(result)")
    }

    private func sequences(_ path: String) throws -> [SeriesIdentity: [Int64]] {
        var found: [SeriesIdentity: [Int64]] = [:]
        try SQLiteStore(path: path).load(ReadingQuery(run: "full")) {
            found[$0.series, default: []] += $0.sequences
        }
        return found
    }

    @Test func `leaves to the broker what neither journal nor store can take, and loses nothing`()
        throws
    {
        try TestBroker.running { broker in
            let errors = broker.folder + "/ingest.log"
            let file = broker.folder + "/readings.sqlite"
            // No file over 400 KB: a third of the journal, or half the store.
            let ingester = try limited(
                "ulimit -S -f 400", "scenario-runner",
                ["ingest", "--store", "sqlite:" + file, "--journal", broker.folder + "/journal"],
                environment: login(broker, "ingester"), errorsTo: errors)
            defer { ingester.stop() }
            #expect(ingester.readLine()?.hasPrefix("storing readings of") == true)
            try publish(broker)
            #expect(
                eventually(within: 90) { text(errors).contains("cannot write: File too large") })
            #expect(text(errors).contains("free some space"), "\(text(errors))")
            let part = try SQLiteStore(path: file).count(run: "full")
            #expect(part < 5400 && ingester.isRunning)

            let freed = try ChildProcess(
                "/usr/bin/prlimit",
                ["--pid", "\(ingester.identifier)", "--fsize=unlimited:unlimited"])
            #expect(freed.wait() == 0)
            let isWhole = try eventually(within: 90) {
                try SQLiteStore(path: file).count(run: "full") == 5400
            }
            #expect(isWhole, "\(text(errors))")
            #expect(eventually { text(errors).contains("storing again") }, "\(text(errors))")
            #expect(ingester.stop() == 143)
            for (series, numbers) in try sequences(file) {
                #expect(numbers == Array(1...1800), "\(series.machineID)")
            }
            #expect(try sequences(file).count == 3)
        }
    }

    /// A file system of its own, which only root may mount.
    private static let canMount =
        geteuid() == 0
        && {
            let folder = temporaryPath("mount")
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            defer { rmdir(folder) }
            guard mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
            umount(folder)
            return true
        }()

    @Test(.enabled(if: canMount, "only root may mount a small file system"))
    func `keeps in its journal what a store without room refuses, and says what is full`() throws {
        try TestBroker.running { broker in
            let folder = broker.folder + "/small"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            // Less than 5400 readings take in however few transactions a busy machine puts them.
            #expect(mount("tmpfs", folder, "tmpfs", 0, "size=160k") == 0)
            defer { umount2(folder, Int32(MNT_DETACH)) }
            let errors = broker.folder + "/ingest.log"
            let ingester = try limited(
                "true", "scenario-runner",
                [
                    "ingest", "--store", "sqlite:\(folder)/readings.sqlite", "--journal",
                    broker.folder + "/journal",
                ], environment: login(broker, "ingester"), errorsTo: errors)
            defer { ingester.stop() }
            #expect(ingester.readLine()?.hasPrefix("storing readings of") == true)
            try publish(broker)
            #expect(
                eventually(within: 90) { text(errors).contains("disk is full") }, "\(text(errors))")
            #expect(text(errors).contains("\(folder)/readings.sqlite"))
            let more = "size=64m"
            #expect(mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT), more) == 0)
            let isWhole = try eventually(within: 90) {
                try SQLiteStore(path: folder + "/readings.sqlite").count(run: "full") == 5400
            }
            #expect(isWhole, "\(text(errors))")
            #expect(ingester.stop() == 143)
            for (_, numbers) in try sequences(folder + "/readings.sqlite") {
                #expect(numbers == Array(1...1800))
            }
        }
    }
}

@Suite struct `On a full disk a generator` {
    @Test func `stops before a reading leaves without its record, and says where`() throws {
        let folder = temporaryPath("full")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let errors = folder + "/errors"
        // Nobody listens on port 1: the spool fills memory, then the disk.
        let generator = try limited(
            "ulimit -f 100", "machine-generator",
            [
                "--machines", "400", "--speed", "1000", "--no-panel", "--broker",
                "mqtt://127.0.0.1:1", "--state", folder + "/state",
            ], errorsTo: errors)
        let isOver = eventually(within: 60) { !generator.isRunning }
        #expect(isOver)
        #expect(generator.stop() == 1)
        #expect(text(errors).contains("\(folder)/state/spool-"), "\(text(errors))")
        #expect(text(errors).contains("cannot write: File too large; free some space"))
    }
}
