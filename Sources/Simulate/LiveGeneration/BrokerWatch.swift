/// Readings that the broker had acknowledged shortly before it went away: one that was killed forgets
/// what it had not yet saved or handed on, and nobody tells the sender.
struct BrokerWatch: Sendable {
    /// A broker that saves every 10 s loses what it got since then.
    static let span = Duration.seconds(15)

    private(set) var atRisk = 0
    private var samples: [(at: Duration, acked: Int)] = []
    private var connects = 0
    private var wasConnected = false
    /// Up to here everything was counted at an earlier loss.
    private var counted = 0

    /// Notes how things are; to be called several times a second.
    mutating func note(at now: Duration, acked: Int, connects: Int, isConnected: Bool) {
        let isLost = wasConnected && !isConnected || connects > max(1, self.connects)
        if isLost, wasConnected || self.connects > 0 {
            let before = samples.first { now - $0.at <= Self.span }?.acked ?? acked
            let last = samples.last?.acked ?? acked
            let base = max(before, counted)
            if last > base {
                atRisk += last - base
                counted = last
            }
        }
        wasConnected = isConnected
        self.connects = max(self.connects, connects)
        samples.append((now, acked))
        samples.removeAll { now - $0.at > Self.span }
    }
}
