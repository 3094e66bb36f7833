import DurableFiles
import Foundation
import MQTTTransport
import MachineSimulation
import Synchronization
import Threading

/// Where a generator sends, and where it keeps its books.
public struct GeneratorSettings: Sendable {
    public var mqtt: MQTTConfiguration
    public var qos = 1
    /// Messages unacknowledged at a time.
    public var window = 1000
    /// Ledger, spool and lock; one generator a folder.
    public var stateFolder: String
    /// Where the truth is written; nil for `RUN.truth.jsonl` in the state folder.
    public var truthPath: String?
    /// Go on where an earlier run of the same plan in this folder stopped. (What any earlier run could
    /// not send is sent first in any case.)
    public var resumes = false
    /// Memory and disk that waiting messages may take.
    public var spoolMemory = 8 << 20
    public var spoolDisk = 256 << 20
    /// How long acknowledgements are waited for after ``Generator/stop()``.
    public var patience: Duration = .milliseconds(2500)
    /// Told in a sentence what somebody should know.
    public var notice: @Sendable (String) -> Void = { _ in }

    public init(mqtt: MQTTConfiguration, stateFolder: String) {
        self.mqtt = mqtt
        self.stateFolder = stateFolder
    }

    /// Without a broker: everything stays in the spool of `folder`.
    public static func offline(_ folder: String) -> GeneratorSettings {
        GeneratorSettings(
            mqtt: MQTTConfiguration(
                address: BrokerAddress(host: "127.0.0.1", port: 1), clientID: "offline"),
            stateFolder: folder)
    }
}

/// Machines that make readings in their time and send them to a broker: the whole of
/// `machine-generator` but its command line.
public final class Generator: Sendable {
    private struct Shared: Sendable {
        var isStopping = false
        var counts = GeneratorCounts()
        /// Readings of the last seconds, to tell a rate.
        var rates: [(at: Duration, generated: Int)] = []
    }

    public let plan: GeneratorPlan
    public let floor: MachineFloor
    private let settings: GeneratorSettings
    private let pacer: Pacer
    private let publisher: MQTTPublisher
    private let shared = Gate(Shared())
    private let lock: FileLock
    private let truthPath: String
    private let past: SendLedger.Past?

    /// Opens the state folder and the truth file.
    /// - Parameter changed: told of the connection's state, on the connection's thread.
    /// - Throws: ``GeneratorError``, `RecordFileError`.
    public init(
        _ plan: GeneratorPlan, _ settings: GeneratorSettings,
        changed: @escaping @Sendable (MQTTStatus) -> Void = { _ in }
    ) throws {
        self.settings = settings
        let simulation = plan.simulation
        let folder = settings.stateFolder
        do throws(SystemError) { try Files.makeFolder(folder, mode: 0o700) } catch {
            throw GeneratorError.cannotRecord(path: folder, reason: "cannot be made")
        }
        lock = try .generator(folder)
        var plan = plan
        past = settings.resumes ? try Self.past(of: plan, folder) : nil
        // A resumed run keeps its name: the readings are the same.
        if let past { plan.run = past.header.run }
        if settings.resumes, past == nil {
            settings.notice(
                "warning: nothing to resume: \(folder) has no ledger of this plan (\(plan.name), seed"
                    + " \(simulation.seed)); the run begins anew")
        }
        self.plan = plan
        pacer = Pacer(
            machines: simulation.machines.count, interval: simulation.interval, speed: plan.speed)
        let truth = settings.truthPath ?? "\(folder)/\(plan.run).truth.jsonl"
        truthPath = truth
        let phases = plan.phases(pacer)
        var injected: [FloorEvent] = []
        if let past {
            injected = try TruthFile.injected(path: truth, run: plan.run)
            let resumed = simulation.time(ofTick: past.acknowledgedBefore)
            let moments = zip(simulation.machines, phases).map { ($0.id, resumed + $1) }
            // What is done again is written again.
            try TruthFile.forget(
                path: truth, run: plan.run,
                from: Dictionary(moments, uniquingKeysWith: { a, _ in a }))
        }
        floor = try MachineFloor(
            plan, truth: TruthFile(path: truth), phases: phases, injected: injected)
        publisher = MQTTPublisher(
            settings.mqtt, qos: settings.qos, window: settings.window, changed: changed)
    }

    /// Of the connection to the broker.
    public var status: MQTTStatus { publisher.status }
    public var broker: BrokerAddress { settings.mqtt.address }
    public var counts: GeneratorCounts { shared.withLock { $0.counts } }

    /// Readings made a second, over the last few.
    public var rate: Double {
        shared.withLock { shared in
            guard let first = shared.rates.first, let last = shared.rates.last else { return 0 }
            let time = (last.at - first.at) / .seconds(1)
            return time > 0 ? Double(last.generated - first.generated) / time : 0
        }
    }

    /// Lets ``run()`` come to its end in order, within the patience of the settings and 2 s. May be
    /// called from any thread.
    public func stop() { shared.update { $0.isStopping = true } }

    private var isStopping: Bool { shared.withLock { $0.isStopping } }

    /// Works until the plan is done or ``stop()`` is called, then delivers what is left.
    /// - Returns: the books, which balance.
    /// - Throws: ``GeneratorError``, `RecordFileError` when truth, ledger or spool cannot be written.
    public func run() throws -> GeneratorCounts {
        let spool = Spool(
            folder: settings.stateFolder, memoryLimit: settings.spoolMemory,
            diskLimit: settings.spoolDisk)
        let courier = Courier(
            publisher, spool, waits: plan.speed == .max, keepsAll: plan.keepsAll,
            isStopping: { [shared] in shared.withLock { $0.isStopping } })
        let ledger = try SendLedger(
            path: "\(settings.stateFolder)/\(plan.run).ledger",
            header: LedgerHeader(plan, truthPath: URL(filePath: truthPath).path).bytes)
        if let damage = ledger.damage { settings.notice("warning: \(damage)") }
        var skipped = DeliveryLine.Counts()
        if let past {
            // Where all is made again from the seed, what was spooled is made again, too.
            guard
                let done = floor.skip(
                    to: past.acknowledgedBefore, isStopping: { [self] in isStopping })
            else { return counts }
            skipped = done
            try Self.removeSpool(settings.stateFolder)
        }
        // What an earlier run could not send goes first.
        try spool.load()
        let resumed = spool.readings + spool.damagedReadings
        shared.update { $0.counts.resumed = resumed }
        for damage in spool.damage { settings.notice("warning: \(damage)") }
        publisher.start()
        waitForBroker()
        var work = Work(
            floor: floor, pacer: pacer, courier: courier, ledger: ledger,
            tick: past?.acknowledgedBefore ?? 0)
        defer { publisher.stop(within: Self.goodbye) }
        if plan.speed == .max { try workFast(&work) } else { try workInTime(&work) }
        work.batch.removeAll()
        let trouble = try floor.finish(into: &work.batch)
        // What a resumed run has skipped is not in its books.
        shared.update {
            $0.counts.withheld = trouble.withheld - skipped.withheld
            $0.counts.repeated = trouble.repeated - skipped.repeated
            $0.counts.broken = trouble.broken - skipped.broken
        }
        try courier.send(work.batch)
        try deliver(work)
        return try settle(work)
    }

    /// Time for the connection's last words.
    private static let goodbye = Duration.milliseconds(1500)

    /// A broker that is there gets the first readings straight; one that is not costs a moment.
    private func waitForBroker() {
        let end = Monotonic.now + .seconds(2)
        while !isStopping, Monotonic.now < end {
            if publisher.waitForConnection(atMost: .milliseconds(100)) { return }
            if publisher.status.state == .refused { return }
        }
    }

    /// What one call of ``run()`` has at hand.
    private struct Work {
        let floor: MachineFloor
        let pacer: Pacer
        let courier: Courier
        let ledger: SendLedger
        var tick: Int
        var batch = MessageBatch()
        var generated = 0
        var lateness = LatenessHistogram()
        let firstTick: Int
        let begin = Monotonic.now
        var noted = Monotonic.now
        var notedTicks = 0
        var notedInLedger = Monotonic.now
        /// Machines that have made a reading of ``tick`` while others have not.
        var partial = 0
        var watch = BrokerWatch()

        init(
            floor: MachineFloor, pacer: Pacer, courier: Courier, ledger: SendLedger, tick: Int
        ) {
            self.floor = floor
            self.pacer = pacer
            self.courier = courier
            self.ledger = ledger
            self.tick = tick
            firstTick = tick
        }

        /// The ledger has a record for a tick, written before its first machine speaks.
        mutating func make(_ machines: Range<Int>, ticks: Int) throws {
            partial = machines.upperBound == floor.machineCount ? 0 : machines.upperBound
            if machines.lowerBound == 0 {
                try ledger.willSend(
                    tick: tick, ticks: ticks, machines: 0..<floor.machineCount)
            }
            batch.removeAll()
            try floor.advance(machines, ticks: ticks, into: &batch)
            generated += machines.count * ticks
            try courier.send(batch)
        }
    }

    private func workFast(_ work: inout Work) throws {
        let all = 0..<floor.machineCount
        let chunk = max(1, 256 / max(1, all.count))
        while !isStopping {
            let left = plan.simulation.tickCount.map { $0 - work.tick } ?? .max
            guard left > 0 else { return }
            try work.make(all, ticks: min(chunk, left))
            work.tick += min(chunk, left)
            try note(&work)
        }
    }

    private func workInTime(_ work: inout Work) throws {
        var begin = Monotonic.now + lead
        while work.tick < plan.simulation.tickCount ?? .max {
            for (number, slice) in pacer.slices.enumerated() {
                let due =
                    begin + (pacer.due(tick: work.tick - work.firstTick, slice: number) ?? .zero)
                try work.courier.work(until: due, pause: pause)
                if isStopping { return }
                if plan.keepsAll, !work.courier.spool.hasRoom {
                    // The machines' time stands still until there is room.
                    let stopped = Monotonic.now
                    while !work.courier.spool.hasRoom, !isStopping {
                        try work.courier.work(
                            until: Monotonic.now + .milliseconds(50), pause: pause)
                        try note(&work)
                    }
                    begin += Monotonic.now - stopped
                }
                try work.make(slice, ticks: 1)
                work.lateness.note(
                    max(0, (Monotonic.now - due) / .milliseconds(1)), count: slice.count)
                try note(&work)
            }
            work.tick += 1
        }
    }

    /// How long from now the first reading is due. Machines that start about now, in real time, send
    /// each reading at the time it carries; all others begin at once.
    private var lead: Duration {
        let early = plan.simulation.start - WallClock.now
        guard plan.speed == .factor(1), (-2_000_000_000...60_000_000_000).contains(early) else {
            return .zero
        }
        return .nanoseconds(early)
    }

    /// Sleeps, but not through a call to stop.
    private func pause(_ duration: Duration) {
        _ = shared.wait(atMost: duration) { $0.isStopping ? true : nil }
    }

    /// A plan that is done waits until the broker has everything; one that was stopped, or live
    /// machines, not for ever.
    private func deliver(_ work: borrowing Work) throws {
        let wasStopped = isStopping
        let limit = Monotonic.now + (wasStopped ? settings.patience : .seconds(10))
        while !work.courier.spool.isEmpty || publisher.drain(atMost: .milliseconds(20)) > 0 {
            if wasStopped || !plan.keepsAll {
                if Monotonic.now > limit { return }
                // Nobody is there who could acknowledge anything.
                if wasStopped, publisher.status.state != .connected { return }
            } else if isStopping {
                return
            }
            try work.courier.work(
                until: Monotonic.now + .milliseconds(20),
                pause: { Monotonic.sleep(until: Monotonic.now + $0) })
            var counts = counts
            update(&counts, work)
        }
    }

    private func settle(_ work: borrowing Work) throws -> GeneratorCounts {
        let seen = work.courier.spool.damage.count
        try work.courier.close(within: Self.goodbye)
        for damage in work.courier.spool.damage.dropFirst(seen) {
            settings.notice("warning: \(damage)")
        }
        var counts = counts
        update(&counts, work)
        counts.spooled = work.courier.spool.readings
        counts.latenessP50 = work.lateness.quantile(0.5)
        counts.latenessP99 = work.lateness.quantile(0.99)
        counts.latenessMax = work.lateness.worst
        try work.ledger.acknowledged(before: acknowledgedTicks(work))
        try work.ledger.ended(
            ticks: work.tick, machines: work.partial, lost: work.courier.overflowed)
        try work.ledger.save()
        precondition(counts.isBalanced, "readings are not accounted for: \(counts)")
        shared.update { $0.counts = counts }
        return counts
    }

    /// Once in a while: the counts that others see, and how far the broker has followed.
    private func note(_ work: inout Work) throws {
        let now = Monotonic.now
        guard now - work.noted > .milliseconds(250) else { return }
        work.noted = now
        var counts = counts
        update(&counts, work)
        work.watch.note(
            at: now, acked: counts.acked, connects: publisher.status.connects,
            isConnected: publisher.status.state == .connected)
        counts.atRisk = work.watch.atRisk
        let atRisk = counts.atRisk
        shared.withLock { shared in
            shared.counts.atRisk = atRisk
            shared.rates.append((now, counts.generated))
            shared.rates.removeAll { now - $0.at > .seconds(3) }
        }
        let ticks = acknowledgedTicks(work)
        if ticks > work.notedTicks, now - work.notedInLedger > .seconds(1) {
            work.notedTicks = ticks
            work.notedInLedger = now
            try work.ledger.acknowledged(before: ticks)
        }
    }

    private func acknowledgedTicks(_ work: borrowing Work) -> Int {
        // Readings go out in the order of ticks, and are acknowledged in that order.
        // With copies and readings held back, their number no longer tells which.
        guard !floor.isTroubled else { return work.firstTick }
        let own = work.courier.acked + work.courier.lost - counts.resumed
        return work.firstTick + max(0, own) / max(1, floor.machineCount)
    }

    private func update(_ counts: inout GeneratorCounts, _ work: borrowing Work) {
        counts.generated = work.generated
        counts.published = work.courier.published
        counts.acked = work.courier.acked
        counts.lost = work.courier.lost
        counts.lostToDamage = work.courier.spool.damagedReadings
        counts.spooled = work.courier.spool.readings
        counts.truthEvents = work.courier.truthEvents
        counts.resent = publisher.tally.resent
        counts.reconnects = max(0, publisher.status.connects - 1)
        counts.spoolPeak = work.courier.spool.peak
        counts.seconds = (Monotonic.now - work.begin) / .seconds(1)
        let known = counts
        shared.update { $0.counts = known }
    }

    // MARK: Resuming

    /// The newest ledger of the folder that was made from the same plan.
    private static func past(of plan: GeneratorPlan, _ folder: String) throws -> SendLedger.Past? {
        let wanted = LedgerHeader(plan, truthPath: "")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".ledger") }
        let found = try names.compactMap { name -> (Date, SendLedger.Past)? in
            guard let past = try SendLedger.past(path: "\(folder)/\(name)"),
                past.header.isSamePlan(as: wanted)
            else { return nil }
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return (attributes[.modificationDate] as? Date ?? .distantPast, past)
        }
        return found.max { $0.0 < $1.0 }?.1
    }

    private static func removeSpool(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where Spool.isSegment(name) { unlink("\(folder)/\(name)") }
    }
}
