/// A saved state cannot be read back.
public enum StateError: Error, Equatable, Sendable {
    /// The bytes end before the state does.
    case truncated
    /// The state was saved by something else: another detector, parameters or channels.
    case mismatch(expected: String, found: String)
    /// A value that no saved state can hold.
    case invalid(String)
}

/// Collects a detector's state as bytes: little-endian, exact doubles, no padding.
public struct StateWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func write(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    public mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }
    public mutating func write(_ value: Int64) { write(UInt64(bitPattern: value)) }
    public mutating func write(_ value: Double) { write(value.bitPattern) }
    public mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }
    public mutating func write(_ value: String) {
        write(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }
    public mutating func write(optional value: String?) { write(value, or: "") { $0.write($1) } }
    public mutating func write(optional value: Double?) { write(value, or: 0) { $0.write($1) } }
    public mutating func write(optional value: Int64?) { write(value, or: 0) { $0.write($1) } }

    /// Whether there is a value, then the value; what stands in for none keeps the place.
    private mutating func write<Value>(
        _ value: Value?, or none: Value, _ put: (inout Self, Value) -> Void
    ) {
        write(value != nil)
        put(&self, value ?? none)
    }

    public mutating func write(_ values: [UInt8]) {
        write(values.count)
        bytes.append(contentsOf: values)
    }
    public mutating func write(_ values: [Double]) {
        write(values.count)
        for value in values { write(value) }
    }
    public mutating func write(_ values: [Int64]) {
        write(values.count)
        for value in values { write(value) }
    }
}

/// Reads back what a ``StateWriter`` wrote, in the same order.
public struct StateReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var isAtEnd: Bool { position == bytes.count }

    public mutating func readUInt64() throws(StateError) -> UInt64 {
        guard bytes.count - position >= 8 else { throw .truncated }
        var value: UInt64 = 0
        for offset in 0..<8 { value |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
        position += 8
        return value
    }
    public mutating func readInt() throws(StateError) -> Int {
        Int(Int64(bitPattern: try readUInt64()))
    }
    public mutating func readInt64() throws(StateError) -> Int64 {
        Int64(bitPattern: try readUInt64())
    }
    public mutating func readDouble() throws(StateError) -> Double {
        Double(bitPattern: try readUInt64())
    }
    public mutating func readBool() throws(StateError) -> Bool {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        guard bytes[position] < 2 else { throw .invalid("a flag of \(bytes[position])") }
        return bytes[position] == 1
    }
    public mutating func readString() throws(StateError) -> String {
        let count = try readCount(size: 1)
        defer { position += count }
        guard
            let text = String(validating: bytes[position..<position + count], as: UTF8.self)
        else { throw .invalid("a text that is not UTF-8") }
        return text
    }
    public mutating func readOptionalString() throws(StateError) -> String? {
        let isThere = try readBool()
        let value = try readString()
        return isThere ? value : nil
    }
    public mutating func readOptionalDouble() throws(StateError) -> Double? {
        let isThere = try readBool()
        let value = try readDouble()
        return isThere ? value : nil
    }
    public mutating func readOptionalInt64() throws(StateError) -> Int64? {
        let isThere = try readBool()
        let value = try readInt64()
        return isThere ? value : nil
    }
    public mutating func readBytes() throws(StateError) -> [UInt8] {
        let count = try readCount(size: 1)
        defer { position += count }
        return Array(bytes[position..<position + count])
    }
    public mutating func readDoubles() throws(StateError) -> [Double] {
        let count = try readCount(size: 8)
        var values: [Double] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try readDouble()) }
        return values
    }
    public mutating func readInt64s() throws(StateError) -> [Int64] {
        let count = try readCount(size: 8)
        var values: [Int64] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try readInt64()) }
        return values
    }

    /// A count of elements of `size` bytes at least, checked against what is left, so that a damaged state
    /// cannot ask for memory it does not fill.
    public mutating func readCount(size: Int = 1) throws(StateError) -> Int {
        let count = try readInt()
        guard count >= 0, count <= (bytes.count - position) / size else { throw .truncated }
        return count
    }
}
