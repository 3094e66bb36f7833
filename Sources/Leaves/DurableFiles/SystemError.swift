import Glibc

/// What the system said when it refused something.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    /// As in `errno`.
    public let code: Int32

    public init(code: Int32) { self.code = code }

    /// Of the call that has just failed.
    public static var last: SystemError { SystemError(code: errno) }

    /// "No space left on device", …
    public var reason: String { String(cString: strerror(code)) }

    public var description: String { reason }
}
