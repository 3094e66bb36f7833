/// Metrics that stand together in a report: one object of its JSON, one section of its tables.
///
/// Members are "stored" (read back from a report) or "derived" (they follow from stored ones).
struct MetricGroup<Part>: Sendable {
    typealias Place<Number> = KeyPath<Part, Number> & Sendable
    typealias Store<Number> = WritableKeyPath<Part, Number> & Sendable

    /// Key of the object; empty for what stands in `metrics` itself.
    var key = ""
    let part: WritableKeyPath<Metrics, Part> & Sendable
    /// What a table's section of them is called: "events".
    let topic: String
    /// What comes before each member's name: "event " makes "event precision".
    var prefix = ""
    /// And what comes behind it.
    var suffix = ""
    /// File of `docs/metrics/`.
    let page: String
    var warning: String?

    /// What a member is, beside its number.
    struct Words {
        var key: String
        var name: String
        var summary: String
        var unit: MetricDescription.Unit
        var better: MetricDescription.Better
        var isCompared: Bool
        var column: String?

        init(
            _ key: String, _ name: String, _ summary: String,
            _ unit: MetricDescription.Unit = .share, _ better: MetricDescription.Better = .higher,
            isCompared: Bool = false, column: String? = nil
        ) {
            self.key = key
            self.name = name
            self.summary = summary
            self.unit = unit
            self.better = better
            self.isCompared = isCompared
            self.column = column
        }
    }

    func stored(_ place: Store<Double?>, _ words: Words) -> MetricDescription {
        describe(words, .number(getter(place), setter(place)))
    }

    func derived(_ place: Place<Double?>, _ words: Words) -> MetricDescription {
        describe(words, .number(getter(place), nil))
    }

    /// A number that may be infinite.
    func level(_ place: Store<Double?>, _ words: Words) -> MetricDescription {
        describe(words, .level(getter(place), setter(place)))
    }

    /// A number that is never undefined, and not below 0.
    func amount(_ place: Store<Double>, _ words: Words) -> MetricDescription {
        describe(words, .amount(getter(place), setter(place)))
    }

    func count(_ place: Store<Int>, _ words: Words) -> MetricDescription {
        describe(words, .count(getter(place), setter(place)))
    }

    func derivedCount(_ place: Place<Int>, _ words: Words) -> MetricDescription {
        describe(words, .count(getter(place), nil))
    }

    func count(_ place: Store<Int?>, _ words: Words) -> MetricDescription {
        describe(words, .optionalCount(getter(place), setter(place)))
    }

    /// A number for each anomaly kind.
    func byKind(_ place: Store<[String: Double]>, _ words: Words) -> MetricDescription {
        describe(words, .byKind(getter(place), setter(place)))
    }

    private func getter<Number>(_ place: Place<Number>) -> @Sendable (Metrics) -> Number {
        let part = part
        return { $0[keyPath: part][keyPath: place] }
    }

    private func setter<Number>(
        _ place: Store<Number>
    ) -> MetricDescription.Value.Setter<Number> {
        let part = part
        return { $0[keyPath: part][keyPath: place] = $1 }
    }

    private func describe(
        _ words: Words, _ value: MetricDescription.Value
    ) -> MetricDescription {
        let title = prefix + words.name + suffix
        return MetricDescription(
            group: key, key: words.key, topic: topic, name: words.name, title: title,
            column: words.column ?? title, summary: words.summary, unit: words.unit,
            better: words.better, page: page,
            isCompared: words.isCompared, warning: warning, value: value)
    }
}
