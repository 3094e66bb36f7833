import Foundation
import Glibc

/// An answer as it came.
struct Answer {
    var status: Int
    /// Names in lower case.
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
    }

    /// The word of an error answer.
    var code: String? { ((try? json())?["error"] as? [String: Any])?["code"] as? String }
}

/// A TCP connection on which a test writes what it wants, right or wrong.
final class RawClient {
    let descriptor: Int32

    /// - Parameter source: the loopback address to come from, to be another client than 127.0.0.1.
    init?(port: UInt16, source: String? = nil, seconds: Int = 15) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if let source {
            var own = Self.address(source, port: 0)
            let bound = withUnsafePointer(to: &own) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard bound == 0 else { return nil }
        }
        var other = Self.address("127.0.0.1", port: port)
        let connected = withUnsafePointer(to: &other) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { return nil }
    }

    deinit { close(descriptor) }

    private static func address(_ host: String, port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return address
    }

    /// - Returns: whether all of it was taken.
    @discardableResult
    func write(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult func write(_ text: String) -> Bool { write(text.utf8) }

    /// All bytes until the other side ends, or the time is over.
    func readToEnd() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// What came, read as one answer; nil where it is none.
    func answer() -> Answer? { Self.parse(readToEnd()) }

    static func parse(_ bytes: [UInt8]) -> Answer? {
        let blank: [UInt8] = [13, 10, 13, 10]
        guard
            let end = bytes.indices.dropLast(3).first(where: {
                bytes[$0] == 13 && Array(bytes[$0..<$0 + 4]) == blank
            })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (
                line[..<colon].lowercased(),
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            )
        }
        return Answer(status: status, headers: headers, body: Array(bytes[(end + 4)...]))
    }
}

/// One request on a connection of its own. `headers` replaces none: a `Host` is sent as given only.
func ask(
    _ port: UInt16, _ method: String, _ path: String, headers: [String], body: String? = nil,
    source: String? = nil
) -> Answer? {
    guard let client = RawClient(port: port, source: source) else { return nil }
    var lines = ["\(method) \(path) HTTP/1.1"] + headers + ["Connection: close"]
    if let body { lines.append("Content-Length: \(body.utf8.count)") }
    client.write(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    return client.answer()
}
