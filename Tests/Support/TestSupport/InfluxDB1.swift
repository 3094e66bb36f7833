import Foundation
import Glibc
import Testing

/// A real InfluxDB 1.x, Debian's `influxdb`, on a free loopback port and with nothing in it: the 1.x
/// API as a server speaks it that is not ours.
public final class InfluxDB1: Sendable {
    public static let program = "/usr/bin/influxd"
    public let url: String
    private let process: ChildProcess
    private let folder: String

    public init() throws {
        folder = temporaryPath("influxd")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let placeholders = (0..<2).map { _ in ScriptedServer { _, _ in } }
        let ports = placeholders.map(\.port)
        for placeholder in placeholders { placeholder.stop() }
        url = "http://127.0.0.1:\(ports[0])"
        try """
        reporting-disabled = true
        bind-address = "127.0.0.1:\(ports[1])"
        [meta]
          dir = "\(folder)/meta"
        [data]
          dir = "\(folder)/data"
          wal-dir = "\(folder)/wal"
          query-log-enabled = false
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:\(ports[0])"
          log-enabled = false
        """.write(toFile: folder + "/influxdb.conf", atomically: true, encoding: .utf8)
        process = try ChildProcess(
            Self.program, ["-config", folder + "/influxdb.conf"], outputTo: folder + "/log")
        guard eventually(within: 60, { Self.listens(ports[0]) }) else {
            process.stop()
            throw ChildProcess.Failure(description: "influxd did not start")
        }
    }

    /// Starts one, runs `body`, stops it.
    public static func running(_ body: (InfluxDB1) throws -> Void) throws {
        let server = try InfluxDB1()
        defer { server.stop() }
        try body(server)
    }

    private static func listens(_ port: Int) -> Bool {
        let descriptor = connectToLoopback(port: port)
        if descriptor >= 0 { close(descriptor) }
        return descriptor >= 0
    }

    private func stop() {
        process.stop()
        removeTemporary(folder)
    }
}

extension Trait where Self == ConditionTrait {
    /// Needs a real InfluxDB 1.x.
    public static var needsInfluxDB1: Self { .needs(InfluxDB1.program, from: "influxdb") }
}
