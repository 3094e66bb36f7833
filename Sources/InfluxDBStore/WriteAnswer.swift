import Foundation
import HTTPClient

/// What the answer to a write means for the lines in it: a decision without I/O.
enum WriteAnswer: Equatable {
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

    struct Refusal: Equatable {
        let line: Int
        let reason: String
    }

    init(_ response: HTTPResponse) {
        let text = String(response.text.prefix(300))
        switch response.status {
        case 204: self = .stored
        case 200..<300:
            // A proxy's or a portal's page must not pass for a confirmation.
            self =
                response.body.isEmpty
                ? .stored
                : .tryAgain(
                    .undecodable(reason: "a body after a write: \(text.prefix(80))"), asked: nil)
        case 400, 422:
            let refusals = Self.refusals(in: response.body)
            self = refusals.isEmpty ? .blamesSomeLine(text: text) : .partly(refusals)
        case 401, 403: self = .notAuthorized(response.status)
        case 404, 405: self = .notInfluxDB(response.status)
        case 413: self = .tooLarge
        case 408, 429, 500...599:
            self = .tryAgain(
                .status(response.status, text: text), asked: response.head.retryAfter)
        default: self = .refused(response.status, text: text)
        }
    }

    private struct Body: Decodable {
        struct Line: Decodable {
            let error_message: String
            let line_number: Int
        }
        let data: [Line]
    }

    /// `{"error":…,"data":[{"error_message":…,"line_number":…}]}`; empty for any other body.
    private static func refusals(in body: [UInt8]) -> [Refusal] {
        guard let decoded = try? JSONDecoder().decode(Body.self, from: Data(body)) else {
            return []
        }
        return decoded.data.map { Refusal(line: $0.line_number, reason: $0.error_message) }
    }
}
