import Foundation
import Glibc

/// A program at work on one series: rows go to its standard input as CSV, scores come back one a
/// line.
///
/// Programs buffer, and may want all rows before the first score, so nothing here waits for a score
/// to a row just written. Two threads drain the outputs; writing blocks when the program is slower
/// than we are, and gives up after `timeout` seconds without any progress.
final class ScoringProcess: Sendable {
    let command: String
    private let timeout: Double
    private let process = Process()
    private let input: FileHandle
    private let collector = Collector()

    /// Starts `command` with the shell.
    init(command: String, timeout: Double) throws {
        self.command = command
        self.timeout = timeout
        let toProgram = Pipe()
        let fromProgram = Pipe()
        let errors = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = toProgram
        process.standardOutput = fromProgram
        process.standardError = errors
        input = toProgram.fileHandleForWriting
        do { try process.run() } catch {
            throw ExternalDetectorError.cannotStart(command: command, reason: "\(error)")
        }
        signal(SIGPIPE, SIG_IGN)
        // A second program started later must not inherit our end of the pipe: this one would then
        // never see the end of its input.
        let descriptor = input.fileDescriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        let collector = collector
        Self.drain(fromProgram.fileHandleForReading) { collector.takeOutput($0) }
        Self.drain(errors.fileHandleForReading) { collector.takeErrors($0) }
    }

    deinit {
        try? input.close()
        killAll()
    }

    /// Writes `bytes`; scores may arrive meanwhile.
    /// - Parameter rows: how many rows have been written, with these, for the error's text.
    func write(_ bytes: [UInt8], rows: Int) throws {
        var offset = 0
        var deadline = ContinuousClock.now + .seconds(timeout)
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(input.fileDescriptor, $0.baseAddress! + offset, bytes.count - offset)
            }
            if count > 0 {
                offset += count
                deadline = ContinuousClock.now + .seconds(timeout)
                continue
            }
            guard errno == EAGAIN || errno == EINTR else { throw ended(rows: rows) }
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            var waiting = pollfd(fd: input.fileDescriptor, events: Int16(POLLOUT), revents: 0)
            poll(&waiting, 1, 100)
        }
    }

    /// The scores that have come since the last call.
    func takeScores(rows: Int) throws -> [Double] {
        let (scores, failure, total) = collector.takeScores()
        if let failure {
            throw ExternalDetectorError.notAScore(
                command: command, line: failure.line, text: failure.text, stderr: stderrText)
        }
        guard total <= rows else {
            throw ExternalDetectorError.tooManyScores(
                command: command, rows: rows, stderr: stderrText)
        }
        return scores
    }

    /// Ends the input and waits for the rest of the scores.
    func finish(rows: Int) throws -> [Double] {
        try? input.close()
        var scores: [Double] = []
        var deadline = ContinuousClock.now + .seconds(timeout)
        while !collector.isAtEnd {
            let more = try takeScores(rows: rows)
            scores += more
            if !more.isEmpty { deadline = ContinuousClock.now + .seconds(timeout) }
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            usleep(2000)
        }
        scores += try takeScores(rows: rows)
        // It has closed its output; one that still does not end would be waited for in vain.
        while process.isRunning {
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            usleep(1000)
        }
        guard collector.scoreCount == rows, process.terminationStatus == 0 else {
            throw ended(rows: rows)
        }
        return scores
    }

    /// Ends the program and what it has started: Foundation gives each a process group of its own.
    private func killAll() {
        guard process.isRunning else { return }
        let identifier = process.processIdentifier
        kill(getpgid(identifier) == identifier ? -identifier : identifier, SIGKILL)
    }

    /// Reads `handle` on a thread of its own; `take` gets nil at the end. The thread does not hold
    /// this object, so dropping it ends the program.
    private static func drain(
        _ handle: FileHandle, _ take: @escaping @Sendable ([UInt8]?) -> Void
    ) {
        let descriptor = dup(handle.fileDescriptor)
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 65536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count > 0 {
                    take(Array(buffer[..<count]))
                } else if count == 0 || errno != EINTR {
                    break
                }
            }
            close(descriptor)
            take(nil)
        }
    }

    private func ended(rows: Int) -> ExternalDetectorError {
        // It has closed its input or output; the status follows at once unless it hangs.
        let deadline = ContinuousClock.now + .seconds(2)
        while process.isRunning, ContinuousClock.now < deadline { usleep(5000) }
        return .ended(
            command: command, status: process.isRunning ? -1 : process.terminationStatus,
            isSignal: !process.isRunning && process.terminationReason == .uncaughtSignal,
            scores: collector.scoreCount, rows: rows, stderr: stderrText)
    }

    private func timedOut(rows: Int) -> ExternalDetectorError {
        killAll()
        return .timedOut(
            command: command, seconds: timeout, scores: collector.scoreCount, rows: rows,
            stderr: stderrText)
    }

    /// The end of what the program said on standard error, one line.
    private var stderrText: String {
        String(decoding: collector.errorText(patience: 0.5), as: UTF8.self)
            .split(separator: "\n").suffix(5).joined(separator: " | ")
    }
}
