import Synchronization

/// What the store's user should hear of while the store itself goes on.
public enum InfluxDBNotice: Sendable, Equatable {
    /// A request has failed and is tried again. `spent` counts from its first failure; it is given up
    /// after `patience`.
    case waiting(
        server: String, failure: InfluxDBError.Failure, spent: Duration, patience: Duration)
    /// The server has answered after that.
    case answersAgain(server: String, after: Duration)
    /// Columns of `machine_data` that hold texts or booleans, which no detector can look at.
    case leftOut(columns: [String])
    /// Columns of `machine_data` that are called like labels.
    case answers(columns: [String])
    /// Readings of one machine and one time that differ in a tag which is not ours: taken as one reading.
    case sharedRows(count: Int, tags: [String])
    /// A read that the server gives in `of` parts only: so many are done. Told after each, the last too.
    case reading(done: Int, of: Int)
}

extension InfluxDBNotice {
    /// How much of a long read is done, 0 to 1; nil if this tells of something else.
    public var progress: Double? {
        guard case .reading(let done, let of) = self else { return nil }
        return Double(done) / Double(of)
    }
}

extension InfluxDBNotice: CustomStringConvertible {
    public var description: String {
        switch self {
        case .waiting(let server, let failure, let spent, let patience):
            // A failure of the connection names the server itself.
            (failure.isOfConnection ? "" : "\(server): ") + "\(failure); trying again"
                + (spent < .seconds(1)
                    ? " for \(patience.components.seconds) s"
                    : ", \(spent.components.seconds) of \(patience.components.seconds) s are over")
        case .answersAgain(let server, let after):
            "\(server) answers again, after \(after.components.seconds) s"
        case .leftOut(let columns):
            "machine_data: no numbers, so not looked at: \(columns.joined(separator: ", "))"
        case .answers(let columns):
            "machine_data: called like labels, so not looked at, for a detector that saw them would see the"
                + " answers: \(columns.joined(separator: ", "))"
        case .sharedRows(let count, let tags):
            "machine_data: \(count) rows have the machine and time of another and differ only in"
                + " \(tags.joined(separator: ", ")); of each machine and time one reading is made, with"
                + " the first value of each channel"
        case .reading(let done, let of): "reading: \(done) of \(of) parts"
        }
    }
}

extension InfluxDBError.Failure {
    fileprivate var isOfConnection: Bool {
        if case .transport = self { return true }
        return false
    }
}

/// Passes notices on, and none twice for the same reason: a wait is told at once and then every ten
/// seconds, whichever thread it is.
final class Notices: Sendable {
    private struct State {
        var lastWait: ContinuousClock.Instant?
        var waitingSince: ContinuousClock.Instant?
        var leftOut: [String] = []
        var answers: [String] = []
        var hasShared = false
    }

    static let interval = Duration.seconds(10)
    private let state = Mutex(State())
    private let pass: @Sendable (InfluxDBNotice) -> Void

    init(_ pass: @escaping @Sendable (InfluxDBNotice) -> Void) { self.pass = pass }

    func tell(_ notice: InfluxDBNotice) {
        let now = ContinuousClock.now
        let isNews = state.withLock { state in
            switch notice {
            case .waiting:
                if let last = state.lastWait, now - last < Self.interval { return false }
                state.lastWait = now
                state.waitingSince = state.waitingSince ?? now
                return true
            case .leftOut(let columns):
                guard state.leftOut != columns else { return false }
                state.leftOut = columns
                return true
            case .answers(let columns):
                guard state.answers != columns else { return false }
                state.answers = columns
                return true
            case .sharedRows:
                guard !state.hasShared else { return false }
                state.hasShared = true
                return true
            case .answersAgain, .reading: return true
            }
        }
        if isNews { pass(notice) }
    }

    /// A request got through.
    func succeeded(_ server: String) {
        let since = state.withLock { state in
            defer { state.waitingSince = nil }
            return state.waitingSince
        }
        guard let since else { return }
        let waited = ContinuousClock.now - since
        // What was over before anybody could read of it needs no end.
        if waited >= .seconds(1) { pass(.answersAgain(server: server, after: waited)) }
    }
}
