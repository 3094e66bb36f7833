import HTTPService

/// Where and for whom the panel is served.
public struct PanelConfiguration: Sendable {
    public var address: PanelAddress
    /// Names beside localhost, 127.0.0.1, [::1] and the address itself that requests may use for
    /// this panel; with or without a port.
    public var allowedHosts: [String]
    /// Asked of every request for data. Where other machines can reach the address, this or
    /// ``peers`` is needed.
    public var accessToken: Secret?
    /// Who may connect; nil: everyone who can.
    public var peers: PanelPeers?
    public var limits: HTTPLimits

    public init(
        address: PanelAddress = .standard, allowedHosts: [String] = [], accessToken: Secret? = nil,
        peers: PanelPeers? = nil, limits: HTTPLimits = HTTPLimits()
    ) {
        self.address = address
        self.allowedHosts = allowedHosts
        self.accessToken = accessToken
        self.peers = peers
        self.limits = limits
    }
}

/// The control panel: one page and a JSON API (docs/panel-api.md) over the machines of a backend.
///
/// Call ``stop()`` before letting go of it.
public final class PanelServer: Sendable {
    private let server: HTTPServer
    private let configuration: PanelConfiguration

    /// Listens, and answers from now on.
    /// - Throws: ``PanelError/tokenRequired(address:)`` for an address that other machines can reach
    ///   without a token or a word on who may connect, ``PanelError/cannotListen(address:reason:)``.
    public init(_ backend: any PanelBackend, _ configuration: PanelConfiguration = .init()) throws {
        let address = configuration.address
        guard
            address.isLoopback || configuration.accessToken != nil || configuration.peers != nil
        else {
            throw PanelError.tokenRequired(address: "\(address)")
        }
        let socket: ListeningSocket
        do { socket = try ListeningSocket(address) } catch { throw PanelError(error) }
        let routes = PanelRoutes(
            api: PanelAPI(backend),
            guard: RequestGuard(
                address: address, port: socket.port, allowedHosts: configuration.allowedHosts,
                pageToken: Secret.random(),
                access: configuration.accessToken.map { AccessGate(token: $0) },
                peers: configuration.peers))
        do {
            server = try HTTPServer(
                socket, limits: configuration.limits, refuse: { PanelError($0).response },
                answer: { routes.answer($0) })
        } catch { throw PanelError(error) }
        self.configuration = configuration
    }

    /// The port really taken, where 0 was asked for.
    public var port: UInt16 { server.port }

    /// What to open in a browser on this machine.
    public var url: String {
        let address = configuration.address
        // All addresses are none that a browser could open.
        let host = ["0.0.0.0": "127.0.0.1", "::": "::1"][address.host] ?? address.host
        let name = address.isIPv6 ? "[\(host)]" : host
        return "http://\(name):\(port)/"
    }

    /// Requests begun and not yet finished.
    public var openRequests: Int { server.openRequests }

    /// Takes no new connections and closes the open ones within some 2 s.
    public func stop() { server.stop() }
}
