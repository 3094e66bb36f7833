import Telemetry

extension InfluxDBStore {
    /// Asks for `query` in ranges of time that the server answers for, in their order.
    /// - Parameters:
    ///   - ask: puts the question for a part of the window. It is not called again for one that was answered.
    ///   - refusal: how a question for the whole window has ended already; nil if it was not asked.
    /// - Throws: ``InfluxDBError``, or what `ask` throws.
    func inRanges(
        _ query: ReadingQuery, after refusal: QueryEnd? = nil,
        _ ask: (ReadingQuery) throws -> QueryEnd
    ) throws {
        var waiting: [QueryRanges.Piece] =
            if let refusal {
                try instead(of: query.window, refusal).reversed()
            } else {
                ranges.withLock { $0.pieces(of: query.window) }.reversed()
            }
        while let next = waiting.popLast() {
            let parts = ranges.withLock { $0.cut(next) }
            guard parts.count == 1 else {
                waiting += parts.reversed()
                continue
            }
            let end = try ask(ReadingQuery(run: query.run, window: next.window))
            if end == .noDatabase { return }
            waiting += try instead(of: next.window, end).reversed()
        }
    }

    /// What is still to be asked for when a question for `window` has ended so.
    func instead(of window: TimeWindow, _ end: QueryEnd) throws -> [QueryRanges.Piece] {
        guard case .tooMuch(let text, let isLimit) = end else { return [] }
        let parts = ranges.withLock { isLimit ? $0.refused(window) : $0.late(window) }
        guard let parts else {
            throw InfluxDBError.tooMuch(
                server: connection.name, window: [window.start, window.end], text: text)
        }
        return parts
    }
}
