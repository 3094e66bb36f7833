import NumberText

/// A cell where it lies in the reader's memory: valid until the next row is asked for.
public struct CSVCell {
    /// Its bytes, without quotes around it.
    public let bytes: UnsafeRawBufferPointer
    /// Whether a doubled quote inside stands for one.
    public let hasDoubledQuotes: Bool

    @inlinable
    public init(bytes: UnsafeRawBufferPointer, hasDoubledQuotes: Bool = false) {
        self.bytes = bytes
        self.hasDoubledQuotes = hasDoubledQuotes
    }

    @inlinable public var isEmpty: Bool { bytes.isEmpty }

    /// The cell as text; bytes that are not UTF-8 become U+FFFD.
    public var text: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }

    /// The cell as a number, correctly rounded; blanks around it are allowed, and so are `nan`,
    /// `inf` and `-inf` in any case.
    /// - Returns: nil for anything else, an empty cell included.
    public var number: Double? { ExactDecimal.parse(bytes) }

    /// The cell as a whole number that Int64 can hold; nil for anything else.
    public var integer: Int64? { WholeNumber.parse(bytes) }
}
