import Testing

/// Runs in the processes that ``FuzzTests`` starts, and by hand to try one input again.
@Suite(.enabled(if: FuzzTask.current != nil, "only in processes that FuzzTests starts"))
struct FuzzWorkerTests {
    @Test func `every round is read or refused in its time and memory`() throws {
        var worker = FuzzWorker(try #require(FuzzTask.current))
        try worker.run()
        #expect(worker.complaints.isEmpty, "\(worker.complaints.prefix(5).joined(separator: "\n"))")
    }
}
