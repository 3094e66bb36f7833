/// How large a value may be for arithmetic on it to stay finite.
///
/// Detectors square values, and squares of them: beyond some 1e75 sums overflow, and an infinity once
/// learned never goes away. No machine measures anything beyond 1e60, so larger values, which are
/// placeholders or damage, are taken for that. They stand out as much as ever.
enum Magnitude {
    static let most = 1e60

    /// `value` between −``most`` and ``most``; NaN stays NaN.
    @inline(__always) static func bounded(_ value: Double) -> Double {
        abs(value) > most ? (value > 0 ? most : -most) : value
    }

    /// Whether all finite values of `row` are within bounds. Infinities pass: no scorer takes them.
    @inline(__always) static func isBounded(_ row: UnsafeBufferPointer<Double>) -> Bool {
        for value in row where abs(value) > most && value.isFinite { return false }
        return true
    }
}
