/// Looks at all cells of a column and says whether it holds numbers, and how they are written.
public struct ColumnSurvey: Sendable {
    /// A cell and the line it stands on.
    public struct Example: Sendable, Equatable {
        public var text: String
        public var line: Int

        public init(text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    public enum Verdict: Sendable, Equatable {
        /// - Parameter bad: cells that are no number, to be taken as missing.
        case numbers(NumberStyle, bad: Int, first: Example?)
        /// - Parameter numbers: how many cells are numbers all the same.
        case text(numbers: Int, first: Example)
        /// Numbers with something between the thousands.
        case thousands(Example)
        /// `60,408` may be sixty, or sixty thousand and some.
        case ambiguous(Example)
    }

    public private(set) var count = 0
    /// How many numbers are beyond what detectors tell apart.
    public private(set) var largeCount = 0
    private var counts = [Int](repeating: 0, count: 10)
    private var examples = [Example?](repeating: nil, count: 10)

    public init() {}

    public mutating func take(_ cell: CSVCell, line: Int) {
        count += 1
        let number = cell.number
        if let number, LargeValues.areCut(number) { largeCount += 1 }
        let shape = cell.shape(number)
        if number == nil, shape == .comma, let number = cell.number(NumberStyle(.comma)),
            LargeValues.areCut(number)
        {
            largeCount += 1
        }
        counts[shape.index] += 1
        if counts[shape.index] == 1 {
            examples[shape.index] = Example(text: String(cell.text.prefix(60)), line: line)
        }
    }

    private subscript(shapes: NumberShape...) -> Int {
        shapes.reduce(0) { $0 + counts[$1.index] }
    }

    private func first(_ shapes: [NumberShape]) -> Example? {
        shapes.compactMap { examples[$0.index] }.min { $0.line < $1.line }
    }

    /// - Parameters:
    ///   - forced: the mark that the user names; nil to tell it from the cells.
    ///   - commaParts: whether commas stand between the file's cells, so that one inside a number is
    ///     more likely to part thousands.
    public func verdict(_ forced: NumberStyle.Mark?, commaParts: Bool) -> Verdict {
        let commas = self[.comma, .groupedComma, .commaOrGroup]
        let points = self[.point, .pointOrGroup]
        let numbers = self[.whole] + points + commas + self[.thousands]
        let isText = self[.text] > numbers
        if !isText, let example = first([.thousands]) { return .thousands(example) }
        let mark = forced ?? likelyMark
        if !isText, mark == .point, self[.commaOrGroup] > 0, forced != nil || points > 0,
            let example = first([.commaOrGroup])
        {
            return .thousands(example)
        }
        if !isText, forced == nil, commaParts, self[.commaOrGroup] > 0, self[.whole] > 0,
            self[.comma, .groupedComma] == 0, let example = first([.commaOrGroup])
        {
            return .ambiguous(example)
        }
        let style = NumberStyle(
            mark, hasGroups: mark == .comma && (forced != nil || self[.groupedComma] > 0))
        var bad: [NumberShape] = [.text, .thousands]
        switch (mark, style.hasGroups) {
        case (.point, _): bad += [.comma, .groupedComma, .commaOrGroup]
        case (.comma, true): bad += [.point]
        case (.comma, false): bad += [.point, .pointOrGroup]
        }
        let badCount = bad.reduce(0) { $0 + counts[$1.index] }
        let good = count - badCount - self[.missing, .mark]
        if badCount > good, let example = first(bad) {
            return .text(numbers: good, first: example)
        }
        return .numbers(style, bad: badCount + self[.mark], first: first(bad + [.mark]))
    }

    /// The first cell that shows for certain that a column in this style has it; nil without one.
    public func proof(of style: NumberStyle) -> Example? {
        style.mark == .point ? first([.point]) : first([.comma, .groupedComma])
    }

    /// The first cell whose mark may part thousands, where no cell shows that it stands before
    /// decimals; nil without one.
    public func doubt(of style: NumberStyle) -> Example? {
        guard proof(of: style) == nil else { return nil }
        return first([style.mark == .point ? .pointOrGroup : .commaOrGroup])
    }

    private var likelyMark: NumberStyle.Mark {
        let commas = self[.comma, .groupedComma, .commaOrGroup]
        // Points between thousands are no decimal points.
        let points = self[.point] + (self[.groupedComma] > 0 ? 0 : self[.pointOrGroup])
        return commas > points ? .comma : .point
    }
}

extension NumberShape {
    fileprivate var index: Int {
        switch self {
        case .missing: 0
        case .whole: 1
        case .point: 2
        case .pointOrGroup: 3
        case .comma: 4
        case .groupedComma: 5
        case .commaOrGroup: 6
        case .thousands: 7
        case .text: 8
        case .mark: 9
        }
    }
}
