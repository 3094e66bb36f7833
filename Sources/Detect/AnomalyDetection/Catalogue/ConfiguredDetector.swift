/// A SPEC that has been understood: makes the detector of each series.
public struct ConfiguredDetector: Sendable {
    /// As on the command line; a program's own name, if the SPEC gives it one.
    public let spec: String
    /// "half-space-trees"
    public let name: String
    /// Every setting in force, in the order of the catalogue.
    public let parameters: [(name: String, value: String)]
    /// Whether its state can be saved; a program's cannot.
    public let canBeSaved: Bool
    /// What it learns from before it judges, which is then not scored for anyone; nil for nothing.
    public let train: TrainLength?
    /// What it has seen of a series when it judges.
    public let view: DetectorView
    /// Whether it judges a series only when all of it is there.
    public var needsWholeSeries: Bool { view == .wholeSeries }
    private let make: @Sendable (SeriesContext) throws -> any SeriesDetector

    /// Looks `spec` up in the catalogue and checks its settings.
    /// - Parameters:
    ///   - threshold: set over the SPEC's own, if given.
    ///   - command: makes the detector of `command:PROGRAM`; it lives with the module that starts
    ///     programs.
    /// - Throws: ``DetectorError``.
    public init(
        _ spec: DetectorSpec, threshold: Double? = nil,
        command: (@Sendable (ProgramSettings, SeriesContext) throws -> any SeriesDetector)? = nil
    ) throws(DetectorError) {
        name = spec.name
        var options = spec.options
        if let threshold {
            options.removeAll { ["threshold", "quantile", "contamination"].contains($0.key) }
            options.append(DetectorSpec.Option("threshold", "\(threshold)"))
        }
        if let line = spec.command {
            guard let command else {
                throw .unknownDetector(name: "command", known: DetectorCatalogue.names)
            }
            let values = try DetectorValues(.program, options)
            let own = values.text("name")
            guard threshold == nil || values.text("mode") != "labels" else {
                throw .takesNoThreshold(detectors: [own.isEmpty ? spec.text : own])
            }
            guard !DetectorCatalogue.names.contains(own) else {
                throw .invalidValue(
                    detector: "command", key: "name", value: own,
                    allowed: "a name that no built-in detector has")
            }
            self.spec = own.isEmpty ? spec.text : own
            parameters =
                [("command", line)] + spec.environment.map { ("env.\($0.key)", $0.value) }
                + values.all.filter { value in options.contains { $0.key == value.name } }
            canBeSaved = false
            let settings = try ProgramSettings(spec, line: line, values)
            view = settings.view
            train = settings.mode == .train ? settings.train : nil
            make = { try command(settings, $0) }
            return
        }
        self.spec = spec.text
        guard let kind = DetectorCatalogue.kinds.first(where: { $0.name == spec.name }) else {
            throw .unknownDetector(name: spec.name, known: DetectorCatalogue.names)
        }
        guard threshold == nil || kind.takesThreshold else {
            throw .takesNoThreshold(detectors: [kind.name])
        }
        let values = try DetectorValues(kind, options)
        parameters = values.all
        canBeSaved = true
        view = kind.needsWholeSeries ? .wholeSeries : .past
        train = nil
        make = { try kind.make(values, $0) }
    }

    /// The detector of one series.
    /// - Throws: ``DetectorError`` if the series lacks what the detector needs.
    public func detector(for series: SeriesContext) throws -> any SeriesDetector {
        try make(series)
    }
}

/// Every detector that a SPEC can name.
public enum DetectorCatalogue {
    public static let kinds: [DetectorKind] = [
        .standard, .halfSpaceTrees, .mageDemo, .levelShift, .arrowTaskEngine, .mad, .ewma,
        .windowedGaussian, .hotelling, .regressionResidual, .randomCutForest, .cycle, .stuck,
        .ensemble, .random, .alwaysOn, .neverOn,
    ]

    /// SPEC of the detector that is used when none is named.
    public static let defaultSpec = "default"

    public static var names: [String] { kinds.map(\.name) }
}
