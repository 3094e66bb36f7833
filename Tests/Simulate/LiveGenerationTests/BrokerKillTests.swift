import Foundation
import LiveGeneration
import MQTTTransport
import Scenarios
import TestSupport
import Testing
import Threading

@Suite(.needsBroker) struct `A broker that dies under a generator` {
    @Test(.timeLimit(.minutes(60)))
    func `loses nothing of what it did not acknowledge; order and books are kept`() throws {
        for round in 0..<(isFullSuite ? 20 : 2) {
            try TestBroker.running { broker in
                try listening(to: broker, "machine/+") { heard in
                    var plan = GeneratorPlan(try overloadFault(), run: "r1")
                    plan.speed = .factor(600)
                    let generator = try Generator(plan, broker.settings())
                    Threads.start {
                        usleep(UInt32.random(in: 200_000...2_000_000))
                        broker.stop(round % 2 == 0 ? SIGKILL : SIGTERM)
                        usleep(isFullSuite ? 20_000_000 : 500_000)
                        try? broker.start()
                    }
                    let counts = try generator.run()
                    #expect(counts.generated == 5400 && counts.acked == 5400)
                    #expect(counts.isBalanced && counts.lost == 0 && counts.reconnects == 1)
                    // A broker that ends in order keeps everything for a reader; one that is killed
                    // forgets the reader until it is back, which is what the mqtt route repairs.
                    if round % 2 == 1 {
                        let isComplete = eventually(within: 20) {
                            (1...3).allSatisfy {
                                Set(heard.sequences("machine\($0)")).count == 1800
                            }
                        }
                        #expect(isComplete)
                    }
                    for machine in 1...3 {
                        let firsts = heard.sequences("machine\(machine)").firsts
                        let isSorted = firsts == firsts.sorted()
                        #expect(isSorted)
                    }
                    print("round \(round): \(counts)")
                }
            }
        }
    }
}
