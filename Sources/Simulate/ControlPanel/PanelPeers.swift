import Foundation
import HTTPService

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
