import HTTPClient
import JSONText

/// What the answer to a write means for the lines in it: a decision without I/O.
package enum WriteAnswer: Equatable {
    case stored
    /// The named lines (counted from 1) were refused for a reason each, the others are stored.
    case partly([Refusal])
    /// Some line is to blame, but the answer does not say which.
    case blamesSomeLine(text: String)
    case tooLarge
    case notAuthorized(Int)
    /// Nothing is known of the lines; the same bytes may be sent again.
    case tryAgain(InfluxDBError.Failure, asked: Duration?)
    case notInfluxDB(Int)
    case refused(Int, text: String)

    package struct Refusal: Equatable {
        let line: Int
        let reason: String
    }

    /// - Parameter isV1: the answer is one of `/api/v2/write` or `/write`. They name no lines, tell trouble
    ///   of the server's own as the client's, and a missing database by a 404.
    package init(_ response: HTTPResponse, isV1: Bool = false) {
        let text = String(response.text.prefix(300))
        if isV1, let answer = Self.ofV1(response, text) {
            self = answer
            return
        }
        switch StatusKind(response.status) {
        case .success:
            // A proxy's or a portal's page must not pass for a confirmation.
            self =
                response.body.isEmpty
                ? .stored
                : .tryAgain(
                    .undecodable(reason: "a body after a write: \(text.prefix(80))"), asked: nil)
        case .notAuthorized: self = .notAuthorized(response.status)
        case .notFound: self = .notInfluxDB(response.status)
        case .passing:
            self = .tryAgain(
                .status(response.status, text: text), asked: response.head.retryAfter)
        case .refused:
            switch response.status {
            case 400, 422:
                let refusals = Self.refusals(in: response.body)
                self = refusals.isEmpty ? .blamesSomeLine(text: text) : .partly(refusals)
            case 413: self = .tooLarge
            default: self = .refused(response.status, text: text)
            }
        }
    }

    /// What means something else there; nil for what does not.
    private static func ofV1(_ response: HTTPResponse, _ text: String) -> WriteAnswer? {
        switch response.status {
        // "Some points were rejected", in InfluxDB Cloud.
        case 201 where response.body.isObject: return .blamesSomeLine(text: text)
        case 400 where ["buffer full", "shutting down", "WAL"].contains { text.contains($0) }:
            return .tryAgain(.status(400, text: text), asked: response.head.retryAfter)
        case 404 where response.body.isObject: return .refused(404, text: text)
        default: return nil
        }
    }

    /// `{"error":…,"data":[{"error_message":…,"line_number":…}]}`; empty for any other body.
    private static func refusals(in body: [UInt8]) -> [Refusal] {
        guard let lines = (try? JSONReader.read(body))?["data"]?.asArray else { return [] }
        let refusals = lines.compactMap { line -> Refusal? in
            guard let number = line["line_number"]?.asInteger,
                let reason = line["error_message"]?.asString
            else { return nil }
            return Refusal(line: number, reason: reason)
        }
        return refusals.count == lines.count ? refusals : []
    }
}
