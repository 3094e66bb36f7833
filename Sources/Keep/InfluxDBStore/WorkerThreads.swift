import Dispatch
import PlainThreads
import Synchronization

/// A few threads that work items off, and a short queue before them: who submits waits when the
/// queue is full, so that memory stays bounded.
final class WorkerThreads<Item: Sendable>: Sendable {
    private struct State {
        var waiting: [Item] = []
        var isClosed = false
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let count: Int

    /// - Parameter work: called from the threads. After it has thrown, items still waiting are
    ///   dropped, and ``finish()`` throws that error.
    init(count: Int, work: @escaping @Sendable (Item) throws -> Void) {
        self.count = count
        room = DispatchSemaphore(value: count)
        for _ in 0..<count {
            Threads.start { [self] in
                while let item = next() {
                    do { try work(item) } catch {
                        state.withLock { $0.failure = $0.failure ?? error }
                    }
                }
                ended.signal()
            }
        }
    }

    /// Waits for room, then hands `item` over. Once anything has failed, items are dropped.
    func submit(_ item: Item) {
        room.wait()
        state.withLock { $0.waiting.append(item) }
        ready.signal()
    }

    /// Waits until all items are worked off and the threads have ended. To be called once.
    /// - Throws: the first error of `work`.
    func finish() throws {
        state.withLock { $0.isClosed = true }
        for _ in 0..<count { ready.signal() }
        for _ in 0..<count { ended.wait() }
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private func next() -> Item? {
        while true {
            ready.wait()
            let (item, failed, closed) = state.withLock { state in
                (
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
