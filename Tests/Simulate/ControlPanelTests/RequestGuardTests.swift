import ControlPanel
import Foundation
import Testing

/// Who may ask the panel, over real connections.
@Suite struct RequestGuardTests {
    @Test func `only our own names are answered, on every route and method`() throws {
        try withPanel(allowedHosts: ["panel.example", "other.example:8080"]) { panel, client in
            let port = panel.port
            let ours = [
                "127.0.0.1:\(port)", "localhost:\(port)", "LOCALHOST:\(port)", "[::1]:\(port)",
                "panel.example:\(port)", "other.example:8080",
            ]
            for host in ours {
                #expect(ask(port, "GET", "/", headers: ["Host: \(host)"])?.status == 200, "\(host)")
            }
            let foreign = [
                "evil.example", "evil.example:\(port)", "127.0.0.1", "localhost:1",
                "0.0.0.0:\(port)",
                "127.0.0.1:\(port).evil.example", "127.0.0.1:\(port)@evil.example",
                "localhost.:\(port)",
                "127.1:\(port)", "2130706433:\(port)", "other.example:\(port)", "[::]:\(port)",
            ]
            for host in foreign {
                for (method, path) in [
                    ("GET", "/"), ("GET", "/panel.js"), ("GET", "/api/machines"),
                    ("POST", "/toggle_machine"), ("DELETE", "/"), ("OPTIONS", "/api/inject"),
                    ("GET", "/nothing"),
                ] {
                    let answer = ask(port, method, path, headers: ["Host: \(host)"])
                    #expect(answer?.status == 421, "\(host) \(method) \(path)")
                    #expect(answer?.code == "host_not_allowed")
                }
            }
            #expect(ask(port, "GET", "/", headers: [])?.status == 400)
            #expect(
                ask(port, "GET", "/", headers: ["Host: localhost:\(port)", "Host: evil.example"])?
                    .status == 400)
            #expect(ask(port, "GET", "/", headers: ["Host:"])?.status == 421)
        }
    }

    @Test func `a change needs the page's token, our origin and JSON`() throws {
        let plant = TestPlant()
        try withPanel(plant) { panel, client in
            let token = try client.pageToken()
            let body = #"{"machine":"machine1","kind":"spike"}"#
            let json = "Content-Type: application/json"
            let page = "X-Panel-Token: \(token)"
            let own = "Origin: http://127.0.0.1:\(panel.port)"
            let refused: [(Int, [String])] = [
                (403, [json]),
                (403, [json, own]),
                (403, [json, own, "X-Panel-Token: \(String(token.dropLast()))0x"]),
                (403, [json, own, "X-Panel-Token: "]),
                (403, [json, own, page, page]),
                (403, [json, page, "Origin: http://evil.example"]),
                (403, [json, page, "Origin: null"]),
                (403, [json, page, "Origin: http://127.0.0.1"]),
                (403, [json, page, "Origin: http://127.0.0.1:\(panel.port).evil.example"]),
                (403, [json, page, own, "Origin: http://evil.example"]),
                (403, [json, page, own, "Sec-Fetch-Site: cross-site"]),
                (403, [json, page, own, "Sec-Fetch-Site: same-site"]),
                (415, [page, own]),
                (415, [page, own, "Content-Type: text/plain"]),
                (415, [page, own, "Content-Type: application/x-www-form-urlencoded"]),
                (415, [page, own, "Content-Type: text/plain; application/json"]),
                (415, [page, own, json, "Content-Type: text/plain"]),
            ]
            for (status, headers) in refused {
                let answer = try client.post("/api/inject", body, headers: headers)
                #expect(answer.status == status, "\(headers)")
            }
            #expect(plant.events(limit: 10).isEmpty, "nothing was injected by any of them")

            for headers in [
                [json, page], [json, page, own],
                [page, own, "Content-Type: application/json; charset=utf-8"],
                [json, page, own, "Sec-Fetch-Site: same-origin"],
            ] {
                #expect(try client.post("/api/inject", body, headers: headers).status == 200)
            }
            #expect(plant.events(limit: 10).count == 4)
        }
    }

    @Test func `nothing changes by GET, and no other site is let in by a header`() throws {
        let plant = TestPlant()
        try withPanel(plant) { panel, client in
            for path in ["/api/inject", "/api/end", "/toggle_machine"] {
                let answer = try client.get(path)
                #expect(answer.status == 405)
                #expect(answer.header("allow") == "POST")
                let preflight = try #require(
                    ask(
                        panel.port, "OPTIONS", path,
                        headers: [
                            client.host, "Origin: http://evil.example",
                            "Access-Control-Request-Method: POST",
                            "Access-Control-Request-Headers: content-type,x-panel-token",
                        ]))
                #expect(preflight.status == 405)
                #expect(!preflight.headers.contains { $0.name.hasPrefix("access-control") })
            }
            #expect(plant.events(limit: 1).isEmpty)
        }
    }

    @Test func `a program without a browser may use the demo's endpoint and no other`() throws {
        let plant = TestPlant()
        try withPanel(plant) { panel, client in
            let json = "Content-Type: application/json"
            let on = #"{"id":"machine1","state":true}"#
            #expect(try client.post("/toggle_machine", on, headers: [json]).status == 200)
            #expect(plant.state.withLock { $0.overloaded } == ["machine1"])

            let off = #"{"id":"machine1","state":false}"#
            for mark in [
                "Origin: http://127.0.0.1:\(panel.port)", "Referer: http://127.0.0.1/",
                "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Cookie: a=b",
            ] {
                let answer = try client.post("/toggle_machine", off, headers: [json, mark])
                #expect(
                    answer.status == 403, "a browser sent it, without the page's token: \(mark)")
            }
            #expect(try client.post("/toggle_machine", off, headers: []).status == 415)
            #expect(plant.state.withLock { $0.overloaded } == ["machine1"])
            #expect(
                try client.post(
                    "/api/inject", #"{"machine":"machine1","kind":"spike"}"#, headers: [json]
                ).status == 403)
        }
    }

    @Test func `every answer carries the headers that keep other sites and scripts out`() throws {
        try withPanel { panel, client in
            let answers = [
                try client.get("/"), try client.get("/panel.js"), try client.get("/api/status"),
                try client.get("/nothing"), try client.post("/api/inject", "[]"),
                try #require(ask(panel.port, "GET", "/", headers: ["Host: evil.example"])),
            ]
            for answer in answers {
                let policy = try #require(answer.header("content-security-policy"))
                for part in [
                    "default-src 'none'", "script-src 'self'", "style-src 'self'",
                    "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'",
                ] { #expect(policy.contains(part)) }
                #expect(!policy.contains("unsafe"))
                #expect(answer.header("x-content-type-options") == "nosniff")
                #expect(answer.header("referrer-policy") == "no-referrer")
                #expect(answer.header("cache-control") == "no-store")
                #expect(answer.header("set-cookie") == nil)
                #expect(!answer.headers.contains { $0.name.hasPrefix("access-control") })
            }
        }
    }

    @Test func `the page's token is new at each start`() throws {
        var tokens: Set<String> = []
        for _ in 0..<3 {
            try withPanel { _, client in
                let token = try client.pageToken()
                #expect(token.count >= 32)
                tokens.insert(token)
            }
        }
        #expect(tokens.count == 3)
    }
}
