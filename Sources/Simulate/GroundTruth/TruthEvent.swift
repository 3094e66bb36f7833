import Telemetry

/// One injected anomaly, as it really was: the ground truth a prediction is held against.
public struct TruthEvent: Sendable, Equatable {
    /// Which family of the catalogue the kind belongs to.
    public enum Group: String, Sendable, CaseIterable {
        case sensor, process, context, transport, benign
    }

    public var id: String
    public var machine: String
    /// Name of the anomaly kind: "overload", "stuck", …
    public var kind: String
    public var group: Group
    /// When it was injected, end excluded. This is the event that is scored.
    public var window: TimeWindow
    /// Channels it acts on.
    public var rootChannels: [String]
    /// Channels that differed from the clean twin by more than one sigma at some time.
    public var affectedChannels: [String]
    /// First time the difference to the clean twin could be seen at all; nil if never.
    public var observableFrom: Int64?
    /// Last time any channel still differed by more than one sigma; `window.end` if none did later.
    /// From the event's end to here neither answer is wrong.
    public var effectEnd: Int64
    /// Largest difference to the clean twin, in units of the channel's clean noise; nil if unmeasured.
    public var peakSigma: Double?
    /// Whether detectors are expected to find it. Benign changes, transport faults and events that
    /// could never be observed are listed, and not scored.
    public var isScored: Bool

    public init(
        id: String, machine: String, kind: String, group: Group, window: TimeWindow,
        rootChannels: [String] = [], affectedChannels: [String] = [], observableFrom: Int64? = nil,
        effectEnd: Int64? = nil, peakSigma: Double? = nil, isScored: Bool = true
    ) {
        self.id = id
        self.machine = machine
        self.kind = kind
        self.group = group
        self.window = window
        self.rootChannels = rootChannels
        self.affectedChannels = affectedChannels
        self.observableFrom = observableFrom
        self.effectEnd = effectEnd ?? window.end
        self.peakSigma = peakSigma
        self.isScored = isScored
    }

    /// The stretch in which neither answer about this event is wrong: the tail of its effect; for a
    /// fault that nobody could have seen, all of it. Nil for benign changes and transport trouble,
    /// on which alarms are false.
    public var ignoreZone: TimeWindow? {
        if group == .benign || group == .transport { return nil }
        let zone = TimeWindow(
            start: isScored ? window.end : window.start, end: max(window.end, effectEnd))
        return zone.start < zone.end ? zone : nil
    }
}
