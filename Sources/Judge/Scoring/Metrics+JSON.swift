import JSONText

extension Metrics {
    /// The `metrics` object of a report (docs/reports.md), keys always in the order of the
    /// catalogue.
    public var json: JSONValue { .object(members(of: Self.catalogue)) }

    /// One object of it, such as "event"; null where there is none of that name.
    public func object(_ group: String) -> JSONValue {
        members(of: Self.catalogue.filter { $0.group == group }).first?.value ?? .null
    }

    private func members(of metrics: [MetricDescription]) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = []
        for metric in metrics {
            let member = (key: metric.key, value: metric.json(in: self))
            if metric.group.isEmpty {
                members.append(member)
            } else if let last = members.last, last.key == metric.group,
                case .object(let inside) = last.value
            {
                members[members.count - 1].value = .object(inside + [member])
            } else {
                members.append((metric.group, .object([member])))
            }
        }
        return members
    }
}

extension MetricDescription {
    /// The number as a report has it; a level is the text "inf" where only infinite scores reach it.
    fileprivate func json(in metrics: Metrics) -> JSONValue {
        switch value {
        case .number(let get, _): JSONValue(get(metrics))
        case .level(let get, _):
            get(metrics) == .infinity ? .string("inf") : JSONValue(get(metrics))
        case .amount(let get, _): .number(get(metrics))
        case .count(let get, _): .integer(get(metrics))
        case .optionalCount(let get, _): JSONValue(get(metrics))
        case .byKind(let get, _):
            .object(get(metrics).sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
        }
    }
}

extension DelaySummary {
    /// As the report's `delay_s`.
    public var json: JSONValue {
        var metrics = Metrics()
        metrics.delay = self
        return metrics.object("delay_s")
    }
}
