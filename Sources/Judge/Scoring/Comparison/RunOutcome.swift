/// What one detector did in one run (a scenario with a seed): what two detectors are compared by.
public struct RunOutcome: Sendable, Equatable {
    /// One scored event and whether it was found.
    public struct Event: Sendable, Equatable {
        /// Names the event within the run: machine, kind and start.
        public var key: String
        public var isDetected: Bool
        public init(key: String, isDetected: Bool) {
            self.key = key
            self.isDetected = isDetected
        }
    }

    public var scenario: String
    public var seed: UInt64
    public var events: [Event]
    public var blocks: [BlockCounts]
    /// Further numbers to compare by run, under their names in a report ("vus_pr", "delay_s.median").
    public var values: [String: Double]

    public init(
        scenario: String, seed: UInt64, events: [Event], blocks: [BlockCounts],
        values: [String: Double] = [:]
    ) {
        self.scenario = scenario
        self.seed = seed
        self.events = events
        self.blocks = blocks
        self.values = values
    }

    /// Names the run: "overload-fault seed 3".
    public var name: String { "\(scenario) seed \(seed)" }

    /// What a scorecard says about the run.
    public init(scenario: String, seed: UInt64, _ card: Scorecard) {
        self.init(
            scenario: scenario, seed: seed,
            events: card.events.filter(\.isScored).map {
                Event(
                    key: "\($0.event.machine) \($0.event.kind) \($0.event.window.start)",
                    isDetected: $0.isDetected)
            }, blocks: card.blocks, values: card.pooled.comparable)
    }
}

extension Metrics {
    /// Numbers in which two runs are compared beside events and blocks, where defined.
    public var comparable: [String: Double] {
        Dictionary(
            uniqueKeysWithValues: Self.catalogue.filter(\.isCompared).compactMap { metric in
                metric.number(in: self).map { (metric.path, $0) }
            })
    }
}
