import Telemetry

/// Everything that one source said about one playing, on its way to alarms.
///
/// Repeated, late and out of order are how messages come: what is made of them depends on what was said,
/// not on the order it came in.
public struct VerdictBook: Sendable {
    /// A machine's alarm as a source tells it apart from others.
    private struct Key: Hashable {
        var place: Int
        var origin: String
        var time: Int64
        var isInterval: Bool
    }

    /// One alarm or reading, after all that was said of it.
    private struct Entry {
        var place: Int
        var origin: String
        var time: Int64
        /// Nil for a moment or a reading; `.max` while nobody has ended it.
        var end: Int64?
        var isReading: Bool
        var isFlagged: Bool
        var score: Double?
        var received: Int64?
        /// Which of its two ends somebody has told.
        var hasBeginning = true
        var hasEnd = false
    }

    private let names: MachineNames
    private let window: TimeWindow
    private let clock: PlayClock?
    private var entries: [Entry] = []
    private var known: [Key: Int] = [:]
    /// Ends that name no start.
    private var resolutions: [(place: Int, said: SaidVerdict, time: Int64)] = []
    private var account = VerdictAccount()

    /// - Parameters:
    ///   - window: of the scenario, on the readings' clock.
    ///   - clock: how that went with the world's; nil where all times are of the readings'.
    public init(_ names: MachineNames, window: TimeWindow, clock: PlayClock? = nil) {
        self.names = names
        self.window = window
        self.clock = clock
    }

    public mutating func take(_ item: VerdictItem) {
        switch item {
        case .notUnderstood(let text, let reason):
            account.count(
                .init(fate: .notUnderstood, text: "\(reason): \(text.prefix(120))"))
        case .said(let said): take(said)
        }
    }

    private func onReadings(_ time: Int64, _ said: SaidVerdict) -> Int64 {
        said.clock == .wall ? clock?.data(ofWall: time) ?? time : time
    }

    private mutating func take(_ said: SaidVerdict) {
        let time = onReadings(said.time, said)
        guard let place = names.place(of: said.machine) else {
            return account.count(
                .init(fate: .otherMachine, machine: said.machine, time: time, text: said.origin))
        }
        var entry = Entry(
            place: place, origin: said.origin, time: time, isReading: false, isFlagged: true,
            score: said.score, received: said.received)
        switch said.form {
        case .resolved:
            resolutions.append((place, said, time))
            return
        case .reading(let isFlagged):
            entry.isReading = true
            entry.isFlagged = isFlagged
            // One reading may be flagged by a rule for each channel: it is flagged once.
            entry.origin = ""
        case .moment: break
        case .firing: entry.end = .max
        case .over(let end):
            entry.end = max(onReadings(end, said), time)
            (entry.hasBeginning, entry.hasEnd) = (false, true)
        }
        let key = Key(
            place: place, origin: entry.origin, time: time, isInterval: entry.end != nil)
        guard let index = known[key] else {
            known[key] = entries.count
            entries.append(entry)
            return
        }
        merge(entry, into: index, said)
    }

    /// Takes what is said again of one alarm or reading, or more of it.
    private mutating func merge(_ entry: Entry, into index: Int, _ said: SaidVerdict) {
        let old = entries[index]
        if let score = entry.score { entries[index].score = max(old.score ?? score, score) }
        if let received = entry.received {
            entries[index].received = min(old.received ?? received, received)
        }
        if entry.isFlagged, !old.isFlagged {
            entries[index].isFlagged = true
            account.count(.init(fate: .notFlagged))
        } else if entry.hasEnd, !old.hasEnd {
            entries[index].end = entry.end
            entries[index].hasEnd = true
            account.count(.init(fate: .ending))
        } else if entry.hasBeginning, !old.hasBeginning {
            // The end has overtaken the beginning.
            entries[index].hasBeginning = true
            account.count(.init(fate: .ending))
        } else {
            account.count(
                .init(
                    fate: .repeated, machine: said.machine, time: entry.time, text: said.origin))
        }
    }

    /// Ends the alarms that are on at each resolution, oldest first.
    private mutating func resolve() {
        for (place, said, time) in resolutions.sorted(by: {
            ($0.time, $0.place, $0.said.origin) < ($1.time, $1.place, $1.said.origin)
        }) {
            let on = entries.indices.filter {
                entries[$0].place == place && entries[$0].end == .max && entries[$0].time <= time
                    && (said.origin.isEmpty || entries[$0].origin == said.origin)
            }
            for index in on { entries[index].end = time }
            account.count(
                on.isEmpty
                    ? .init(
                        fate: .endingNothing, machine: said.machine, time: time, text: said.origin)
                    : .init(fate: .ending))
        }
        resolutions = []
    }

    /// Nothing more will be said.
    public func closed() -> ClosedVerdicts {
        var book = self
        book.resolve()
        var stretches = [[FlagTrack.Stretch]](repeating: [], count: names.machines.count)
        for entry in book.entries {
            if entry.end == .max { book.account.unresolved += 1 }
            // What is never resolved ends with the scenario.
            let end = entry.end.map { $0 == .max ? max(window.end, entry.time) : $0 } ?? entry.time
            stretches[entry.place].append(
                FlagTrack.Stretch(
                    window: TimeWindow(start: entry.time, end: max(end, entry.time)),
                    isFlagged: entry.isFlagged, score: entry.score, received: entry.received))
        }
        return ClosedVerdicts(
            machines: names.machines, tracks: stretches.map { FlagTrack($0) }, window: window,
            clock: clock, account: book.account,
            hasScores: book.entries.contains { !$0.isFlagged && $0.score != nil })
    }
}
