/// Scores s between 0 and 1 as −ln(1 − s): the distance from 1 says how rare a row is, and ratios of
/// that count.
enum Surprise {
    /// Of the largest score below 1, less a little.
    static let ceiling = 36.0

    static func of(_ score: Double) -> Double {
        score < 1 ? -Elementary.logarithm(1 - score) : ceiling + 1
    }

    static func score(_ surprise: Double) -> Double { 1 - Elementary.exponential(-surprise) }
}
