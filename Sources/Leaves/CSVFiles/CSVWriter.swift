import DurableFiles
import Glibc

/// Writes rows to a file descriptor through a buffer of its own.
///
/// Cells are appended as bytes; what needs quotes is asked for with ``append(quoting:)``.
public struct CSVWriter: ~Copyable {
    /// As error texts name it.
    public let name: String
    private let descriptor: Int32
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0

    /// - Parameter descriptor: stays the caller's to close.
    public init(descriptor: Int32 = STDOUT_FILENO, name: String = "stdout") {
        self.descriptor = descriptor
        self.name = name
        buffer = .allocate(byteCount: 256 << 10, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Appends bytes as they are.
    /// - Throws: ``CSVError`` when the buffer is full and cannot be written.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
        if bytes.count > buffer.count - filled {
            try flush()
            if bytes.count > buffer.count { return try write(bytes) }
        }
        if bytes.count > 0 {
            (buffer.baseAddress! + filled).copyMemory(
                from: bytes.baseAddress!, byteCount: bytes.count)
        }
        filled += bytes.count
    }

    public mutating func append(_ text: StaticString) throws {
        try append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    public mutating func append(_ text: String) throws {
        var text = text
        try text.withUTF8 { try append(UnsafeRawBufferPointer($0)) }
    }

    /// Appends a number so that reading it gives the same double; nothing for a NaN.
    public mutating func append(_ number: Double) throws {
        if !number.isNaN { try append(number.description) }
    }

    /// Appends `text` as a cell: in quotes where it holds a comma, a quote or a line end.
    public mutating func append(quoting text: String) throws {
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else {
            return try append(text)
        }
        try append("\"" + text.replacing("\"", with: "\"\"") + "\"")
    }

    /// Writes out what has been appended.
    /// - Throws: ``CSVError``.
    public mutating func flush() throws {
        let full = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
        filled = 0
        try write(full)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        do throws(SystemError) { try writeAll(bytes, to: descriptor) } catch {
            if error.code == EPIPE { throw CSVError.outputClosed }
            throw CSVError.cannotWrite(file: name, reason: error.reason)
        }
    }
}
