import Foundation
import Synchronization

/// A program started by a test; ended with it.
public final class ChildProcess: @unchecked Sendable {
    // Unchecked: Foundation's Process is used under the lock only.
    private let process = Process()
    private let lock = Mutex(())
    private let output = Pipe()

    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    /// Starts `path` with `arguments`; its output can be read, its errors go to `errors` or nowhere.
    ///
    /// Output that nobody reads fills the pipe in the end, and the program then stands still: one
    /// that says much while it runs gets `outputTo`, a file for both.
    public init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        errorsTo errors: String? = nil, outputTo: String? = nil
    ) throws {
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.environment = Canary.environment(
            all, ofOurs: path.hasPrefix(builtProducts.path))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        if let errors {
            _ = FileManager.default.createFile(atPath: errors, contents: nil)
            process.standardError = FileHandle(forWritingAtPath: errors)
        }
        if let outputTo {
            _ = FileManager.default.createFile(atPath: outputTo, contents: nil)
            let file = FileHandle(forWritingAtPath: outputTo)
            process.standardOutput = file
            process.standardError = file
        }
        // A child inherits the signal mask of the thread, and the threads that tests run on block
        // all signals: the child would never hear SIGTERM.
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    public var identifier: Int32 { lock.withLock { _ in process.processIdentifier } }
    public var isRunning: Bool { lock.withLock { _ in process.isRunning } }

    /// The next line of its output; nil when that has ended.
    public func readLine() -> String? {
        var line: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == 0x0A { return checked(line) }
            line.append(byte)
        }
        return line.isEmpty ? nil : checked(line)
    }

    private func checked(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        Canary.check(text, of: "the output of a child process")
        return text
    }

    /// All of its output, once it has ended.
    public func readToEnd() -> String {
        let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        return checked(data)
    }

    public func signal(_ number: Int32) {
        lock.withLock { _ in if process.isRunning { kill(process.processIdentifier, number) } }
    }

    /// Asks it to end and waits; kills it after `seconds`.
    /// - Returns: its exit status.
    @discardableResult
    public func stop(within seconds: Double = 10) -> Int32 {
        signal(SIGTERM)
        if !eventually(within: seconds, { !isRunning }) { signal(SIGKILL) }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits for its end.
    /// - Returns: its exit status.
    @discardableResult
    public func wait() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
