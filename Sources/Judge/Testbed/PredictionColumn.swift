import AnomalyDetection
import Scoring

/// One series' predictions: the last ones in memory, those before in pages of a ``SpillFile``.
struct PredictionColumn: PredictionRows {
    /// Rows in the file: their flags, then their scores, then their times, unless these are evenly
    /// spaced.
    private struct Page {
        var firstRow: Int
        var count: Int
        var offset: Int
        var firstTime: Int64
        var lastTime: Int64
        /// Distance of neighbouring times; nil where they are in the file.
        var step: Int64?

        var rows: Range<Int> { firstRow..<firstRow + count }
        func offset(ofScore row: Int) -> Int { offset + count + 8 * (row - firstRow) }
        func offset(ofTime row: Int) -> Int { offset + 9 * count + 8 * (row - firstRow) }
    }

    private let file: SpillFile
    private var pages: [Page] = []
    private var times: [Int64] = []
    private var scores: [Double] = []
    private var flags: [Bool] = []
    private var lastTime = Int64.min
    private(set) var isSorted = true
    let hasScores: Bool

    init(file: SpillFile, hasScores: Bool = true) {
        self.file = file
        self.hasScores = hasScores
    }

    private var pagedCount: Int { pages.last?.rows.upperBound ?? 0 }
    var count: Int { pagedCount + times.count }
    /// Rows that are in memory.
    var residentCount: Int { times.count }

    /// - Parameter verdicts: one for each of `times`.
    mutating func append(times: [Int64], _ verdicts: [Verdict]) {
        precondition(times.count == verdicts.count)
        for time in times {
            if time < lastTime { isSorted = false }
            lastTime = time
        }
        self.times += times
        for verdict in verdicts {
            // While it warms up a detector claims nothing, whatever number it gives.
            scores.append(verdict.state == .warmup ? .missing : verdict.score)
            flags.append(verdict.isAnomaly)
        }
    }

    /// Writes what is in memory, which holds no rows then.
    /// - Throws: ``SpillFailure``.
    mutating func spill() throws {
        guard let first = times.first, let last = times.last else { return }
        let step = times.count == 1 ? 0 : times[1] &- first
        let isEven = zip(times, times.dropFirst()).allSatisfy { $1 &- $0 == step }
        let page = Page(
            firstRow: pagedCount, count: times.count, offset: file.end, firstTime: first,
            lastTime: last, step: isEven ? step : nil)
        try flags.withUnsafeBytes { try file.append($0) }
        try scores.withUnsafeBytes { try file.append($0) }
        if !isEven { try times.withUnsafeBytes { try file.append($0) } }
        pages.append(page)
        // Their room is not kept: there may be hundreds of machines, and each would keep its own.
        times = []
        scores = []
        flags = []
    }

    // MARK: - Reading

    func time(of row: Int) throws -> Int64 {
        if row >= pagedCount { return times[row - pagedCount] }
        return try time(of: row, in: pages[page(where: { $0.rows.upperBound > row })])
    }

    private func time(of row: Int, in page: Page) throws -> Int64 {
        if let step = page.step { return page.firstTime + step * Int64(row - page.firstRow) }
        var time: Int64 = 0
        try withUnsafeMutableBytes(of: &time) {
            try file.read(at: page.offset(ofTime: row), into: $0)
        }
        return time
    }

    func firstRow(notBefore time: Int64) throws -> Int {
        let place = page { $0.lastTime >= time }
        guard place < pages.count else {
            return pagedCount + times.indices.partitionPoint { times[$0] >= time }
        }
        let page = pages[place]
        return try page.rows.partitionPoint { try self.time(of: $0, in: page) >= time }
    }

    /// Index of the first page for which `isReached`, which stays true once it is.
    private func page(where isReached: (Page) -> Bool) -> Int {
        pages.indices.partitionPoint { isReached(pages[$0]) }
    }

    /// Rows that are read from the file at a time.
    private static let pieceCount = 8192

    func read(
        _ rows: Range<Int>, _ columns: RowColumns, _ body: (RowPiece) throws -> Void
    ) throws {
        if rows.isEmpty { return }
        let paged = rows.clamped(to: 0..<pagedCount)
        if !paged.isEmpty { try readPages(paged, columns, body) }
        let tail = rows.clamped(to: pagedCount..<count)
        if tail.isEmpty { return }
        let part = tail.lowerBound - pagedCount..<tail.upperBound - pagedCount
        try times.withUnsafeBufferPointer { times in
            try scores.withUnsafeBufferPointer { scores in
                try flags.withUnsafeBufferPointer { flags in
                    try body(
                        RowPiece(
                            rows: tail, times: .init(rebasing: times[part]),
                            scores: .init(rebasing: scores[part]),
                            flags: .init(rebasing: flags[part])))
                }
            }
        }
    }

    private func readPages(
        _ rows: Range<Int>, _ columns: RowColumns, _ body: (RowPiece) throws -> Void
    ) throws {
        let room = min(Self.pieceCount, rows.count)
        var times = [Int64](repeating: 0, count: columns.contains(.times) ? room : 0)
        var scores = [Double](repeating: 0, count: columns.contains(.scores) ? room : 0)
        var flags = [Bool](repeating: false, count: columns.contains(.flags) ? room : 0)
        var place = page { $0.rows.upperBound > rows.lowerBound }
        var row = rows.lowerBound
        while row < rows.upperBound {
            let page = pages[place]
            let end = min(rows.upperBound, page.rows.upperBound, row + room)
            let piece = row..<end
            if columns.contains(.times) { try read(piece, of: page, times: &times) }
            if columns.contains(.scores) {
                try file.fill(&scores, end - row, from: page.offset(ofScore: row))
            }
            if columns.contains(.flags) {
                try file.fill(&flags, end - row, from: page.offset + row - page.firstRow)
            }
            try times.withUnsafeBufferPointer { times in
                try scores.withUnsafeBufferPointer { scores in
                    try flags.withUnsafeBufferPointer { flags in
                        try body(
                            RowPiece(
                                rows: piece, times: .init(rebasing: times.prefix(end - row)),
                                scores: .init(rebasing: scores.prefix(end - row)),
                                flags: .init(rebasing: flags.prefix(end - row))))
                    }
                }
            }
            row = end
            if row == page.rows.upperBound { place += 1 }
        }
    }

    private func read(_ rows: Range<Int>, of page: Page, times: inout [Int64]) throws {
        guard let step = page.step else {
            return try file.fill(&times, rows.count, from: page.offset(ofTime: rows.lowerBound))
        }
        let first = page.firstTime + step * Int64(rows.lowerBound - page.firstRow)
        for index in 0..<rows.count { times[index] = first + step * Int64(index) }
    }
}

extension SpillFile {
    /// Fills the first `count` elements with bytes of the file.
    fileprivate func fill<Element: BitwiseCopyable>(
        _ elements: inout [Element], _ count: Int, from offset: Int
    ) throws {
        try elements.withUnsafeMutableBytes {
            let bytes = count * MemoryLayout<Element>.stride
            try read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<bytes]))
        }
    }
}
