import CSVFiles

/// Reads labels: 0 and 1, words that can mean nothing else, or whatever the user says.
struct LabelReader {
    /// Words that files of others have for 0 and for 1; blanks and case make no difference, for SWaT
    /// has rows that say `A ttack`.
    private static let words: [String: Bool] = Dictionary(
        uniqueKeysWithValues: [
            "normal", "benign", "ok", "okay", "good", "healthy", "nominal", "inlier", "no", "n",
            "f",
            "nofault", "noattack", "noanomaly", "nofailure",
        ].map { ($0, false) }
            + [
                "anomaly", "anomalous", "abnormal", "attack", "outlier", "fault", "faulty",
                "failure",
                "failed", "fail", "broken", "bad", "nok", "notok", "defect", "yes", "y", "t",
            ].map { ($0, true) })

    /// Cells that mean normal, where the user says so: all others mean an anomaly.
    private let normal: [String]
    /// The first word that was read as 0, and the first as 1.
    private var first: (normal: String?, anomalous: String?)

    /// - Parameter normal: cells that mean normal; empty for 0, 1 and words.
    init(normal: [String]) { self.normal = normal }

    /// What words were taken for; nil where there were none.
    var note: String? {
        let read = [
            first.normal.map { "\"\($0)\" as 0" }, first.anomalous.map { "\"\($0)\" as 1" },
        ]
        .compactMap { $0 }
        return read.isEmpty
            ? nil : "labels are words, read as numbers: " + read.joined(separator: " and ")
    }

    /// The label in cell `index` of the reader's present row.
    /// - Returns: nil where the cell is empty or says that it is missing: nobody looked.
    /// - Throws: ``CSVError`` where it is anything else.
    mutating func label(_ reader: CSVReader, _ index: Int) throws -> Bool? {
        let cell = reader.cell(index)
        if normal.isEmpty, let flag = cell.flag { return flag }
        if cell.shape == .missing { return nil }
        let text = cell.text.trimmingBlanks
        if !normal.isEmpty { return !normal.contains { isSame($0, text, cell) } }
        if let word = Self.words[text.lowercased().replacing(" ", with: "")] {
            if word {
                if first.anomalous == nil { first.anomalous = text }
            } else if first.normal == nil {
                first.normal = text
            }
            return word
        }
        throw reader.badCell(
            index,
            needed:
                "a label must be 0 or 1, or empty where nobody looked; say which cells mean normal with"
                + " --normal-label VALUE, or name the label's column with --label-column")
    }

    /// Whether a cell says `value`, perhaps as another text of the same number: 0.0 for 0.
    private func isSame(_ value: String, _ text: String, _ cell: CSVCell) -> Bool {
        if value.utf8.elementsEqual(text.utf8) { return true }
        guard let number = cell.number else { return false }
        return Double(value) == number
    }
}
