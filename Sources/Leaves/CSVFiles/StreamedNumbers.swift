/// Reads numbers of a file that is seen once: how a column writes them is told from its first cell that
/// shows it, and kept.
public struct StreamedNumbers: Sendable {
    private struct Column {
        /// Nil until a cell shows it.
        var style: NumberStyle?
        /// Whether a cell has shown it for certain.
        var isCertain = false
        /// The first cell that could be read either way.
        var doubt: ColumnSurvey.Example?
        /// Whether it has had a cell which reads the same either way.
        var hasWhole = false
    }

    private let forced: NumberStyle.Mark?
    private let commaParts: Bool
    private var columns: [Column] = []
    /// Per column, whether it has decimal points for certain: nothing more is to be found out.
    private var isPlain: [Bool] = []
    /// The first cell of the file that shows a mark for certain.
    private var proofs: [NumberStyle.Mark: (column: String, cell: ColumnSurvey.Example)] = [:]

    /// - Parameters:
    ///   - mark: what stands before decimals; nil to tell it from the cells.
    ///   - separator: what stands between cells.
    public init(_ mark: NumberStyle.Mark? = nil, separator: UInt8 = UInt8(ascii: ",")) {
        forced = mark
        commaParts = separator == UInt8(ascii: ",")
    }

    /// Columns that are read with a decimal comma.
    public var commaColumns: [Int] {
        columns.indices.filter { columns[$0].style?.mark == .comma }
    }
    /// Whether there are any.
    public private(set) var hasCommas = false

    /// The number in cell `column` of the reader's present row.
    /// - Parameter missing: what a missing value is.
    /// - Throws: ``CSVError/badCell(file:line:column:found:needed:)``.
    public mutating func value(
        _ reader: CSVReader, _ column: Int, orMissing missing: Double
    ) throws -> Double {
        while column >= columns.count {
            columns.append(Column())
            isPlain.append(false)
        }
        let cell = reader.cell(column)
        // As nearly all files are written.
        if isPlain[column], let number = cell.number { return number }
        if forced != .comma, columns[column].style?.mark != .comma, let number = cell.number {
            try learn(cell, reader, column)
            return number
        }
        let shape = cell.shape
        switch shape {
        case .missing, .mark: return missing
        case .thousands:
            throw reader.badCell(
                column, needed: "thousands separators are not read: write the number without")
        case .comma, .groupedComma, .commaOrGroup: try decide(shape, reader, column)
        case .whole, .point, .pointOrGroup, .text: break
        }
        let style =
            columns[column].style ?? NumberStyle(forced ?? .point, hasGroups: forced == .comma)
        guard let number = cell.number(style) else {
            throw reader.badCell(
                column,
                needed: "it must be a number, or empty if missing"
                    + (shape == .text
                        ? ""
                        : ", written as those above it; --decimal says what is before decimals"))
        }
        return number
    }

    /// Learns from a number that has no comma.
    private mutating func learn(_ cell: CSVCell, _ reader: CSVReader, _ column: Int) throws {
        guard cell.bytes.contains(UInt8(ascii: ".")) else {
            columns[column].hasWhole = true
            return
        }
        columns[column].style = NumberStyle(.point)
        try weigh(.point, isCertain: !cell.mayBeThousands, reader, column)
    }

    private mutating func decide(
        _ shape: NumberShape, _ reader: CSVReader, _ column: Int
    ) throws {
        if forced == .point || columns[column].style?.mark == .point, shape == .commaOrGroup {
            throw reader.badCell(
                column, needed: "thousands separators are not read: write the number without")
        }
        if columns[column].style == nil, forced != .point {
            if forced == nil, commaParts, shape == .commaOrGroup, columns[column].hasWhole {
                throw reader.badCell(
                    column,
                    needed: "this may have a decimal comma or part thousands; say --decimal , or"
                        + " write the number without thousands separators")
            }
            columns[column].style = NumberStyle(.comma, hasGroups: forced == .comma)
            hasCommas = true
        }
        guard columns[column].style?.mark == .comma else { return }
        if shape == .groupedComma { columns[column].style?.hasGroups = true }
        try weigh(.comma, isCertain: shape != .commaOrGroup, reader, column)
    }

    /// Holds what a cell shows against what other columns have shown.
    private mutating func weigh(
        _ mark: NumberStyle.Mark, isCertain: Bool, _ reader: CSVReader, _ column: Int
    ) throws {
        guard !columns[column].isCertain else { return }
        if isCertain || forced != nil {
            columns[column].isCertain = true
            isPlain[column] = mark == .point
            guard forced == nil, proofs[mark] == nil else { return }
            let proof = reader.example(column)
            proofs[mark] = (reader.header[column], proof)
            let doubtful = columns.indices.first { place in
                !columns[place].isCertain && columns[place].doubt != nil
                    && columns[place].style?.mark != mark
            }
            if let doubtful, let doubt = columns[doubtful].doubt {
                let found = DoubtfulMark(
                    column: reader.header[doubtful], doubt: doubt,
                    certainColumn: reader.header[column], proof: proof, mark: mark)
                throw reader.badCell(column, needed: found.needed(behindDoubt: false))
            }
        } else if columns[column].doubt == nil {
            let doubt = reader.example(column)
            columns[column].doubt = doubt
            let other: NumberStyle.Mark = mark == .point ? .comma : .point
            if let proof = proofs[other] {
                let found = DoubtfulMark(
                    column: reader.header[column], doubt: doubt, certainColumn: proof.column,
                    proof: proof.cell, mark: other)
                throw reader.badCell(column, needed: found.needed(behindDoubt: true))
            }
        }
    }
}

extension CSVReader {
    /// Cell `index` of the present row, to be shown.
    func example(_ index: Int) -> ColumnSurvey.Example {
        ColumnSurvey.Example(text: String(cell(index).text.prefix(60)), line: line)
    }
}
