/// The laws of one machine: from the duty it is given to the readings it shows.
///
/// It carries two states, the clean twin's and the faulty machine's, that share every random draw.
protocol MachineModel: Sendable {
    /// Names of the channels, in the order of a row.
    var channels: [String] { get }
    /// Clean noise of each channel: what "one sigma" means.
    var sigma: [Double] { get }
    /// Seconds the slowest part of the machine takes to settle by 63 %; 0 where nothing is slow.
    var settlingTime: Double { get }
    /// Makes reading `tick`; ticks come one after the other.
    ///
    /// With `effects` nil the two states are one: only `clean` is written.
    mutating func step(
        _ tick: Int, effects: ProcessEffects?, clean: UnsafeMutableBufferPointer<Double>,
        faulty: UnsafeMutableBufferPointer<Double>)
    /// Makes the faulty state the clean one again, after the last trace has become too small to see.
    mutating func rejoin()
}
