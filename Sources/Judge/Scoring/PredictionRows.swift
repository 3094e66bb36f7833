import Telemetry

/// One machine's rows, wherever they are kept: in memory, or in a file when there are millions.
///
/// Scoring goes over them in passes and never asks for all of them at once.
public protocol PredictionRows: Sendable {
    var count: Int { get }
    /// Whether rows have scores; without, what needs scores is undefined.
    var hasScores: Bool { get }
    /// Whether times never fall.
    var isSorted: Bool { get }

    /// Time of a row, nanoseconds since 1970 UTC.
    func time(of row: Int) throws -> Int64
    /// The first row whose time is not below `time`, of rows in order of time.
    func firstRow(notBefore time: Int64) throws -> Int
    /// Calls `body` with `rows` piece after piece.
    /// - Parameter columns: what the pieces are to have; the other columns are empty.
    /// - Throws: what reading throws, or what `body` throws.
    func read(
        _ rows: Range<Int>, _ columns: RowColumns, _ body: (RowPiece) throws -> Void) throws
}

/// Columns of ``PredictionRows``.
public struct RowColumns: OptionSet, Sendable {
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let times = RowColumns(rawValue: 1)
    public static let scores = RowColumns(rawValue: 2)
    public static let flags = RowColumns(rawValue: 4)
}

/// Some neighbouring rows; valid only while the call lasts that hands them over.
public struct RowPiece {
    public var rows: Range<Int>
    /// Time of each row, nanoseconds since 1970 UTC.
    public var times: UnsafeBufferPointer<Int64>
    /// Score of each row; NaN or -inf where there is none.
    public var scores: UnsafeBufferPointer<Double>
    public var flags: UnsafeBufferPointer<Bool>

    public init(
        rows: Range<Int>, times: UnsafeBufferPointer<Int64>, scores: UnsafeBufferPointer<Double>,
        flags: UnsafeBufferPointer<Bool>
    ) {
        self.rows = rows
        self.times = times
        self.scores = scores
        self.flags = flags
    }
}

/// Rows in memory.
struct MemoryRows: PredictionRows {
    var times: [Int64]
    /// Empty where there are predictions only.
    var scores: [Double]
    var flags: [Bool]

    var count: Int { times.count }
    var hasScores: Bool { !scores.isEmpty }
    var isSorted: Bool { zip(times, times.dropFirst()).allSatisfy { $0 <= $1 } }

    func time(of row: Int) -> Int64 { times[row] }
    func firstRow(notBefore time: Int64) -> Int {
        times.indices.partitionPoint { times[$0] >= time }
    }

    func read(
        _ rows: Range<Int>, _ columns: RowColumns, _ body: (RowPiece) throws -> Void
    ) rethrows {
        if rows.isEmpty { return }
        try times.withUnsafeBufferPointer { times in
            try scores.withUnsafeBufferPointer { scores in
                try flags.withUnsafeBufferPointer { flags in
                    try body(
                        RowPiece(
                            rows: rows, times: UnsafeBufferPointer(rebasing: times[rows]),
                            scores: scores.isEmpty
                                ? scores : UnsafeBufferPointer(rebasing: scores[rows]),
                            flags: UnsafeBufferPointer(rebasing: flags[rows])))
                }
            }
        }
    }
}

extension MemoryRows {
    /// All of `rows`, in order of time; those of one time in the order they were in.
    init(sorting rows: any PredictionRows) throws {
        times = []
        scores = []
        flags = []
        times.reserveCapacity(rows.count)
        if rows.hasScores { scores.reserveCapacity(rows.count) }
        flags.reserveCapacity(rows.count)
        try rows.read(0..<rows.count, [.times, .scores, .flags]) { piece in
            times += piece.times
            scores += piece.scores
            flags += piece.flags
        }
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        times = order.map { times[$0] }
        flags = order.map { flags[$0] }
        if !scores.isEmpty { scores = order.map { scores[$0] } }
    }
}

extension PredictionRows {
    /// The rows whose times lie in `window`, of rows in order of time.
    func rows(in window: TimeWindow) throws -> Range<Int> {
        let first = try firstRow(notBefore: window.start)
        return first..<max(first, try firstRow(notBefore: window.end))
    }
}
