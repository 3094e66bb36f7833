import NumberText

/// JSON by hand, appended to bytes.
public enum JSONBytes {
    /// How control characters are written in a text.
    public enum Escapes: Sendable {
        /// `\u000a`, and DEL too: for programs.
        case codes
        /// `\n`, `\t` and `\r` by their letters: for files that people read.
        case letters
    }

    /// A string with its quotes; control characters are escaped.
    public static func append(
        quoted text: String, to bytes: inout [UInt8], escapes: Escapes = .codes
    ) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, 0x7F: append(control: byte, to: &bytes, escapes)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(control byte: UInt8, to bytes: inout [UInt8], _ escapes: Escapes) {
        switch (escapes, byte) {
        case (.letters, UInt8(ascii: "\n")): bytes.append(contentsOf: "\\n".utf8)
        case (.letters, UInt8(ascii: "\t")): bytes.append(contentsOf: "\\t".utf8)
        case (.letters, UInt8(ascii: "\r")): bytes.append(contentsOf: "\\r".utf8)
        case (.letters, 0x7F): bytes.append(byte)
        default: bytes.append(contentsOf: "\\u\(byte.zeroPadded(to: 4, radix: 16))".utf8)
        }
    }

    /// A whole number.
    public static func append(_ number: Int64, to bytes: inout [UInt8]) {
        bytes.append(decimal: number)
    }

    /// A finite number in the fewest digits that read back to the same double; whole ones without a
    /// point. Negative zero keeps its sign.
    public static func append(_ value: Double, to bytes: inout [UInt8]) {
        if value.magnitude < 1e15, let whole = Int64(exactly: value),
            whole != 0 || value.sign == .plus
        {
            bytes.append(decimal: whole)
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }
}
