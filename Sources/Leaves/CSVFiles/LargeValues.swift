/// Values that are too large to be measurements, of which a word is said.
public enum LargeValues {
    /// Detectors take finite values beyond this, and below its negative, as this much: `Magnitude.most` of
    /// `AnomalyDetection`, which squares values and squares of them.
    public static let most = 1e60

    @inlinable public static func areCut(_ value: Double) -> Bool {
        abs(value) > most && value.isFinite
    }

    /// What to say of a channel that has `count` of them.
    public static func warning(_ channel: String, _ count: Int) -> String {
        "\(channel): \(count) \(count == 1 ? "value" : "values") beyond 1e60 \(count == 1 ? "is" : "are")"
            + " taken as 1e60 (or -1e60), and differences between them are not seen; use a larger unit, or"
            + " leave a placeholder empty"
    }
}
