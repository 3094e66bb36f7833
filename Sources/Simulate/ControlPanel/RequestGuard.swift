import HTTPService
import Telemetry

/// Decides who may ask, from the head of a request alone.
///
/// A panel on loopback is reachable from every page the user's browser shows: by a form or `fetch`
/// sent across sites, and by a name that another site re-points to 127.0.0.1. So every request must
/// name us as its host, and one that changes something must show that our own page sent it. See
/// docs/panel-api.md for what that means to scripts.
package struct RequestGuard: Sendable {
    /// What a route demands beyond a known host.
    enum Demand: Sendable {
        /// The page itself, its style and script: no data, no change.
        case asset
        /// Reads data.
        case read
        /// Changes something; only our page may.
        case change
        /// Changes something, and a program without a browser may too: the demo's endpoint, whose
        /// callers know nothing of page tokens.
        case changeByAnyProgram
    }

    /// `host:port` in lower case.
    private let hosts: Set<String>
    /// Random, new at each start; only who can read our page knows it.
    let pageToken: String
    /// Asked of every request for data, where the panel can be reached from elsewhere.
    private let access: AccessGate?
    /// Where the panel can be reached from elsewhere without a token.
    private let peers: PanelPeers?

    /// Whether the page must ask the person for a token before it can show anything.
    var asksForToken: Bool { access != nil }

    /// - Parameter allowedHosts: names beside the loopback ones and the address itself, with or
    ///   without a port; without one, ours.
    package init(
        address: PanelAddress, port: UInt16, allowedHosts: [String], pageToken: String,
        access: AccessGate?, peers: PanelPeers?
    ) {
        let own = address.isIPv6 ? "[\(address.host)]" : address.host
        var hosts = Set(["localhost", "127.0.0.1", "[::1]", own].map { "\($0):\(port)" })
        // The default port of http is not sent.
        if port == 80 { hosts.formUnion(["localhost", "127.0.0.1", "[::1]", own]) }
        for name in allowedHosts.map({ $0.lowercased() }) {
            let hasPort = name.last != "]" && name.split(separator: ":").count == 2
            hosts.formUnion(hasPort ? [name] : ["\(name):\(port)"])
        }
        self.hosts = hosts
        self.pageToken = pageToken
        self.access = access
        self.peers = peers
    }

    /// - Throws: the ``PanelError`` that says why whoever connected, or the host, is refused.
    func checkHost(_ request: HTTPRequest) throws {
        try peers?.check(request.connection)
        let given = request.values(of: "Host")
        guard given.count == 1 else { throw PanelError.hostMissing }
        guard hosts.contains(given[0].lowercased()) else {
            throw PanelError.hostNotAllowed(given[0])
        }
    }

    /// - Throws: the ``PanelError`` that says why the request is refused.
    func check(_ request: HTTPRequest, against demand: Demand) throws {
        if demand == .asset { return }
        try access?.check(request.values(of: "Authorization"))
        if demand == .read { return }

        let sites = request.values(of: "Sec-Fetch-Site")
        guard sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) else {
            throw PanelError.crossSite
        }
        let origins = request.values(of: "Origin")
        for origin in origins where !isOurs(origin) { throw PanelError.originNotAllowed(origin) }
        guard isJSON(request) else {
            throw PanelError.notJSON(request.values(of: "Content-Type").first)
        }
        if let token = request.value(of: "X-Panel-Token") {
            guard ConstantTime.areEqual(token.utf8, pageToken.utf8) else {
                throw PanelError.pageTokenMissing
            }
        } else if demand == .change || isFromBrowser(request) {
            throw PanelError.pageTokenMissing
        }
    }

    private func isOurs(_ origin: String) -> Bool {
        let lower = origin.lowercased()
        return ["http://", "https://"].contains { scheme in
            lower.hasPrefix(scheme) && hosts.contains(String(lower.dropFirst(scheme.count)))
        }
    }

    private func isJSON(_ request: HTTPRequest) -> Bool {
        guard let type = request.value(of: "Content-Type") else { return false }
        let media = type.split(separator: ";", omittingEmptySubsequences: false)[0]
        return media.trimmingSpaces.lowercased() == "application/json"
    }

    /// Browsers send at least one of these with a POST, wherever it comes from; curl sends none.
    private func isFromBrowser(_ request: HTTPRequest) -> Bool {
        ["Origin", "Referer", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Cookie"]
            .contains { !request.values(of: $0).isEmpty }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var rest = self
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return rest
    }
}
