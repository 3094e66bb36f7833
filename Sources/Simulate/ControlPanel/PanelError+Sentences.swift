import Glibc
import HTTPService
import Telemetry

extension PanelError: CustomStringConvertible {
    /// The HTTP status of the answer.
    public var status: Int {
        switch self {
        case .badAddress, .cannotListen, .tokenRequired, .tokenFile, .badPeers: 500
        case .hostMissing, .badQuery, .badBody: 400
        case .hostNotAllowed: 421
        case .peerNotAllowed, .crossSite, .originNotAllowed, .pageTokenMissing: 403
        case .notJSON: 415
        case .accessTokenMissing, .accessTokenWrong: 401
        case .accessPaused: 429
        case .noSuchRoute, .unknownMachine, .noSuchEvent: 404
        case .methodNotAllowed: 405
        case .bodyTooLarge: 413
        case .unknownKind, .unknownChannel, .badValue: 422
        case .conflict: 409
        }
    }

    /// A word for programs; it stays the same when the sentence is improved.
    public var code: String {
        switch self {
        case .badAddress: "bad_address"
        case .cannotListen: "cannot_listen"
        case .tokenRequired: "token_required"
        case .tokenFile: "token_file"
        case .badPeers: "bad_peers"
        case .peerNotAllowed: "peer_not_allowed"
        case .hostMissing: "host_missing"
        case .hostNotAllowed: "host_not_allowed"
        case .crossSite: "cross_site"
        case .originNotAllowed: "origin_not_allowed"
        case .notJSON: "not_json"
        case .pageTokenMissing: "page_token_missing"
        case .accessTokenMissing: "access_token_missing"
        case .accessTokenWrong: "access_token_wrong"
        case .accessPaused: "access_paused"
        case .noSuchRoute: "no_such_route"
        case .methodNotAllowed: "method_not_allowed"
        case .bodyTooLarge: "body_too_large"
        case .badQuery: "bad_query"
        case .badBody: "bad_body"
        case .unknownMachine: "unknown_machine"
        case .unknownKind: "unknown_kind"
        case .unknownChannel: "unknown_channel"
        case .badValue: "bad_value"
        case .noSuchEvent: "no_such_event"
        case .conflict: "conflict"
        }
    }

    /// What happened, with its facts, and what to do.
    public var description: String {
        switch self {
        case .badAddress(let text):
            "\"\(text)\" is no address to listen on: "
                + "write HOST:PORT with a numeric host, as 127.0.0.1:5005 or [::1]:5005"
        case .cannotListen(let address, let reason):
            "cannot listen on \(address): \(String(cString: strerror(reason))); \(Self.remedy(address, reason))"
        case .tokenRequired(let address):
            "\(address) can be reached from other machines: "
                + "give --panel-token-file FILE, or --panel-peers host in a container, "
                + "or listen on 127.0.0.1"
        case .tokenFile(let path, let reason): "panel token file \(path): \(reason)"
        case .badPeers(let text):
            "\"\(Self.printable(text))\" does not say who may connect: write host, addresses, or ranges "
                + "as 10.0.0.0/8, with commas between"
        case .peerNotAllowed(let address, let allowed):
            "\(address) may not connect to this panel, only \(Self.printable(allowed)) may: "
                + "--panel-peers (in compose: PANEL_PEERS) says who"
        case .hostMissing: "the request must carry exactly one Host header"
        case .hostNotAllowed(let host):
            "this panel is not called \"\(Self.printable(host))\": "
                + "use the address it was started with, or start it with --allowed-host"
        case .crossSite: "requests from other sites are refused"
        case .originNotAllowed(let origin):
            "requests from \"\(Self.printable(origin))\" are refused"
        case .notJSON(let type):
            "the body must be sent as application/json, not \(Self.printable(type ?? "without a type"))"
        case .pageTokenMissing:
            "the X-Panel-Token header must carry the token of the page; reload the page to get it"
        case .accessTokenMissing:
            "this panel asks for its token: send it as \"Authorization: Bearer TOKEN\""
        case .accessTokenWrong: "the token is wrong"
        case .accessPaused(let seconds):
            "too many wrong tokens: wait \(seconds) s"
        case .noSuchRoute: "there is nothing at this address; docs/panel-api.md lists what there is"
        case .methodNotAllowed(let allowed): "only \(allowed) is possible here"
        case .bodyTooLarge(let limit): "the body is longer than \(limit) bytes"
        case .badQuery(let name): "the query's \"\(name)\" cannot be read"
        case .badBody(let fact): "the body is not what was expected: \(Self.printable(fact))"
        case .unknownMachine(let id): "there is no machine \"\(Self.printable(id))\""
        case .unknownKind(let kind, let known):
            "\"\(Self.printable(kind))\" is no anomaly kind\(Spelling.question(kind, in: known))"
        case .unknownChannel(let channel, let known):
            "\"\(Self.printable(channel))\" is no channel; there are \(known.joined(separator: ", "))"
        case .badValue(let name, let value, let allowed):
            "\(name) is \(Self.printable(value)), and must be \(allowed)"
        case .noSuchEvent(let id): "there is no running event \"\(Self.printable(id))\""
        case .conflict(let fact): Self.printable(fact)
        }
    }

    private static func remedy(_ address: String, _ reason: Int32) -> String {
        let port = address.split(separator: ":").last ?? "5005"
        return switch reason {
        case EADDRINUSE:
            "choose another port with --panel HOST:PORT, or stop the program that "
                + "`ss -ltnp 'sport = :\(port)'` shows"
        case EACCES: "ports below 1024 belong to root: choose a higher one with --panel HOST:PORT"
        default: "choose another address with --panel HOST:PORT, or --no-panel"
        }
    }

    /// What a stranger sent, short and without control characters: it ends in logs and on terminals.
    static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(80).map { scalar in
                    let isHarmless: Bool =
                        switch scalar.properties.generalCategory {
                        case .control, .format, .lineSeparator, .paragraphSeparator: false
                        default: true
                        }
                    return isHarmless ? scalar : "\u{FFFD}"
                }))
    }
}

extension PanelError {
    /// The answer to a request: `{"error": {"code", "message"}}`.
    var response: HTTPResponse {
        struct Body: Encodable {
            struct Fact: Encodable {
                var code: String
                var message: String
            }
            var error: Fact
        }
        var headers: [(name: String, value: String)] = []
        switch self {
        case .methodNotAllowed(let allowed): headers.append(("Allow", allowed))
        case .accessTokenMissing, .accessTokenWrong: headers.append(("WWW-Authenticate", "Bearer"))
        case .accessPaused(let seconds): headers.append(("Retry-After", "\(seconds)"))
        default: break
        }
        return .json(
            Body(error: .init(code: code, message: description)), status: status, headers: headers)
    }
}
