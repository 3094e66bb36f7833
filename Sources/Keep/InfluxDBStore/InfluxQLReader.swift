import JSONText

/// Turns the answer of `/query` into the rows that ``RowDecoder`` reads, as it comes.
///
/// The answer is JSON objects one behind the other, with or without line breaks, each with rows of one
/// series: `{"results":[{"statement_id":0,"series":[{"tags":{},"columns":[],"values":[[…]]}]}]}`. Rows
/// are the only arrays seven levels deep; everything above is small. Only this form tells an error, and
/// whether the answer is whole.
struct InfluxQLReader {
    enum Fault: Error, Equatable {
        case notJSON
        case cellTooLong
        /// The body ends inside an object, or says that more was to come.
        case cut
        case unanswered(statements: Int)
    }

    /// What stands in a row before its cells.
    enum Head {
        case none
        /// Cells with a comma behind each, by statement.
        case statement([[UInt8]])
        /// The values of these tags; "" for one that is not there.
        case tags([String])
    }

    private static let rowDepth = 7
    private static let longestCell = 4 << 20

    let head: Head
    /// Cells of a row that are given on; more are dropped, fewer are filled up.
    let cells: Int
    /// The second cell is not in the answer and stays empty.
    var lacksSequence = false
    /// The second cell is not an integer in the table, and is made one.
    var makesSequenceWhole = false

    /// What has been read and not been taken away.
    private(set) var csv: [UInt8] = []
    /// The first error in the answer.
    private(set) var error: String?
    private var rest: [UInt8] = []
    /// For each open object its current key, for each open array nil.
    private var path: [(isObject: Bool, key: String)] = []
    private var expectsKey = false
    private var statement = 0
    private var answered: Set<Int> = []
    private var isPartial = false
    private var hasStarted = false
    private var tags: [String: String] = [:]
    private var cell = 0

    init(_ head: Head, cells: Int) {
        self.head = head
        self.cells = cells
    }

    mutating func removeRows() { csv.removeAll(keepingCapacity: true) }

    /// Writes the line of names that the decoder wants to see first.
    mutating func begin(_ columns: [String]) {
        csv += Array(columns.joined(separator: ",").utf8)
        csv.append(UInt8(ascii: "\n"))
    }

    mutating func take(_ piece: UnsafeRawBufferPointer) throws {
        rest.append(contentsOf: piece)
        let bytes = rest
        var at = 0
        while at < bytes.count {
            guard let next = try takeToken(bytes, at) else { break }
            at = next
        }
        rest.removeFirst(at)
        if rest.count > Self.longestCell { throw Fault.cellTooLong }
    }

    /// To be called when the body has ended.
    mutating func finish(statements: Int) throws {
        if error != nil { return }
        let isBlank = rest.allSatisfy { $0 <= 0x20 }
        guard path.isEmpty, isBlank, hasStarted, !isPartial else { throw Fault.cut }
        let missing = statements - answered.count
        if missing > 0 { throw Fault.unanswered(statements: missing) }
    }

    /// - Returns: the place behind the token; nil when it is not all there.
    private mutating func takeToken(_ bytes: [UInt8], _ at: Int) throws -> Int? {
        switch bytes[at] {
        case 0...0x20: return at + 1
        case UInt8(ascii: ","):
            expectsKey = path.last?.isObject == true
            return at + 1
        case UInt8(ascii: ":"):
            expectsKey = false
            return at + 1
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            open(isObject: bytes[at] == UInt8(ascii: "{"))
            return at + 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard path.last?.isObject == (bytes[at] == UInt8(ascii: "}")) else {
                throw Fault.notJSON
            }
            close()
            return at + 1
        case UInt8(ascii: "\""): return try takeString(bytes, at)
        default: return try takeScalar(bytes, at)
        }
    }

    private mutating func open(isObject: Bool) {
        hasStarted = true
        path.append((isObject, ""))
        expectsKey = isObject
        switch path.count {
        case 3: isPartial = false
        case 5: tags = [:]
        case Self.rowDepth where !isObject: beginRow()
        default: break
        }
    }

    private mutating func close() {
        if path.count == Self.rowDepth, path.last?.isObject == false { endRow() }
        path.removeLast()
        expectsKey = false
    }

    private mutating func takeString(_ bytes: [UInt8], _ start: Int) throws -> Int? {
        var end = start + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count else { return nil }
        let text = try Self.unescaped(bytes[(start + 1)..<end])
        if expectsKey {
            path[path.count - 1].key = String(decoding: text, as: UTF8.self)
        } else if path.count == Self.rowDepth {
            takeCell(text, isText: true)
        } else {
            takeMember(String(decoding: text, as: UTF8.self))
        }
        return end + 1
    }

    /// What stands between the quotes of a string.
    private static func unescaped(_ raw: ArraySlice<UInt8>) throws -> [UInt8] {
        guard raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
        return try raw.withUnsafeBytes { raw in
            var scanner = JSONScanner(bytes: raw)
            var text: [UInt8] = []
            while let byte = scanner.next() {
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                do { text += String(try scanner.escape()).utf8 } catch { throw Fault.notJSON }
            }
            return text
        }
    }

    private mutating func takeScalar(_ bytes: [UInt8], _ start: Int) throws -> Int? {
        var end = start
        while end < bytes.count, Self.belongsToScalar(bytes[end]) { end += 1 }
        guard end > start else { throw Fault.notJSON }
        guard end < bytes.count else { return nil }
        if path.count == Self.rowDepth {
            let isNull = bytes[start] == UInt8(ascii: "n")
            takeCell(isNull ? [] : Array(bytes[start..<end]), isText: false)
        } else {
            takeMember(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        return end
    }

    private static func belongsToScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// A value outside the rows.
    private mutating func takeMember(_ value: String) {
        guard let key = path.last?.key else { return }
        switch (path.count, key) {
        case (3, "statement_id"):
            statement = Int(value) ?? 0
            answered.insert(statement)
        case (3, "partial"): isPartial = value == "true"
        case (1, "error"), (3, "error"): error = error ?? value
        case (6, _) where path[4].key == "tags": tags[key] = value
        default: break
        }
    }

    private mutating func beginRow() {
        cell = 0
        switch head {
        case .none: break
        case .statement(let heads):
            if heads.indices.contains(statement) { csv += heads[statement] }
        case .tags(let names):
            for name in names {
                Self.append(quoted: Array((tags[name] ?? "").utf8), to: &csv)
                csv.append(UInt8(ascii: ","))
            }
        }
    }

    private mutating func takeCell(_ text: [UInt8], isText: Bool) {
        if cell == 1, lacksSequence { separateCell() }
        guard cell < cells else { return }
        if cell > 0 { csv.append(UInt8(ascii: ",")) }
        if cell == 1, makesSequenceWhole {
            csv += Self.whole(text)
        } else if isText {
            Self.append(quoted: text, to: &csv)
        } else {
            csv += text
        }
        cell += 1
    }

    private mutating func separateCell() {
        csv.append(UInt8(ascii: ","))
        cell += 1
    }

    private mutating func endRow() {
        while cell < cells { separateCell() }
        csv.append(UInt8(ascii: "\n"))
    }

    /// `12.7` and `"12"` are the number 12; what is none is no number.
    private static func whole(_ text: [UInt8]) -> [UInt8] {
        let text = String(decoding: text, as: UTF8.self)
        if let number = Int64(text) { return Array(String(number).utf8) }
        guard let number = Double(text), let whole = Int64(exactly: number.rounded(.towardZero))
        else { return [] }
        return Array(String(whole).utf8)
    }

    /// A text cell in quotes, those inside doubled.
    static func append(quoted text: [UInt8], to csv: inout [UInt8]) {
        csv.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { csv.append(byte) }
            csv.append(byte)
        }
        csv.append(UInt8(ascii: "\""))
    }
}
