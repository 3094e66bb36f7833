import CSVFiles
import CommandLineTool
import Digests
import Foundation
import NumberText

/// A file of nothing but numbers, parted by blanks, commas or line ends.
struct NumberFile {
    let path: String
    private(set) var values: [Double] = []
    /// Numbers in each line that has any.
    private(set) var lineWidths: [Int] = []
    let sha256: String

    /// - Throws: `ToolFailure` (usage) naming the line and what is no number in it.
    init(_ path: String) throws {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolFailure.usage("\(path): there is no such file, or it cannot be read")
        }
        var hash = SHA256()
        hash.update(data)
        sha256 = hexadecimal(hash.finalize())
        try data.withUnsafeBytes { try read($0) }
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) throws {
        var index = 0
        var (line, width) = (1, 0)
        while index < bytes.count {
            let start = index
            while index < bytes.count, !Self.parts(bytes[index]) { index += 1 }
            if index > start {
                let word = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
                guard let value = ExactDecimal.parse(word) else {
                    throw ToolFailure.usage(
                        "\(path):\(line): \"\(String(decoding: word.prefix(40), as: UTF8.self))\" is"
                            + " no number; the file holds numbers alone")
                }
                values.append(value)
                width += 1
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                if width > 0 { lineWidths.append(width) }
                (line, width) = (line + 1, 0)
            }
            index += 1
        }
        if width > 0 { lineWidths.append(width) }
        guard !values.isEmpty else { throw ToolFailure.usage("\(path): there are no numbers") }
    }

    private static func parts(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ",")
    }

    /// The numbers of each line.
    /// - Throws: `ToolFailure` (usage) where lines differ in length.
    func width() throws -> Int {
        if let place = lineWidths.firstIndex(where: { $0 != lineWidths[0] }) {
            throw ToolFailure.usage(
                "\(path): row \(place + 1) has \(lineWidths[place]) numbers, not \(lineWidths[0]) as"
                    + " the first one")
        }
        return lineWidths[0]
    }

    /// The hash of several files.
    static func hash(_ files: [NumberFile]) -> String {
        var hash = SHA256()
        for file in files { hash.update(file.sha256.utf8) }
        return hexadecimal(hash.finalize())
    }
}
