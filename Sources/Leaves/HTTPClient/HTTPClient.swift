import CCurl
import Synchronization

/// Asks HTTP servers, by libcurl, in the thread that calls.
///
/// One client may be used from many threads at once; connections are kept and used again. Redirects
/// are never followed (an answer of 302 is an answer), TLS is always verified, and no proxy or
/// credentials are taken from the environment.
public final class HTTPClient: Sendable {
    private let idle = Mutex<[Handle]>([])
    private let shouldStop: @Sendable () -> Bool
    private let certificates: String?

    /// - Parameters:
    ///   - certificates: a PEM file of authorities to trust instead of the system's.
    ///   - shouldStop: asked about once a second in every running request; true ends it with
    ///     ``HTTPError/cancelled``. Called from the requesting threads.
    public init(
        certificates: String? = nil, shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
        self.certificates = certificates
        self.shouldStop = shouldStop
        _ = Self.started
    }

    deinit {
        idle.withLock { handles in
            for handle in handles { curl_easy_cleanup(handle.raw) }
        }
    }

    /// Sends `request` and gives the body in pieces of at most 64 KiB, as they come. While `consume`
    /// works nothing more is read, so a slow consumer slows the server and no memory is taken.
    /// - Returns: the head, when the whole body has been consumed.
    /// - Throws: ``HTTPError``, or what `consume` throws (which ends the request).
    @discardableResult
    public func stream(
        _ request: HTTPRequest, _ consume: (HTTPHead, UnsafeRawBufferPointer) throws -> Void
    ) throws -> HTTPHead {
        let handle = take()
        defer { giveBack(handle) }
        return try withoutActuallyEscaping(consume) { consume in
            let transfer = Transfer(handle: handle.raw, shouldStop: shouldStop, consume: consume)
            return try transfer.run(request, certificates: certificates)
        }
    }

    /// Sends `request` and collects the answer's body.
    /// - Parameter limit: bytes of body that are still taken.
    /// - Throws: ``HTTPError``; a longer body is ``HTTPError/tooLong(origin:limit:)``.
    public func send(_ request: HTTPRequest, bodyLimit limit: Int = 1 << 20) throws -> HTTPResponse
    {
        var body: [UInt8] = []
        let head = try stream(request) { _, piece in
            guard body.count + piece.count <= limit else {
                throw HTTPError.tooLong(origin: request.url.origin, limit: limit)
            }
            body.append(contentsOf: piece)
        }
        return HTTPResponse(head: head, body: body)
    }

    /// libcurl asks to be started once, before any thread uses it.
    private static let started: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private func take() -> Handle {
        if let handle = idle.withLock({ $0.popLast() }) { return handle }
        guard let raw = curl_easy_init() else { preconditionFailure("libcurl has no memory") }
        return Handle(raw: raw)
    }

    private func giveBack(_ handle: Handle) {
        // Forgets options and callbacks, and keeps the connections.
        curl_easy_reset(handle.raw)
        idle.withLock { $0.append(handle) }
    }

    /// Unchecked: a curl handle may move between threads as long as one uses it at a time, and
    /// the pool gives each to one caller only.
    private struct Handle: @unchecked Sendable { let raw: UnsafeMutableRawPointer }
}
