import Scoring

extension Figures {
    /// A metric with as many digits as tell something; "n/a" where it is undefined.
    public static func text(_ metric: MetricDescription, in metrics: Metrics) -> String {
        text(metric.number(in: metrics), metric.unit)
    }

    /// - Parameter digits: of a share.
    public static func text(
        _ value: Double?, _ unit: MetricDescription.Unit, digits: Int = 3
    ) -> String {
        switch unit {
        case .share, .correlation: fixed(value, digits)
        case .score: fixed(value, 4)
        case .points, .hours: fixed(value, 1)
        case .seconds: duration(value)
        case .perHour: rate(value)
        case .count, .rows: value.map { count(Int($0)) } ?? undefined
        }
    }
}
