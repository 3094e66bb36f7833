import CSVFiles
import CommandLineTool

extension CSVCell {
    /// 0 or 1, also as 0.0, 1.0, false and true; nil for anything else.
    var flag: Bool? {
        if bytes.count == 1 {
            if bytes[0] == UInt8(ascii: "0") { return false }
            if bytes[0] == UInt8(ascii: "1") { return true }
        }
        if let number { return number == 0 ? false : number == 1 ? true : nil }
        switch text.trimmingBlanks.lowercased() {
        case "false": return false
        case "true": return true
        default: return nil
        }
    }

    /// A number; NaN for an empty cell and for what tables write in its place; nil for other text.
    var value: Double? {
        if isEmpty { return .nan }
        if let number { return number }
        return ["", "na", "n/a", "null", "none"].contains(text.trimmingBlanks.lowercased())
            ? .nan : nil
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

extension String {
    fileprivate var trimmingBlanks: String {
        let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: blanks).reversed().drop(while: blanks).reversed())
    }
}

/// Runs `body`; what is wrong with a CSV file is the user's input.
func readingCSV<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as CSVError {
        throw ToolFailure.usage("\(error)")
    }
}
