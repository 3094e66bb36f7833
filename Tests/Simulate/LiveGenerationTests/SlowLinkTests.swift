import Foundation
import LiveGeneration
import MQTTTransport
import TestSupport
import Testing
import Threading

/// A generator whose way to the broker carries less than its machines say.
@Suite(.needsBroker) struct `Over a slow link` {
    /// Plays `ticks` readings of three machines at 400 a second each, some 240 kB/s.
    private func play(
        _ link: SlowLink, _ broker: TestBroker, ticks: Int, speed: GeneratorPlan.Speed,
        disturb: @escaping @Sendable (Generator) -> Void = { _ in }
    ) throws -> GeneratorCounts {
        var plan = GeneratorPlan.demo(seed: 5, start: 0, run: "r1")
        plan.simulation.tickCount = ticks
        plan.speed = speed
        var settings = try broker.settings()
        settings.mqtt.address.port = UInt16(link.port)
        settings.window = 200
        settings.patience = .seconds(60)
        plan.keepsAll = true
        let generator = try Generator(plan, settings)
        Threads.start { disturb(generator) }
        return try generator.run()
    }

    @Test func `of 64 kB a second live machines keep their time, and the spool takes the rest`()
        throws
    {
        try TestBroker.running { broker in
            let link = SlowLink(to: broker.port, bytesPerSecond: 64_000)
            defer { link.stop() }
            try listening(to: broker, "machine/+") { heard in
                let begin = ContinuousClock.now
                let counts = try play(link, broker, ticks: 500, speed: .factor(400))
                let took = ContinuousClock.now - begin
                #expect(counts.generated == 1500 && counts.acked == 1500, "\(counts)")
                #expect(counts.lost == 0 && counts.spooled == 0 && counts.isBalanced)
                // No more than the window is under way; the link alone made them wait.
                #expect(counts.spoolPeak > 300 && counts.spoolPeak < 1500, "\(counts)")
                #expect(counts.reconnects == 0 && counts.resent == 0)
                #expect(counts.latenessP99 < 500, "\(counts)")
                let bytes = link.carried.towards
                #expect(bytes > 200_000)
                #expect(took > .seconds(Double(bytes) / 64_000 * 0.9), "\(took)")
                for machine in 1...3 {
                    #expect(eventually { heard.sequences("machine\(machine)").count == 500 })
                    #expect(heard.sequences("machine\(machine)") == Array(1...500))
                }
            }
        }
    }

    @Test func `readings made as fast as the broker takes them wait for it`() throws {
        try TestBroker.running { broker in
            let link = SlowLink(to: broker.port, bytesPerSecond: 64_000)
            defer { link.stop() }
            let counts = try play(link, broker, ticks: 300, speed: .max)
            #expect(counts.acked == 900 && counts.lost == 0 && counts.spoolPeak < 10, "\(counts)")
            #expect(counts.seconds > 2, "900 readings are more than this link carries in 2 s")
        }
    }

    @Test func `that is half a second long and is cut nothing is lost, and the order is kept`()
        throws
    {
        try TestBroker.running { broker in
            let link = SlowLink(
                to: broker.port, bytesPerSecond: 400_000, latency: .milliseconds(500))
            defer { link.stop() }
            try listening(to: broker, "machine/+") { heard in
                let counts = try play(link, broker, ticks: 1200, speed: .factor(400)) { generator in
                    for part in [300, 1500] {
                        eventually(within: 30) { generator.counts.acked > part }
                        link.cut()
                    }
                }
                #expect(counts.acked == 3600 && counts.lost == 0 && counts.isBalanced, "\(counts)")
                #expect(counts.reconnects == 2 && counts.resent > 0, "\(counts)")
                for machine in 1...3 {
                    #expect(
                        eventually { heard.sequences("machine\(machine)").firsts.count == 1200 })
                    #expect(heard.sequences("machine\(machine)").firsts == Array(1...1200))
                }
            }
        }
    }
}

@Suite(.needsBroker) struct `Two generators of one name` {
    @Test func `throw each other out, say so, and lose nothing`() throws {
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                // One name at the broker; two folders, or the second would not even start.
                let generators = try (1...2).map { number in
                    var plan = GeneratorPlan.demo(
                        machines: 1, interval: 20_000_000, seed: UInt64(number), start: 0,
                        run: "r\(number)")
                    plan.speed = .factor(1)
                    return try Generator(plan, broker.settings("state\(number)"))
                }
                let results = Gate<[GeneratorCounts]>([])
                for generator in generators {
                    Threads.start {
                        let counts = try? generator.run()
                        results.update { $0 += [counts].compactMap { $0 } }
                    }
                }
                let isTold = eventually(within: 30) {
                    generators.contains {
                        if case .nameTaken(_, "generator")? = $0.status.problem {
                            true
                        } else {
                            false
                        }
                    }
                }
                #expect(isTold)
                #expect(
                    generators.compactMap { $0.status.problem.map { "\($0)" } }
                        .contains { $0.contains("uses the name \"generator\"; stop it") })
                for generator in generators { generator.stop() }
                let counts = try #require(
                    results.wait(atMost: .seconds(20)) { $0.count == 2 ? $0 : nil })
                #expect(counts.allSatisfy { $0.isBalanced && $0.lost == 0 && $0.reconnects > 0 })
                // What is left lies in the folder, and the next run, alone, delivers it.
                let made = counts.map(\.generated)
                for number in 1...2 {
                    var plan = GeneratorPlan.demo(
                        machines: 1, seed: 1, start: 0, run: "rest\(number)")
                    plan.simulation.tickCount = 1
                    plan.speed = .max
                    // Another folder of the same content: this test's own hand may still be on the first.
                    try FileManager.default.copyItem(
                        atPath: "\(broker.folder)/state\(number)",
                        toPath: "\(broker.folder)/rest\(number)")
                    let rest = try Generator(plan, broker.settings("rest\(number)")).run()
                    #expect(rest.spooled == 0)
                }
                func arrived(_ run: String) -> Int {
                    heard.lines.withLock { lines in
                        Set(lines.map(\.payload).filter { $0.contains("\"run\":\"\(run)\"") }).count
                    }
                }
                #expect(eventually { arrived("r1") + arrived("r2") == made.reduce(0, +) })
            }
        }
    }
}
