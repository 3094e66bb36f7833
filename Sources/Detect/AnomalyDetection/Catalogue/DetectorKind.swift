import SeededRandom

/// A detector that can be named in a SPEC.
public struct DetectorKind: Sendable {
    public let name: String
    /// One line for `list detectors`.
    public let summary: String
    public let parameters: [DetectorParameter]
    /// Where it comes from: a paper or a library.
    public let source: String
    /// Whether it judges a series only when all of it is there: no verdict comes before the end.
    public let needsWholeSeries: Bool
    let make: @Sendable (DetectorValues, SeriesContext) throws -> any SeriesDetector

    public init(
        name: String, summary: String, source: String, parameters: [DetectorParameter],
        needsWholeSeries: Bool = false,
        make: @escaping @Sendable (DetectorValues, SeriesContext) throws -> any SeriesDetector
    ) {
        self.name = name
        self.summary = summary
        self.source = source
        self.parameters = parameters
        self.needsWholeSeries = needsWholeSeries
        self.make = make
    }

    /// Whether its flags are made by a threshold over its score, which can be set.
    public var takesThreshold: Bool { parameters.contains { $0.name == "threshold" } }

    /// This kind under another name with other defaults.
    func preset(_ name: String, summary: String, _ defaults: [String: String]) -> DetectorKind {
        DetectorKind(
            name: name, summary: summary, source: source,
            parameters: parameters.map { parameter in
                DetectorParameter(
                    parameter.name, parameter.domain,
                    default: defaults[parameter.name] ?? parameter.defaultValue,
                    parameter.summary)
            }, needsWholeSeries: needsWholeSeries, make: make)
    }
}

/// The settings in force for a detector: what the SPEC says, and defaults for the rest. Values have
/// been checked against their domains, so reading one cannot fail.
public struct DetectorValues: Sendable {
    /// In the order of the kind's parameters.
    public let all: [(name: String, value: String)]

    /// - Throws: ``DetectorError`` for unknown, repeated or out-of-range settings.
    init(_ kind: DetectorKind, _ options: [DetectorSpec.Option]) throws(DetectorError) {
        var given: [String: String] = [:]
        for option in options {
            guard let parameter = kind.parameters.first(where: { $0.name == option.key }) else {
                throw .unknownParameter(
                    detector: kind.name, key: option.key, known: kind.parameters.map(\.name))
            }
            guard parameter.accepts(option.value) else {
                throw .invalidValue(
                    detector: kind.name, key: option.key, value: option.value,
                    allowed: parameter.allowed)
            }
            guard given.updateValue(option.value, forKey: option.key) == nil else {
                throw .duplicateParameter(detector: kind.name, key: option.key)
            }
        }
        all = kind.parameters.map { ($0.name, given[$0.name] ?? $0.defaultValue) }
    }

    public func text(_ name: String) -> String {
        guard let found = all.first(where: { $0.name == name }) else {
            preconditionFailure("\(name) is not a parameter of this detector")
        }
        return found.value
    }
    public func integer(_ name: String) -> Int { Int(text(name)) ?? 0 }
    public func number(_ name: String) -> Double { Double(text(name)) ?? 0 }
    /// The number, or nil where a word stands.
    public func numberOrNil(_ name: String) -> Double? { Double(text(name)) }
    public func seed(_ name: String) -> LongSeed { LongSeed(decimal: text(name)) ?? LongSeed(0) }

    /// Where the features named in `name` stand among the channels; all channels if none is named.
    /// - Throws: ``DetectorError/unknownChannel(detector:channel:known:)``.
    public func positions(
        _ name: String, in context: SeriesContext, detector: String
    ) throws(DetectorError) -> [Int] {
        let text = text(name)
        if text.isEmpty { return Array(context.channels.indices) }
        var positions: [Int] = []
        for feature in text.split(separator: "+") {
            // By scalars: é in one scalar and in two are two names.
            guard
                let index = context.channels.firstIndex(where: {
                    $0.unicodeScalars.elementsEqual(feature.unicodeScalars)
                })
            else {
                throw .unknownChannel(
                    detector: detector, channel: String(feature), known: context.channels)
            }
            if !positions.contains(index) { positions.append(index) }
        }
        return positions
    }
}
