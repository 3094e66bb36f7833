import HTTPClient
import Synchronization
import TestSupport
import Testing

@Suite struct HTTPClientTests {
    private func request(_ server: ScriptedServer, _ path: String = "/") throws -> HTTPRequest {
        HTTPRequest(.get, try HTTPURL(server.url + path))
    }

    @Test func `method, path, headers and body arrive as given`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(201, "made", headers: ["X-One: 1"])
        } _: { server in
            let url = try HTTPURL(server.url).with(
                path: "/a/b", query: [("db", "x y&z"), ("precision", "ns")])
            let response = try HTTPClient().send(
                HTTPRequest(
                    .put, url, headers: [("Content-Type", "text/plain")],
                    authorization: Secret("Bearer t0p"), body: Array("body".utf8)))
            #expect(response.status == 201)
            #expect(response.text == "made")
            #expect(response.head["x-one"] == "1")
            let seen = try #require(server.requests.first)
            #expect(seen.method == "PUT")
            #expect(seen.target == "/a/b?db=x%20y%26z&precision=ns")
            #expect(seen.headers["authorization"] == "Bearer t0p")
            #expect(seen.headers["content-type"] == "text/plain")
            #expect(seen.headers["expect"] == nil)
            #expect(seen.body == Array("body".utf8))
        }
    }

    @Test func `a post without a body is sent with length zero`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(204)
        } _: { server in
            let response = try HTTPClient().send(HTTPRequest(.post, try HTTPURL(server.url)))
            #expect(response.status == 204)
            #expect(server.requests.first?.headers["content-length"] == "0")
        }
    }

    @Test(arguments: [301, 302, 307, 400, 401, 404, 429, 500, 503])
    func `every status is an answer, and redirects are not followed`(status: Int) throws {
        try ScriptedServer.running { _, answer in
            answer.answer(
                status, "why", headers: ["Location: http://127.0.0.1:1/", "Retry-After: 7"])
        } _: { server in
            let response = try HTTPClient().send(try request(server))
            #expect(response.status == status)
            #expect(response.text == "why")
            #expect(response.head.retryAfter == .seconds(7))
            #expect(server.requests.count == 1)
        }
    }

    @Test func `Retry-After may be a date`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(503, headers: ["Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"])
        } _: { server in
            let wait = try #require(try HTTPClient().send(try request(server)).head.retryAfter)
            #expect(wait > .seconds(3600))
        }
    }

    @Test func `a body that ends too early is broken off, with or without a length`() throws {
        let cuts = [
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nabc",
        ]
        for cut in cuts {
            try ScriptedServer.running { _, answer in
                answer.write(cut)
            } _: { server in
                #expect(throws: HTTPError.brokenOff(origin: server.url, received: 3)) {
                    try HTTPClient().send(try request(server))
                }
            }
        }
        try ScriptedServer.running { _, _ in
        } _: { server in
            #expect(throws: HTTPError.brokenOff(origin: server.url, received: 0)) {
                try HTTPClient().send(try request(server))
            }
        }
    }

    @Test func `a closed port, a stall and a stop each have their error`() throws {
        let closed = ScriptedServer { _, _ in }
        closed.stop()
        #expect(throws: HTTPError.notConnected(origin: closed.url)) {
            try HTTPClient().send(try request(closed))
        }
        let release = Mutex(false)
        try ScriptedServer.running { _, answer in
            answer.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
            eventually { release.withLock { $0 } }
        } _: { server in
            var slow = try request(server)
            slow.timeouts = HTTPTimeouts(total: .milliseconds(150))
            #expect(throws: HTTPError.timedOut(origin: server.url)) {
                try HTTPClient().send(slow)
            }
            slow.timeouts = HTTPTimeouts(total: nil, stalled: .seconds(1))
            #expect(throws: HTTPError.timedOut(origin: server.url)) {
                try HTTPClient().send(slow)
            }
            #expect(throws: HTTPError.cancelled) {
                try HTTPClient(shouldStop: { true }).send(slow)
            }
            release.withLock { $0 = true }
        }
    }

    @Test func `a long body is refused at the limit and streamed without one`() throws {
        let piece = [UInt8](repeating: 65, count: 1 << 16)
        try ScriptedServer.running { _, answer in
            answer.write("HTTP/1.1 200 OK\r\nContent-Length: \(piece.count * 64)\r\n\r\n")
            for _ in 0..<64 where !answer.write(piece) { return }
        } _: { server in
            #expect(throws: HTTPError.tooLong(origin: server.url, limit: 100_000)) {
                try HTTPClient().send(try request(server), bodyLimit: 100_000)
            }
            var total = 0
            var largest = 0
            try HTTPClient().stream(try request(server)) { head, bytes in
                #expect(head.status == 200)
                total += bytes.count
                largest = max(largest, bytes.count)
            }
            #expect(total == piece.count * 64)
            #expect(largest <= 1 << 16)
        }
    }

    @Test func `what the consumer throws comes out and ends the request`() throws {
        struct Enough: Error {}
        try ScriptedServer.running { _, answer in
            while answer.write("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 9999)) {}
        } _: { server in
            #expect(throws: Enough.self) {
                try HTTPClient().stream(try request(server)) { _, _ in throw Enough() }
            }
        }
    }

    @Test func `a host inside the house is refused where only public ones are allowed`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(200)
        } _: { server in
            for host in ["127.0.0.1", "localhost"] {
                var inside = HTTPRequest(.get, try HTTPURL("http://\(host):\(server.port)/"))
                let client = HTTPClient()
                #expect(try client.send(inside).status == 200)
                inside.addresses = .publicOnly
                #expect(throws: HTTPError.privateAddress(origin: inside.url.origin)) {
                    try client.send(inside)
                }
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test func `a header with a line break is refused`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(200)
        } _: { server in
            var split = try request(server)
            split.authorization = Secret("Bearer a\r\nX-Evil: 1")
            #expect(throws: HTTPError.invalidHeader(name: "Authorization")) {
                try HTTPClient().send(split)
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `several threads ask through one client at a time`() async throws {
        let server = ScriptedServer { request, answer in answer.answer(200, request.target) }
        defer { server.stop() }
        let client = HTTPClient()
        let address = server.url
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<32 {
                group.addTask {
                    let url = try HTTPURL(address + "/\(number)")
                    #expect(try client.send(HTTPRequest(.get, url)).text == "/\(number)")
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 32)
    }
}
