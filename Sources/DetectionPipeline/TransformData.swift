import Telemetry

/// Readings under the name that the rest of the pipeline knows their series by.
public struct NamedBatch: Sendable {
    /// `slug(provider)-machineID`, the key of a model.
    public var uniqueID: String
    public var readings: ReadingBatch

    public init(uniqueID: String, readings: ReadingBatch) {
        self.uniqueID = uniqueID
        self.readings = readings
    }
}

/// Second block: gives each series its unique id.
///
/// The tutorial builds the id row by row; here it is made once a series and remembered.
public struct TransformData: Sendable {
    private var names: [SeriesIdentity: String] = [:]

    public init() {}

    public mutating func callAsFunction(_ batch: ReadingBatch) -> NamedBatch {
        NamedBatch(uniqueID: uniqueID(of: batch.series), readings: batch)
    }

    private mutating func uniqueID(of series: SeriesIdentity) -> String {
        if let known = names[series] { return known }
        let made = Self.uniqueID(of: series)
        names[series] = made
        return made
    }

    /// The unique id of a series, as the tutorial's TransformData forms it.
    public static func uniqueID(of series: SeriesIdentity) -> String {
        Slug.make(series.provider) + "-" + series.machineID
    }
}
