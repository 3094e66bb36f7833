import Scenarios
import Telemetry

/// A way for readings from the simulated machines to the detector.
public protocol Route: Sendable {
    /// As `--via` names it.
    var name: String { get }
    /// Holds the playing to the world's clock; nil plays as fast as it goes.
    var pace: Pace? { get set }
    /// Plays the scenario through the route and returns when all that will arrive has arrived.
    /// - Parameter progress: called now and then with the share that is done, 0 to 1.
    /// - Throws: what the edges throw.
    func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback
}

/// A scenario that has been played: the readings where a detector finds them, and the truth about
/// them, kept apart.
public struct Playback: Sendable {
    public var source: any ReadingSource
    /// Name of the run that the readings carry.
    public var run: String
    public var truth: Truth
    /// Where the playing ended, which may be before the scenario's end; nanoseconds since 1970 UTC.
    public var end: Int64?
    /// What became of the readings; `scored` is not known yet.
    public var delivery: DeliveryCounts
    /// Where scores are written back beside the readings; nil where nobody looks for them.
    public var scores: (any ScoreSink)?

    public init(
        source: any ReadingSource, run: String, truth: Truth, delivery: DeliveryCounts
    ) {
        self.source = source
        self.run = run
        self.truth = truth
        self.delivery = delivery
    }
}
