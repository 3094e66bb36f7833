import Foundation
import Testing

/// A server that answers as InfluxDB 3 Core does, for one test: `INFLUXDB3_STANDIN` names its start
/// script, else it is looked for beside the repository. Not there: such tests are skipped, and the
/// skip shows.
public final class InfluxDBStandIn: Sendable {
    public static let token = Canary.secret("apiv3_")
    public let url: String
    private let process: ChildProcess
    private let folder: String

    /// The start script; nil where there is none.
    public static let script: String? = {
        let named = ProcessInfo.processInfo.environment["INFLUXDB3_STANDIN"]
        let beside = ["../", "../../"].map {
            RepositoryFiles.path($0 + "shared/tools/influxdb3-standin/start")
        }
        return ([named].compactMap { $0 } + beside).first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    public init(_ options: [String] = []) throws {
        guard let script = Self.script else {
            throw ChildProcess.Failure(description: "no InfluxDB stand-in here")
        }
        folder = NSTemporaryDirectory() + "standin-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/secret.json"
        try #"{"token":"\#(Self.token)","name":"_admin"}"#
            .write(toFile: file, atomically: true, encoding: .utf8)
        process = try ChildProcess(
            script,
            ["--port", "0", "--wal-flush-interval", "20ms", "--admin-token-file", file] + options,
            errorsTo: folder + "/errors")
        guard let line = process.readLine(), let start = line.range(of: "http://") else {
            process.stop()
            throw ChildProcess.Failure(description: "the stand-in did not start")
        }
        url = String(line[start.lowerBound...])
    }

    deinit { process.stop() }

    public func stop() {
        process.stop()
        removeTemporary(folder)
    }

    /// Starts one with `options`, runs `body`, stops it.
    public static func running(
        _ options: [String] = [], _ body: (InfluxDBStandIn) throws -> Void
    ) throws {
        let server = try InfluxDBStandIn(options)
        defer { server.stop() }
        try body(server)
    }
}

extension Trait where Self == ConditionTrait {
    /// Needs the InfluxDB stand-in.
    public static var needsInfluxDBStandIn: Self {
        .enabled(
            if: InfluxDBStandIn.script != nil,
            "no InfluxDB stand-in: set INFLUXDB3_STANDIN to its start script")
    }
}
