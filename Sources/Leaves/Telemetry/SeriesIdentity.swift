/// What tells one machine's readings from another's before the pipeline has named them.
///
/// Two series are the same only if all three fields are, byte for byte; the store keys its rows by
/// it. Swift's own `==` on texts also takes two spellings of one letter as equal ("é" as one scalar
/// or as two), which would make one machine of two.
public struct SeriesIdentity: Hashable, Sendable, Comparable {
    /// As in the payload: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`. In the tables of others any text.
    public var machineID: String
    /// Who runs the machine, as written: "Smith and Sons". Any text, also empty.
    public var provider: String
    /// The execution that produced the readings; empty where the data has no runs.
    public var run: String

    public init(machineID: String, provider: String, run: String) {
        self.machineID = machineID
        self.provider = provider
        self.run = run
    }

    public static func == (a: SeriesIdentity, b: SeriesIdentity) -> Bool {
        a.machineID.hasSameBytes(as: b.machineID) && a.provider.hasSameBytes(as: b.provider)
            && a.run.hasSameBytes(as: b.run)
    }

    public func hash(into hasher: inout Hasher) {
        for field in [machineID, provider, run] { field.hashBytes(into: &hasher) }
    }

    /// By run, then provider, then machine, each by its bytes: an order that no locale and no hash
    /// seed can change.
    public static func < (a: SeriesIdentity, b: SeriesIdentity) -> Bool {
        if !a.run.hasSameBytes(as: b.run) { return a.run.precedesByBytes(b.run) }
        if !a.provider.hasSameBytes(as: b.provider) {
            return a.provider.precedesByBytes(b.provider)
        }
        return a.machineID.precedesByBytes(b.machineID)
    }
}

extension StringProtocol {
    /// Whether the two are the same bytes; `==` asks whether they read the same.
    public func hasSameBytes(as other: some StringProtocol) -> Bool {
        utf8.elementsEqual(other.utf8)
    }

    /// Whether this comes first by its bytes, which is the order of Unicode scalars too.
    public func precedesByBytes(_ other: some StringProtocol) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }

    fileprivate func hashBytes(into hasher: inout Hasher) {
        let isWhole: Void? = utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isWhole == nil { for byte in utf8 { hasher.combine(byte) } }
        // No UTF-8 holds this byte: "ab" and "c" is not "a" and "bc".
        hasher.combine(0xFF as UInt8)
    }
}
