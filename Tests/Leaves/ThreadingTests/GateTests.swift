import Testing
import Threading

@Suite struct `A gate` {
    @Test func `wakes who waits when the value changes`() {
        let gate = Gate(0)
        Threads.start {
            for _ in 0..<3 {
                Threads.sleep(.milliseconds(2))
                gate.update { $0 += 1 }
            }
        }
        #expect(gate.wait { $0 == 3 ? "three" : nil } == "three")
    }

    @Test func `gives up when the time is over, and asks once more`() {
        let gate = Gate(0)
        let begin = Monotonic.now
        let result = gate.wait(atMost: .milliseconds(30)) { count -> Int? in
            count += 1
            return nil
        }
        #expect(result == nil)
        #expect(Monotonic.now - begin >= .milliseconds(30))
        #expect(gate.withLock { $0 } >= 2)
    }
}

@Suite struct `A sleep` {
    @Test func `lasts as long as it was asked to`() {
        let begin = Monotonic.now
        Threads.sleep(.milliseconds(20))
        Threads.sleep(.milliseconds(-1))
        #expect(Monotonic.now - begin >= .milliseconds(20))
    }
}

@Suite struct `Worker threads` {
    private struct Failure: Error, Equatable { var item: Int }

    @Test(arguments: [1, 3]) func `work off every item before they finish`(count: Int) throws {
        let done = Gate<Set<Int>>([])
        let workers = WorkerThreads<Int>(count: count) { item in
            if item % 10 == 0 { Threads.sleep(.milliseconds(1)) }
            done.withLock { _ = $0.insert(item) }
        }
        for item in 0..<100 { workers.submit(item) }
        try workers.finish()
        #expect(done.withLock { $0 } == Set(0..<100))
    }

    @Test func `let no more wait than there are threads`() throws {
        let isOpen = Gate(false)
        let submitted = Gate(0)
        let workers = WorkerThreads<Int>(count: 2) { _ in isOpen.wait { $0 ? () : nil } }
        Threads.start {
            for item in 0..<10 {
                workers.submit(item)
                submitted.update { $0 += 1 }
            }
        }
        // Two at work, two waiting; the fifth finds no room.
        #expect(submitted.wait(atMost: .seconds(10)) { $0 == 4 ? true : nil } == true)
        #expect(submitted.wait(atMost: .milliseconds(50)) { $0 > 4 ? true : nil } == nil)
        isOpen.update { $0 = true }
        submitted.wait { $0 == 10 ? () : nil }
        try workers.finish()
    }

    @Test func `drop what waits after a failure, and tell it`() {
        let done = Gate(0)
        let workers = WorkerThreads<Int>(count: 1) { item in
            done.withLock { $0 += 1 }
            if item == 3 { throw Failure(item: item) }
        }
        for item in 0..<50 { workers.submit(item) }
        #expect(throws: Failure(item: 3)) { try workers.finish() }
        #expect(done.withLock { $0 } == 4)
    }
}
