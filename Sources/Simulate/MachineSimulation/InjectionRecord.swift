/// What an anomaly really did: measured against the clean twin, the same machine with the same
/// random draws and no anomaly.
public struct InjectionRecord: Sendable, Equatable {
    public var id: String
    public var machine: String
    public var kind: String
    public var group: AnomalyGroup
    /// Id of the anomaly that set it off; nil for one that came by itself.
    public var cause: String?
    /// First nanosecond it acted.
    public var start: Int64
    /// First nanosecond it no longer acted; nil while it still does.
    public var end: Int64?
    /// Where it acts.
    public var rootChannels: [String]
    /// Channels that differed from the clean twin by more than one sigma at some time.
    public var affectedChannels: [String]
    /// First time the root sum square over the channels of difference/sigma exceeded 3.
    public var observableFrom: Int64?
    /// First time after the end from which no channel differs by more than one sigma; nil while one
    /// does, or while the anomaly acts.
    public var effectEnd: Int64?
    /// Nanoseconds after the end in which its trace may excuse an alarm: twice the time constant of
    /// the machine's temperature; 0 where nothing is slow.
    public var longestTail: Int64
    /// Largest |difference|/sigma over time and channels.
    public var peakSigma: Double
    /// What it needs to be made again: all parameters, defaults included, by name.
    public var parameters: [(name: String, value: Double)]
    public var magnitude: Double
    public var envelope: Envelope
    public var seed: UInt64

    public static func == (a: InjectionRecord, b: InjectionRecord) -> Bool {
        a.id == b.id && a.machine == b.machine && a.kind == b.kind && a.cause == b.cause
            && a.group == b.group
            && a.start == b.start && a.end == b.end && a.rootChannels == b.rootChannels
            && a.affectedChannels == b.affectedChannels && a.observableFrom == b.observableFrom
            && a.effectEnd == b.effectEnd && a.longestTail == b.longestTail
            && a.peakSigma == b.peakSigma
            && a.magnitude == b.magnitude && a.envelope == b.envelope && a.seed == b.seed
            && a.parameters.elementsEqual(b.parameters) { $0 == $1 }
    }
}

/// Families of anomalies.
public enum AnomalyGroup: String, Sendable, CaseIterable {
    /// One channel's reading is wrong; the machine is well.
    case sensor
    /// The machine's state changes and its channels follow.
    case process
    /// Ordinary values at the wrong time or in the wrong company.
    case context
    /// Readings are harmed on their way.
    case transport
    /// A change that is nobody's fault.
    case benign
}
