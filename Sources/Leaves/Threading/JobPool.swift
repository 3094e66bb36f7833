/// Runs jobs on a fixed number of threads. Results come in the order of the jobs, whatever thread
/// finished first, so that the number of threads cannot show in what is written.
public enum JobPool {
    /// - Parameter jobs: threads, at least 1.
    /// - Throws: the first error in the order of the items; jobs not yet begun are then left out.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Result
    ) throws -> [Result] {
        guard jobs > 1, items.count > 1 else { return try items.map(work) }
        let threads = min(jobs, items.count)
        let board = Gate(Board<Result>(count: items.count, threads: threads))
        for _ in 0..<threads {
            // Threads of our own: a job blocks on SQLite and pipes, which would starve a pool that
            // others share. 8 MiB of stack are enough for deep JSON, whatever the system's limit is.
            Threads.start(stackSize: 8 << 20) {
                while let index = board.withLock({ $0.next() }) {
                    let result = Swift.Result { try work(items[index]) }
                    board.withLock { $0.put(result, at: index) }
                }
                board.update { $0.running -= 1 }
            }
        }
        let all = board.wait { $0.running == 0 ? $0.results : nil }
        for case .failure(let error)? in all { throw error }
        return all.compactMap { try? $0?.get() }
    }

    private struct Board<Result: Sendable>: Sendable {
        /// Threads that have not ended.
        var running: Int
        var results: [Swift.Result<Result, any Error>?]
        private var begun = 0
        private var isStopped = false

        init(count: Int, threads: Int) {
            running = threads
            results = Array(repeating: nil, count: count)
        }

        mutating func next() -> Int? {
            guard !isStopped, begun < results.count else { return nil }
            defer { begun += 1 }
            return begun
        }

        mutating func put(_ result: Swift.Result<Result, any Error>, at index: Int) {
            results[index] = result
            if case .failure = result { isStopped = true }
        }
    }
}
