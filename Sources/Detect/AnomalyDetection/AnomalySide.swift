/// What a row is anomalous in: the kind of evidence behind a verdict.
public enum AnomalySide: UInt8, Sendable, CaseIterable {
    /// One row far from the last minute's.
    case spike = 1
    /// A mean of a few to some dozen rows away from its reference, or a value away from its level.
    case shift
    /// A mean of many rows that moves away slowly.
    case drift
    /// Steps from row to row larger than before.
    case noise
    /// A value outside of all that was seen before.
    case range
    /// A channel that stands still.
    case stuck
    /// A cycle that runs over its time.
    case cycle
    /// A channel that has left what an older regression on the others says.
    case relation

    /// The sides of a channel's statistics in the order the default detector keeps them in.
    static let measured: [AnomalySide] = [
        .spike, .shift, .shift, .drift, .noise, .range, .range, .shift,
    ]
}
