import CMicroHTTPD
import Glibc
import Synchronization

/// The library's side of the server: what it calls, on its own thread, while a request comes in.
///
/// It calls ``handle`` several times a request: once with the head, once for each piece of the body,
/// once at the end; an answer is given in the last call only. What is gathered in between lives in
/// an ``IncomingRequest`` which ``completed`` alone releases, however the request ends.
final class HTTPExchange: Sendable {
    private let limits: HTTPLimits
    private let refuse: @Sendable (HTTPServiceError) -> HTTPResponse
    private let answer: HTTPServer.Answer
    private let open = Atomic(0)
    let watch: ConnectionWatch

    init(
        limits: HTTPLimits, refuse: @escaping @Sendable (HTTPServiceError) -> HTTPResponse,
        answer: @escaping HTTPServer.Answer
    ) {
        self.limits = limits
        self.refuse = refuse
        self.answer = answer
        watch = ConnectionWatch(limit: .seconds(limits.requestSeconds))
    }

    var openRequests: Int { open.load(ordering: .relaxed) }

    static let handle: MHD_AccessHandlerCallback = {
        context, connection, path, method, _, piece, pieceSize, state in
        guard let context, let connection, let path, let method, let pieceSize, let state else {
            return .NO
        }
        let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        guard let known = state.pointee else {
            let request = IncomingRequest(
                path: String(cString: path), method: String(cString: method), of: connection)
            state.pointee = Unmanaged.passRetained(request).toOpaque()
            exchange.open.add(1, ordering: .relaxed)
            return exchange.begin(request, on: connection)
        }
        let request = Unmanaged<IncomingRequest>.fromOpaque(known).takeUnretainedValue()
        if pieceSize.pointee > 0 {
            defer { pieceSize.pointee = 0 }
            let bytes = UnsafeRawBufferPointer(start: piece, count: pieceSize.pointee)
            return exchange.take(bytes, into: request)
        }
        return exchange.send(exchange.answer(request.head), on: connection)
    }

    static let completed: MHD_RequestCompletedCallback = { context, connection, state, _ in
        guard let context, let state, let known = state.pointee else { return }
        let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        Unmanaged<IncomingRequest>.fromOpaque(known).release()
        state.pointee = nil
        exchange.open.subtract(1, ordering: .relaxed)
        if let connection { exchange.watch.progressed(testbed_connection_socket(connection)) }
    }

    static let connectionChanged: MHD_NotifyConnectionCallback = { context, connection, _, change in
        guard let context, let connection else { return }
        let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
        let socket = testbed_connection_socket(connection)
        if change == .CONNECTION_NOTIFY_STARTED {
            exchange.watch.opened(socket)
        } else {
            exchange.watch.closed(socket)
        }
    }

    /// A body that is announced too long is refused before it is sent; the library then closes the
    /// connection, which is the only way not to read it.
    private func begin(_ request: IncomingRequest, on connection: OpaquePointer) -> MHD_Result {
        if !request.head.values(of: "Transfer-Encoding").isEmpty,
            !request.head.values(of: "Content-Length").isEmpty
        {
            return send(refuse(.twoLengths), on: connection)
        }
        guard let announced = request.head.value(of: "Content-Length").flatMap(UInt64.init),
            announced > UInt64(limits.bodyBytes)
        else { return .YES }
        return send(refuse(.bodyTooLarge(limit: limits.bodyBytes)), on: connection)
    }

    /// A body sent in chunks announces no length. One that grows too long is cut off unanswered:
    /// the library takes no answer in the middle of a body.
    private func take(_ bytes: UnsafeRawBufferPointer, into request: IncomingRequest) -> MHD_Result
    {
        guard request.head.body.count + bytes.count <= limits.bodyBytes else { return .NO }
        request.head.body.append(contentsOf: bytes)
        return .YES
    }

    private func send(_ answer: HTTPResponse, on connection: OpaquePointer) -> MHD_Result {
        let response = answer.body.withUnsafeBytes { bytes in
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                .RESPMEM_MUST_COPY)
        }
        guard let response else { return .NO }
        defer { MHD_destroy_response(response) }
        MHD_add_response_header(response, "Content-Type", answer.contentType)
        for header in answer.headers {
            MHD_add_response_header(response, header.name, header.value)
        }
        return MHD_queue_response(connection, UInt32(answer.status), response)
    }
}

/// A request while it comes in. Touched by the server's one thread only.
private final class IncomingRequest {
    var head: HTTPRequest

    init(path: String, method: String, of connection: OpaquePointer) {
        head = HTTPRequest(
            method: method, path: path, query: Self.pairs(.GET_ARGUMENT_KIND, of: connection),
            headers: Self.pairs(.HEADER_KIND, of: connection),
            connection: PeerConnection(descriptor: testbed_connection_socket(connection)))
    }

    private static func pairs(_ kind: MHD_ValueKind, of connection: OpaquePointer)
        -> [(name: String, value: String)]
    {
        var pairs: [(name: String, value: String)] = []
        withUnsafeMutablePointer(to: &pairs) { pointer in
            _ = MHD_get_connection_values(
                connection, kind,
                { context, _, name, value in
                    guard let context, let name else { return .YES }
                    context.assumingMemoryBound(to: [(name: String, value: String)].self)
                        .pointee.append(
                            (String(cString: name), value.map { String(cString: $0) } ?? ""))
                    return .YES
                }, pointer)
        }
        return pairs
    }
}
