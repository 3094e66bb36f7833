import Glibc

/// A listening TCP socket on a free loopback port.
public func listenOnLoopback(bufferBytes: Int32? = nil) -> (descriptor: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    setBuffers(of: listener, bufferBytes)
    var address = loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port: Int = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            precondition(bind(listener, generic, length) == 0, "no free loopback port")
            precondition(listen(listener, 64) == 0)
            precondition(getsockname(listener, generic, &length) == 0)
        }
        return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
    return (listener, port)
}

/// - Returns: a connected socket; below 0 if nobody listens there.
func connectToLoopback(port: Int, bufferBytes: Int32? = nil) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    setBuffers(of: descriptor, bufferBytes)
    var address = loopback(port: port)
    let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
    if isConnected { return descriptor }
    close(descriptor)
    return -1
}

/// Before the connection is made: what the kernel holds is not felt by who sends.
private func setBuffers(of descriptor: Int32, _ bytes: Int32?) {
    guard var bytes else { return }
    for option in [SO_RCVBUF, SO_SNDBUF] {
        setsockopt(descriptor, SOL_SOCKET, option, &bytes, socklen_t(MemoryLayout<Int32>.size))
    }
}

private func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    return address
}
