import Foundation
import Glibc

/// Who may connect to a panel that listens beyond loopback: in a container it has to, for the engine
/// brings it the connections that are made to the host's port. The container's neighbours could
/// connect as well, and no header tells them from the user; their address does.
public struct PanelPeers: Sendable, Equatable {
    /// The container's host, by the address it comes from.
    private var allowsHost = false
    private var ranges: [AddressRange] = []
    private let text: String

    /// From where Docker Desktop, whose engine has a machine of its own, brings the host's connections.
    static let desktopHost = "192.168.65.1"

    /// `host`, addresses, and ranges as `10.0.0.0/8`, with commas between.
    /// - Throws: ``PanelError/badPeers(_:)``.
    public init(_ text: String) throws {
        self.text = text
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            if word == "host" {
                allowsHost = true
                ranges.append(AddressRange(Self.desktopHost)!)
            } else if let range = AddressRange(word) {
                ranges.append(range)
            } else {
                throw PanelError.badPeers(text)
            }
        }
    }

    /// - Parameter gateways: where this network leads out, which is the host in a container.
    public func admit(_ connection: PeerConnection, gateways: () -> [NumericAddress]) -> Bool {
        // From within the container itself: its own address is nobody else's.
        if connection.peer == connection.local { return true }
        if ranges.contains(where: { $0.contains(connection.peer) }) { return true }
        return allowsHost && gateways().contains(connection.peer)
    }

    /// - Throws: ``PanelError/peerNotAllowed(address:allowed:)``.
    func check(_ connection: PeerConnection?) throws {
        guard let connection, admit(connection, gateways: DefaultGateways.read) else {
            throw PanelError.peerNotAllowed(
                address: connection?.peer.description ?? "an unknown address", allowed: text)
        }
    }
}

/// The two ends of a connection.
public struct PeerConnection: Sendable, Equatable {
    public var peer: NumericAddress
    public var local: NumericAddress

    public init(peer: NumericAddress, local: NumericAddress) {
        self.peer = peer
        self.local = local
    }

    /// nil where the socket has gone.
    init?(descriptor: Int32) {
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
    let bytes: [UInt8]

    /// An IPv4 address that came in IPv6's clothes is an IPv4 address.
    init(_ bytes: [UInt8]) {
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
struct AddressRange: Sendable, Equatable {
    let start: NumericAddress
    let bits: Int

    /// `10.1.2.3` or `10.0.0.0/8`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let start = NumericAddress(parts[0]) else { return nil }
        let most = start.bytes.count * 8
        guard let bits = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(bits) else {
            return nil
        }
        self.start = start
        self.bits = bits
    }

    func contains(_ address: NumericAddress) -> Bool {
        guard address.bytes.count == start.bytes.count else { return false }
        return zip(address.bytes, start.bytes).enumerated().allSatisfy { index, pair in
            let kept = min(8, max(0, bits - index * 8))
            return (pair.0 ^ pair.1) >> (8 - kept) == 0
        }
    }
}

/// Where the kernel sends what is for none of its own networks.
public enum DefaultGateways {
    /// As they are now: an engine may attach a network to a container that runs.
    static func read() -> [NumericAddress] {
        let table = FileManager.default.contents(atPath: "/proc/net/route") ?? Data()
        return addresses(in: String(decoding: table, as: UTF8.self))
    }

    /// - Parameter table: as /proc/net/route: interface, destination, gateway, ..., mask in the eighth
    ///   column; addresses as hexadecimal numbers in the machine's own order of bytes.
    public static func addresses(in table: String) -> [NumericAddress] {
        table.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard fields.count >= 8, fields[1] == "00000000", fields[7] == "00000000",
                let gateway = UInt32(fields[2], radix: 16), gateway != 0
            else { return nil }
            return withUnsafeBytes(of: gateway) { NumericAddress(Array($0)) }
        }
    }
}
