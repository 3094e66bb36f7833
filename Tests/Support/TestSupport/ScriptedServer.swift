import Glibc
import Synchronization
import Threading

/// An HTTP/1.1 server on a free loopback port that answers as a test tells it, byte by byte, so
/// that broken answers can be told too. One request a connection; a thread for each.
public final class ScriptedServer: Sendable {
    public struct Request: Sendable {
        public let method: String
        public let target: String
        /// Names in lower case; of a repeated header the last.
        public let headers: [String: String]
        public let body: [UInt8]
    }

    /// The way back to who asked; closed when the script returns.
    public struct Connection: Sendable {
        let descriptor: Int32

        /// - Returns: false when the other side has gone.
        @discardableResult
        public func write(_ bytes: some Collection<UInt8>) -> Bool {
            var rest = ArraySlice(Array(bytes))
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return false }
                rest = rest.dropFirst(sent)
            }
            return true
        }

        @discardableResult
        public func write(_ text: String) -> Bool { write(text.utf8) }

        /// A whole answer with a length.
        @discardableResult
        public func answer(_ status: Int, _ body: String = "", headers: [String] = []) -> Bool {
            let lines =
                ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.utf8.count)"] + headers
                + ["Connection: close", "", ""]
            return write(lines.joined(separator: "\r\n") + body)
        }
    }

    public let port: Int
    public var url: String { "http://127.0.0.1:\(port)" }
    private let listener: Int32
    private let seen = Mutex<[Request]>([])

    /// What has been asked so far, in the order of arrival.
    public var requests: [Request] { seen.withLock { $0 } }

    public init(_ script: @escaping @Sendable (Request, Connection) -> Void) {
        let (listener, port) = listenOnLoopback()
        self.listener = listener
        self.port = port
        Threads.start { [self] in
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else {
                    close(listener)
                    return
                }
                Threads.start { [self] in
                    if let request = read(from: descriptor) {
                        seen.withLock { $0.append(request) }
                        script(request, Connection(descriptor: descriptor))
                    }
                    close(descriptor)
                }
            }
        }
    }

    /// Nobody is answered any more. The listening thread closes the descriptor when it wakes: closed
    /// here its number could be another socket's by then, and the thread would accept there.
    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// Runs `body` with a server and stops that in any case.
    public static func running(
        _ script: @escaping @Sendable (Request, Connection) -> Void,
        _ body: (ScriptedServer) throws -> Void
    ) throws {
        let server = ScriptedServer(script)
        defer { server.stop() }
        try body(server)
    }

    private func read(from descriptor: Int32) -> Request? {
        var bytes: [UInt8] = []
        var head: Int?
        var piece = [UInt8](repeating: 0, count: 65536)
        while true {
            if head == nil { head = endOfHead(bytes) }
            if let head, let request = parse(bytes, head: head) { return request }
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
    }

    private func endOfHead(_ bytes: [UInt8]) -> Int? {
        let end: [UInt8] = [13, 10, 13, 10]
        return bytes.indices.dropLast(3).first { Array(bytes[$0..<$0 + 4]) == end }
    }

    /// nil while the body is not all there.
    private func parse(_ bytes: [UInt8], head: Int) -> Request? {
        let text = String(decoding: bytes[..<head], as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        let first = lines[0].split(separator: " ")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(
                line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= head + 4 + length, first.count >= 2 else { return nil }
        return Request(
            method: String(first[0]), target: String(first[1]), headers: headers,
            body: Array(bytes[(head + 4)..<(head + 4 + length)]))
    }
}
