import Glibc
import NumberText
import Telemetry

/// What a cell of the answer holds.
package enum CellKind: Sendable {
    case text, integer, float
}

/// Reads the server's CSV as it comes, without holding more than one row and one piece.
///
/// A byte parser over one buffer: columns are known, so every cell is read as what it is and no
/// string is made for a number. NULL is an empty cell: a missing float, a zero integer, an empty
/// text (tags cannot be empty, so nothing is confused).
package struct RowDecoder: ~Copyable {
    /// Why an answer is no answer.
    enum Fault: Error, Equatable {
        case header(found: String, wanted: String)
        case cell(row: Int, column: String)
        case rowTooLong(row: Int)
        /// The body ends inside a row.
        case cutRow(row: Int)
    }

    /// One decoded row; valid only inside the call it is given to.
    package struct Row {
        /// By order of the integer columns.
        let integers: UnsafeMutablePointer<Int64>
        /// By order of the float columns.
        let floats: UnsafeMutableBufferPointer<Double>
        /// All text cells as they stand in the answer, quotes and commas included, when they came
        /// one after another. Equal bytes mean equal texts.
        package let rawTexts: UnsafeRawBufferPointer
    }

    /// Of the columns, as the first line has them.
    var names: [String] { columns.map(\.name) }

    private static let longestRow = 4 << 20

    private let columns: [(name: String, kind: CellKind)]
    private let kinds: [CellKind]
    private let integers: UnsafeMutablePointer<Int64>
    private let floats: UnsafeMutableBufferPointer<Double>
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var filled = 0
    private var hasHeader = false
    private(set) var rowCount = 0

    /// - Parameter columns: in the order of the SELECT; text columns next to each other.
    package init(_ columns: [(name: String, kind: CellKind)]) {
        self.columns = columns
        kinds = columns.map(\.kind)
        integers = .allocate(capacity: max(1, columns.count))
        integers.initialize(repeating: 0, count: max(1, columns.count))
        floats = .allocate(capacity: columns.count { $0.kind == .float })
        floats.initialize(repeating: 0)
        capacity = 1 << 17
        buffer = .allocate(capacity: capacity)
    }

    deinit {
        integers.deallocate()
        floats.deallocate()
        buffer.deallocate()
    }

    /// Takes the next piece and calls `body` for each row that is now whole.
    package mutating func take(_ piece: UnsafeRawBufferPointer, _ body: (Row) throws -> Void) throws
    {
        makeRoom(for: piece.count)
        if let start = piece.baseAddress {
            memcpy(buffer + filled, start, piece.count)
            filled += piece.count
        }
        var at = 0
        if !hasHeader {
            guard let end = try takeHeader() else { return }
            at = end
        }
        while let next = try parseRow(at) {
            try body(Row(integers: integers, floats: floats, rawTexts: texts))
            rowCount += 1
            at = next
        }
        filled -= at
        if at > 0 { memmove(buffer, buffer + at, filled) }
        if filled > Self.longestRow { throw Fault.rowTooLong(row: rowCount + 1) }
    }

    /// To be called when the body has ended.
    package func finish() throws {
        guard filled == 0 else { throw Fault.cutRow(row: rowCount + 1) }
    }

    private var texts = UnsafeRawBufferPointer(start: nil, count: 0)

    private mutating func makeRoom(for count: Int) {
        guard filled + count + 1 > capacity else { return }
        capacity = max(capacity * 2, filled + count + 1)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, buffer, filled)
        buffer.deallocate()
        buffer = larger
    }

    private mutating func takeHeader() throws -> Int? {
        let bytes = UnsafeBufferPointer(start: buffer, count: filled)
        let wanted = columns.map(\.name).joined(separator: ",")
        guard let end = bytes.firstIndex(of: 0x0A) else {
            // A page of HTML may have no line feed for long.
            if filled > 65_536 { throw Fault.rowTooLong(row: 0) }
            return nil
        }
        let found = String(decoding: bytes[..<end], as: UTF8.self)
        guard found == wanted else {
            throw Fault.header(found: String(found.prefix(200)), wanted: wanted)
        }
        hasHeader = true
        return end + 1
    }

    /// - Returns: where the next row starts; nil when this one is not all there.
    private mutating func parseRow(_ start: Int) throws -> Int? {
        // The row must be whole before numbers are read from it.
        guard let end = endOfRow(start) else { return nil }
        var at = start
        var integer = 0
        var float = 0
        var textStart: Int?
        var textEnd = start
        let last = kinds.count - 1
        for column in 0...last {
            let delimiter: UInt8 = column == last ? 0x0A : 0x2C
            switch kinds[column] {
            case .text:
                textStart = textStart ?? at
                at = skipText(at, before: end)
                textEnd = at
            case .integer:
                integers[integer] = parseInteger(&at)
                integer += 1
            case .float:
                floats[float] = parseFloat(&at)
                float += 1
            }
            guard at <= end, buffer[at] == delimiter else {
                throw Fault.cell(row: rowCount + 1, column: columns[column].name)
            }
            at += 1
        }
        let from = textStart ?? start
        texts = UnsafeRawBufferPointer(
            UnsafeBufferPointer(start: buffer + from, count: textEnd - from))
        return end + 1
    }

    /// The line feed that ends the row; one inside quotes does not.
    private func endOfRow(_ start: Int) -> Int? {
        var from = start
        while from < filled, let found = memchr(buffer + from, 0x0A, filled - from) {
            let end =
                UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
            guard memchr(buffer + start, 0x22, end - start) != nil else { return end }
            let quotes = UnsafeBufferPointer(start: buffer + start, count: end - start)
                .count { $0 == 0x22 }
            if quotes.isMultiple(of: 2) { return end }
            from = end + 1
        }
        return nil
    }

    /// - Returns: the place behind the cell; `end` for one whose quotes do not close.
    private func skipText(_ start: Int, before end: Int) -> Int {
        var at = start
        guard buffer[at] == 0x22 else {
            while at < end, buffer[at] != 0x2C { at += 1 }
            return at
        }
        at += 1
        // A doubled quote is one that belongs to the text.
        while at < end {
            guard buffer[at] == 0x22 else {
                at += 1
                continue
            }
            guard buffer[at + 1] == 0x22 else { return at + 1 }
            at += 2
        }
        return end
    }

    /// What stands before the next comma or line feed; rows that are whole have one.
    private func cell(_ start: Int) -> UnsafeRawBufferPointer {
        var end = start
        while buffer[end] != 0x2C, buffer[end] != 0x0A { end += 1 }
        return UnsafeRawBufferPointer(start: buffer + start, count: end - start)
    }

    /// Goes behind the cell; stays where it is no number, so that the caller finds no comma there.
    private func parseInteger(_ at: inout Int) -> Int64 {
        let cell = cell(at)
        guard let number = WholeNumber.parse(cell) else { return 0 }
        at += cell.count
        return number
    }

    private func parseFloat(_ at: inout Int) -> Double {
        let cell = cell(at)
        guard !cell.isEmpty, let number = ExactDecimal.parse(cell) else { return .missing }
        at += cell.count
        return number
    }
}
