/// Rows of a CSV file (RFC 4180), one after the other in constant memory.
///
/// Cells may be quoted and then hold commas, line ends and doubled quotes; lines end with LF or CRLF,
/// or all with CR; byte order marks are skipped. A row that repeats a header of names, as joined files
/// have it, is passed over and counted. Empty lines are skipped, except where there is one column only: there
/// such a line is a row whose cell is empty. Rows must have as many cells as the header.
///
/// Cells are looked at where they lie in the read buffer, so a row costs no allocation.
public final class CSVReader {
    /// What ``next(waiting:)`` found.
    public enum Step: Sendable {
        case row
        /// No whole row is in memory, and more would have to be waited for.
        case wouldWait
        case end
    }

    /// Names in the first line, without blanks around them.
    public internal(set) var header: [String] = []
    /// As error texts name the file.
    public var name: String { source.name }
    /// Line the present row begins on, from 1.
    public private(set) var line = 0
    /// What stands between cells.
    public internal(set) var separator = UInt8(ascii: ",")
    /// Lines on which the header was repeated, and passed over.
    public internal(set) var repeatedHeaders: [Int] = []

    /// What may part cells beside the comma, in all files that people bring.
    public static let usualSeparators = [";", "\t", "|"].map { UInt8(ascii: $0) }

    /// Longest row, bytes.
    public static let rowLimit = 16 << 20

    let source: ByteSource
    let mustBeUTF8: Bool
    var lineEnd = UInt8(ascii: "\n")
    /// The header as the file has it, or as it would, without its line end.
    public internal(set) var headerRow: [UInt8] = []
    /// The line the header begins on.
    var headerLine = 0
    /// The header's bytes where a row like it can be no data; empty where it could.
    var headerBytes: [UInt8] = []
    private let memory: Memory
    /// First byte not yet given out, and the end of what has been read.
    var position = 0
    var filled = 0
    var isAtEnd = false
    var nextLine = 1
    /// Where the present row lies, without its line end.
    var rowStart = 0
    var rowEnd = 0
    private var endsWithCR = false
    var count = 0

    /// A cell's bytes in the buffer.
    private struct Place {
        var start: Int32 = 0
        var end: Int32 = 0
        var hasDoubledQuotes = false
    }

    private final class Memory {
        var bytes: UnsafeMutableRawBufferPointer
        var cells: UnsafeMutableBufferPointer<Place>

        init(bytes count: Int) {
            bytes = .allocate(byteCount: count, alignment: 16)
            cells = .allocate(capacity: 64)
        }

        deinit {
            bytes.deallocate()
            cells.deallocate()
        }
    }

    /// Opens a file and reads its header.
    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - name: as error texts call the file; nil for its path.
    ///   - bufferSize: bytes read at a time.
    ///   - otherSeparators: one is taken in place of the comma where it parts the header into more
    ///     cells.
    ///   - mustBeUTF8: whether rows that are not are errors.
    ///   - format: lines before the header, a header that is not there, a row of units.
    /// - Throws: ``CSVError``.
    public convenience init(
        path: String?, name: String? = nil, bufferSize: Int = 256 << 10,
        otherSeparators: [UInt8] = [], mustBeUTF8: Bool = false, format: TableFormat = TableFormat()
    ) throws {
        try self.init(
            source: ByteSource(path: path, called: name), bufferSize: bufferSize,
            otherSeparators: otherSeparators, mustBeUTF8: mustBeUTF8, format: format)
    }

    init(
        source: ByteSource, bufferSize: Int = 256 << 10, otherSeparators: [UInt8], mustBeUTF8: Bool,
        format: TableFormat
    ) throws {
        self.source = source
        self.mustBeUTF8 = mustBeUTF8
        memory = Memory(bytes: max(bufferSize, 16))
        try readHeader(otherSeparators, format)
        if format.hasUnitsRow { _ = try next() }
    }

    /// Moves to the next row.
    /// - Parameter waiting: whether to wait for one; false gives only what is in memory.
    /// - Throws: ``CSVError``.
    public func next(waiting: Bool = true) throws -> Step {
        while true {
            switch try scan() {
            case .row:
                if mustBeUTF8 { try row.checkUTF8(file: name, line: line) }
                if count == header.count {
                    if !repeatsHeader { return .row }
                    repeatedHeaders.append(line)
                    continue
                }
                // An empty line.
                if count == 1, rowStart == rowEnd { continue }
                if count == header.count + 1, cell(header.count).isEmpty {
                    throw CSVError.emptyLastCell(file: name, line: line, header: header)
                }
                throw CSVError.wrongCellCount(
                    file: name, line: line, found: count, expected: header.count)
            case .wouldWait:
                guard waiting else { return .wouldWait }
                try fill()
            case .end: return .end
            }
        }
    }

    /// Cell `index` of the present row; valid until the next row is asked for.
    public func cell(_ index: Int) -> CSVCell {
        precondition(index >= 0 && index < count)
        let place = memory.cells[index]
        return CSVCell(
            bytes: UnsafeRawBufferPointer(
                rebasing: buffer[Int(place.start)..<Int(place.end)]),
            hasDoubledQuotes: place.hasDoubledQuotes)
    }

    /// The present row as it was written, without its line end; valid until the next row is asked for.
    public var row: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffer[rowStart..<rowEnd])
    }

    var buffer: UnsafeMutableRawBufferPointer { memory.bytes }

    /// Whether the present row ended with CR LF.
    public var rowEndsWithCRLF: Bool { endsWithCR }

    /// An error about cell `index` of the present row.
    public func badCell(_ index: Int, needed: String) -> CSVError {
        .badCell(
            file: name, line: line, column: header[index],
            found: String(cell(index).text.prefix(60)), needed: needed)
    }

    /// Makes room and reads more.
    func fill() throws {
        if position > 0 {
            buffer.baseAddress!.copyMemory(
                from: buffer.baseAddress! + position, byteCount: filled - position)
            filled -= position
            position = 0
        }
        if filled == buffer.count {
            guard buffer.count < Self.rowLimit else {
                throw CSVError.rowTooLong(file: name, line: nextLine, limit: Self.rowLimit)
            }
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: min(2 * buffer.count, Self.rowLimit), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
            buffer.deallocate()
            memory.bytes = larger
        }
        let count = try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        if count == 0 { isAtEnd = true }
        filled += count
    }

    /// Finds the cells of the row at `position`, if all of it is in memory.
    func scan() throws -> Step {
        if position == filled { return isAtEnd ? .end : .wouldWait }
        let bytes = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
        var cells = memory.cells
        let end = filled
        let start = position
        let separator = separator
        let lineEnd = lineEnd
        let highest = max(separator, lineEnd)
        var index = start
        var cellCount = 0
        var lines = 1
        while true {
            var place = Place()
            if index < end, bytes[index] == UInt8(ascii: "\"") {
                index += 1
                place.start = Int32(truncatingIfNeeded: index)
                while index < end {
                    if bytes[index] == UInt8(ascii: "\"") {
                        // Whether it is doubled is not known before the next byte is there.
                        if index + 1 == end, !isAtEnd { return .wouldWait }
                        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                        place.hasDoubledQuotes = true
                        index += 1
                    } else if bytes[index] == lineEnd {
                        lines += 1
                    }
                    index += 1
                }
                guard index < end else {
                    guard isAtEnd else { return .wouldWait }
                    throw CSVError.unclosedQuote(file: name, line: nextLine)
                }
                place.end = Int32(truncatingIfNeeded: index)
                index += 1
                if index + 1 >= end, !isAtEnd { return .wouldWait }
                if index + 1 < end, bytes[index] == UInt8(ascii: "\r"),
                    bytes[index + 1] == UInt8(ascii: "\n")
                {
                    index += 1
                }
                guard
                    index >= end || bytes[index] == separator || bytes[index] == lineEnd
                else { throw CSVError.textAfterQuote(file: name, line: nextLine + lines - 1) }
            } else {
                place.start = Int32(truncatingIfNeeded: index)
                while index < end {
                    let byte = bytes[index]
                    // Comma and line ends are below the digits: one comparison decides for most bytes.
                    if byte <= highest, byte == separator || byte == lineEnd {
                        break
                    }
                    index += 1
                }
                if index == end, !isAtEnd { return .wouldWait }
                var cellEnd = index
                if cellEnd > Int(place.start), bytes[cellEnd - 1] == UInt8(ascii: "\r"),
                    index == end || bytes[index] == UInt8(ascii: "\n")
                {
                    cellEnd -= 1
                }
                place.end = Int32(truncatingIfNeeded: cellEnd)
            }
            if cellCount == cells.count {
                growCells()
                cells = memory.cells
            }
            cells[cellCount] = place
            cellCount += 1
            if index < end, bytes[index] == separator {
                index += 1
                // A comma as the file's last byte has an empty cell behind it.
                if index == end, !isAtEnd { return .wouldWait }
                continue
            }
            break
        }
        count = cellCount
        line = nextLine
        nextLine += lines
        rowStart = start
        endsWithCR = index > start && bytes[index - 1] == UInt8(ascii: "\r")
        rowEnd = endsWithCR ? index - 1 : index
        position = min(index + 1, end)
        return .row
    }

    private func growCells() {
        let more = UnsafeMutableBufferPointer<Place>.allocate(capacity: 2 * memory.cells.count)
        _ = more.initialize(from: memory.cells)
        memory.cells.deallocate()
        memory.cells = more
    }
}
