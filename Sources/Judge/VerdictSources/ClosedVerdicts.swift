import Telemetry

/// All that a source said of one playing, to be laid over the readings.
public struct ClosedVerdicts: Sendable {
    private let machines: [String]
    private var tracks: [FlagTrack]
    private let window: TimeWindow
    private let clock: PlayClock?
    private let account: VerdictAccount
    /// Whether readings that are not flagged have a score as well: only then is there one to rank.
    public let hasScores: Bool
    private let places: [String: Int]

    init(
        machines: [String], tracks: [FlagTrack], window: TimeWindow, clock: PlayClock?,
        account: VerdictAccount, hasScores: Bool
    ) {
        self.machines = machines
        self.tracks = tracks
        self.window = window
        self.clock = clock
        self.account = account
        self.hasScores = hasScores
        places = Dictionary(
            machines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Marks readings of a machine, behind all that came before.
    /// - Parameters:
    ///   - times: nanoseconds, ascending.
    ///   - period: of a reading, nanoseconds.
    ///   - gap: readings may be missing for so long, nanoseconds.
    ///   - probationEnd: readings before it are not scored.
    /// - Returns: a mark for each of `times`.
    public mutating func marks(
        machine: String, times: [Int64], period: Int64, gap: Int64, probationEnd: Int64
    ) -> [FlagTrack.Mark] {
        guard let place = places[machine] else { return times.map { _ in FlagTrack.Mark() } }
        return times.map {
            tracks[place].mark($0, period: period, gap: gap, isScored: $0 >= probationEnd)
        }
    }

    /// What became of everything, once all readings have been marked.
    public var finalAccount: VerdictAccount {
        var account = account
        for (machine, track) in zip(machines, tracks) {
            for stretch in track.stretches {
                account.count(
                    .init(
                        fate: fate(of: stretch), machine: machine, time: stretch.window.start))
            }
        }
        return account
    }

    private func fate(of stretch: FlagTrack.Stretch) -> VerdictAccount.Fate {
        if stretch.isUsed {
            return !stretch.isFlagged ? .notFlagged : stretch.isScored ? .judged : .inWarmup
        }
        if stretch.window.start >= window.end { return .afterEnd }
        return stretch.window.start < window.start ? .beforeStart : .withoutReading
    }

    /// What a person waited for: seconds from a stretch's beginning, published, to the first verdict about
    /// it, received; both by the world's clock. Nil where nothing about it was received live.
    public func wait(for event: TimeWindow, machine: String) -> Double? {
        guard let clock, let place = places[machine] else { return nil }
        let received = tracks[place].stretches.lazy.filter { stretch in
            let said = stretch.window
            return stretch.isFlagged && said.start < event.end
                && (said.end > event.start || said.start >= event.start)
        }.compactMap(\.received)
        return received.min().map { max(0, $0.seconds(since: clock.wall(ofData: event.start))) }
    }
}
