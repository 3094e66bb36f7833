import AnomalyDetection
import Foundation
import Glibc
import Synchronization
import Threading

/// A program at work on one series: rows go to its standard input as CSV, scores come back one a
/// line.
///
/// Programs buffer, and may want all rows before the first score, so nothing here waits for a score
/// to a row just written. Two threads drain the outputs; writing blocks when the program is slower
/// than we are, and gives up after `timeout` seconds without any progress.
final class ScoringProcess: Sendable {
    let command: String
    private let timeout: Duration
    private let group: ProgramGroup
    private let input: InputEnd
    private let collector: Collector
    private let saysLabels: Bool

    /// Starts `command` with the shell.
    /// - Parameter environment: variables, `NAME=value`, beside those of its settings.
    init(_ settings: ProgramSettings, environment: [String]) throws {
        command = settings.line
        saysLabels = settings.mode == .labels
        collector = Collector(
            read: saysLabels ? ScoreText.label(anomalous: settings.anomalousLabel) : ScoreText.score
        )
        timeout = .seconds(min(settings.timeout, 1e9))
        group = try ProgramGroup(
            command,
            environment: environment + settings.environment.map { "\($0.key)=\($0.value)" },
            folder: settings.folder)
        input = InputEnd(group.input)
        let collector = collector
        Self.drain(group.output) {
            collector.takeOutput($0)
            return collector.waitForMore()
        }
        Self.drain(group.errors) {
            collector.takeErrors($0)
            return true
        }
    }

    deinit {
        collector.giveUp()
        input.close()
        group.kill()
    }

    private var deadline: ContinuousClock.Instant { ContinuousClock.now + timeout }

    /// Writes `bytes`; scores may arrive meanwhile.
    /// - Parameter rows: how many rows have been written, with these.
    func write(_ bytes: [UInt8], rows: Int) throws {
        collector.expect(rows: rows)
        var offset = 0
        var deadline = deadline
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(input.descriptor, $0.baseAddress! + offset, bytes.count - offset)
            }
            if count > 0 {
                offset += count
                deadline = self.deadline
                continue
            }
            let reason = errno
            // What it printed says more than that it no longer listens.
            try check(rows: rows)
            guard reason == EAGAIN || reason == EINTR else { throw ended(rows: rows) }
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            var waiting = pollfd(fd: input.descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&waiting, 1, 20)
        }
    }

    /// The scores that have come since the last call.
    func takeScores(rows: Int) throws -> [Double] {
        let (scores, failure, total) = collector.takeScores()
        switch failure {
        case .notAScore(let line, let text) where saysLabels:
            throw ExternalDetectorError.notALabel(
                command: command, line: line, text: text, stderr: stderrText)
        case .notAScore(let line, let text):
            throw ExternalDetectorError.notAScore(
                command: command, line: line, text: text, stderr: stderrText)
        case .lineTooLong(let line):
            throw ExternalDetectorError.lineTooLong(
                command: command, line: line, longest: Collector.longestLine, stderr: stderrText)
        case nil: break
        }
        guard total <= rows else {
            throw ExternalDetectorError.tooManyScores(
                command: command, rows: rows, stderr: stderrText)
        }
        return scores
    }

    /// - Throws: ``ExternalDetectorError`` if output has come that cannot be scores.
    private func check(rows: Int) throws {
        if collector.hasFailed { _ = try takeScores(rows: rows) }
    }

    /// Ends the input and waits for the rest of the scores.
    func finish(rows: Int) throws -> [Double] {
        input.close()
        var scores: [Double] = []
        var deadline = deadline
        while !collector.isAtEnd {
            let more = try takeScores(rows: rows)
            scores += more
            if !more.isEmpty { deadline = self.deadline }
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            Threads.sleep(.milliseconds(2))
        }
        scores += try takeScores(rows: rows)
        // It has closed its output; one that still does not end would be waited for in vain.
        while group.status == nil {
            guard ContinuousClock.now < deadline else { throw timedOut(rows: rows) }
            Threads.sleep(.milliseconds(1))
        }
        guard collector.scoreCount == rows, group.status == .exited(status: 0) else {
            throw ended(rows: rows)
        }
        return scores
    }

    /// Reads `descriptor` to its end on a thread of its own, and closes it; `take` gets nil at the end
    /// and says whether it wants more. The thread does not hold this object, so dropping it ends the
    /// program.
    private static func drain(
        _ descriptor: Int32, _ take: @escaping @Sendable ([UInt8]?) -> Bool
    ) {
        Threads.start {
            var buffer = [UInt8](repeating: 0, count: 65536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count > 0 {
                    if !take(Array(buffer[..<count])) { break }
                } else if count == 0 || errno != EINTR {
                    break
                }
            }
            close(descriptor)
            _ = take(nil)
        }
    }

    private func ended(rows: Int) -> ExternalDetectorError {
        // It has closed its input or output; the status follows at once unless it hangs.
        let deadline = ContinuousClock.now + .seconds(2)
        while group.status == nil, ContinuousClock.now < deadline {
            Threads.sleep(.milliseconds(5))
        }
        let (status, isSignal): (Int32, Bool) =
            switch group.status {
            case .exited(let status): (status, false)
            case .killed(let signal): (signal, true)
            case nil: (-1, false)
            }
        return .ended(
            command: command, status: status, isSignal: isSignal, scores: collector.scoreCount,
            rows: rows, stderr: stderrText)
    }

    private func timedOut(rows: Int) -> ExternalDetectorError {
        collector.giveUp()
        group.kill()
        let (seconds, _) = timeout.components
        return .timedOut(
            command: command, seconds: Double(seconds), scores: collector.scoreCount, rows: rows,
            stderr: stderrText)
    }

    /// The end of what the program said on standard error, one line.
    private var stderrText: String {
        String(decoding: collector.errorText(patience: 0.5), as: UTF8.self)
            .split(whereSeparator: \.isNewline).suffix(5).joined(separator: " | ")
    }
}

/// Our end of a program's input, closed once.
private final class InputEnd: Sendable {
    let descriptor: Int32
    private let isClosed = Mutex(false)

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func close() {
        isClosed.withLock { isClosed in
            if !isClosed { Glibc.close(descriptor) }
            isClosed = true
        }
    }
}
