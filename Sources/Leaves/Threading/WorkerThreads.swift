/// A few threads that work items off, and a short queue before them: who submits waits when the
/// queue is full, so that memory stays bounded.
public final class WorkerThreads<Item: Sendable>: Sendable {
    private struct State {
        var waiting: [Item] = []
        /// Threads that have not ended.
        var running: Int
        var isClosed = false
        var failure: (any Error)?
    }

    private let state: Gate<State>
    /// Threads, and items that may wait.
    private let count: Int

    /// - Parameter work: called from the threads. After it has thrown, items still waiting are
    ///   dropped, and ``finish()`` throws that error.
    public init(count: Int, work: @escaping @Sendable (Item) throws -> Void) {
        self.count = count
        state = Gate(State(running: count))
        for _ in 0..<count {
            Threads.start { [self] in
                while let item = next() {
                    do { try work(item) } catch {
                        state.withLock { $0.failure = $0.failure ?? error }
                    }
                }
                state.update { $0.running -= 1 }
            }
        }
    }

    /// Waits for room, then hands `item` over. Once anything has failed, items are dropped.
    public func submit(_ item: Item) {
        state.wait { $0.waiting.count < count ? $0.waiting.append(item) : nil }
        state.update { _ in }
    }

    /// Waits until all items are worked off and the threads have ended. To be called once.
    /// - Throws: the first error of `work`.
    public func finish() throws {
        state.update { $0.isClosed = true }
        if let failure = state.wait({ $0.running == 0 ? .some($0.failure) : nil }) { throw failure }
    }

    private func next() -> Item? {
        defer { state.update { _ in } }
        return state.wait { state -> Item?? in
            if state.failure != nil { state.waiting.removeAll() }
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            return state.isClosed ? .some(nil) : nil
        }
    }
}
