import Glibc

/// The two ends of a connection.
public struct PeerConnection: Sendable, Equatable {
    public var peer: NumericAddress
    public var local: NumericAddress

    public init(peer: NumericAddress, local: NumericAddress) {
        self.peer = peer
        self.local = local
    }

    /// nil where the socket has gone.
    package init?(descriptor: Int32) {
        guard let peer = Self.address({ getpeername(descriptor, $0, $1) }),
            let local = Self.address({ getsockname(descriptor, $0, $1) })
        else { return nil }
        self.init(peer: peer, local: local)
    }

    private static func address(
        _ ask: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> NumericAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let answer = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask($0, &length) }
        }
        guard answer == 0 else { return nil }
        return withUnsafeBytes(of: storage) { bytes in
            switch Int32(storage.ss_family) {
            case AF_INET:
                let start = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)!
                return NumericAddress(Array(bytes[start..<start + 4]))
            case AF_INET6:
                let start = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)!
                return NumericAddress(Array(bytes[start..<start + 16]))
            default: return nil
            }
        }
    }
}

/// An IPv4 or IPv6 address.
public struct NumericAddress: Sendable, Equatable, CustomStringConvertible {
    /// 4 or 16, the most significant first.
    public let bytes: [UInt8]

    /// An IPv4 address that came in IPv6's clothes is an IPv4 address.
    public init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
        let isMapped = bytes.count == 16 && bytes[..<12] == mark[...]
        self.bytes = isMapped ? Array(bytes[12...]) : bytes
    }

    /// `10.1.2.3` or `fe80::1`.
    public init?(_ text: some StringProtocol) {
        let isIPv6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
        guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, String(text), &bytes) == 1 else { return nil }
        self.init(bytes)
    }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// All addresses that begin with the same bits.
public struct AddressRange: Sendable, Equatable {
    public let start: NumericAddress
    public let bits: Int

    /// `10.1.2.3` or `10.0.0.0/8`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let start = NumericAddress(parts[0]) else { return nil }
        let most = start.bytes.count * 8
        guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else {
            return nil
        }
        self.start = start
        self.bits = bits
    }

    public func contains(_ address: NumericAddress) -> Bool {
        guard address.bytes.count == start.bytes.count else { return false }
        return zip(address.bytes, start.bytes).enumerated().allSatisfy { index, pair in
            let kept = min(8, max(0, bits - index * 8))
            return (pair.0 ^ pair.1) >> (8 - kept) == 0
        }
    }
}
