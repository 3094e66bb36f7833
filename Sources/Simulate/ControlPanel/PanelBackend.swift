/// The machines behind the panel: what it shows and what it can change.
///
/// All state lives there, so two browsers agree and a reload loses nothing. Called on the server's
/// thread: every function must return at once (a snapshot under a short lock, no I/O that can hang).
public protocol PanelBackend: Sendable {
    /// Channels that readings carry, in the order charts are drawn.
    var channels: [String] { get }
    /// Kinds that can be injected by hand, in the order menus list them.
    var kinds: [PanelKind] { get }
    /// The run, the broker, rates and counts.
    func status() -> PanelStatus
    /// The machines whose id or provider contains `query.search`, a page of them.
    func machines(_ query: PanelQuery) -> PanelPage
    /// Starts (or ends) the demo's overload fault. Asking for what already is changes nothing.
    /// - Throws: ``PanelError``.
    func setOverload(_ isOn: Bool, machine: String) throws
    /// Records the truth, then lets the anomaly begin with the machine's next reading.
    /// - Throws: ``PanelError``.
    func inject(_ injection: PanelInjection) throws -> PanelEvent
    /// Ends a running event now; one that has ended already stays as it is.
    /// - Throws: ``PanelError``.
    func end(event id: String) throws -> PanelEvent
    /// The newest events, newest first.
    func events(limit: Int) -> [PanelEvent]
    /// A scenario file that plays the same machines and events again.
    func scenario() throws -> String
}

/// One kind of anomaly, as the menu needs it.
public struct PanelKind: Sendable, Encodable, Equatable {
    public var name: String
    /// sensor, process, context, transport or benign.
    public var group: String
    /// One sentence.
    public var summary: String
    /// Whether the person chooses the channels; otherwise the machine's state decides.
    public var takesChannels: Bool

    public init(name: String, group: String, summary: String, takesChannels: Bool) {
        self.name = name
        self.group = group
        self.summary = summary
        self.takesChannels = takesChannels
    }
}

/// Which machines to send, and how much of their past.
public struct PanelQuery: Sendable, Equatable {
    public var search: String
    public var offset: Int
    public var limit: Int
    /// Only readings after this time, nanoseconds since 1970 UTC.
    public var since: Int64
    /// At most so many of the newest readings of each machine.
    public var points: Int

    public init(search: String, offset: Int, limit: Int, since: Int64, points: Int) {
        self.search = search
        self.offset = offset
        self.limit = limit
        self.since = since
        self.points = points
    }
}

/// A page of machines.
public struct PanelPage: Sendable {
    /// Machines that match, on all pages.
    public var total: Int
    public var machines: [PanelMachine]

    public init(total: Int, machines: [PanelMachine]) {
        self.total = total
        self.machines = machines
    }
}

/// One machine and its newest readings.
public struct PanelMachine: Sendable {
    public var id: String
    public var provider: String
    public var profile: String
    /// Whether the demo's overload fault is on.
    public var overload: Bool
    /// What is wrong with it now.
    public var running: [PanelEvent]
    /// Times of the readings, oldest first, nanoseconds since 1970 UTC.
    public var times: [Int64]
    /// Reading after reading, one value per channel; ``Swift/Double/missing`` where there is none.
    public var values: [Double]

    public init(
        id: String, provider: String, profile: String, overload: Bool, running: [PanelEvent],
        times: [Int64], values: [Double]
    ) {
        self.id = id
        self.provider = provider
        self.profile = profile
        self.overload = overload
        self.running = running
        self.times = times
        self.values = values
    }
}

/// What a person asks for in the menu.
public struct PanelInjection: Sendable, Equatable {
    public var machine: String
    public var kind: String
    /// Strength; 1 is the kind's own normal strength.
    public var magnitude: Double
    /// Empty: the kind's own choice.
    public var channels: [String]
    /// Nanoseconds; nil until ended by hand.
    public var duration: Int64?

    public init(
        machine: String, kind: String, magnitude: Double, channels: [String], duration: Int64?
    ) {
        self.machine = machine
        self.kind = kind
        self.magnitude = magnitude
        self.channels = channels
        self.duration = duration
    }
}

/// Something that was injected.
public struct PanelEvent: Sendable, Equatable {
    public var id: String
    public var machine: String
    public var kind: String
    public var group: String
    public var magnitude: Double
    public var channels: [String]
    /// Nanoseconds since 1970 UTC.
    public var start: Int64
    /// End excluded; nil while nobody knows. May lie in the future.
    public var end: Int64?
    /// Whether it acts on the machine's newest reading.
    public var isRunning: Bool
    /// Who asked: "panel", "switch" or "scenario".
    public var source: String

    public init(
        id: String, machine: String, kind: String, group: String, magnitude: Double,
        channels: [String], start: Int64, end: Int64?, isRunning: Bool, source: String
    ) {
        self.id = id
        self.machine = machine
        self.kind = kind
        self.group = group
        self.magnitude = magnitude
        self.channels = channels
        self.start = start
        self.end = end
        self.isRunning = isRunning
        self.source = source
    }
}

/// The strip at the top of the page.
public struct PanelStatus: Sendable, Equatable {
    public var run: String
    /// The machines' clock, nanoseconds since 1970 UTC.
    public var now: Int64
    public var machineCount: Int
    /// Where readings go, without user and password.
    public var broker: String
    /// "connected", "connecting", "disconnected", …
    public var brokerState: String
    /// Since when it is in this state, nanoseconds since 1970 UTC by the wall clock; nil if unknown.
    public var brokerSince: Int64?
    /// Readings made in the last second.
    public var readingsPerSecond: Double
    /// Name and count, in the order to show: generated, published, acked, spooled, lost.
    public var counts: [Count]
    public var runningEvents: Int

    /// Readings that have come so far.
    public struct Count: Sendable, Equatable, Encodable {
        public var name: String
        public var value: Int

        public init(_ name: String, _ value: Int) {
            self.name = name
            self.value = value
        }
    }

    public init(
        run: String, now: Int64, machineCount: Int, broker: String, brokerState: String,
        brokerSince: Int64?, readingsPerSecond: Double, counts: [Count], runningEvents: Int
    ) {
        self.run = run
        self.now = now
        self.machineCount = machineCount
        self.broker = broker
        self.brokerState = brokerState
        self.brokerSince = brokerSince
        self.readingsPerSecond = readingsPerSecond
        self.counts = counts
        self.runningEvents = runningEvents
    }
}
