/// A text that must not be seen: a token, a password.
///
/// However it is printed, by interpolation, `dump` or a debugger's description, it comes out as
/// `***`. The text itself is only there where ``revealed`` is written, which is easy to search for.
public struct Secret: Sendable, Hashable {
    /// The text itself, for the wire and for nothing else.
    public let revealed: String

    public init(_ text: String) { revealed = text }

    public var isEmpty: Bool { revealed.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
