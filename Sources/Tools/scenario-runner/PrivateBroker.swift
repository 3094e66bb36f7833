import CommandLineTool
import DurableFiles
import Foundation
import MQTTTransport
import Threading

/// A mosquitto of our own on a free loopback port, with one user and a random password; gone when
/// it is stopped, or when the thread that started it is.
final class PrivateBroker {
    let address: BrokerAddress
    let login: MQTTLogin
    private let process = Process()

    /// Where mosquitto is; nil if it is not installed.
    static let program = find("mosquitto")

    /// - Parameter folder: for its files; removed by the caller.
    /// - Throws: ``ToolFailure``.
    init(folder: String) throws {
        guard let program = Self.program, let hasher = Self.find("mosquitto_passwd") else {
            throw ToolFailure.failed(
                "--via mqtt needs a broker: install mosquitto (apt-get install mosquitto), or name a"
                    + " running one with --broker mqtt://HOST:PORT")
        }
        var random = SystemRandomNumberGenerator()
        let password = (0..<3).map { _ in String(random.next() as UInt64, radix: 36) }.joined()
        login = MQTTLogin(user: "testbed", password: password)
        let passwords = folder + "/passwd"
        try Self.write("testbed:\(password)\n", to: passwords)
        try Self.run(hasher, ["-U", passwords])
        let port = Self.freePort()
        try Self.write(
            """
            listener \(port) 127.0.0.1
            allow_anonymous false
            password_file \(passwords)
            persistence false
            max_inflight_messages 2000
            max_queued_messages 10000000
            message_size_limit 131072
            log_dest stderr
            log_type error
            user \(NSUserName())

            """, to: folder + "/mosquitto.conf")
        // Ends with us, even when we are killed.
        let (launcher, before) =
            Self.find("setpriv").map { ($0, ["--pdeathsig", "KILL", program]) } ?? (program, [])
        process.executableURL = URL(filePath: launcher)
        process.arguments = before + ["-c", folder + "/mosquitto.conf"]
        process.standardOutput = FileHandle.nullDevice
        let errors = folder + "/mosquitto.log"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: errors)
        address = BrokerAddress(host: "127.0.0.1", port: port)
        try process.run()
        let end = Monotonic.now + .seconds(10)
        while !Self.isListening(port) {
            guard process.isRunning, Monotonic.now < end else {
                stop()
                let reason = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
                throw ToolFailure.failed(
                    "mosquitto does not start: \(reason.split(separator: "\n").last ?? "")")
            }
            Monotonic.sleep(until: Monotonic.now + .milliseconds(10))
        }
    }

    /// It keeps nothing that would have to be put in order.
    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func find(_ name: String) -> String? {
        let folders =
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map(String.init) + ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"]
        return folders.map { "\($0)/\(name)" }.first(
            where: FileManager.default.isExecutableFile)
    }

    private static func write(_ text: String, to path: String) throws {
        try AtomicFile.replace(path, with: text, mode: 0o600)
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = try Process.run(URL(filePath: program), arguments: arguments)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ToolFailure.failed("\(program) ended with \(process.terminationStatus)")
        }
    }

    /// One that nobody has at the moment.
    private static func freePort() -> UInt16 {
        withLoopback(port: 0) { descriptor, address, length in
            guard bind(descriptor, address, length) == 0 else { return 0 }
            var length = length
            getsockname(descriptor, address, &length)
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt16(bigEndian: $0.pointee.sin_port)
            }
        }
    }

    private static func isListening(_ port: UInt16) -> Bool {
        withLoopback(port: port) { connect($0, $1, $2) == 0 }
    }

    private static func withLoopback<Result>(
        port: UInt16, _ body: (Int32, UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
