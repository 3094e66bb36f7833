/// How an anomaly's effect comes and goes: a factor from 0 to 1 over its time.
public struct Envelope: Sendable, Equatable {
    public enum Shape: String, Sendable, CaseIterable {
        /// All at once.
        case step
        /// In proportion to the time of the ramp.
        case linear
        /// `(1 − cos πx)/2`: smooth at both ends.
        case cosine
        /// `(e^{4x} − 1)/(e^4 − 1)`: late and fast.
        case exp
        /// One row only.
        case dirac
        /// On and off at random.
        case intermittent
    }

    public var shape: Shape
    /// Seconds from nothing to full effect, inside the anomaly's time.
    public var rampIn: Double
    /// Seconds from full effect to nothing, inside the anomaly's time.
    public var rampOut: Double
    /// Mean seconds with and without effect, `intermittent` only.
    public var meanOn: Double
    public var meanOff: Double

    public init(
        shape: Shape = .step, rampIn: Double = 0, rampOut: Double = 0, meanOn: Double = 10,
        meanOff: Double = 10
    ) {
        self.shape = shape
        self.rampIn = rampIn
        self.rampOut = rampOut
        self.meanOn = meanOn
        self.meanOff = meanOff
    }
}
