/// The books of a run: what became of each reading on its way.
public struct DeliveryCounts: Sendable, Equatable {
    /// Made by the generator.
    public var generated = 0
    /// Held back on purpose by the scenario (`delivery.drop`, dropout faults); not a loss.
    public var withheld = 0
    /// Of ``withheld``: their payload is broken (`malformed`). Where there is a wire it went out all the same.
    public var broken = 0
    /// Readings handed to the transport.
    public var published = 0
    /// Distinct readings in the store.
    public var stored = 0
    /// Readings that the detector gave a verdict on.
    public var scored = 0
    /// Neither withheld nor stored.
    public var lost = 0
    /// Stored only after they were made again from the seed: they had not arrived in time. A broker that
    /// is killed loses what it had acknowledged and not yet handed on.
    public var repaired = 0
    /// Copies that reached the store again and were merged.
    public var duplicated = 0

    public init() {}

    /// Whether every reading is accounted for: the promise a run makes before it shows a figure.
    public var isComplete: Bool {
        lost == 0 && generated == stored + withheld && stored == scored
    }
}
