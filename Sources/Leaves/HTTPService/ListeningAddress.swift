import Glibc

/// Where a server listens: a numeric address, so that no name service decides who can reach it.
public struct ListeningAddress: Sendable, Equatable, CustomStringConvertible {
    /// Dotted IPv4 or IPv6 without brackets.
    public let host: String
    /// 0 lets the system choose.
    public let port: UInt16

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// `127.0.0.1:5005`, `localhost:5005`, `[::1]:5005`.
    /// - Returns: nil for any other text.
    public init?(parsing text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = String(text[..<colon])
        if host == "localhost" { host = "127.0.0.1" }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":") else { return nil }
        } else if host.contains(":") {
            return nil
        }
        self.init(host: host, port: port)
        guard socketAddress != nil else { return nil }
    }

    public var isIPv6: Bool { host.contains(":") }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

    public var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The address in the system's form; nil where the text is no numeric address.
    var socketAddress: (storage: sockaddr_storage, length: socklen_t)? {
        var storage = sockaddr_storage()
        let length = withUnsafeMutableBytes(of: &storage) { bytes -> Int? in
            if isIPv6 {
                let address = bytes.assumingMemoryBound(to: sockaddr_in6.self).baseAddress!
                address.pointee.sin6_family = sa_family_t(AF_INET6)
                address.pointee.sin6_port = port.bigEndian
                return inet_pton(AF_INET6, host, &address.pointee.sin6_addr) == 1
                    ? MemoryLayout<sockaddr_in6>.size : nil
            }
            let address = bytes.assumingMemoryBound(to: sockaddr_in.self).baseAddress!
            address.pointee.sin_family = sa_family_t(AF_INET)
            address.pointee.sin_port = port.bigEndian
            return inet_pton(AF_INET, host, &address.pointee.sin_addr) == 1
                ? MemoryLayout<sockaddr_in>.size : nil
        }
        return length.map { (storage, socklen_t($0)) }
    }
}

/// A socket that listens. Made here and not by the library, so that a failure has its reason.
public struct ListeningSocket {
    public let address: ListeningAddress
    public let descriptor: Int32
    /// The port really taken, where 0 was asked for.
    public let port: UInt16

    /// - Throws: ``HTTPServiceError/cannotListen(address:reason:)``.
    public init(_ address: ListeningAddress) throws(HTTPServiceError) {
        guard var (storage, length) = address.socketAddress else {
            throw .badAddress("\(address)")
        }
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, kind, 0)
        guard descriptor >= 0 else {
            throw HTTPServiceError.cannotListen(address: "\(address)", reason: errno)
        }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let bound = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        guard bound else {
            let reason = errno
            close(descriptor)
            throw HTTPServiceError.cannotListen(address: "\(address)", reason: reason)
        }
        self.address = address
        self.descriptor = descriptor
        // Family, then port, stand at the same place in both forms.
        port = withUnsafeBytes(of: &storage) { bytes in
            UInt16(bigEndian: bytes.load(fromByteOffset: 2, as: UInt16.self))
        }
    }
}
