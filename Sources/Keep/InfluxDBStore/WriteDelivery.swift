import HTTPClient
import Synchronization
import Threading

/// Lines on their way into one database: posted by a few threads at a time, tried again while that
/// makes sense, cut smaller where one line spoils the rest.
///
/// A confirmed write is answered only after the server's WAL flush (a second by default), so one
/// request after another would move a batch a second; several in flight hide the wait.
final class WriteDelivery: Sendable {
    /// Whole lines.
    struct Lines: Sendable {
        let bytes: [UInt8]
        let count: Int
    }

    private struct Refused {
        var count = 0
        var examples: [RefusedLine] = []
    }

    private let connection: InfluxDBConnection
    private let refused = Mutex(Refused())
    /// Held by whoever waits and tries again, so that a server in trouble gets one probe at a time.
    private let gate = Mutex(())
    /// Set when one request was given up: the others need not find out for themselves.
    private let isGivenUp = Atomic(false)

    init(_ connection: InfluxDBConnection) { self.connection = connection }

    /// Calls `produce` with a function that takes lines, and returns when all of them are confirmed.
    /// - Throws: ``InfluxDBError``; `linesRefused` only after all other lines are stored.
    func run(inFlight: Int, _ produce: ((Lines) -> Void) throws -> Void) throws {
        let workers = WorkerThreads<Lines>(count: inFlight) { [self] lines in
            do { try deliver(lines) } catch {
                isGivenUp.store(true, ordering: .relaxed)
                throw error
            }
        }
        do { try produce(workers.submit) } catch {
            // What was submitted is still confirmed; the producer's error is the one to tell.
            try? workers.finish()
            throw error
        }
        try workers.finish()
        let refused = refused.withLock { $0 }
        guard refused.count == 0 else {
            throw InfluxDBError.linesRefused(count: refused.count, examples: refused.examples)
        }
    }

    /// - Parameter isPart: of a request in which at least one line was taken.
    private func deliver(_ lines: Lines, isPart: Bool = false) throws {
        if lines.bytes.count > connection.bodyLimit, lines.count > 1 {
            return try halve(lines, isPart: isPart)
        }
        gate.withLock { _ in }
        switch try answer(lines) {
        case .stored: return
        case .partly(let refusals): note(refusals, of: lines)
        case .blamesSomeLine(let text):
            if lines.count == 1 { return note([.init(line: 1, reason: text)], of: lines) }
            if !isPart { try checkIsOfLines(lines) }
            try halve(lines, isPart: true)
        case .tooLarge:
            if lines.count == 1 { return note([.init(line: 1, reason: "too large")], of: lines) }
            connection.lowerBodyLimit(to: lines.bytes.count / 2)
            try halve(lines, isPart: isPart)
        case .notAuthorized(let status):
            throw InfluxDBError.notAuthorized(server: connection.name, status: status)
        case .notInfluxDB(let status):
            throw InfluxDBError.notInfluxDB(server: connection.name, status: status)
        case .refused(let status, let text):
            throw InfluxDBError.refused(server: connection.name, status: status, text: text)
        case .tryAgain: preconditionFailure("answer(_:) has tried again")
        }
    }

    /// Posts until there is an answer that another try would not change.
    private func answer(_ lines: Lines) throws -> WriteAnswer {
        let first = try WriteAnswer(connection, lines)
        guard first.isWorthAnotherTry else { return first }
        return try gate.withLock { _ in
            var attempts = connection.attempts()
            var answer = first
            while true {
                switch answer {
                case .tryAgain(let failure, let asked):
                    if isGivenUp.load(ordering: .relaxed) {
                        throw InfluxDBError.unavailable(
                            server: connection.name, tries: 1, last: failure)
                    }
                    try attempts.failed(failure, asked: asked)
                case .notAuthorized(let status) where attempts.failures < 2:
                    // A token may be on its way in; three tries, then it is a fact.
                    try attempts.failed(.status(status, text: ""))
                default:
                    attempts.progressed()
                    return answer
                }
                answer = try WriteAnswer(connection, lines)
            }
        }
    }

    /// The answer blames a line without naming it. One wrong line is found by halving; but when
    /// already the first, the last and the middle line alone are refused it is not about lines, and
    /// halving thousands of them would only make thousands of requests.
    private func checkIsOfLines(_ lines: Lines) throws {
        var reason = ""
        for number in Set([0, lines.count / 2, lines.count - 1]).sorted() {
            guard case .blamesSomeLine(let text) = try answer(lines.slice(number..<number + 1))
            else { return }
            reason = text
        }
        throw InfluxDBError.refused(server: connection.name, status: 400, text: reason)
    }

    private func halve(_ lines: Lines, isPart: Bool) throws {
        let (first, second) = lines.halves
        try deliver(first, isPart: isPart)
        try deliver(second, isPart: isPart)
    }

    private func note(_ refusals: [WriteAnswer.Refusal], of lines: Lines) {
        refused.withLock { refused in
            refused.count += refusals.count
            for refusal in refusals.prefix(max(0, 20 - refused.examples.count)) {
                refused.examples.append(
                    RefusedLine(line: lines.text(line: refusal.line), reason: refusal.reason))
            }
        }
    }
}

extension WriteAnswer {
    fileprivate var isWorthAnotherTry: Bool {
        switch self {
        case .tryAgain, .notAuthorized: true
        default: false
        }
    }

    /// Posts `lines` once.
    fileprivate init(_ connection: InfluxDBConnection, _ lines: WriteDelivery.Lines) throws {
        do {
            self =
                WriteAnswer(
                    try connection.post(lines: lines.bytes), isV1: try connection.isV1())
        } catch HTTPError.cancelled {
            throw InfluxDBError.cancelled
        } catch let error as HTTPError {
            self = .tryAgain(.transport(error), asked: nil)
        }
    }
}

extension WriteDelivery.Lines {
    /// Start offsets of the lines, and the end.
    private var bounds: [Int] {
        [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    fileprivate func slice(_ lines: Range<Int>) -> Self {
        let bounds = bounds
        return Self(
            bytes: Array(bytes[bounds[lines.lowerBound]..<bounds[lines.upperBound]]),
            count: lines.count)
    }

    fileprivate var halves: (Self, Self) { (slice(0..<count / 2), slice(count / 2..<count)) }

    /// Line `number`, counted from 1, cut to 200 bytes.
    fileprivate func text(line number: Int) -> String {
        guard (1...count).contains(number) else { return "" }
        let line = slice(number - 1..<number).bytes.dropLast()
        return String(decoding: line.prefix(200), as: UTF8.self)
    }
}
