/// A model that learns one row at a time.
public protocol OnlineDetector: Sendable {
    /// How unlike the past `row` is, from 0 (ordinary) to 1.
    func score(_ row: UnsafeBufferPointer<Double>) -> Double
    /// Takes `row` into the past.
    /// - Throws: ``DetectorError`` when the row cannot be taken; the model is then unchanged.
    mutating func learn(_ row: UnsafeBufferPointer<Double>) throws
}
