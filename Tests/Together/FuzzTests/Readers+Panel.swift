import ControlPanel
import Foundation
import HTTPService
import LiveGeneration
import Telemetry
import TestSupport

extension FuzzedReader {
    static let panelReaders = [
        FuzzedReader("panel-body", inputs: 60_000, corpus: bodies) { bench in
            let routes = try panel(bench)
            return { bytes in
                let paths = ["/toggle_machine", "/api/inject", "/api/end"]
                let refusals = paths.compactMap { path in
                    do { try answer(routes, "POST", path, body: bytes) } catch { return "\(error)" }
                    return nil
                }
                if refusals.count == paths.count { throw Refused(what: refusals[0]) }
            }
        },
        FuzzedReader("panel-query", inputs: 40_000, corpus: queries) { bench in
            let routes = try panel(bench)
            return { bytes in
                let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "&").map {
                    let sides = $0.split(
                        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    return (String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
                }
                for path in ["/api/machines", "/api/events"] {
                    try answer(routes, "GET", path, query: pairs)
                }
            }
        },
        FuzzedReader("panel-headers", inputs: 30_000, corpus: headers) { bench in
            let routes = try panel(bench)
            return { bytes in
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
                    let sides = $0.split(
                        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                    return (String(sides[0]), sides.count == 2 ? String(sides[1].dropFirst()) : "")
                }
                try answer(routes, "POST", "/toggle_machine", headers: lines)
            }
        },
    ]

    @Sendable private static func bodies(_: Workbench) throws -> [[UInt8]] {
        [
            #"{"id": "machine1", "state": true}"#, #"{"id": "machine2", "state": "off"}"#,
            #"{"machine": "machine1", "kind": "spike", "magnitude": 2, "channels": ["load"], "duration_s": 60, "request_id": "a-1"}"#,
            #"{"machine":"machine1","kind":"overload"}"#, #"{"event": "p1"}"#,
        ].map { Array($0.utf8) }
    }

    @Sendable private static func queries(_: Workbench) throws -> [[UInt8]] {
        [
            "search=machine%31&offset=0&limit=24&since_ms=1767225600000&points=120", "limit=1000",
            "search=a+b",
        ]
        .map { Array($0.utf8) }
    }

    @Sendable private static func headers(_: Workbench) throws -> [[UInt8]] {
        [
            "Host: 127.0.0.1:5005\nContent-Type: application/json; charset=utf-8\nX-Panel-Token: \(token)",
            "Host: localhost:5005\nContent-Type: application/json\nOrigin: http://localhost:5005\nSec-Fetch-Site: same-origin",
        ].map { Array($0.utf8) }
    }

    private static let token = String(repeating: "5a", count: 16)

    /// The panel of a generator that has made no readings yet and has no broker.
    private static func panel(_ bench: Workbench) throws -> PanelRoutes {
        let plan = GeneratorPlan.demo(seed: 7, start: 1_767_225_600_000_000_000, run: "r1")
        let generator = try Generator(plan, .offline(bench.path("state")))
        let gate = RequestGuard(
            address: .standard, port: 5005, allowedHosts: [], pageToken: token, access: nil,
            peers: nil)
        return PanelRoutes(api: PanelAPI(GeneratorBackend(generator)), guard: gate)
    }

    private static func answer(
        _ routes: PanelRoutes, _ method: String, _ path: String,
        query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [
            ("Host", "127.0.0.1:5005"), ("Content-Type", "application/json"),
            ("X-Panel-Token", token),
        ], body: [UInt8] = Array(#"{"id": "machine1", "state": true}"#.utf8)
    ) throws {
        let response = routes.answer(
            HTTPRequest(method: method, path: path, query: query, headers: headers, body: body))
        precondition(!response.body.isEmpty && response.status < 500)
        guard response.status == 200 else {
            throw Refused(what: String(decoding: response.body, as: UTF8.self))
        }
    }
}
