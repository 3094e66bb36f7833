/// What columns are for, told by their names: one list for all commands, in docs/evaluating.md.
///
/// Case, blanks, underlines, hyphens and points in a name make no difference.
public enum ColumnNames {
    /// Columns of labels, the most telling name first.
    public static let labels = [
        "label", "labels", "is_anomaly", "anomaly", "anomalies", "anomaly_label", "anomalous",
        "is_outlier", "outlier", "ground_truth", "attack", "is_attack", "attack_label",
        "normal/attack", "class", "fault", "is_fault", "failure", "machine_failure", "target",
    ]
    /// Columns that tell the answer in another way: no labels, and no channels either.
    public static let answers = [
        "changepoint", "change_point", "prediction", "predicted", "anomaly_score",
    ]
    public static let times = ["timestamp", "time", "datetime", "date_time"]
    /// Columns that split the rows into series, the one that counts first.
    public static let ids = ["unique_id", "machineID"]
    /// Columns that describe a reading and are no measurement.
    public static let described = [
        "provider", "run", "barcode", "seq", "kind", "events", "ignored",
    ]

    /// A name without what makes no difference.
    static func plain(_ name: String) -> [UInt8] {
        name.utf8.filter { !" _-.\t".utf8.contains($0) }
            .map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Where `name` stands in `list`; nil if it doesn't.
    public static func rank(_ name: String, in list: [String]) -> Int? {
        let name = plain(name)
        return list.firstIndex { plain($0) == name }
    }

    /// Whether a detector that sees the column sees the answers.
    public static func tellsAnswer(_ name: String) -> Bool {
        rank(name, in: labels) != nil || rank(name, in: answers) != nil
    }

    /// Whether this is what pandas calls a column without a name, or none at all: `Unnamed: 0`, and
    /// `Unnamed: 0.1` or `Unnamed: 0_level_1` where a table was written twice or has two rows of names.
    public static func isUnnamed(_ name: String) -> Bool {
        name.isEmpty
            || name.hasPrefix("Unnamed: ")
                && name.utf8.dropFirst(9).first.map { (48...57).contains($0) } == true
    }

    /// Names of columns that may number the rows; whether they do, their cells tell.
    public static let rowNumbers = [
        "index", "level_0", "row", "row_id", "row_no", "row_number", "id", "idx", "no", "nr", "#",
        "number", "record", "record_id", "record_no", "sample", "sample_id", "sample_no", "UDI",
    ]

    /// Whether tables call a column of row numbers so.
    public static func isRowIndex(_ name: String) -> Bool { rank(name, in: rowNumbers) != nil }

    /// The place in `header` of the column whose name stands first in `list`; of two that mean the
    /// same, that which is spelled so.
    public static func first(_ list: [String], in header: [String]) -> Int? {
        let ranked = header.indices.compactMap { place -> (Int, Int, Int)? in
            guard let rank = rank(header[place], in: list) else { return nil }
            let isExact = header[place].utf8.elementsEqual(list[rank].utf8)
            return (rank, isExact ? 0 : 1, place)
        }
        return ranked.min { $0 < $1 }?.2
    }

    /// The place of the column of exactly this name, byte for byte.
    public static func place(of name: String, in header: [String]) -> Int? {
        header.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    }
}
