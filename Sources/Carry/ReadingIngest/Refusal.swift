/// Why a payload is not stored. The raw values are the codes that counts are kept under.
public enum Refusal: String, Sendable, CaseIterable, Error {
    case tooLarge = "too_large"
    case notUTF8 = "utf8_invalid"
    case notJSON = "json_invalid"
    /// Deeper, longer or with more keys than allowed.
    case overLimits = "json_limits"
    /// A member that is needed is missing or of the wrong type.
    case wrongShape = "schema"
    case badMachineID = "machine_id_invalid"
    /// The topic names another machine than the payload.
    case topicMismatch = "topic_mismatch"
    /// Not a machine of the scenario.
    case unknownMachine = "machine_unknown"
    /// More machines than are taken.
    case tooManyMachines = "machine_limit"
    case otherRun = "run_mismatch"
    /// A provider or run that not every store can hold: ``TagText/isStorable(_:)``.
    case badText = "text_invalid"
    /// A number that is infinite once read: 1e999.
    case notFinite = "nonfinite"
    case fromTheFuture = "future"
    case tooOld = "too_old"
    case duplicate = "duplicate"
    /// The store took the other readings and will never take this one.
    case storeRefused = "store_rejected"
}

/// What a payload may be.
public struct PayloadLimits: Sendable {
    public var bytes = 65_536
    public var depth = 8
    /// Of all objects together.
    public var keys = 64
    /// Of one string, decoded.
    public var stringBytes = 256

    public init() {}
}
