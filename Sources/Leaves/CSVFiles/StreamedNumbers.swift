/// Reads numbers of a file that is seen once: how a column writes them is told from its first cell that
/// shows it, and kept.
public struct StreamedNumbers: Sendable {
    private let forced: NumberStyle.Mark?
    private let commaParts: Bool
    /// Per column, nil until a cell shows it.
    private var styles: [NumberStyle?] = []
    /// Per column, whether it has had a cell which reads the same either way.
    private var haveWhole: [Bool] = []

    /// - Parameters:
    ///   - mark: what stands before decimals; nil to tell it from the cells.
    ///   - separator: what stands between cells.
    public init(_ mark: NumberStyle.Mark? = nil, separator: UInt8 = UInt8(ascii: ",")) {
        forced = mark
        commaParts = separator == UInt8(ascii: ",")
    }

    /// Columns that are read with a decimal comma.
    public var commaColumns: [Int] { styles.indices.filter { styles[$0]?.mark == .comma } }
    /// Whether there are any.
    public private(set) var hasCommas = false

    /// The number in cell `column` of the reader's present row.
    /// - Parameter missing: what a missing value is.
    /// - Throws: ``CSVError/badCell(file:line:column:found:needed:)``.
    public mutating func value(
        _ reader: CSVReader, _ column: Int, orMissing missing: Double
    ) throws -> Double {
        if column >= styles.count {
            let more = column + 1 - styles.count
            styles += [NumberStyle?](repeating: nil, count: more)
            haveWhole += [Bool](repeating: false, count: more)
        }
        let cell = reader.cell(column)
        // As nearly all files are written.
        if forced != .comma, styles[column]?.mark != .comma, let number = cell.number {
            if styles[column] == nil { learn(cell, column) }
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
        let style = styles[column] ?? NumberStyle(forced ?? .point, hasGroups: forced == .comma)
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

    private mutating func learn(_ cell: CSVCell, _ column: Int) {
        if cell.bytes.contains(UInt8(ascii: ".")) {
            styles[column] = NumberStyle(.point)
        } else {
            haveWhole[column] = true
        }
    }

    private mutating func decide(
        _ shape: NumberShape, _ reader: CSVReader, _ column: Int
    ) throws {
        if forced == .point || styles[column]?.mark == .point, shape == .commaOrGroup {
            throw reader.badCell(
                column, needed: "thousands separators are not read: write the number without")
        }
        if styles[column] == nil, forced != .point {
            if forced == nil, commaParts, shape == .commaOrGroup, haveWhole[column] {
                throw reader.badCell(
                    column,
                    needed: "this may have a decimal comma or part thousands; say --decimal , or"
                        + " write the number without thousands separators")
            }
            styles[column] = NumberStyle(.comma, hasGroups: forced == .comma)
            hasCommas = true
        }
        if shape == .groupedComma { styles[column]?.hasGroups = true }
    }
}
