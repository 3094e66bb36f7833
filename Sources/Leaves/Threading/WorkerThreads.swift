import Dispatch
import Synchronization

/// A few threads that work items off, and a short queue before them: who submits waits when the
/// queue is full, so that memory stays bounded.
public final class WorkerThreads<Item: Sendable>: Sendable {
    private struct State {
        var waiting: [Item] = []
        /// Threads that have begun, and those of them that wait for an item.
        var started = 0
        var idle = 0
        var isClosed = false
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let count: Int
    private let work: @Sendable (Item) throws -> Void

    /// - Parameters:
    ///   - count: threads at most; each begins when there is an item that no other is free for.
    ///   - work: called from the threads. After it has thrown, items still waiting are
    ///   dropped, and ``finish()`` throws that error.
    public init(count: Int, work: @escaping @Sendable (Item) throws -> Void) {
        self.count = count
        self.work = work
        room = DispatchSemaphore(value: min(count, 8))
    }

    private func startThread() {
        Threads.start { [self] in
            while let item = next() {
                do { try work(item) } catch {
                    state.withLock { $0.failure = $0.failure ?? error }
                }
            }
            ended.signal()
        }
    }

    /// Waits for room, then hands `item` over. Once anything has failed, items are dropped.
    public func submit(_ item: Item) {
        room.wait()
        let needsThread = state.withLock { state in
            state.waiting.append(item)
            guard state.waiting.count > state.idle, state.started < count else { return false }
            state.started += 1
            return true
        }
        if needsThread { startThread() }
        ready.signal()
    }

    /// Waits until all items are worked off and the threads have ended. To be called once.
    /// - Throws: the first error of `work`.
    public func finish() throws {
        let started = state.withLock { state in
            state.isClosed = true
            return state.started
        }
        for _ in 0..<started { ready.signal() }
        for _ in 0..<started { ended.wait() }
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private func next() -> Item? {
        while true {
            state.withLock { $0.idle += 1 }
            ready.wait()
            let (item, failed, closed) = state.withLock { state in
                state.idle -= 1
                return (
                    state.waiting.isEmpty ? nil : state.waiting.removeFirst(),
                    state.failure != nil, state.isClosed
                )
            }
            if let item {
                room.signal()
                if !failed { return item }
            } else if closed {
                return nil
            }
        }
    }
}
