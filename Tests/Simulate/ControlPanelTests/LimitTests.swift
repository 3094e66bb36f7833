import ControlPanel
import Foundation
import Glibc
import HTTPService
import Synchronization
import TestSupport
import Testing
import Threading

/// Clients that are slow, endless, many or mad: each is held in its limits, and others are served.
@Suite struct LimitTests {
    /// Someone else is answered within a second.
    private func expectServed(_ port: UInt16, sourceLocation: SourceLocation = #_sourceLocation) {
        let clock = ContinuousClock()
        let start = clock.now
        let answer = ask(port, "GET", "/api/status", headers: ["Host: 127.0.0.1:\(port)"])
        #expect(answer?.status == 200, sourceLocation: sourceLocation)
        #expect(clock.now - start < .seconds(1), sourceLocation: sourceLocation)
    }

    @Test func `a body that is announced too long is refused before it is sent`() throws {
        try withPanel { panel, client in
            let raw = try #require(RawClient(port: panel.port))
            raw.write(
                "POST /api/inject HTTP/1.1\r\n\(client.host)\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 104857600\r\n\r\n{")
            let answer = try #require(raw.answer())
            #expect(answer.status == 413)
            #expect(answer.code == "body_too_large")
            expectServed(panel.port)
            #expect(eventually { panel.openRequests == 0 })
        }
    }

    @Test func `an endless body in chunks is cut off after some KiB`() throws {
        try withPanel { panel, client in
            let raw = try #require(RawClient(port: panel.port))
            raw.write(
                "POST /api/inject HTTP/1.1\r\n\(client.host)\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n")
            let chunk = "1000\r\n" + String(repeating: " ", count: 4096) + "\r\n"
            var sent = 0
            while sent < 100_000, raw.write(chunk) { sent += 1 }
            #expect(sent < 10_000, "\(sent) chunks of 4 KiB went out")
            expectServed(panel.port)
            #expect(eventually { panel.openRequests == 0 })
        }
    }

    @Test func `the longest body that is allowed is read, and one byte more is not`() throws {
        try withPanel { panel, client in
            let token = try client.pageToken()
            let wish = #"{"machine":"machine1","kind":"spike"}"#
            let fits = wish + String(repeating: " ", count: 16_384 - wish.utf8.count)
            #expect(try client.post("/api/inject", fits, token: token).status == 200)
            #expect(try client.post("/api/inject", fits + " ", token: token).status == 413)
        }
    }

    @Test func `a head that is too long is refused`() throws {
        try withPanel { panel, client in
            let long = String(repeating: "x", count: 100_000)
            for request in [
                "GET /\(long) HTTP/1.1\r\n\(client.host)\r\n\r\n",
                "GET / HTTP/1.1\r\n\(client.host)\r\nX: \(long)\r\n\r\n",
            ] {
                let raw = try #require(RawClient(port: panel.port))
                raw.write(request)
                if let status = raw.answer()?.status { #expect((400..<500).contains(status)) }
            }
            expectServed(panel.port)
        }
    }

    @Test func `a client that says nothing is let go, and one that drips as well`() throws {
        var limits = HTTPLimits()
        limits.idleSeconds = 1
        limits.requestSeconds = 2
        try withPanel(limits: limits) { panel, client in
            let clock = ContinuousClock()
            let start = clock.now
            let silent = try #require(RawClient(port: panel.port))
            silent.write("GET / HT")
            #expect(silent.readToEnd().isEmpty)
            #expect(clock.now - start < .seconds(5))

            let dripping = try #require(RawClient(port: panel.port))
            dripping.write("GET / HTTP/1.1\r\n\(client.host)\r\n")
            var drops = 0
            // The first write after the cut may still succeed; soon one fails.
            while drops < 60, dripping.write("X-Drop: \(drops)\r\n") {
                drops += 1
                Threads.sleep(.milliseconds(200))
            }
            #expect(drops < 40, "cut off in spite of a byte every 0.2 s")
            expectServed(panel.port)
        }
    }

    @Test func `a thousand connections of one address leave room for another`() throws {
        try withPanel { panel, client in
            // Half a request each, from 127.0.0.2.
            var crowd: [RawClient] = []
            for _ in 0..<1_000 {
                guard let one = RawClient(port: panel.port, source: "127.0.0.2") else { break }
                one.write("GET /api/status HTTP/1.1\r\n")
                crowd.append(one)
            }
            #expect(crowd.count == 1_000)
            expectServed(panel.port)
            crowd.removeAll()
            #expect(eventually { panel.openRequests == 0 })
        }
    }

    @Test func `mad requests end in an answer or a closed connection, never in silence or a crash`()
        throws
    {
        var limits = HTTPLimits()
        limits.idleSeconds = 1
        try withPanel(limits: limits) { panel, client in
            let host = client.host
            let mad = [
                "", "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
                "GET / HTTP/9.9\r\n\(host)\r\n\r\n", "get / HTTP/1.1\r\n\(host)\r\n\r\n",
                "POST /toggle_machine HTTP/1.1\r\n\(host)\r\nContent-Length: -1\r\n\r\n",
                "POST /toggle_machine HTTP/1.1\r\n\(host)\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /toggle_machine HTTP/1.1\r\n\(host)\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET / HTTP/1.1\r\n\(host)\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET http://evil/ HTTP/1.1\r\n\(host)\r\n\r\n",
                "CONNECT evil:80 HTTP/1.1\r\n\(host)\r\n\r\n",
            ]
            for text in mad {
                let raw = try #require(RawClient(port: panel.port, seconds: 5))
                raw.write(text)
                shutdown(raw.descriptor, Int32(SHUT_WR))
                let bytes = raw.readToEnd()
                let status = RawClient.parse(bytes)?.status
                #expect(bytes.isEmpty || status != nil, "\(text.debugDescription)")
                #expect(status != 200, "\(text.debugDescription)")
            }
            var random = CountingGenerator()
            for _ in 0..<300 {
                let raw = try #require(RawClient(port: panel.port, seconds: 5))
                var bytes = Array(
                    "POST /toggle_machine?a=%41 HTTP/1.1\r\n\(host)\r\nContent-Type: application/json\r\nContent-Length: 31\r\n\r\n{\"id\":\"machine1\",\"state\":false}"
                        .utf8)
                for _ in 0..<3 {
                    bytes[Int.random(in: bytes.indices, using: &random)] =
                        UInt8.random(in: .min ... .max, using: &random)
                }
                raw.write(bytes)
                // Closed without reading the answer, which is one more thing to survive.
            }
            expectServed(panel.port)
            #expect(eventually { panel.openRequests == 0 }, "every request's memory was given back")
        }
    }

    @Test func `paths match one spelling`() throws {
        try withPanel { panel, client in
            for path in ["/", "/panel.css", "/panel.js", "/panel-charts.js", "/favicon.svg"] {
                let whole = try client.get(path)
                #expect(whole.status == 200)
                #expect(!whole.body.isEmpty)
                let head = try #require(ask(panel.port, "HEAD", path, headers: [client.host]))
                #expect(head.status == 200)
                #expect(head.body.isEmpty)
            }
            for path in [
                "//", "/.", "/..", "/../etc/passwd", "/panel.js/", "/panel.js%00",
                "/panel.js%00.css",
                "/%70anel.js", "/PANEL.JS", "/api", "/api/", "/api/machines/",
                "/api/../api/machines",
                "/api\\machines", "/api/%2e%2e/", "/toggle_machine/", "/index.html", "/robots.txt",
                "/.git/config", "/panel.js;x", "/\u{7F}",
            ] {
                let answer = try client.get(path)
                #expect(answer.status == 404, "\(path)")
                #expect(answer.code == "no_such_route")
            }
        }
    }

    @Test func `stopping ends open connections within seconds`() throws {
        let panel = try PanelServer(
            TestPlant(), PanelConfiguration(address: try PanelAddress("127.0.0.1:0")))
        let idle = try #require(RawClient(port: panel.port))
        idle.write("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(panel.port)\r\n")
        let clock = ContinuousClock()
        let start = clock.now
        panel.stop()
        panel.stop()
        #expect(clock.now - start < .seconds(4))
        #expect(idle.readToEnd().isEmpty)
        #expect(RawClient(port: panel.port) == nil, "nobody listens any more")
    }

    @Test func `the panel listens on its own address alone`() throws {
        try withPanel { panel, _ in
            // 127.0.0.3 belongs to this machine as well, and is not the panel's.
            let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(other) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = panel.port.bigEndian
            inet_pton(AF_INET, "127.0.0.3", &address.sin_addr)
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(other, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            #expect(result == -1)
            #expect(errno == ECONNREFUSED)
        }
    }
}

/// The same numbers in each run (Weyl sequence, mixed as SplitMix64 does).
private struct CountingGenerator: RandomNumberGenerator {
    var state: UInt64 = 0

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
