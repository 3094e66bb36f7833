import DurableFiles
import Foundation
import MQTTTransport
import MachineSimulation

/// A run that is over, to be played again: the very readings, from the seed and what was written down.
public final class PastRun: Sendable {
    public let plan: GeneratorPlan
    /// Readings each machine has made, as far as is known; the whole plan's without a ledger.
    public let ticks: Int
    /// First machines that have made one more.
    public let partial: Int
    /// Readings that the generator gave up because its spool was full.
    public let lost: Int
    /// Whether the generator ended in order, so that all that is not spooled was acknowledged.
    public let hasEnded: Bool
    /// Readings of each machine that are known to be acknowledged by the broker.
    public let acknowledgedTicks: Int
    private let injected: [FloorEvent]
    private let folder: String?
    private let lock: FileLock?

    /// All that a scenario makes.
    /// - Precondition: the plan has an end.
    public init(_ plan: GeneratorPlan) {
        self.plan = plan
        ticks = plan.simulation.tickCount!
        (partial, lost, hasEnded, acknowledgedTicks) = (0, 0, true, ticks)
        (injected, folder, lock) = ([], nil, nil)
    }

    /// What a ledger says was made. No generator works in the folder while this lives.
    /// - Parameters:
    ///   - run: nil for the newest ledger.
    ///   - truth: where the truth lies; nil for where the ledger says.
    ///   - plan: what the run was made from, given its ledger's head.
    /// - Throws: ``PastRunError``, ``GeneratorError``, `RecordFileError`, what `plan` throws.
    public init(
        folder: String, run: String?, truth: String? = nil,
        plan: (LedgerHeader) throws -> GeneratorPlan
    ) throws {
        let path = try Self.ledger(in: folder, run: run)
        lock = try .generator(folder)
        guard let past = try SendLedger.past(path: path) else {
            throw PastRunError.noHead(path)
        }
        var found = try plan(past.header)
        found.run = past.header.run
        guard LedgerHeader(found, truthPath: "").isSamePlan(as: past.header) else {
            throw PastRunError.otherPlan(path, name: past.header.name, seed: past.header.seed)
        }
        if let speed = past.header.details?.speed {
            found.speed = speed > 0 ? .factor(speed) : .max
        }
        self.plan = found
        self.folder = folder
        ticks = past.end?.ticks ?? past.madeBefore
        partial = past.end?.machines ?? 0
        lost = past.lost
        hasEnded = past.end != nil
        acknowledgedTicks = min(past.acknowledgedBefore, ticks)
        let truthPath =
            truth ?? past.header.details?.truthPath ?? "\(folder)/\(found.run).truth.jsonl"
        // A generator makes its truth file before the first reading.
        guard
            truth == nil && past.header.details == nil
                || FileManager.default.fileExists(atPath: truthPath)
        else {
            throw PastRunError.noTruth(truthPath)
        }
        injected = try TruthFile.injected(path: truthPath, run: found.run)
    }

    /// Channels of all machines.
    public func channels() throws -> [String] { try floor().channels }

    /// Plays it: every message that carried a reading, in order.
    /// - Throws: what `body` throws.
    public func play(_ body: (_ topic: String, UnsafeRawBufferPointer) throws -> Void) throws {
        let floor = try floor()
        let all = 0..<floor.machineCount
        let chunk = max(1, 4096 / max(1, all.count))
        var batch = MessageBatch()
        func hand() throws {
            for index in 0..<batch.count where batch.entries[index].isReading {
                let topic = "\(batch.entries[index].topic)"
                try batch.withPayload(index) { try body(topic, $0) }
            }
            batch.removeAll()
        }
        var tick = 0
        while tick < ticks {
            let count = min(chunk, ticks - tick)
            try floor.advance(all, ticks: count, into: &batch)
            tick += count
            try hand()
        }
        if partial > 0 { try floor.advance(0..<partial, ticks: 1, into: &batch) }
        // One that was killed kept back what was late on its way.
        if hasEnded { _ = try floor.finish(into: &batch) }
        try hand()
    }

    /// The messages with readings that still wait in the folder for the next generator.
    /// - Throws: `RecordFileError`, what `body` throws.
    public func spooled(_ body: (_ topic: String, UnsafeRawBufferPointer) throws -> Void) throws {
        guard let folder else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where Spool.isSegment(name) {
            let reader = try RecordReader(path: "\(folder)/\(name)")
            while let record = try reader.next() {
                guard let message = Spool.decode(record), message.isReading else { continue }
                try message.payload.withUnsafeBytes { try body("\(message.topic)", $0) }
            }
        }
    }

    private func floor() throws -> MachineFloor {
        let pacer = Pacer(
            machines: plan.simulation.machines.count, interval: plan.simulation.interval,
            speed: plan.speed)
        return try MachineFloor(plan, truth: nil, phases: plan.phases(pacer), injected: injected)
    }

    private static func ledger(in folder: String, run: String?) throws -> String {
        if let run {
            let path = "\(folder)/\(run).ledger"
            guard FileManager.default.fileExists(atPath: path) else {
                throw PastRunError.noLedger(folder, run: run)
            }
            return path
        }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".ledger") }
        let dated = try names.map { name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return (attributes[.modificationDate] as? Date ?? .distantPast, name)
        }
        guard let newest = dated.max(by: { $0 < $1 }) else {
            throw PastRunError.noLedger(folder, run: nil)
        }
        return "\(folder)/\(newest.1)"
    }
}

/// Why a run cannot be played again.
public enum PastRunError: Error, Sendable, Equatable, CustomStringConvertible {
    case noLedger(String, run: String?)
    /// The ledger's head is damaged, or not one.
    case noHead(String)
    case otherPlan(String, name: String, seed: UInt64)
    case noTruth(String)

    public var description: String {
        switch self {
        case .noLedger(let folder, let run):
            "\(folder): there is no ledger" + (run.map { " of run \($0)" } ?? "")
                + "; name the folder that machine-generator had as --state"
        case .noHead(let path):
            "\(path): the head is damaged, so that nobody can say what the run was made from; give the"
                + " scenario with --run and --seed instead of --state"
        case .otherPlan(let path, let name, let seed):
            "\(path): the run was made from \(name) with seed \(seed) and other machines, times or interval;"
                + " name the scenario as it was then"
        case .noTruth(let path):
            "\(path): there is no such file, and only it says what was injected; name it with --truth"
        }
    }
}

extension FileLock {
    /// The lock that a generator has on its folder.
    /// - Throws: ``GeneratorError``.
    static func generator(_ folder: String) throws(GeneratorError) -> FileLock {
        do throws(FileLock.Refusal) { return try FileLock(fileIn: folder) } catch {
            switch error {
            case .held: throw .folderInUse(folder)
            case .impossible(let cause): throw .cannotRecord(path: folder, reason: cause.reason)
            }
        }
    }
}
