import Foundation
import Synchronization
import Telemetry

/// What a program has printed so far: scores from its standard output, the end of its standard error.
package final class Collector: Sendable {
    private struct State {
        var scores: [Double] = []
        var scoreCount = 0
        var partialLine: [UInt8] = []
        var failure: (line: Int, text: String)?
        var isAtEnd = false
        var errors: [UInt8] = []
        var errorsAreComplete = false
    }

    private let state = Mutex(State())

    package init() {}

    var isAtEnd: Bool { state.withLock { $0.isAtEnd } }
    /// Lines that were scores, taken or not.
    var scoreCount: Int { state.withLock { $0.scoreCount } }

    /// The scores not taken yet, the first line that was none, and how many scores there were in all.
    package func takeScores() -> (scores: [Double], failure: (line: Int, text: String)?, total: Int)
    {
        state.withLock { state in
            defer { state.scores = [] }
            return (state.scores, state.failure, state.scoreCount)
        }
    }

    /// The last bytes of standard error; waits up to `patience` seconds for it to end.
    func errorText(patience: Double) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(patience)
        while !state.withLock({ $0.errorsAreComplete }), ContinuousClock.now < deadline {
            usleep(5000)
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
            state.errors = Array((state.errors + bytes).suffix(2000))
        }
    }

    /// Takes a piece of standard output; nil at its end, where a last line may lack its line end.
    package func takeOutput(_ bytes: [UInt8]?) {
        state.withLock { state in
            state.partialLine += bytes ?? (state.partialLine.isEmpty ? [] : [UInt8(ascii: "\n")])
            var start = state.partialLine.startIndex
            while let end = state.partialLine[start...].firstIndex(of: UInt8(ascii: "\n")) {
                Self.take(line: state.partialLine[start..<end], &state)
                start = end + 1
            }
            state.partialLine.removeSubrange(..<start)
            if bytes == nil { state.isAtEnd = true }
        }
    }

    private static func take(line: ArraySlice<UInt8>, _ state: inout State) {
        guard state.failure == nil else { return }
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        if text.isEmpty {
            state.scores.append(.missing)
        } else if let score = Double(text), score.isFinite {
            state.scores.append(score)
        } else {
            state.failure = (state.scoreCount + 1, String(text.prefix(80)))
            return
        }
        state.scoreCount += 1
    }
}
