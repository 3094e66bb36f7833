/// How a payload is broken on its way, so that no collector can make a reading of it.
public enum PayloadDamage: String, Sendable, CaseIterable {
    /// The text ends somewhere in the middle.
    case cutOff = "cut_off"
    /// Words where numbers belong.
    case wrongType = "wrong_type"
    /// A bare NaN, which JSON does not have.
    case nan
    /// Nothing at all.
    case empty
    /// UTF-16, as some controllers write it.
    case notUTF8 = "not_utf8"
    /// The same text again and again, beyond 64 KiB.
    case tooLong = "too_long"
}

/// A sink that has a wire, on which a payload can be broken. Any other has nothing to carry then.
public protocol BreakableSink: ReadingSink {
    /// Delivers a payload for each reading of `batch`, broken in this way.
    func send(broken batch: ReadingBatch, _ damage: PayloadDamage) throws
}
