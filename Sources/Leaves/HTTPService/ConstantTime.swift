/// Comparison of secrets.
public enum ConstantTime {
    /// Whether both are the same, without stopping at the first difference. Their lengths may be guessed
    /// from the time.
    public static func areEqual(
        _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
    ) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
