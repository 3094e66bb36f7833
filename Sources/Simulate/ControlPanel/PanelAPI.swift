import Foundation
import HTTPService
import Synchronization

/// The JSON API: requests in, answers out. docs/panel-api.md is its description for users.
package final class PanelAPI: Sendable {
    private let backend: any PanelBackend
    /// What each request that carried an id has led to, so that one sent twice acts once.
    private let remembered = Mutex(RememberedAnswers<PanelEvent>(limit: 1_000))

    package init(_ backend: any PanelBackend) {
        self.backend = backend
    }

    @Sendable func status(_: HTTPRequest) -> HTTPResponse {
        .json(StatusBody(backend.status()))
    }

    @Sendable func kinds(_: HTTPRequest) -> HTTPResponse {
        .json(KindsBody(kinds: backend.kinds, channels: backend.channels))
    }

    @Sendable func machines(_ request: HTTPRequest) throws -> HTTPResponse {
        let since = try request.number("since_ms", in: 0...9_000_000_000_000, else: 0)
        let query = PanelQuery(
            search: try request.parameter("search") ?? "",
            offset: try request.number("offset", in: 0...1_000_000, else: 0),
            limit: try request.number("limit", in: 1...100, else: 24),
            since: Int64(since) * 1_000_000,
            points: try request.number("points", in: 0...600, else: 120))
        guard query.search.utf8.count <= 256 else {
            throw PanelError.badValue(
                name: "search", value: query.search, allowed: "at most 256 bytes long")
        }
        return .json(
            MachinesBody(
                backend.machines(query), offset: query.offset, channels: backend.channels))
    }

    @Sendable func events(_ request: HTTPRequest) throws -> HTTPResponse {
        let limit = try request.number("limit", in: 1...1_000, else: 50)
        return .json(["events": backend.events(limit: limit).map(EventBody.init)])
    }

    @Sendable func scenario(_: HTTPRequest) throws -> HTTPResponse {
        HTTPResponse(
            contentType: "application/json5; charset=utf-8",
            headers: [("Content-Disposition", "attachment; filename=\"panel.json5\"")],
            body: Array(try backend.scenario().utf8))
    }

    @Sendable func toggle(_ request: HTTPRequest) throws -> HTTPResponse {
        let wish: ToggleBody = try request.decoded()
        try backend.setOverload(wish.state.isOn, machine: wish.id)
        return .json(ToggleAnswer(id: wish.id, state: wish.state.isOn))
    }

    @Sendable func inject(_ request: HTTPRequest) throws -> HTTPResponse {
        let wish: InjectBody = try request.decoded()
        let injection = try wish.injection()
        guard let id = wish.requestID else {
            return .json(EventBody(try backend.inject(injection)))
        }
        guard (1...64).contains(id.utf8.count) else {
            throw PanelError.badValue(
                name: "request_id", value: id, allowed: "1 to 64 bytes long")
        }
        // The server answers on one thread; the lock only proves to the compiler what that means.
        let event = try remembered.withLock { answers in
            if let known = answers[id] { return known }
            let event = try backend.inject(injection)
            answers[id] = event
            return event
        }
        return .json(EventBody(event))
    }

    @Sendable func end(_ request: HTTPRequest) throws -> HTTPResponse {
        let wish: EndBody = try request.decoded()
        return .json(EventBody(try backend.end(event: wish.event)))
    }
}

/// The answers to the last requests, by request id.
struct RememberedAnswers<Answer: Sendable>: Sendable {
    private var answers: [String: Answer] = [:]
    private var order: [String] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    subscript(id: String) -> Answer? {
        get { answers[id] }
        set {
            if answers.updateValue(newValue!, forKey: id) == nil { order.append(id) }
            if order.count > limit { answers[order.removeFirst()] = nil }
        }
    }
}

extension HTTPRequest {
    /// A whole number from the query.
    fileprivate func number(_ name: String, in range: ClosedRange<Int>, else standard: Int) throws
        -> Int
    {
        guard let text = try parameter(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw PanelError.badValue(
                name: name, value: text,
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The body, read as JSON.
    fileprivate func decoded<Value: Decodable>() throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body))
        } catch let error as DecodingError {
            throw PanelError.badBody(error.fact)
        }
    }
}

extension DecodingError {
    /// Which member is wrong, and how.
    fileprivate var fact: String {
        func at(_ context: Context, _ more: String? = nil) -> String {
            (context.codingPath.map(\.stringValue) + (more.map { [$0] } ?? []))
                .joined(separator: ".")
        }
        return switch self {
        case .keyNotFound(let key, let context): "\"\(at(context, key.stringValue))\" is missing"
        case .typeMismatch(let type, let context): "\"\(at(context))\" must be a \(type)"
        case .valueNotFound(_, let context): "\"\(at(context))\" must not be null"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\"\(at(context))\": \(context.debugDescription)"
        default: "it is no JSON object"
        }
    }
}
