import ControlPanel
import HTTPService
import Testing

/// Who may connect to a panel that its container's neighbours could reach.
@Suite struct PanelPeersTests {
    private func answer(of panel: PanelServer, to source: String) -> Answer? {
        ask(panel.port, "GET", "/", headers: ["Host: 127.0.0.1:\(panel.port)"], source: source)
    }

    private func withPanel(_ peers: String, _ body: (PanelServer) throws -> Void) throws {
        let panel = try PanelServer(
            TestPlant(),
            PanelConfiguration(
                address: try PanelAddress("0.0.0.0:0"), peers: try PanelPeers(peers)))
        defer { panel.stop() }
        try body(panel)
    }

    @Test func `a neighbour is refused, whatever it asks for and says, and is told its address`()
        throws
    {
        try withPanel("host") { panel in
            #expect(panel.url == "http://127.0.0.1:\(panel.port)/")
            let answer = try #require(self.answer(of: panel, to: "127.0.0.2"))
            #expect(answer.status == 403)
            #expect(answer.code == "peer_not_allowed")
            #expect(answer.text.contains("127.0.0.2") && answer.text.contains("--panel-peers"))
            #expect(!answer.text.contains("panel-token"))
            // The container itself, as its health check.
            #expect(self.answer(of: panel, to: "127.0.0.1")?.status == 200)
        }
    }

    @Test func `whoever is listed may connect`() throws {
        try withPanel("host,127.0.0.2,127.0.1.0/24") { panel in
            for (source, status) in [
                ("127.0.0.2", 200), ("127.0.1.77", 200), ("127.0.0.3", 403), ("127.0.2.1", 403),
            ] { #expect(answer(of: panel, to: source)?.status == status, "\(source)") }
        }
    }

    @Test func `a container's host is where its network leads out`() throws {
        let table = """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
            eth0\t00000000\t010012AC\t0003\t0\t0\t0\t00000000\t0\t0\t0
            eth0\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
            eth1\t0000A8C0\t0100A8C0\t0003\t0\t0\t0\t0000FFFF\t0\t0\t0
            """
        let gateways = DefaultGateways.addresses(in: table)
        #expect(gateways.map(\.description) == ["172.18.0.1"])
        let host = try PanelPeers("host")
        func admits(_ peers: PanelPeers, _ peer: String) -> Bool {
            let connection = PeerConnection(
                peer: NumericAddress(peer)!, local: NumericAddress("172.18.0.5")!)
            return peers.admit(connection, gateways: { gateways })
        }
        for peer in ["172.18.0.1", "::ffff:172.18.0.1", "172.18.0.5", "192.168.65.1"] {
            #expect(admits(host, peer), "\(peer)")
        }
        for peer in ["172.18.0.6", "10.0.0.1", "192.168.0.1", "192.168.65.2", "fe80::1"] {
            #expect(!admits(host, peer), "\(peer)")
        }
        #expect(!admits(try PanelPeers("10.0.0.0/8"), "172.18.0.1"))
        #expect(admits(try PanelPeers("fd00::/8"), "fd12::7"))
    }

    @Test(arguments: [
        "", "hosts", "host,", "10.0.0.0/33", "10.0.0/8", "10.0.0.1/8/8", "::1/129", "10.0.0.1/-1",
    ])
    func `what does not say who may connect is refused`(text: String) throws {
        let error = #expect(throws: PanelError.badPeers(text)) { try PanelPeers(text) }
        #expect("\(try #require(error))".contains("10.0.0.0/8"))
    }
}
