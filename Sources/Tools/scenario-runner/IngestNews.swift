import CommandLineTool
import DurableFiles
import MQTTTransport
import ReadingIngest
import Synchronization
import Threading

/// Says what an ingester's broker does: away, back, refused and why; a change at once, the same trouble
/// every 30 s.
final class BrokerNews: Sendable {
    private struct State {
        var isBegun = false
        var isAway = false
        var awaySince: Duration = .zero
        var problem: MQTTError?
        var said: Duration = .zero
        var sessionsLost = 0
        var missing = 0
        var gaps = 0
        var damaged = 0
    }

    private let address: BrokerAddress
    private let state = Mutex(State())

    init(_ address: BrokerAddress) { self.address = address }

    /// From now on; until then whoever starts tells what is wrong.
    func begin() { state.withLock { $0.isBegun = true } }

    /// Nothing more of the connection: it is being ended.
    func end() { state.withLock { $0.isBegun = false } }

    func note(_ status: MQTTStatus) {
        let now = Monotonic.now
        let line = state.withLock { state -> String? in
            guard state.isBegun else { return nil }
            switch status.state {
            case .connected where state.isAway:
                state.isAway = false
                state.problem = nil
                let seconds = Int((now - state.awaySince) / .seconds(1))
                return "connected to \(address) again after \(seconds) s"
            case .disconnected, .refused:
                guard let problem = status.problem else { return nil }
                let isNew = !state.isAway || problem.needsAPerson != state.problem?.needsAPerson
                guard isNew || now - state.said >= .seconds(30) else { return nil }
                if !state.isAway { state.awaySince = now }
                state.isAway = true
                state.problem = problem
                state.said = now
                return "warning: \(problem); it keeps what comes meanwhile, as far as it can"
            default: return nil
            }
        }
        if let line { Terminal.error("scenario-runner: \(line)") }
    }

    /// Says what has come to be missing since the last time.
    func tell(_ counts: IngestCounts, _ damage: [RecordDamage]) {
        let now = Monotonic.now
        let lines = state.withLock { state -> [String] in
            var lines = damage.dropFirst(state.damaged).map { "warning: journal \($0)" }
            state.damaged = max(state.damaged, damage.count)
            if counts.sessionsLost > state.sessionsLost {
                state.sessionsLost = counts.sessionsLost
                lines.append(
                    "warning: the broker no longer knew this ingester's session: what it held back for us"
                        + " is lost (a broker that was killed or emptied, or another client of our name)"
                )
            }
            if counts.gaps > state.gaps, counts.missing > state.missing,
                now - state.said >= .seconds(10) || state.gaps == 0
            {
                (state.gaps, state.missing, state.said) = (counts.gaps, counts.missing, now)
                lines.append(
                    "warning: \(counts.missing) readings are missing in the sequences"
                        + (counts.missingByBroker > 0
                            ? ", \(counts.missingByBroker) of them where the broker was away" : ""))
            }
            return lines
        }
        for line in lines { Terminal.error("scenario-runner: \(line)") }
    }
}

/// What an ingester has done, at its end.
struct IngestSummary {
    var counts: IngestCounts
    /// Times the broker has let it in.
    var connects: Int
    /// The folder in which something is left for the next start.
    var waiting: String?

    var text: String {
        var parts = ["\(counts.stored) readings stored, \(counts.refused) messages refused"]
        if counts.lostInJournal > 0 {
            parts.append("\(counts.lostInJournal) readings lost: damaged journal")
        }
        if counts.missingByBroker > 0 {
            parts.append(
                "\(counts.missingByBroker) readings lost(broker): acknowledged by it, or sent"
                    + " while it was away, and never handed on")
        }
        let rest = counts.missing - counts.missingByBroker
        if rest > 0 { parts.append("\(rest) readings missing in the sequences") }
        if counts.sessionsLost > 0 { parts.append("session lost \(counts.sessionsLost) times") }
        if let waiting { parts.append("the rest waits in \(waiting)") }
        return parts.joined(separator: "; ")
    }

    var json: String {
        let rejected = counts.rejected.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\"\($0.key.rawValue)\":\($0.value)" }.joined(separator: ",")
        let numbers = [
            ("received", counts.received), ("received_unique", counts.receivedUnique),
            ("stored", counts.stored), ("refused", counts.refused),
            ("duplicated", counts.rejected[.duplicate] ?? 0), ("out_of_order", counts.outOfOrder),
            ("absurd", counts.absurd), ("gaps", counts.gaps), ("missing", counts.missing),
            ("sessions_lost", counts.sessionsLost), ("reconnects", max(0, connects - 1)),
            ("retries", counts.retries), ("pauses", counts.pauses),
        ].map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
        return "{\(numbers),\"rejected\":{\(rejected)},\"lost\":{\"broker\":"
            + "\(counts.missingByBroker),\"journal\":\(counts.lostInJournal)},\"is_drained\":"
            + "\(waiting == nil)}"
    }
}
