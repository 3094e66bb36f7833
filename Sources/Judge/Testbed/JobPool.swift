import Foundation
import Synchronization

/// Runs jobs on a fixed number of threads. Results come in the order of the jobs, whatever thread
/// finished first, so that the number of threads cannot show in what is written.
public enum JobPool {
    /// - Parameter jobs: threads, at least 1.
    /// - Throws: the first error in the order of the items; jobs not yet begun are then left out.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        guard jobs > 1, items.count > 1 else { return try items.map(work) }
        let board = Board<Result>(count: items.count)
        let threads = DispatchGroup()
        for _ in 0..<min(jobs, items.count) {
            threads.enter()
            // Threads of our own: a job blocks on SQLite and pipes, which would starve a pool that
            // others share. The default stack of 512 KiB is small for deep JSON; 8 MiB is not.
            let thread = Thread {
                while let index = board.next() {
                    do { board.put(.success(try work(items[index])), at: index) } catch {
                        board.put(.failure(error), at: index)
                    }
                }
                threads.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        threads.wait()
        return try board.results()
    }

    private final class Board<Result: Sendable>: Sendable {
        private struct State {
            var next = 0
            var isStopped = false
            var results: [Swift.Result<Result, any Error>?]
        }
        private let state: Mutex<State>

        init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

        func next() -> Int? {
            state.withLock { state in
                guard !state.isStopped, state.next < state.results.count else { return nil }
                defer { state.next += 1 }
                return state.next
            }
        }

        func put(_ result: Swift.Result<Result, any Error>, at index: Int) {
            state.withLock { state in
                state.results[index] = result
                if case .failure = result { state.isStopped = true }
            }
        }

        func results() throws -> [Result] {
            let all = state.withLock { $0.results }
            for case .failure(let error)? in all { throw error }
            return all.compactMap { try? $0?.get() }
        }
    }
}
