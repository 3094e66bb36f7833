import EmbeddedFiles
import Foundation
import HTTPService

/// The table of what can be asked for. A path matches one spelling exactly: escapes, `..` and
/// trailing slashes match nothing, and no answer comes from a disk.
package struct PanelRoutes: Sendable {
    fileprivate struct Route: Sendable {
        var method: String
        var demand: RequestGuard.Demand
        var answer: @Sendable (HTTPRequest) throws -> HTTPResponse
    }

    private let routes: [String: Route]
    private let gate: RequestGuard

    package init(api: PanelAPI, guard gate: RequestGuard) {
        self.gate = gate
        let page = PanelPageText.html(pageToken: gate.pageToken, asksForToken: gate.asksForToken)
        routes = [
            "/": .asset("text/html; charset=utf-8", page),
            "/panel.css": .asset("text/css; charset=utf-8", EmbeddedText.panelStyle),
            "/panel.js": .asset("text/javascript; charset=utf-8", EmbeddedText.panelScript),
            "/panel-charts.js": .asset("text/javascript; charset=utf-8", EmbeddedText.panelCharts),
            "/favicon.svg": .asset("image/svg+xml", EmbeddedText.panelIcon),
            "/api/status": .init(method: "GET", demand: .read, answer: api.status),
            "/api/kinds": .init(method: "GET", demand: .read, answer: api.kinds),
            "/api/machines": .init(method: "GET", demand: .read, answer: api.machines),
            "/api/events": .init(method: "GET", demand: .read, answer: api.events),
            "/api/scenario.json5": .init(method: "GET", demand: .read, answer: api.scenario),
            "/api/inject": .init(method: "POST", demand: .change, answer: api.inject),
            "/api/end": .init(method: "POST", demand: .change, answer: api.end),
            "/toggle_machine": .init(
                method: "POST", demand: .changeByAnyProgram, answer: api.toggle),
        ]
    }

    package func answer(_ request: HTTPRequest) -> HTTPResponse {
        var response: HTTPResponse
        do {
            response = try checkedAnswer(request)
        } catch let error as PanelError {
            response = error.response
        } catch let error as HTTPServiceError {
            response = PanelError(error).response
        } catch {
            response = PanelError.conflict("\(error)").response
        }
        response.headers += Self.headers
        return response
    }

    private func checkedAnswer(_ request: HTTPRequest) throws -> HTTPResponse {
        try gate.checkHost(request)
        guard let route = routes[request.path] else { throw PanelError.noSuchRoute }
        let method = request.method == "HEAD" ? "GET" : request.method
        guard method == route.method else {
            throw PanelError.methodNotAllowed(
                allowed: route.method == "GET" ? "GET, HEAD" : route.method)
        }
        try gate.check(request, against: route.demand)
        return try route.answer(request)
    }

    /// With every answer. No header allows another site to read it.
    private static let headers: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}

extension PanelRoutes.Route {
    fileprivate static func asset(_ type: String, _ text: String) -> Self {
        let response = HTTPResponse(contentType: type, body: Array(text.utf8))
        return .init(method: "GET", demand: .asset) { _ in response }
    }
}

extension HTTPResponse {
    /// Names of members in snake case, sorted, so that equal values are equal bytes.
    static func json(
        _ value: some Encodable, status: Int = 200, headers: [(name: String, value: String)] = []
    ) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Our own types, of numbers that are finite: there is nothing that cannot be encoded.
        let body = try! encoder.encode(value)
        return HTTPResponse(
            status: status, contentType: "application/json", headers: headers, body: Array(body))
    }
}
