import CCurl
import Glibc

/// One request under way: what libcurl's callbacks read and fill.
final class Transfer {
    private let handle: UnsafeMutableRawPointer
    private let shouldStop: () -> Bool
    private let consume: (HTTPHead, UnsafeRawBufferPointer) throws -> Void

    private var headers: [HTTPHead.Header] = []
    private var head: HTTPHead?
    private var received = 0
    private var consumersError: (any Error)?
    private var metPrivateAddress = false

    init(
        handle: UnsafeMutableRawPointer, shouldStop: @escaping () -> Bool,
        consume: @escaping (HTTPHead, UnsafeRawBufferPointer) throws -> Void
    ) {
        self.handle = handle
        self.shouldStop = shouldStop
        self.consume = consume
    }

    func run(_ request: HTTPRequest, certificates: String?) throws -> HTTPHead {
        var lines = try headerLines(of: request)
        defer { curl_slist_free_all(lines) }
        // libcurl would ask "100-continue" before long bodies and lose a second where that is
        // not answered.
        lines = curl_slist_append(lines, "Expect:")
        set(CURLOPT_HTTPHEADER, UnsafeRawPointer(lines))
        set(CURLOPT_URL, request.url.revealed)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let certificates { set(CURLOPT_CAINFO, certificates) }
        set(CURLOPT_TCP_NODELAY, 1)
        set(CURLOPT_BUFFERSIZE, 65536)
        setTimeouts(request.timeouts)
        if request.connection == .fresh {
            set(CURLOPT_FRESH_CONNECT, 1)
            set(CURLOPT_FORBID_REUSE, 1)
        }
        setCallbacks(publicOnly: request.addresses == .publicOnly)
        let code = request.body.withUnsafeBytes { body in
            if request.method == .post || !body.isEmpty {
                set(CURLOPT_POST, 1)
                testbed_curl_set_size(
                    handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
                // A null body would mean "ask the read callback": of an empty one any address does.
                set(CURLOPT_POSTFIELDS, body.baseAddress ?? UnsafeRawPointer(handle))
            }
            set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            return curl_easy_perform(handle)
        }
        guard code == CURLE_OK else { throw error(for: code, origin: request.url.origin) }
        return currentHead()
    }

    private func headerLines(of request: HTTPRequest) throws
        -> UnsafeMutablePointer<curl_slist>?
    {
        var all = request.headers
        if let authorization = request.authorization {
            all.append(("Authorization", authorization.revealed))
        }
        for (name, value) in all {
            let clean = !name.isEmpty && !(name + value).utf8.contains { $0 < 0x20 && $0 != 0x09 }
            guard clean, !name.utf8.contains(UInt8(ascii: ":")) else {
                throw HTTPError.invalidHeader(name: String(name.filter(\.isLetter)))
            }
        }
        return all.reduce(nil) { curl_slist_append($0, $1.name + ": " + $1.value) }
    }

    private func setTimeouts(_ timeouts: HTTPTimeouts) {
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, timeouts.connect.milliseconds))
        if let total = timeouts.total { set(CURLOPT_TIMEOUT_MS, max(1, total.milliseconds)) }
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, max(1, timeouts.stalled.milliseconds / 1000))
    }

    private func setCallbacks(publicOnly: Bool) {
        let me = UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque())
        set(CURLOPT_HEADERDATA, me)
        testbed_curl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { bytes, _, count, me in
            Transfer.from(me).takeHeader(UnsafeRawBufferPointer(start: bytes, count: count))
            return count
        }
        set(CURLOPT_WRITEDATA, me)
        testbed_curl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, me in
            let piece = UnsafeRawBufferPointer(start: bytes, count: count)
            // Any other number than what was offered ends the transfer.
            return Transfer.from(me).takeBody(piece) ? count : 0
        }
        set(CURLOPT_NOPROGRESS, 0)
        set(CURLOPT_XFERINFODATA, me)
        testbed_curl_set_progress_function(handle) { me, _, _, _, _ in
            Transfer.from(me).shouldStop() ? 1 : 0
        }
        guard publicOnly else { return }
        // A connection kept from a request without this rule must not be used again.
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_OPENSOCKETDATA, me)
        testbed_curl_set_socket_function(handle) { me, _, address in
            guard let address else { return -1 }
            return Transfer.from(me).openPublicSocket(address)
        }
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(pointer!).takeUnretainedValue()
    }

    private func takeHeader(_ line: UnsafeRawBufferPointer) {
        let text = String(decoding: line, as: UTF8.self)
        // A new status line: what came before belonged to an interim answer.
        guard !text.hasPrefix("HTTP/") else { return headers.removeAll() }
        guard let colon = text.firstIndex(of: ":") else { return }
        headers.append(
            HTTPHead.Header(
                name: text[..<colon].lowercased(), value: trimmed(text[text.index(after: colon)...])
            ))
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
        received += piece.count
        do {
            try consume(currentHead(), piece)
            return true
        } catch {
            consumersError = error
            return false
        }
    }

    private func openPublicSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Int32 {
        let isPublic = withUnsafePointer(to: &address.pointee.addr) {
            IPAddress($0)?.isPublic ?? false
        }
        guard isPublic else {
            metPrivateAddress = true
            return -1
        }
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }

    private func currentHead() -> HTTPHead {
        if let head { return head }
        var status = 0
        testbed_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        var seconds: curl_off_t = 0
        testbed_curl_get_size(handle, CURLINFO_RETRY_AFTER, &seconds)
        let asked = headers.contains { $0.name == "retry-after" }
        let made = HTTPHead(
            status: status, headers: headers,
            retryAfter: asked ? .seconds(Int64(max(0, seconds))) : nil)
        head = made
        return made
    }

    private func error(for code: CURLcode, origin: String) -> any Error {
        if let consumersError { return consumersError }
        if metPrivateAddress { return HTTPError.privateAddress(origin: origin) }
        let reason = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return HTTPError.unknownHost(origin: origin)
        case CURLE_COULDNT_CONNECT: return HTTPError.notConnected(origin: origin)
        case CURLE_OPERATION_TIMEDOUT: return HTTPError.timedOut(origin: origin)
        case CURLE_ABORTED_BY_CALLBACK: return HTTPError.cancelled
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR,
            CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return HTTPError.brokenOff(origin: origin, received: received)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            return HTTPError.insecure(origin: origin, reason: reason)
        default: return HTTPError.failed(origin: origin, code: Int(code.rawValue), reason: reason)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) {
        testbed_curl_set_long(handle, option, value)
    }

    private func set(_ option: CURLoption, _ value: String) {
        testbed_curl_set_text(handle, option, value)
    }

    private func set(_ option: CURLoption, _ value: UnsafeRawPointer?) {
        testbed_curl_set_pointer(handle, option, value)
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
