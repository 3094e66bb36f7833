import Scoring

extension Metrics {
    /// Reads what `Metrics.json` writes.
    init(_ json: JSONCursor) throws(ReportError) {
        self.init()
        for metric in Self.catalogue {
            let place = metric.group.isEmpty ? json : json[metric.group]
            try metric.read(place[metric.key], into: &self)
        }
    }

    /// Reads one object of it alone, such as "event"; all else is undefined.
    init(_ json: JSONCursor, group: String) throws(ReportError) {
        self.init()
        for metric in Self.catalogue where metric.group == group {
            try metric.read(json[metric.key], into: &self)
        }
    }
}

extension MetricDescription {
    /// Takes the number that is in `place`; one that follows from others is passed over.
    fileprivate func read(_ place: JSONCursor, into metrics: inout Metrics) throws(ReportError) {
        switch value {
        case .number(_, let set?): set(&metrics, try place.optionalMetric())
        case .level(_, let set?):
            if case .string("inf") = place.value {
                set(&metrics, .infinity)
            } else {
                set(&metrics, try place.optionalNumber())
            }
        case .amount(_, let set?): set(&metrics, try place.amount())
        case .count(_, let set?): set(&metrics, try place.count())
        case .optionalCount(_, let set?): set(&metrics, try place.optionalCount())
        case .byKind(_, let set?):
            var numbers: [String: Double] = [:]
            for (kind, number) in try place.members() { numbers[kind] = try number.metric() }
            set(&metrics, numbers)
        case .number, .level, .amount, .count, .optionalCount, .byKind: break
        }
    }
}

extension DelaySummary {
    /// Reads what `DelaySummary.json` writes.
    init(_ json: JSONCursor) throws(ReportError) {
        self = try Metrics(json, group: "delay_s").delay
    }
}
