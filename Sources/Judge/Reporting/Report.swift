import AlarmRules
import JSONText
import Scoring

/// The result of one scenario, one detector and one seed: everything a report file says.
///
/// A plain value: the runner fills it, ``Report/json`` writes it, ``Report/init(json:)`` reads it
/// back. Nothing in it depends on the clock but ``timing``.
public struct Report: Sendable, Equatable {
    /// What `"schema"` holds in a report of this version.
    public static let schema = schemaFamily + "1"
    /// What it begins with in a report of any version.
    static let schemaFamily = "anomaly-testbed.report/"

    public struct Scenario: Sendable, Equatable {
        public var name: String
        /// One line on what it is about; empty for none.
        public var summary: String
        /// Hash of the scenario's content, 64 hexadecimal digits: the same hash, the same readings for
        /// the same seed. Empty where there is no scenario, only data.
        public var sha256: String
        public var seed: UInt64
        /// Nanoseconds since 1970 UTC.
        public var start: Int64
        /// Seconds.
        public var duration: Double
        /// Seconds between readings of one machine.
        public var interval: Double
        public var machineCount: Int
        /// Seconds at the start that are not scored.
        public var warmup: Double
        public var alarmRule: AlarmRule
        /// False alarms per machine-hour that are still acceptable.
        public var falseAlarmBudget: Double

        public init(
            name: String, summary: String = "", sha256: String, seed: UInt64, start: Int64,
            duration: Double, interval: Double, machineCount: Int, warmup: Double = 0,
            alarmRule: AlarmRule = AlarmRule(), falseAlarmBudget: Double = 1
        ) {
            self.name = name
            self.summary = summary
            self.sha256 = sha256
            self.seed = seed
            self.start = start
            self.duration = duration
            self.interval = interval
            self.machineCount = machineCount
            self.warmup = warmup
            self.alarmRule = alarmRule
            self.falseAlarmBudget = falseAlarmBudget
        }
    }

    /// One setting of a detector, as it was in force.
    public struct Parameter: Sendable, Equatable {
        public var name: String
        public var value: JSONValue

        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    public struct Detector: Sendable, Equatable {
        /// "half-space-trees"
        public var name: String
        /// As on the command line.
        public var spec: String
        /// In the order they are shown.
        public var parameters: [Parameter]
        /// What it has seen of a series when it judges a row; empty in reports that don't say.
        public var sees: String
        /// Whether that is more than could be seen live.
        public var isHindsight: Bool

        public init(
            name: String, spec: String, parameters: [Parameter] = [], sees: String = "",
            isHindsight: Bool = false
        ) {
            self.name = name
            self.spec = spec
            self.parameters = parameters
            self.sees = sees
            self.isHindsight = isHindsight
        }

        /// What tables call it: who looks ahead stands in none of them without the mark.
        public var label: String { isHindsight ? spec + " (hindsight)" : spec }
    }

    /// What became of the readings on their way.
    public struct Delivery: Sendable, Equatable {
        public var generated: Int
        public var published: Int
        public var stored: Int
        public var scored: Int
        public var lost: Int
        public var duplicated: Int
        /// Held back on purpose by the scenario; not a loss.
        public var withheld: Int
        /// Of ``withheld``: whose payload nobody could read.
        public var broken: Int
        /// Stored only after they were made again from the seed.
        public var repaired: Int

        public init(
            generated: Int = 0, published: Int = 0, stored: Int = 0, scored: Int = 0, lost: Int = 0,
            duplicated: Int = 0, withheld: Int = 0, broken: Int = 0,
            repaired: Int = 0
        ) {
            self.generated = generated
            self.published = published
            self.stored = stored
            self.scored = scored
            self.lost = lost
            self.duplicated = duplicated
            self.withheld = withheld
            self.broken = broken
            self.repaired = repaired
        }
    }

    /// A measured figure of this run: the one part that differs between two equal runs.
    public struct Timing: Sendable, Equatable {
        /// With its unit: "wall_s", "readings_per_s".
        public var name: String
        public var value: Double

        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    public var scenario: Scenario
    public var detector: Detector
    /// "embedded", "mqtt" or "stack"
    public var route: String
    public var delivery: Delivery
    public var scorecard: Scorecard
    /// Doubts about the run, a sentence each; those about the scenario are in the scorecard.
    public var notes: [String]
    public var timing: [Timing]
    /// Of a source of verdicts; nil for a detector of ours.
    public var verdicts: Verdicts?

    public init(
        scenario: Scenario, detector: Detector, route: String, delivery: Delivery,
        scorecard: Scorecard, notes: [String] = [], timing: [Timing] = []
    ) {
        self.scenario = scenario
        self.detector = detector
        self.route = route
        self.delivery = delivery
        self.scorecard = scorecard
        self.notes = notes
        self.timing = timing
    }

    /// Everything a reader should be warned of.
    public var warnings: [String] {
        var all = scorecard.warnings.map(\.description)
        if delivery.lost > 0 {
            all.append(
                "\(delivery.lostText) on the way: the figures are of the rest")
        }
        let missing = scorecard.pooled.missingScores
        if missing > 0 {
            all.append(
                missing == 1
                    ? "1 scored row has no score; it counts as not flagged"
                    : "\(missing) scored rows have no score; they count as not flagged")
        }
        return all + notes + (verdicts?.warnings ?? [])
    }

    /// Whether false alarms per machine-hour stay within the budget; nil without normal time.
    public var isWithinBudget: Bool? {
        scorecard.pooled.falseAlarmsPerHour.map { $0 <= scenario.falseAlarmBudget }
    }

    /// `SCENARIO--DETECTOR--SEED`, safe as a file name: what is not a letter, digit, dot, dash or
    /// underscore becomes a dash, and a name too long for a file system ends in a hash of the whole.
    public var fileStem: String {
        [FileName.safe(scenario.name), FileName.safe(detector.spec), String(scenario.seed)]
            .joined(separator: "--")
    }
}

extension Report.Delivery {
    /// "7 readings were lost"
    static func lostText(_ count: Int) -> String {
        "\(count) reading\(count == 1 ? " was" : "s were") lost"
    }
    var lostText: String { Self.lostText(lost) }
}
