import Foundation
import Glibc
import Synchronization
import Testing

/// A real mosquitto on a free loopback port, with the project's own configuration: passwords and
/// access list on, sessions kept on disk. It can be killed and started again on the same port.
public final class TestBroker: Sendable {
    /// For every login, with the id that the client gives: in the stack only publishers have that.
    public let port: Int
    /// For those who read, whose login is their id.
    public let readersPort: Int
    public let folder: String
    private let process = Mutex<ChildProcess?>(nil)

    public static let program = "/usr/sbin/mosquitto"
    public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Starts one with `extra` lines of configuration, runs `body`, stops it.
    public static func running(
        extra: [String] = [], _ body: (TestBroker) throws -> Void
    ) throws {
        let broker = try TestBroker(extra: extra)
        defer { broker.remove() }
        try body(broker)
    }

    /// - Parameter isStarted: false leaves the broker for ``start()``.
    public init(extra: [String] = [], isStarted: Bool = true) throws {
        folder = temporaryPath("broker")
        try FileManager.default.createDirectory(
            atPath: folder + "/data", withIntermediateDirectories: true)
        try Self.plantSecrets(in: folder + "/secrets")
        let made = try ChildProcess(
            RepositoryFiles.path("scripts/make-secrets"), [folder + "/secrets"])
        guard made.wait() == 0 else {
            throw ChildProcess.Failure(description: "scripts/make-secrets failed")
        }
        let placeholders = (0..<2).map { _ in ScriptedServer { _, _ in } }
        (port, readersPort) = (placeholders[0].port, placeholders[1].port)
        for placeholder in placeholders { placeholder.stop() }
        let secrets = folder + "/secrets"
        let everyone = try ["publishers", "readers"].map {
            try String(contentsOfFile: "\(secrets)/passwd-\($0)", encoding: .utf8)
        }
        try everyone.joined().write(
            toFile: secrets + "/passwd-everyone", atomically: true, encoding: .utf8)
        let configuration = try Self.configuration(
            ports: (port, readersPort), secrets: secrets, data: folder + "/data"
        ).replacingOccurrences(of: "/passwd-publishers", with: "/passwd-everyone")
        // As root it would become a user who may not read the files of the container's.
        try (configuration + "\nuser root\n" + extra.joined(separator: "\n") + "\n")
            .write(toFile: folder + "/mosquitto.conf", atomically: true, encoding: .utf8)
        if isStarted { try start() }
    }

    /// mosquitto/mosquitto.conf with ports and paths of this machine.
    public static func configuration(
        ports: (publishers: Int, readers: Int), secrets: String, data: String
    ) throws -> String {
        try RepositoryFiles.text("mosquitto/mosquitto.conf")
            .replacingOccurrences(
                of: "listener 1883", with: "listener \(ports.publishers) 127.0.0.1"
            )
            .replacingOccurrences(of: "listener 1884", with: "listener \(ports.readers) 127.0.0.1")
            .replacingOccurrences(of: "/run/testbed-secrets/", with: secrets + "/")
            .replacingOccurrences(of: "/mosquitto/data/", with: data + "/")
    }

    /// Secrets that scripts/make-secrets would draw, with the canary in them; it keeps what is there.
    public static func plantSecrets(in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ text: String) throws {
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        }
        for user in ["generator", "ingester", "viewer", "telegraf", "health"] {
            try write("mqtt-" + user, Canary.secret(user))
        }
        try write("panel-token", Canary.secret("panel"))
        let token = Canary.secret("apiv3_")
        try write("influx-admin-token.json", #"{"token":"\#(token)","name":"_admin"}"# + "\n")
    }

    /// The password of `user`.
    public func password(_ user: String) throws -> String {
        try String(contentsOfFile: folder + "/secrets/mqtt-" + user, encoding: .utf8)
    }

    public var passwordFile: String { folder + "/secrets/mqtt-generator" }

    /// Starts it and waits until it listens.
    public func start() throws {
        for _ in 0..<3 {
            let child = try ChildProcess(
                Self.program, ["-c", folder + "/mosquitto.conf"], outputTo: folder + "/log")
            process.withLock { $0 = child }
            if eventually(within: 5, { isListening || !child.isRunning }), child.isRunning {
                return
            }
            child.stop()
            // A kill while it saves leaves a file that the next one refuses; the stack's start
            // script moves it aside as well.
            try? FileManager.default.removeItem(atPath: folder + "/data/mosquitto.db")
        }
        throw ChildProcess.Failure(
            description: "mosquitto does not start: "
                + ((try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""))
    }

    /// Ends it in order, or with SIGKILL.
    public func stop(_ signal: Int32 = SIGTERM) {
        let child = process.withLock { process in
            defer { process = nil }
            return process
        }
        child?.signal(signal)
        child?.wait()
    }

    /// Sends a signal and leaves it running: SIGSTOP makes a broker that hears nothing.
    public func signal(_ number: Int32) { process.withLock { $0?.signal(number) } }

    public func remove() {
        signal(SIGCONT)
        stop()
        removeTemporary(folder)
    }

    /// A stranger's client: mosquitto_sub as `viewer`. Returns when it is subscribed.
    public func watch(_ filter: String, count: Int, seconds: Int = 60) throws -> ChildProcess {
        let errors = folder + "/watch-\(UInt32.random(in: .min ... .max))"
        let child = try ChildProcess(
            "/usr/bin/stdbuf",
            [
                "-oL", "/usr/bin/mosquitto_sub", "-h", "127.0.0.1", "-p", "\(port)", "-u",
                "viewer", "-P", try password("viewer"), "-q", "1", "-t", filter, "-F", "%t %p",
                "-C", "\(count)", "-W", "\(seconds)", "-d",
            ], errorsTo: errors)
        // With -d it says on its output when the broker has confirmed.
        while let line = child.readLine() {
            if line.hasPrefix("Subscribed") { return child }
        }
        throw ChildProcess.Failure(description: "mosquitto_sub could not subscribe")
    }

    private var isListening: Bool {
        let descriptor = connectToLoopback(port: port)
        defer { if descriptor >= 0 { close(descriptor) } }
        return descriptor >= 0
    }
}

extension Trait where Self == ConditionTrait {
    /// Needs a real broker and its clients.
    public static var needsBroker: Self {
        .enabled(
            if: TestBroker.isInstalled
                && FileManager.default.isExecutableFile(atPath: "/usr/bin/mosquitto_sub"),
            "no mosquitto here: apt-get install mosquitto mosquitto-clients")
    }
}
