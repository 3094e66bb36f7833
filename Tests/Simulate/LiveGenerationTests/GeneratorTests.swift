import Foundation
import LiveGeneration
import MQTTTransport
import MachineSimulation
import Scenarios
import Synchronization
import Telemetry
import TestSupport
import Testing
import Threading

@Suite(.needsBroker) struct `A generator` {
    @Test func `plays a scenario's readings exactly, with the truth before what it tells of`()
        throws
    {
        try TestBroker.running { broker in
            try listening(to: broker) { heard in
                let scenario = try overloadFault()
                var plan = GeneratorPlan(scenario, run: "r1")
                plan.speed = .max
                let generator = try Generator(plan, broker.settings())
                let counts = try generator.run()
                #expect(counts.generated == 5400 && counts.acked == 5400 && counts.lost == 0)
                #expect(counts.isBalanced && counts.truthEvents == 4)
                #expect(eventually { heard.lines.withLock { $0.count } == 5404 })

                // What the plan says, by way of the encoder.
                let simulation = scenario.plan()
                for machinePlan in simulation.machines {
                    var machine = try SimulatedMachine(machinePlan, in: simulation)
                    var encoder = ReadingEncoder()
                    let prefix = ReadingEncoder.Prefix(
                        SeriesIdentity(
                            machineID: machinePlan.id, provider: machinePlan.provider, run: "r1"),
                        barcode: machinePlan.barcode, channels: machine.channels)
                    var expected: [String] = []
                    machine.advance(1800) { time, sequence, _, row in
                        encoder.encode(
                            prefix, sequence: sequence, time: time, row: UnsafeBufferPointer(row))
                        expected.append(String(decoding: encoder.bytes, as: UTF8.self))
                    }
                    let got = heard.lines.withLock { lines in
                        lines.filter { $0.topic == "machine/\(machinePlan.id)" }.map(\.payload)
                    }
                    let isSame = got == expected
                    #expect(isSame, "\(machinePlan.id)")
                }

                // Truth comes before the first reading that it is true of.
                let order = heard.lines.withLock { lines in
                    lines.map(\.payload).filter {
                        $0.contains("\"machine1\"")
                            && ($0.contains("\"event\"") || $0.contains("\"seq\":601,")
                                || $0.contains("\"seq\":721,"))
                    }.map {
                        $0.contains("\"event\":\"start\"")
                            ? "start" : $0.contains("\"event\"") ? "end" : "reading"
                    }
                }
                #expect(order == ["start", "reading", "end", "reading", "start", "end"])
                let file = try String(
                    contentsOfFile: broker.folder + "/state/r1.truth.jsonl", encoding: .utf8)
                let lines = file.split(separator: "\n").map { line in
                    String(line.replacing(#/,"crc32c":"[0-9a-f]{8}"/#, with: ""))
                }
                #expect(lines == heard.truth)
            }
        }
    }

    @Test func `lets readings come to grief on their way, with books that balance`() throws {
        let text = """
            { name: "grief", seed: 3, duration: "10m",
              machines: [{ id: "machine1", profile: "demo" }],
              anomalies: [{ machine: "machine1", kind: "dropout", at: "2m", for: "1m" }],
              delivery: { drop: 0.05, duplicate: 0.05, delay: "3s" } }
            """
        let scenario = try Scenario(text: text, name: "grief.json5")
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                var plan = GeneratorPlan(scenario, run: "r1")
                plan.speed = .max
                let counts = try Generator(plan, broker.settings()).run()
                #expect(counts.generated == 600 && counts.isBalanced && counts.lost == 0)
                #expect(counts.withheld > 60 && counts.repeated > 10, "\(counts)")
                #expect(eventually { heard.lines.withLock { $0.count } == counts.acked })
                let numbers = heard.sequences("machine1")
                #expect(numbers != numbers.sorted(), "some were late")
                #expect(Set(numbers).count == 600 - counts.withheld)
            }
        }
    }

    @Test func `sends payloads that nobody can read, and counts them apart`() throws {
        let text = """
            { name: "unreadable", seed: 3, duration: "10m",
              machines: [{ id: "machine1", profile: "demo" }],
              anomalies: [{ machine: "machine1", kind: "malformed", at: "2m", for: "4m",
                            parameters: { r: 0.5, form: "cut_off" } }] }
            """
        let scenario = try Scenario(text: text, name: "unreadable.json5")
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                var plan = GeneratorPlan(scenario, run: "r1")
                plan.speed = .max
                let counts = try Generator(plan, broker.settings()).run()
                #expect(counts.isBalanced && counts.lost == 0 && counts.spooled == 0)
                #expect(counts.broken > 80 && counts.broken == counts.withheld, "\(counts)")
                #expect(counts.acked == 600 - counts.broken && counts.truthEvents == 2)
                #expect(eventually { heard.lines.withLock { $0.count } == 600 })
                let cut = heard.lines.withLock { $0.count { !$0.payload.hasSuffix("}") } }
                #expect(cut == counts.broken)
            }
        }
    }

    @Test func `keeps broken payloads for a broker that is away, and its books in order`() throws {
        let text = """
            { name: "unreadable", seed: 3, duration: "10m",
              machines: [{ id: "machine1", profile: "demo" }],
              anomalies: [{ machine: "machine1", kind: "malformed", at: "0s", for: "10m",
                            parameters: { r: 0.5 } }] }
            """
        let scenario = try Scenario(text: text, name: "unreadable.json5")
        try TestBroker.running { broker in
            var plan = GeneratorPlan(scenario, run: "r1")
            plan.speed = .factor(1000)
            let settings = try broker.settings()
            broker.stop()
            let generator = try Generator(plan, settings)
            Threads.start {
                _ = eventually { generator.counts.generated == 600 }
                generator.stop()
            }
            let counts = try generator.run()
            #expect(counts.isBalanced && counts.broken > 100)
            #expect(counts.spooled == counts.generated - counts.withheld, "\(counts)")
        }
    }

    @Test func `tells of a cascade with the reading that it begins with`() throws {
        let text = """
            { name: "cascade", seed: 3, duration: "90m",
              machines: [{ id: "pump1", profile: "pump" }],
              anomalies: [
                { id: "heat", machine: "pump1", kind: "cooling_loss", at: "20m", for: "40m",
                  parameters: { k: 2 } },
                { id: "off", machine: "pump1", kind: "trip", after: "heat", for: "5m",
                  when: { channel: "temperature", above: 50 } },
                { id: "never", machine: "pump1", kind: "stuck", after: "off", for: "1m",
                  when: { channel: "temperature", above: 500 } } ] }
            """
        let scenario = try Scenario(text: text, name: "cascade.json5")
        let simulation = scenario.plan()
        var machine = try SimulatedMachine(simulation.machines[0], in: simulation)
        machine.advance(scenario.tickCount) { _, _, _, _ in }
        let real = try #require(machine.time(ofAnomaly: "off"))
        #expect(real.start > 1210 && real.end == real.start + 300)
        try TestBroker.running { broker in
            try listening(to: broker) { heard in
                var plan = GeneratorPlan(scenario, run: "r1")
                plan.speed = .max
                let generator = try Generator(plan, broker.settings())
                let counts = try generator.run()
                #expect(counts.isBalanced && counts.truthEvents == 4)
                #expect(eventually { heard.lines.withLock { $0.count } == 5404 })
                // The reading before, the start, the reading that it is true of; the same at the end.
                let around = [real.start, real.start + 1, real.start + 300, real.start + 301]
                let order = heard.lines.withLock { lines in
                    lines.map(\.payload).compactMap { payload -> String? in
                        if payload.contains("\"off\"") {
                            return payload.contains("\"event\":\"start\"") ? "start" : "end"
                        }
                        return around.first { payload.contains("\"seq\":\($0),") }.map(String.init)
                    }
                }
                let names = around.map(String.init)
                #expect(order == [names[0], "start", names[1], names[2], "end", names[3]])
                // Whoever plays what has happened need not wait for it.
                let past = generator.floor.history.plan.machines[0].anomalies
                #expect(past.map(\.start) == [1200, real.start, past[2].start])
                #expect(past.map { $0.trigger == nil } == [true, true, false])
            }
        }
    }

    @Test func `keeps time, and says how late it was`() throws {
        try TestBroker.running { broker in
            let plan = GeneratorPlan.demo(
                machines: 40, interval: 20_000_000, seed: 1, start: 0, run: "r1")
            var timed = plan
            timed.simulation.tickCount = 50
            let begin = ContinuousClock.now
            let counts = try Generator(timed, broker.settings()).run()
            let seconds = (ContinuousClock.now - begin) / .seconds(1)
            #expect(counts.generated == 2000 && counts.acked == 2000 && counts.isBalanced)
            #expect(seconds > 0.97, "\(seconds)")
            #expect(counts.latenessP50 > 0 && counts.latenessMax > 0)
        }
    }

    @Test func `stops when told, with everything accounted for`() throws {
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                var plan = GeneratorPlan.demo(
                    machines: 5, interval: 1_000_000, seed: 1, start: 0, run: "r1")
                plan.speed = .max
                let generator = try Generator(plan, broker.settings())
                let result = Gate<GeneratorCounts?>(nil)
                Threads.start {
                    let counts = try? generator.run()
                    result.update { $0 = counts }
                }
                #expect(eventually { generator.counts.acked > 1000 })
                let begin = ContinuousClock.now
                generator.stop()
                let counts = try #require(result.wait(atMost: .seconds(5)) { $0 })
                #expect(ContinuousClock.now - begin < .seconds(5))
                #expect(counts.isBalanced && counts.spooled == 0 && counts.lost == 0)
                #expect(
                    eventually { heard.lines.withLock { $0.count } == counts.generated },
                    "\(counts)")
                for machine in 1...5 {
                    let numbers = heard.sequences("machine\(machine)")
                    let isComplete = numbers == Array(1...counts.generated / 5)
                    #expect(isComplete)
                }
            }
        }
    }

    @Test func `without a broker keeps a scenario on disk, and the next run delivers it`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        var plan = GeneratorPlan(try overloadFault(), run: "first")
        plan.speed = .factor(10_000)
        plan.simulation.tickCount = 200
        var settings = try broker.settings()
        settings.spoolMemory = 20_000
        let generator = try Generator(plan, settings)
        Threads.start {
            eventually { generator.counts.generated == 600 }
            generator.stop()
        }
        let counts = try generator.run()
        #expect(counts.generated == 600 && counts.spooled == 600 && counts.acked == 0)
        #expect(counts.isBalanced)

        try broker.start()
        try listening(to: broker, "machine/+") { heard in
            // Another folder of the same content: this test's own hand is still on the first.
            try FileManager.default.copyItem(
                atPath: broker.folder + "/state", toPath: broker.folder + "/next")
            var next = GeneratorPlan.demo(
                machines: 1, interval: 1_000_000, seed: 1, start: 0, run: "second")
            next.simulation.tickCount = 10
            let second = try Generator(next, broker.settings("next")).run()
            #expect(second.resumed == 600 && second.generated == 10 && second.acked == 610)
            #expect(second.isBalanced && second.spooled == 0)
            #expect(eventually { heard.lines.withLock { $0.count } == 610 })
            let first = heard.lines.withLock { $0.filter { $0.payload.contains("\"first\"") } }
                .count
            #expect(first == 600)
            let numbers = heard.sequences("machine2")
            #expect(numbers == Array(1...200))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: broker.folder + "/next")
        #expect(!left.contains { $0.hasPrefix("spool-") })
    }

    @Test
    func `live machines go on when nothing more can be kept, and what is given up is counted`()
        throws
    {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        var plan = GeneratorPlan.demo(
            machines: 10, interval: 1_000_000, seed: 1, start: 0, run: "r1")
        plan.simulation.tickCount = 60_000
        plan.speed = .factor(100_000)
        var settings = try broker.settings()
        settings.spoolMemory = 10_000
        settings.spoolDisk = 1_000_000
        let generator = try Generator(plan, settings)
        Threads.start {
            eventually(within: 90) { generator.counts.lost > 5000 }
            generator.stop()
        }
        let counts = try generator.run()
        #expect(counts.lost > 5000 && counts.spooled > 0 && counts.acked == 0)
        #expect(counts.isBalanced, "\(counts)")
    }

    @Test func `a scenario waits when nothing more can be kept, and loses nothing`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        var plan = GeneratorPlan(try overloadFault(), run: "r1")
        plan.speed = .factor(100_000)
        var settings = try broker.settings()
        settings.spoolMemory = 10_000
        settings.spoolDisk = 100_000
        let generator = try Generator(plan, settings)
        let result = Gate<GeneratorCounts?>(nil)
        Threads.start {
            let counts = try? generator.run()
            result.update { $0 = counts }
        }
        #expect(eventually { generator.counts.spooled > 300 })
        let made = generator.counts.generated
        Threads.sleep(.milliseconds(400))
        #expect(generator.counts.generated < made + 600 && generator.counts.generated < 5400)
        try broker.start()
        let counts = try #require(result.wait(atMost: .seconds(30)) { $0 })
        #expect(counts.generated == 5400 && counts.acked == 5400 && counts.lost == 0)
    }

    @Test func `two in one folder are refused, and so is a truth that cannot be written`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        let plan = GeneratorPlan.demo(seed: 1, start: 0, run: "r1")
        let first = try Generator(plan, broker.settings())
        #expect(throws: GeneratorError.folderInUse(broker.folder + "/state")) {
            try Generator(plan, broker.settings())
        }
        withExtendedLifetime(first) {}
        var settings = try broker.settings("other")
        settings.truthPath = broker.folder + "/nowhere/truth.jsonl"
        #expect(throws: GeneratorError.self) { try Generator(plan, settings) }
    }

    @Test func `killed and resumed, sends the same readings again from where it was`() throws {
        // What a killed run leaves: a ledger that says what was made and acknowledged.
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                var plan = GeneratorPlan(try overloadFault(), run: "r1")
                plan.speed = .factor(2000)
                let generator = try Generator(plan, broker.settings())
                Threads.start {
                    eventually { generator.counts.acked > 1500 }
                    generator.stop()
                }
                let first = try generator.run()
                #expect(first.generated < 5400 && first.isBalanced)
                var settings = try broker.settings("resumed")
                // A folder of its own, as after a crash: only ledger and truth are there.
                try FileManager.default.createDirectory(
                    atPath: settings.stateFolder, withIntermediateDirectories: true)
                try FileManager.default.copyItem(
                    atPath: broker.folder + "/state/r1.ledger",
                    toPath: settings.stateFolder + "/r1.ledger")
                settings.resumes = true
                var again = GeneratorPlan(try overloadFault(), run: "another name")
                again.speed = .max
                let resumed = try Generator(again, settings)
                #expect(resumed.plan.run == "r1")
                let second = try resumed.run()
                #expect(second.isBalanced && first.generated + second.generated >= 5400)
                #expect(eventually { heard.sequences("machine3").firsts.count == 1800 })
                // Every reading, and where one came twice the same one.
                let payloads = heard.lines.withLock { Set($0.map(\.payload)) }
                #expect(payloads.count == 5400)
            }
        }
    }

    @Test func `killed and resumed, does again what people did to the machines`() throws {
        try TestBroker.running { broker in
            try listening(to: broker, "machine/+") { heard in
                var plan = GeneratorPlan(try overloadFault(), run: "r1")
                plan.speed = .factor(400)
                let generator = try Generator(plan, broker.settings())
                var settings = try broker.settings("resumed")
                try FileManager.default.createDirectory(
                    atPath: settings.stateFolder, withIntermediateDirectories: true)
                let resumedFolder = settings.stateFolder
                Threads.start {
                    eventually { generator.counts.acked > 600 }
                    let floor = generator.floor
                    _ = try? floor.inject(
                        machine: "machine2", kind: "offset", magnitude: 2, channels: ["load"],
                        duration: 60_000_000_000)
                    try? floor.setOverload(true, machine: "machine3")
                    let made = generator.counts.generated
                    eventually { generator.counts.generated > made + 600 }
                    // What a kill at this moment would leave.
                    for name in ["r1.ledger", "r1.truth.jsonl"] {
                        try? FileManager.default.copyItem(
                            atPath: "\(broker.folder)/state/\(name)",
                            toPath: "\(resumedFolder)/\(name)")
                    }
                    eventually { generator.counts.generated > made + 1500 }
                    generator.stop()
                }
                let first = try generator.run()
                #expect(first.generated < 5400)
                settings.resumes = true
                var again = GeneratorPlan(try overloadFault(), run: "another name")
                again.speed = .max
                let resumed = try Generator(again, settings)
                let second = try resumed.run()
                #expect(second.isBalanced && first.generated + second.generated > 5400)
                #expect(eventually { heard.sequences("machine3").firsts.count == 1800 })
                // What both have sent is the same, with the anomalies in it.
                let payloads = heard.lines.withLock { Set($0.map(\.payload)) }
                #expect(payloads.count == 5400)
                let events = resumed.floor.events(limit: 20)
                let sources = events.map { "\($0.id) \($0.machine) \($0.source) \($0.kind)" }
                #expect(sources.contains("panel1 machine2 panel offset"), "\(sources)")
                #expect(sources.contains { $0.hasSuffix("machine3 switch overload") }, "\(sources)")
                // The switch was never turned off; the other ended by itself after its minute.
                let panel = try #require(events.first { $0.source == "panel" })
                let toggle = try #require(events.first { $0.source == "switch" })
                #expect(panel.endTick == panel.startTick + 60 && toggle.endTick == 1800)
            }
        }
    }

    @Test func `stopped and resumed within an anomaly, tells one begin and one end of it`() throws {
        try TestBroker.running { broker in
            var plan = GeneratorPlan(try overloadFault(), run: "r1")
            plan.speed = .factor(1000)
            var settings = try broker.settings()
            func play(_ stopping: (Generator) -> Bool) throws {
                // Its lock goes with it.
                let generator = try Generator(plan, settings)
                let isOver = Gate(false)
                let stopper = { @Sendable in
                    _ = eventually(within: 30) { generator.floor.runningEvents > 0 }
                    generator.stop()
                    isOver.update { $0 = true }
                }
                let stops = stopping(generator)
                if stops { Threads.start(stopper) }
                #expect(try generator.run().isBalanced)
                if stops { #expect(isOver.wait(atMost: .seconds(30)) { $0 ? true : nil } == true) }
            }
            try play { _ in true }
            let path = settings.stateFolder + "/r1.truth.jsonl"
            let before = try String(contentsOfFile: path, encoding: .utf8)
            #expect(before.split(separator: "\n").count == 2, "\(before)")
            // The thread above may hold the first generator a little longer.
            let copy = broker.folder + "/copy"
            try FileManager.default.copyItem(atPath: settings.stateFolder, toPath: copy)
            settings.stateFolder = copy
            settings.resumes = true
            plan.speed = .max
            try play { _ in false }
            let plain = try broker.settings("plain")
            #expect(try Generator(plan, plain).run().acked == 5400)
            let resumed = try String(contentsOfFile: copy + "/r1.truth.jsonl", encoding: .utf8)
            let expected = try String(
                contentsOfFile: plain.stateFolder + "/r1.truth.jsonl", encoding: .utf8)
            #expect(resumed == expected)
        }
    }

    @Test func `counts what a damaged spool cannot give back, and sends all the rest`() throws {
        let broker = try TestBroker(isStarted: false)
        defer { broker.remove() }
        var plan = GeneratorPlan(try overloadFault(), run: "first")
        plan.speed = .factor(100_000)
        plan.simulation.tickCount = 400
        let settings = try broker.settings()
        let generator = try Generator(plan, settings)
        Threads.start {
            eventually { generator.counts.generated == 1200 }
            generator.stop()
        }
        #expect(try generator.run().spooled == 1200)
        let copy = broker.folder + "/next"
        try FileManager.default.copyItem(atPath: settings.stateFolder, toPath: copy)
        let path = copy + "/spool-000000000"
        var bytes = try Data(contentsOf: URL(filePath: path))
        // One in a body, one in a head: readings lie some 200 bytes apart.
        bytes[bytes.count / 3] ^= 1
        bytes[bytes.count / 2] ^= 16
        try bytes.write(to: URL(filePath: path))

        try broker.start()
        try listening(to: broker, "machine/+") { heard in
            var next = GeneratorPlan.demo(
                machines: 1, interval: 1_000_000, seed: 1, start: 0, run: "second")
            next.simulation.tickCount = 10
            var settings = try broker.settings("next")
            let notices = Mutex<[String]>([])
            settings.notice = { line in notices.withLock { $0.append(line) } }
            let counts = try Generator(next, settings).run()
            #expect(counts.isBalanced && counts.resumed == 1200 && counts.lost == 2)
            #expect(counts.lostToDamage == 2 && counts.acked == 1208)
            #expect(eventually { heard.lines.withLock { $0.count } == 1208 })
            let said = notices.withLock { $0.joined() }
            #expect(said.contains("spool-000000000 is damaged: 2 records"), "\(said)")
            #expect(FileManager.default.fileExists(atPath: path + ".bad"))
        }
    }

    @Test func `refuses to resume what a damaged truth tells of`() throws {
        let folder = temporaryPath("damaged")
        defer { removeTemporary(folder) }
        var plan = GeneratorPlan(try overloadFault(), run: "r1")
        plan.speed = .factor(10_000)
        plan.simulation.tickCount = 50
        var settings = GeneratorSettings.offline(folder)
        settings.patience = .milliseconds(10)
        let generator = try Generator(plan, settings)
        _ = try generator.floor.inject(
            machine: "machine1", kind: "offset", magnitude: 1, channels: ["load"], duration: nil)
        Threads.start {
            eventually { generator.counts.generated == 150 }
            generator.stop()
        }
        _ = try generator.run()
        let path = folder + "/r1.truth.jsonl"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("\"magnitude\":1,", with: "\"magnitude\":2,", maxReplacements: 1)
            .write(toFile: path, atomically: true, encoding: .utf8)
        settings.stateFolder = folder + "/copy"
        try FileManager.default.createDirectory(
            atPath: settings.stateFolder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: folder + "/r1.ledger", toPath: settings.stateFolder + "/r1.ledger")
        settings.resumes = true
        settings.truthPath = path
        #expect(throws: GeneratorError.damagedTruth(path: path, line: 1)) {
            try Generator(plan, settings)
        }
    }
}

@Suite struct `The floor` {
    private func withGenerator(
        _ scenario: Scenario? = nil, _ body: (Generator, String) throws -> Void
    ) throws {
        let folder = temporaryPath("floor")
        defer { removeTemporary(folder) }
        let plan = try GeneratorPlan(scenario ?? overloadFault(), run: "r1")
        let settings = GeneratorSettings(
            mqtt: MQTTConfiguration(
                address: BrokerAddress(host: "127.0.0.1", port: 1), clientID: "g"),
            stateFolder: folder)
        try body(Generator(plan, settings), folder + "/r1.truth.jsonl")
    }

    private func truth(_ path: String) throws -> [[String: Any]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try #require(
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func `a switch says what should be: twice on is once`() throws {
        try withGenerator { generator, path in
            let floor = generator.floor
            try floor.setOverload(true, machine: "machine2")
            try floor.setOverload(true, machine: "machine2")
            #expect(floor.runningEvents == 1 && floor.events(limit: 10).count == 1)
            #expect(
                floor.machines(search: "machine2", offset: 0, limit: 5, since: 0, points: 5)
                    .machines[0].isOverloaded)
            try floor.setOverload(false, machine: "machine2")
            try floor.setOverload(false, machine: "machine2")
            #expect(floor.runningEvents == 0)
            let lines = try truth(path)
            #expect(lines.map { $0["event"] as? String } == ["start", "end"])
            #expect(lines.map { $0["source"] as? String } == ["switch", "switch"])
            #expect(throws: GeneratorError.unknownMachine("x")) {
                try floor.setOverload(true, machine: "x")
            }
        }
    }

    @Test func `every kind can be injected and ended, or is refused without a trace`() throws {
        try withGenerator { generator, path in
            var begun = 0
            for kind in AnomalyCatalogue.kinds {
                do {
                    let event = try generator.floor.inject(
                        machine: "machine3", kind: kind.name, magnitude: 1, channels: [],
                        duration: nil)
                    begun += 1
                    #expect(event.isRunning && event.kind == kind.name)
                    let ended = try generator.floor.end(event: event.id)
                    #expect(!ended.isRunning && ended.end == ended.start)
                    #expect(try generator.floor.end(event: event.id) == ended, "again")
                } catch GeneratorError.invalid {
                    // A kind that needs what this machine has not.
                }
            }
            #expect(begun >= AnomalyCatalogue.kinds.count - 5, "\(begun)")
            #expect(try truth(path).count == 2 * begun)
            #expect(generator.floor.runningEvents == 0)
        }
    }

    @Test func `what would hide another anomaly is refused, and the truth does not tell of it`()
        throws
    {
        try withGenerator { generator, path in
            _ = try generator.floor.inject(
                machine: "machine2", kind: "overload", magnitude: 1, channels: [], duration: nil)
            #expect(throws: GeneratorError.self) {
                try generator.floor.inject(
                    machine: "machine2", kind: "overload", magnitude: 2, channels: [],
                    duration: 60_000_000_000)
            }
            #expect(throws: GeneratorError.self) {
                try generator.floor.inject(
                    machine: "machine2", kind: "spike", magnitude: 1, channels: ["speed"],
                    duration: nil)
            }
            #expect(throws: GeneratorError.self) {
                try generator.floor.inject(
                    machine: "machine2", kind: "spkie", magnitude: 1, channels: [], duration: nil)
            }
            #expect(try truth(path).count == 1)
        }
    }
}
