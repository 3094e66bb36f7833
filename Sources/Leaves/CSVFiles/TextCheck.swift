/// Whether bytes are text at all, and which.
extension UnsafeRawBufferPointer {
    /// How many byte order marks of UTF-8 stand in front.
    var byteOrderMarks: Int {
        var marks = 0
        while count >= 3 * marks + 3, self[3 * marks] == 0xEF, self[3 * marks + 1] == 0xBB,
            self[3 * marks + 2] == 0xBF
        { marks += 1 }
        return marks
    }

    /// What a file that begins so is, if it is a known format other than plain text.
    var foreignFormat: String? {
        func begins(_ bytes: [UInt8]) -> Bool { starts(with: bytes) }
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { return "it is UTF-16" }
        if begins([0x50, 0x4B, 0x03, 0x04]) { return "it is a ZIP archive or an Excel workbook" }
        return nil
    }

    /// - Throws: ``CSVError/notText(file:line:what:)`` where there are bytes that are no UTF-8.
    func checkUTF8(file: String, line: Int) throws(CSVError) {
        var index = 0
        var high: UInt64 = 0
        while index + 8 <= count {
            high |= loadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
        }
        for place in index..<count { high |= UInt64(self[place]) }
        if high & 0x8080_8080_8080_8080 == 0 { return }
        guard String(validating: self, as: UTF8.self) == nil else { return }
        throw .notText(file: file, line: line, what: "the line is not UTF-8")
    }
}
