import Synchronization
import Testing
import Threading

@Suite struct `The job pool` {
    @Test(arguments: [1, 2, 5]) func `gives results in the order of the items`(jobs: Int) throws {
        let results = try JobPool.map(Array(0..<40), jobs: jobs) { item in
            Threads.sleep(.microseconds(item * 7919 % 900))
            return item * item
        }
        #expect(results == (0..<40).map { $0 * $0 })
    }

    @Test func `reports the first failure and starts no more`() {
        struct Failure: Error, Equatable { var item: Int }
        let started = Mutex(0)
        #expect(throws: Failure(item: 3)) {
            try JobPool.map(Array(0..<1000), jobs: 2) { item in
                started.withLock { $0 += 1 }
                Threads.sleep(.microseconds(500))
                if item == 3 { throw Failure(item: item) }
            }
        }
        #expect(started.withLock { $0 } < 100)
    }
}
