import CSVFiles
import CommandLineTool
import Glibc

extension CSVCell {
    /// 0 or 1, also as 0.0, 1.0, false and true; nil for anything else.
    var flag: Bool? {
        if bytes.count == 1 {
            if bytes[0] == UInt8(ascii: "0") { return false }
            if bytes[0] == UInt8(ascii: "1") { return true }
        }
        if let number = number ?? number(NumberStyle(.comma)) {
            return number == 0 ? false : number == 1 ? true : nil
        }
        switch text.trimmingBlanks.lowercased() {
        case "false": return false
        case "true": return true
        default: return nil
        }
    }
}

extension CSVReader {
    /// - Throws: ``CSVError`` where cell `index` is no flag.
    func flag(_ index: Int) throws -> Bool {
        guard let flag = cell(index).flag else {
            throw badCell(index, needed: "it must be 0 or 1")
        }
        return flag
    }
}

/// Runs `body`; what is wrong with a CSV file is the user's input.
func readingCSV<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as CSVError {
        throw ToolFailure.usage("\(error)")
    }
}

/// Numbers names in the order they are first seen, telling them apart by their bytes.
struct NameIndex {
    private(set) var names: [String] = []
    private var indices: [[UInt8]: Int] = [:]
    /// The last one: neighbouring rows mostly have the same.
    private var last = -1
    private var lastBytes: [UInt8] = []

    /// The number of the cell's text.
    subscript(cell: CSVCell) -> Int {
        mutating get {
            if last >= 0, lastBytes.count == cell.bytes.count,
                lastBytes.withUnsafeBytes({
                    $0.isEmpty || memcmp($0.baseAddress!, cell.bytes.baseAddress!, $0.count) == 0
                })
            {
                return last
            }
            lastBytes = Array(cell.bytes)
            let text = cell.text
            let key = Array(text.utf8)
            if let known = indices[key] {
                last = known
            } else {
                last = names.count
                indices[key] = last
                names.append(text)
            }
            return last
        }
    }
}
