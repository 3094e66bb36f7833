import CSVFiles

/// Columns that are called like row numbers, in a file that is seen once.
///
/// The first row has to be answered before the next one comes, so it decides: a first cell of 0 or 1 is
/// a row number. Whether the next ones count on is watched, for who was wrong here should hear of it.
struct RowNumbers {
    /// As many rows as `evaluate` looks at before it decides.
    private static let rows = 1000

    private var next: [(column: Int, value: Double)] = []
    private var row = 0
    /// Columns whose first cells are row numbers.
    var columns: [Int] { next.map(\.column) }

    /// - Parameter columns: those that may be, in the reader's present row, which is its first.
    init(_ columns: [Int] = [], firstRow reader: CSVReader) {
        for column in columns {
            guard let first = reader.cell(column).number, first == 0 || first == 1 else { continue }
            next.append((column, first))
        }
    }

    /// Looks at the reader's present row.
    /// - Returns: a column in which rows are not counted on, once.
    mutating func broken(_ reader: CSVReader) -> Int? {
        guard !next.isEmpty else { return nil }
        if row == Self.rows {
            next = []
            return nil
        }
        row += 1
        for place in next.indices {
            guard reader.cell(next[place].column).number == next[place].value else {
                return next.remove(at: place).column
            }
            next[place].value += 1
        }
        return nil
    }
}
