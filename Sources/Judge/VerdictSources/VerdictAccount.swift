/// What became of everything that a source said: each verdict is in exactly one of the counts, but for
/// those of ``marks``, which say more about some.
public struct VerdictAccount: Sendable, Equatable {
    /// What became of a verdict.
    public enum Fate: String, Sendable, CaseIterable {
        /// It flagged readings.
        case judged
        /// It flagged readings of the warm-up, and none after.
        case inWarmup = "in_warmup"
        /// A reading was judged and not flagged.
        case notFlagged = "not_flagged"
        /// It ended an alarm that another verdict had begun.
        case ending = "ending"
        /// The same had been said before.
        case repeated
        case otherMachine = "other_machine"
        case beforeStart = "before_start"
        case afterEnd = "after_end"
        /// There is no reading at its time, nor soon after.
        case withoutReading = "without_reading"
        /// It ended an alarm that nobody had begun.
        case endingNothing = "ending_nothing"
        case notUnderstood = "not_understood"

        /// Whether it is what a source that works as it should never says.
        public var isOdd: Bool {
            switch self {
            case .judged, .inWarmup, .notFlagged, .ending: false
            default: true
            }
        }
    }

    /// A verdict that did not count, as it was said.
    public struct Listed: Sendable, Equatable {
        public var fate: Fate
        /// As the source calls it; empty where that is not known.
        public var machine: String
        /// On the readings' clock; nil where that is not known.
        public var time: Int64?
        /// What is odd about it, or the beginning of what was not understood.
        public var text: String

        public init(fate: Fate, machine: String = "", time: Int64? = nil, text: String = "") {
            self.fate = fate
            self.machine = machine
            self.time = time
            self.text = text
        }
    }

    public var counts: [Fate: Int] = [:]
    /// Odd ones, the first ``listLimit`` of each fate in the order they came.
    public var listed: [Listed] = []
    /// Alarms that were never resolved, and so last to the scenario's end.
    public var unresolved = 0

    /// How many of a fate are listed.
    public static let listLimit = 50

    public init() {}

    public var received: Int { counts.values.reduce(0, +) }

    mutating func count(_ listed: Listed) {
        counts[listed.fate, default: 0] += 1
        if listed.fate.isOdd, (counts[listed.fate] ?? 0) <= Self.listLimit {
            self.listed.append(listed)
        }
    }
}
