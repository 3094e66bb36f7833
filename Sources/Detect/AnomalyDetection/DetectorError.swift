/// What can be wrong with a detector or with what it is given, as facts;
/// ``description`` is the one place that makes sentences of them.
public enum DetectorError: Error, Equatable, Sendable {
    case unknownDetector(name: String, known: [String])
    case malformedSpec(spec: String, at: String)
    case unknownParameter(detector: String, key: String, known: [String])
    case duplicateParameter(detector: String, key: String)
    case invalidValue(detector: String, key: String, value: String, allowed: String)
    case unknownChannel(detector: String, channel: String, known: [String])
    /// A threshold is asked of detectors whose flags are not made by one.
    case takesNoThreshold(detectors: [String])
    /// The series has no rows a detector of this kind could start from.
    case notEnoughData(detector: String, reason: String)
    /// A row that must not reach a model (an empty first row, limits without width).
    case unusableRow(detector: String, row: Int, reason: String)
}
