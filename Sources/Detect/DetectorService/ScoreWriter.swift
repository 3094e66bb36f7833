import Telemetry

/// Collects scores and passes them on together: many small pieces would each be a request in some sinks.
struct ScoreWriter {
    /// Rows in one go, at most.
    private static let most = 20_000

    private let send: ([ScoreBatch]) throws -> Void
    private var waiting: [ScoreBatch] = []
    private var rows = 0

    private init(_ send: @escaping ([ScoreBatch]) throws -> Void) { self.send = send }

    /// Calls `body` with a function that takes scores, and returns when all of them are written: only then
    /// may a position move over their readings. Making and writing overlap.
    /// - Parameter sink: nil writes nothing.
    /// - Throws: what the sink and `body` throw.
    static func writing(
        to sink: (any ScoreSink)?, _ body: (_ add: (ScoreBatch) throws -> Void) throws -> Void
    ) throws {
        guard let sink else { return try body { _ in } }
        try sink.sending { send in
            try withoutActuallyEscaping(send) { send in
                var writer = ScoreWriter(send)
                try body { try writer.add($0) }
                try writer.flush()
            }
        }
    }

    private mutating func add(_ scores: ScoreBatch) throws {
        guard scores.count > 0 else { return }
        waiting.append(scores)
        rows += scores.count
        if rows >= Self.most { try flush() }
    }

    private mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        try send(waiting)
        waiting = []
        rows = 0
    }
}
