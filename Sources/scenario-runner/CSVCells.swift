import CommandLineTool
import Foundation

/// Walks the cells of a CSV file held in memory, and knows the line it is on.
struct CSVCells {
    /// Where a cell's bytes lie, without quotes around it.
    struct Cell {
        var start: Int
        var end: Int
        /// Whether a doubled quote inside stands for one.
        var hasDoubledQuotes = false
    }

    private let bytes: UnsafeRawBufferPointer
    private let path: String
    private var position = 0
    private var line = 0
    private var linesInCell = 0
    private var isAtLineEnd = true

    init(bytes: UnsafeRawBufferPointer, path: String) {
        self.bytes = bytes
        self.path = path
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// An error that begins with file and line.
    func failure(_ what: String) -> ToolFailure { .usage("\(path):\(max(line, 1)): \(what)") }

    /// Moves to the next line that is not empty; false at the end of the file.
    mutating func nextLine() -> Bool {
        line += linesInCell
        linesInCell = 0
        while position < bytes.count {
            line += 1
            if bytes[position] == Self.lineFeed {
                position += 1
            } else if bytes[position] == Self.carriageReturn, position + 1 < bytes.count,
                bytes[position + 1] == Self.lineFeed
            {
                position += 2
            } else {
                isAtLineEnd = false
                return true
            }
        }
        return false
    }

    /// The next cell of the header; nil after the last one.
    mutating func headerCell() throws -> String? {
        if isAtLineEnd { return nil }
        return text(try cell()).trimmingCharacters(in: .whitespaces)
    }

    /// The next cell of a row.
    /// - Throws: if the row has fewer cells than the header, or more.
    mutating func nextCell(isLast: Bool) throws -> Cell {
        if isAtLineEnd { throw failure("the row has fewer cells than the header") }
        let cell = try cell()
        if isLast, !isAtLineEnd { throw failure("the row has more cells than the header") }
        return cell
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    private mutating func cell() throws -> Cell {
        if position < bytes.count, bytes[position] == Self.quote { return try quotedCell() }
        let start = position
        while position < bytes.count, bytes[position] != Self.comma,
            bytes[position] != Self.lineFeed
        {
            position += 1
        }
        var end = position
        endCell()
        if isAtLineEnd, end > start, bytes[end - 1] == Self.carriageReturn { end -= 1 }
        return Cell(start: start, end: end)
    }

    /// Steps over the comma or line feed behind a cell.
    private mutating func endCell() {
        isAtLineEnd = position >= bytes.count || bytes[position] == Self.lineFeed
        position += 1
    }

    private mutating func quotedCell() throws -> Cell {
        position += 1
        var cell = Cell(start: position, end: position)
        while position < bytes.count {
            if bytes[position] == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
                cell.hasDoubledQuotes = true
                position += 1
            } else if bytes[position] == Self.lineFeed {
                linesInCell += 1
            }
            position += 1
        }
        guard position < bytes.count else { throw failure("a quoted cell is never closed") }
        cell.end = position
        position += 1
        if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
        guard
            position >= bytes.count || bytes[position] == Self.comma
                || bytes[position] == Self.lineFeed
        else { throw failure("there is text behind a quoted cell") }
        endCell()
        return cell
    }

    /// The cell as text.
    func text(_ cell: Cell) -> String {
        let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
        return cell.hasDoubledQuotes ? text.replacingOccurrences(of: "\"\"", with: "\"") : text
    }

    /// 0 or 1.
    func flag(_ cell: Cell, _ column: String) throws -> Bool {
        if cell.end == cell.start + 1 {
            if bytes[cell.start] == UInt8(ascii: "0") { return false }
            if bytes[cell.start] == UInt8(ascii: "1") { return true }
        }
        switch text(cell).trimmingCharacters(in: .whitespaces).lowercased() {
        case "0", "0.0", "false": return false
        case "1", "1.0", "true": return true
        default: throw failure("\(column) is \"\(text(cell))\"; it must be 0 or 1")
        }
    }

    /// A number; NaN for an empty cell.
    func score(_ cell: Cell) throws -> Double {
        if cell.start == cell.end { return .nan }
        if let number = decimal(cell) { return number }
        let text = text(cell).trimmingCharacters(in: .whitespaces)
        if ["", "na", "null", "none"].contains(text.lowercased()) { return .nan }
        guard let number = Double(text) else {
            throw failure("score is \"\(text)\"; it must be a number, or empty if missing")
        }
        return number
    }

    /// Plain decimals of at most 18 digits, exactly rounded: digits and power of ten are both exact
    /// doubles, so one division rounds once. Nil for anything else.
    func decimal(_ cell: Cell) -> Double? {
        var index = cell.start
        let isNegative = index < cell.end && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var digits: UInt64 = 0
        var (count, decimals) = (0, -1)
        while index < cell.end {
            let byte = bytes[index]
            if byte >= 48, byte <= 57 {
                digits = digits &* 10 &+ UInt64(byte - 48)
                count += 1
                if decimals >= 0 { decimals += 1 }
            } else if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else {
                return nil
            }
            index += 1
        }
        guard count > 0, count <= 18, digits <= 1 << 53 else { return nil }
        let number = Double(digits) / Self.powers[max(decimals, 0)]
        return isNegative ? -number : number
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18,
    ]
}
