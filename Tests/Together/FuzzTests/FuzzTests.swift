import Foundation
import SeededRandom
import TestSupport
import Testing

extension FuzzedReader: CustomTestStringConvertible {
    var testDescription: String { name }
}

/// Inputs as disks, networks and people damage them, for every reader of a file or body. Each round
/// runs in a process of its own kind, so that a trap is a finding and not the end.
@Suite struct FuzzTests {
    private static let seed =
        ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    /// Rounds of each reader in the quick suite.
    private static let fewRounds = 150
    private static let enough = 10

    @Test func `the long suite tries a million inputs`() {
        #expect(FuzzedReader.all.reduce(0) { $0 + $1.inputs } >= 1_000_000)
        #expect(Set(FuzzedReader.all.map(\.name)).count == FuzzedReader.all.count)
    }

    @Test func `the same round makes the same input`() {
        func inputs() -> [[UInt8]] {
            (0..<300).map { round in
                var mutator = Mutator(
                    seed: 5, reader: "x", round: round, corpus: [Array("{\"a\":1,\"b\":2}".utf8)])
                return mutator.input()
            }
        }
        #expect(inputs() == inputs())
        #expect(Set(inputs()).count > 150)
    }

    @Test(arguments: FuzzedReader.all)
    func `damaged input is read or refused, and brings nothing down`(_ reader: FuzzedReader) throws
    {
        let rounds = isFullSuite ? reader.inputs : Self.fewRounds
        var supervisor = FuzzSupervisor(reader: reader, seed: Self.seed)
        try supervisor.run(rounds, findingsAtMost: Self.enough)
        for finding in supervisor.findings { Issue.record(Comment(rawValue: finding)) }
        if supervisor.findings.isEmpty {
            #expect(supervisor.taken + supervisor.refused == rounds)
        }
        // A reader that takes nothing is not being tried at all, and neither is one that takes
        // everything.
        #expect(supervisor.taken >= rounds / 40, "\(supervisor.taken) of \(rounds) taken")
    }
}
