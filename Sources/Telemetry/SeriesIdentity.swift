/// What tells one machine's readings from another's before the pipeline has named them.
///
/// Two series are the same only if all three fields are; the store keys its rows by it.
public struct SeriesIdentity: Hashable, Sendable, Comparable {
    /// As in the payload: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
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

    /// By run, then provider, then machine, each by Unicode scalars: an order that no locale and no
    /// hash seed can change.
    public static func < (a: SeriesIdentity, b: SeriesIdentity) -> Bool {
        if a.run != b.run {
            return a.run.unicodeScalars.lexicographicallyPrecedes(b.run.unicodeScalars)
        }
        if a.provider != b.provider {
            return a.provider.unicodeScalars.lexicographicallyPrecedes(b.provider.unicodeScalars)
        }
        return a.machineID.unicodeScalars.lexicographicallyPrecedes(b.machineID.unicodeScalars)
    }
}
