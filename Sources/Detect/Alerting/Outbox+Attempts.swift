extension Outbox {
    /// The message under way has arrived.
    public mutating func delivered(at now: Duration) {
        counts.delivered += takeUnderWay()
        failures = 0
        isPlain = false
        most = min(Self.limit, most * 2)
        notBefore = now + Self.spacing
    }

    /// The message under way did not arrive.
    /// - Returns: how many alerts are given up with it.
    @discardableResult
    public mutating func failed(_ failure: DeliveryFailure, at now: Duration) -> Int {
        precondition(isUnderWay, "no message is under way")
        switch failure {
        case .refused(let reason):
            refusal = reason
            let count = waitingAlerts
            counts.refused += count
            entries.removeAll()
            return count
        case .rejected(_, let mayPassPlain):
            notBefore = now + Self.spacing
            return reject(mayPassPlain)
        case .retry(let asked, _):
            putBack()
            failures += 1
            let pause = asked.map { min($0, Self.longestPause) } ?? backOff
            notBefore = now + max(pause, Self.spacing)
            return 0
        }
    }

    /// First as text alone, then in halves until the one that is not liked is found; that is left out.
    private mutating func reject(_ mayPassPlain: Bool) -> Int {
        let count = entries.count(where: \.isUnderWay)
        if mayPassPlain, !isPlain {
            isPlain = true
        } else if count > 1 {
            most = count / 2
        } else {
            let given = takeUnderWay()
            counts.rejected += given
            // The next one goes alone too, so that a place that likes none costs one attempt each.
            return given
        }
        putBack()
        return 0
    }

    /// 1, 2, 4, … 60 s, each up to a fifth longer. The part is taken from the message and the
    /// attempt, so that many senders spread out and a test can repeat it.
    private var backOff: Duration {
        let seconds = min(60, 1 << min(failures - 1, 6))
        let word = (entries.first?.message.keys.first ?? "test") + "#\(failures)"
        let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return .milliseconds(seconds * 1_000 + Int(hash % 200) * seconds)
    }

    private mutating func putBack() {
        for index in entries.indices { entries[index].isUnderWay = false }
    }

    /// - Returns: how many alerts it stood for.
    private mutating func takeUnderWay() -> Int {
        precondition(isUnderWay, "no message is under way")
        let count = entries.reduce(0) { $0 + ($1.isUnderWay ? $1.message.alertCount : 0) }
        entries.removeAll(where: \.isUnderWay)
        return count
    }

    /// Joins the two oldest that are not under way: ends if there are two, for of a beginning that is
    /// not told by name nobody knows.
    mutating func foldOldest() {
        let free = entries.indices.filter { !entries[$0].isUnderWay }
        let cheap = free.filter { index in
            if case .summary = entries[index].message { true } else { entries[index].isEnd }
        }
        let pair = (cheap.count >= 2 ? cheap : free).prefix(2)
        guard let index = pair.first, let other = pair.last, index != other else { return }
        let first = entries[index]
        let second = entries.remove(at: other)
        entries[index].message = .summary(
            AlertSummary(first.message).joined(with: AlertSummary(second.message)))
        entries[index].since = second.since
        for case .alert in [first.message, second.message] { counts.folded += 1 }
    }
}
