/// How a client connects.
public struct MQTTConfiguration: Sendable {
    public var address: BrokerAddress
    public var login: MQTTLogin?
    /// Known to the broker by this; two clients of one id throw each other out.
    public var clientID: String
    /// False lets the broker keep subscriptions and messages while the client is away.
    public var isCleanSession = true
    /// Certificates to trust, in PEM; nil for the system's.
    public var caFile: String?
    /// Take any certificate: for a broker of one's own only.
    public var acceptsAnyCertificate = false
    /// Set to "online" (retained) while connected; the broker or a clean end sets "offline". Nil for
    /// no such topic.
    public var statusTopic: String?
    /// Seconds of silence after which the broker is asked for a sign of life. The library gives up
    /// after twice the time, so that 7 s notices a link that is half open within 15 s.
    public var keepAlive = 7
    /// Waiting times between attempts; the last is repeated. Each is varied by 20 %.
    public var retryDelays: [Duration] = ReconnectPolicy.standardDelays
    /// A peer that accepts and then says nothing is given up after so long.
    public var answerTimeout: Duration = .seconds(10)

    public init(address: BrokerAddress, login: MQTTLogin? = nil, clientID: String) {
        self.address = address
        self.login = login
        self.clientID = clientID
    }
}

/// What a connection is doing.
public struct MQTTStatus: Sendable, Equatable {
    public enum State: String, Sendable {
        /// Trying for the first time.
        case connecting
        /// The broker has accepted us, and nothing else counts as connected.
        case connected
        /// Lost, or never had; tried again after a while.
        case disconnected
        /// The broker does not let us in; tried again slowly.
        case refused
        /// Disconnected on purpose.
        case paused
        case stopped
    }

    public var state = State.connecting
    /// Since when, nanoseconds since 1970 UTC.
    public var since: Int64
    /// Why it is not connected.
    public var problem: MQTTError?
    /// Times the broker has accepted us.
    public var connects = 0
    /// Client handles thrown away and made anew.
    public var rebuilds = 0
}
