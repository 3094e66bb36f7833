/// What a store has said for good about readings that were sent to it: sent again they would be
/// refused again.
public enum StoreRefusal: Sendable, Equatable {
    /// So many readings were refused, all others are stored. `examples` names the first few.
    case some(count: Int, examples: [String])
    /// One reading or more is to blame, and the store does not say which; none is known to be stored.
    case unnamed(reason: String)
}

/// An error of a sink that can tell a refusal for good from trouble that passes.
public protocol RefusalTelling: Error {
    /// Nil where another try may succeed.
    var refusal: StoreRefusal? { get }
}

/// Which texts a tag can be in every store: InfluxDB's line protocol sets the limit.
public enum TagText {
    /// Whether `text` has no control character (U+0000 to U+001F) and no backslash at its end or before a
    /// comma, a space, an equals sign or another backslash, which readers of line protocol understand
    /// differently.
    public static func isStorable(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            guard byte >= 0x20 else { return false }
            if last == UInt8(ascii: "\\") {
                switch byte {
                case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: "\\"):
                    return false
                default: break
                }
            }
            last = byte
        }
        return last != UInt8(ascii: "\\")
    }
}
