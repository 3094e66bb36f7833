/// What tables write in place of a value that is missing.
///
/// pandas' list (`#N/A`, `<NA>`, `1.#QNAN`, `n/a`, `null`, ...), and what spreadsheets and historians
/// put there. Case and blanks around make no difference.
public enum MissingMarks {
    /// What says nothing but that the value is missing.
    public static let plain = ["", "na", "n/a", "nan", "-nan", "null", "none", "<na>"]
    /// What may have stood for more: a survey counts these and shows the first.
    public static let others = [
        "#n/a", "#n/a n/a", "#na", "-1.#ind", "-1.#qnan", "1.#ind", "1.#qnan", "nil", "missing",
        "#null!", "#value!", "#div/0!", "#num!", "#ref!", "#name?", "-", "--", "---", "?", ".",
    ]

    private static let known = Dictionary(
        uniqueKeysWithValues: plain.map { (Array($0.utf8), true) }
            + others.map { (Array($0.utf8), false) })
    private static let longest = known.keys.map(\.count).max() ?? 0

    /// Whether `bytes` are a plain mark or another one; nil if they are none.
    static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool? {
        let bytes = bytes.trimmingBlanks
        if bytes.isEmpty { return true }
        guard bytes.count <= longest else { return nil }
        return known[bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }]
    }
}

extension UnsafeRawBufferPointer {
    var trimmingBlanks: UnsafeRawBufferPointer {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        guard let first = firstIndex(where: { !isBlank($0) }),
            let last = lastIndex(where: { !isBlank($0) })
        else { return UnsafeRawBufferPointer(rebasing: self[0..<0]) }
        return UnsafeRawBufferPointer(rebasing: self[first...last])
    }
}

extension String {
    /// Without the blanks and tabs around it.
    package var trimmingBlanks: String {
        let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: blanks).reversed().drop(while: blanks).reversed())
    }
}
