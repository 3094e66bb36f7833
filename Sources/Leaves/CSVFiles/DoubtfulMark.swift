/// A column that can be read in two ways, beside one that shows for certain what stands before the file's
/// decimals, and shows the other mark.
public struct DoubtfulMark: Sendable, Equatable {
    /// Name of the column in doubt, and its first cell whose mark may part thousands.
    public var column: String
    public var doubt: ColumnSurvey.Example
    /// Name of the column that is certain, its first cell that shows it, and the mark there.
    public var certainColumn: String
    public var proof: ColumnSurvey.Example
    public var mark: NumberStyle.Mark

    public init(
        column: String, doubt: ColumnSurvey.Example, certainColumn: String,
        proof: ColumnSurvey.Example, mark: NumberStyle.Mark
    ) {
        self.column = column
        self.doubt = doubt
        self.certainColumn = certainColumn
        self.proof = proof
        self.mark = mark
    }

    /// What is wrong and what to do, behind the name and the text of the cell in doubt, or of the
    /// certain one.
    public func needed(behindDoubt: Bool) -> String {
        let (name, other) = mark == .comma ? ("comma", "point") : ("point", "comma")
        func place(_ example: ColumnSurvey.Example) -> String {
            "(\"\(example.text)\" in line \(example.line))"
        }
        let what =
            behindDoubt
            ? "its \(other) may part thousands, for \(certainColumn) has a decimal \(name) \(place(proof))"
            : "beside such a decimal \(name) the \(other) of \(column) \(place(doubt)) may part thousands"
        return what
            + (mark == .comma
                ? "; say --decimal , (then it does), or write numbers without thousands separators"
                : "; write numbers without thousands separators, or leave \(column) out with"
                    + " --ignore-columns \(column)")
    }
}
