extension CSVReader {
    func readHeader(_ otherSeparators: [UInt8], _ format: TableFormat) throws {
        while filled < 4, !isAtEnd { try fill() }
        let start = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
        if let what = start.foreignFormat {
            throw CSVError.notText(file: name, line: 1, what: what)
        }
        try passByteOrderMarks()
        try findLineEnd()
        try skipLines(format.skippedLines)
        try findRow()
        if let named = namedSeparator {
            try findRow(named)
        } else {
            try chooseSeparator(otherSeparators)
        }
        headerRow = Array(row)
        headerLine = line
        if row.contains(0) {
            throw CSVError.notText(
                file: name, line: line, what: "there is a NUL byte in the header")
        }
        if mustBeUTF8 { try row.checkUTF8(file: name, line: line) }
        if !format.columns.isEmpty { return try takeNames(format.columns) }
        for index in 0..<count {
            var name = cell(index).text.trimmingBlanks
            if index == 0, isComment { name = String(name.dropFirst()).trimmingBlanks }
            // By scalars, as channels are told apart everywhere.
            if header.contains(where: { $0.unicodeScalars.elementsEqual(name.unicodeScalars) }) {
                throw CSVError.repeatedColumn(file: source.name, line: line, name: name)
            }
            header.append(name)
        }
        // A file without a header begins with numbers, and these may well come again.
        if (0..<count).contains(where: { !cell($0).isEmpty && cell($0).number == nil }) {
            headerBytes = Array(row)
        }
    }

    /// A file that was joined of others, or went through several editors, may have more than one.
    private func passByteOrderMarks() throws {
        while true {
            while filled - position < 3, !isAtEnd { try fill() }
            guard UnsafeRawBufferPointer(rebasing: buffer[position..<filled]).byteOrderMarks > 0
            else { return }
            position += 3
        }
    }

    /// Moves to the first row that is not empty.
    private func findRow(_ separator: UInt8? = nil) throws {
        if let separator { self.separator = separator }
        while true {
            switch try scan() {
            case .row:
                if count > 1 || rowStart < rowEnd { return }
            case .wouldWait: try fill()
            case .end: throw CSVError.empty(file: name)
            }
        }
    }

    /// What parts cells if the present row is `sep=;`, a line that Excel writes and reads.
    private var namedSeparator: UInt8? {
        let quote = UInt8(ascii: "\"")
        let text =
            row.first == quote && row.last == quote && row.count > 1
            ? row[1..<row.count - 1] : row[...]
        guard text.count == 5, text.prefix(4).elementsEqual("sep=".utf8), let last = text.last,
            last == UInt8(ascii: ",") || Self.usualSeparators.contains(last)
        else { return nil }
        return last
    }

    /// Whether the header begins with a hash before its first name, as NumPy writes it: `# time,a,b`.
    private var isComment: Bool {
        let first = cell(0).text.drop { $0 == " " }
        return count > 1 && first.first == "#" && !cell(1).text.hasPrefix("#")
            && first.dropFirst().first { $0 != " " }?.isLetter == true
    }

    /// Passes over lines, whatever is in them.
    private func skipLines(_ lines: Int) throws {
        var left = lines
        while left > 0 {
            while position < filled, buffer[position] != lineEnd { position += 1 }
            if position < filled {
                (position, left, nextLine) = (position + 1, left - 1, nextLine + 1)
            } else {
                if isAtEnd { throw CSVError.empty(file: name) }
                try fill()
            }
        }
    }

    /// Names from elsewhere: the first line is a row.
    private func takeNames(_ names: [String]) throws {
        guard names.count == count else {
            throw CSVError.wrongCellCount(
                file: name, line: line, found: count, expected: names.count)
        }
        header = names
        headerRow = Array(names.joined(separator: String(UnicodeScalar(separator))).utf8)
        (position, nextLine) = (rowStart, line)
    }

    /// Looks how the header ends: with CR alone, all lines do.
    private func findLineEnd() throws {
        var index = position
        var isQuoted = false
        while true {
            while index < filled {
                let byte = buffer[index]
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if !isQuoted, byte == UInt8(ascii: "\n") { return }
                if !isQuoted, byte == UInt8(ascii: "\r") {
                    guard index + 1 < filled else { break }
                    if buffer[index + 1] != UInt8(ascii: "\n") { lineEnd = byte }
                    return
                }
                index += 1
            }
            if isAtEnd { return }
            index -= position
            try fill()
            index += position
        }
    }

    /// Of the comma and `others`, what parts the header into most cells; in doubt the comma.
    private func chooseSeparator(_ others: [UInt8]) throws {
        let (start, first) = (rowStart, line)
        func parted(by separator: UInt8) throws -> Int {
            self.separator = separator
            position = start
            nextLine = first
            _ = try scan()
            return count
        }
        var best = (separator: separator, count: count)
        for other in others where row.contains(other) {
            if let count = try? parted(by: other), count > best.count { best = (other, count) }
        }
        if !others.isEmpty { _ = try parted(by: best.separator) }
    }

    /// What to say behind an error in the present row: a first row without a number is none of data.
    public var unitsHint: String {
        guard line == headerLine + 1, header.indices.allSatisfy({ cell($0).number == nil }) else {
            return ""
        }
        return "; if the line has units, say --units-row"
    }

    /// Whether the present row has the bytes of the header, byte order marks before it or not.
    var repeatsHeader: Bool {
        let length = headerBytes.count
        let more = rowEnd - rowStart - length
        guard length > 0, more == 0 || more > 0 && more % 3 == 0 else { return false }
        return more == 3 * row.byteOrderMarks && row[more...].elementsEqual(headerBytes)
    }
}
