/// A few threads that work items off, and a short queue before them: who submits waits when the
/// queue is full, so that memory stays bounded.
public final class WorkerThreads<Item: Sendable>: Sendable {
    private struct State {
        var waiting: [Item] = []
        /// Threads that have not ended, and those of them that wait for an item.
        var running = 0
        var idle = 0
        var isClosed = false
        var failure: (any Error)?
    }

    private let state = Gate(State())
    private let count: Int
    /// Items that may wait.
    private let room: Int
    private let work: @Sendable (Item) throws -> Void

    /// - Parameters:
    ///   - count: threads at most; each begins when there is an item that no other is free for.
    ///   - work: called from the threads. After it has thrown, items still waiting are
    ///   dropped, and ``finish()`` throws that error.
    public init(count: Int, work: @escaping @Sendable (Item) throws -> Void) {
        self.count = count
        self.work = work
        room = min(count, 8)
    }

    private func startThread() {
        Threads.start { [self] in
            while let item = next() {
                do { try work(item) } catch {
                    state.update { state in
                        state.failure = state.failure ?? error
                        state.waiting.removeAll()
                    }
                }
            }
            state.update { $0.running -= 1 }
        }
    }

    /// Waits for room, then hands `item` over. Once anything has failed, items are dropped.
    public func submit(_ item: Item) {
        let needsThread = state.wait { state -> Bool? in
            if state.failure != nil { return false }
            guard state.waiting.count < room else { return nil }
            state.waiting.append(item)
            guard state.waiting.count > state.idle, state.running < count else { return false }
            state.running += 1
            return true
        }
        if needsThread { startThread() } else { state.update { _ in } }
    }

    /// Waits until all items are worked off and the threads have ended. To be called once.
    /// - Throws: the first error of `work`.
    public func finish() throws {
        state.update { $0.isClosed = true }
        if let failure = state.wait({ $0.running == 0 ? .some($0.failure) : nil }) { throw failure }
    }

    private func next() -> Item? {
        state.withLock { $0.idle += 1 }
        let item = state.wait { state -> Item?? in
            guard !state.waiting.isEmpty || state.isClosed else { return nil }
            state.idle -= 1
            return .some(state.waiting.isEmpty ? nil : state.waiting.removeFirst())
        }
        // There is room for another now.
        state.update { _ in }
        return item
    }
}
