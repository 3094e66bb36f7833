/// Text cells of one row as they stood in the answer.
package enum CSVText {
    /// The texts, quotes taken off. A quote inside a cell that does not begin with one is a letter like
    /// any other, as it is to ``RowDecoder``.
    package static func cells(_ raw: UnsafeRawBufferPointer) -> [String] {
        var cells: [String] = []
        var bytes: [UInt8] = []
        var isQuoted = false
        var start = 0
        var at = 0
        while at < raw.count {
            let byte = raw[at]
            if byte == 0x22, isQuoted || at == start {
                let isDoubled = isQuoted && at + 1 < raw.count && raw[at + 1] == 0x22
                if isDoubled {
                    bytes.append(byte)
                    at += 1
                } else {
                    isQuoted.toggle()
                }
            } else if byte == 0x2C, !isQuoted {
                cells.append(String(decoding: bytes, as: UTF8.self))
                bytes.removeAll(keepingCapacity: true)
                start = at + 1
            } else {
                bytes.append(byte)
            }
            at += 1
        }
        cells.append(String(decoding: bytes, as: UTF8.self))
        return cells
    }
}
