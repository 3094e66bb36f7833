import Foundation
import Synchronization
import Telemetry
import Threading

/// What a program has printed so far: scores from its standard output, the end of its standard error.
///
/// It holds no more than the scores that are owed and one piece of output: who prints more than it
/// was asked for is not read on.
package final class Collector: Sendable {
    /// Bytes of a line of output at most.
    static let longestLine = 1024

    /// Why a line is no score.
    package enum Failure: Equatable {
        case notAScore(line: Int, text: String)
        case lineTooLong(line: Int)
    }

    private struct State {
        var scores: [Double] = []
        var scoreCount = 0
        /// Rows the program was given.
        var rows = 0
        var partialLine: [UInt8] = []
        var failure: Failure?
        var isGivenUp = false
        var isAtEnd = false
        var errors: [UInt8] = []
        var errorsAreComplete = false

        /// Whether more output is worth reading.
        var isReading: Bool { failure == nil && !isGivenUp && scoreCount <= rows }
    }

    private let state = Mutex(State())

    private let read: @Sendable (String) -> Double?

    /// - Parameter read: the score that a line says; nil if it is none.
    package init(read: @escaping @Sendable (String) -> Double? = ScoreText.score) {
        self.read = read
    }

    var isAtEnd: Bool { state.withLock { $0.isAtEnd } }
    /// Lines that were scores, taken or not.
    var scoreCount: Int { state.withLock { $0.scoreCount } }
    /// Whether there is nothing to wait for: a line that is no score, or a score too many.
    var hasFailed: Bool { state.withLock { $0.failure != nil || $0.scoreCount > $0.rows } }

    /// Says how many rows the program has been given, before it is.
    package func expect(rows: Int) { state.withLock { $0.rows = rows } }

    /// Nobody will take what comes from now on.
    func giveUp() { state.withLock { $0.isGivenUp = true } }

    /// The scores not taken yet, why the line after them is none, and how many scores there were in
    /// all.
    package func takeScores() -> (scores: [Double], failure: Failure?, total: Int) {
        state.withLock { state in
            defer { state.scores = [] }
            return (state.scores, state.failure, state.scoreCount)
        }
    }

    /// The last bytes of standard error; waits up to `patience` seconds for it to end.
    func errorText(patience: Double) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(patience)
        while !state.withLock({ $0.errorsAreComplete }), ContinuousClock.now < deadline {
            Threads.sleep(.milliseconds(5))
        }
        return state.withLock { $0.errors }
    }

    /// Takes a piece of standard error; nil at its end.
    func takeErrors(_ bytes: [UInt8]?) {
        state.withLock { state in
            guard let bytes else {
                state.errorsAreComplete = true
                return
            }
            state.errors = Array((state.errors + bytes.suffix(2000)).suffix(2000))
        }
    }

    /// Takes a piece of standard output; nil at its end, where a last line may lack its line end.
    package func takeOutput(_ bytes: [UInt8]?) {
        state.withLock { state in
            if let bytes {
                take(bytes[...], &state)
            } else {
                if !state.partialLine.isEmpty { take([UInt8(ascii: "\n")], &state) }
                state.isAtEnd = true
            }
        }
    }

    /// Waits until the next piece of standard output is wanted: a program that is ahead of its rows
    /// waits for them, as one that is behind waits for us.
    /// - Returns: false if none will be.
    func waitForMore() -> Bool {
        while true {
            let (isReading, isDone) = state.withLock {
                ($0.isReading, $0.isAtEnd || $0.isGivenUp || $0.failure != nil)
            }
            if isReading || isDone { return !isDone }
            Threads.sleep(.milliseconds(2))
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>, _ state: inout State) {
        var rest = bytes
        while state.failure == nil, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            state.partialLine += rest[..<end].prefix(Self.longestLine + 1)
            take(line: state.partialLine, &state)
            state.partialLine.removeAll(keepingCapacity: true)
            rest = rest[(end + 1)...]
        }
        guard state.failure == nil else { return }
        state.partialLine += rest.prefix(Self.longestLine + 1)
        if state.partialLine.count > Self.longestLine {
            state.failure = .lineTooLong(line: state.scoreCount + 1)
        }
    }

    private func take(line: [UInt8], _ state: inout State) {
        guard line.count <= Self.longestLine else {
            state.failure = .lineTooLong(line: state.scoreCount + 1)
            return
        }
        // Windows ends its lines with a carriage return as well, and begins them with a mark.
        var cell = line[...]
        if state.scoreCount == 0, cell.starts(with: [0xEF, 0xBB, 0xBF]) {
            cell = cell.dropFirst(3)
        }
        cell = cell.drop(while: Self.isBlank)
        while let last = cell.last, Self.isBlank(last) { cell.removeLast() }
        if cell.isEmpty {
            state.scores.append(.missing)
        } else if let score = read(String(decoding: cell, as: UTF8.self)) {
            state.scores.append(score)
        } else {
            state.failure = .notAScore(
                line: state.scoreCount + 1,
                text: String(String(decoding: cell, as: UTF8.self).prefix(80)))
            return
        }
        state.scoreCount += 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte)
    }
}
