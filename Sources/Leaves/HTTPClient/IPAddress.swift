import Glibc

/// An IPv4 or IPv6 address, to tell public ones from those inside a house.
struct IPAddress {
    /// 4 or 16 bytes, most significant first.
    let bytes: [UInt8]

    /// From digits, such as `10.0.0.1` or `fe80::1`; nil for a name.
    init?(_ text: String) {
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_aton(text, &v4) != 0 {
            bytes = withUnsafeBytes(of: &v4) { Array($0) }
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            bytes = withUnsafeBytes(of: &v6) { Array($0) }
        } else {
            return nil
        }
    }

    /// From what a resolver gave; nil for another family.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in6.self, capacity: 1)
            { withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) } }
        default: return nil
        }
    }

    /// Whether it can be reached over the Internet: not loopback, private, link-local, shared,
    /// multicast, documentation or reserved (the IANA special-purpose registries, RFC 6890).
    var isPublic: Bool { bytes.count == 4 ? Self.isPublicV4(bytes[...]) : isPublicV6 }

    private static func isPublicV4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let a = bytes[bytes.startIndex]
        let b = bytes[bytes.startIndex + 1]
        let c = bytes[bytes.startIndex + 2]
        switch (a, b, c) {
        case (0, _, _), (10, _, _), (127, _, _), (100, 64...127, _), (169, 254, _),
            (172, 16...31, _), (192, 168, _), (192, 0, 0), (192, 0, 2), (198, 18...19, _),
            (198, 51, 100), (203, 0, 113), (224..., _, _):
            return false
        default: return true
        }
    }

    /// 2000::/3 is all that is given out; within it documentation and tunnels that can wrap a
    /// private IPv4 address are refused, and wrapped IPv4 addresses are judged as such.
    private var isPublicV6: Bool {
        let mapped = bytes[0..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if mapped { return Self.isPublicV4(bytes[12..<16]) }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let documentation = bytes[0..<4] == [0x20, 0x01, 0x0D, 0xB8]
        let teredo = bytes[0..<4] == [0x20, 0x01, 0x00, 0x00]
        let sixToFour = bytes[0..<2] == [0x20, 0x02]
        return !(documentation || teredo || sixToFour)
    }
}
