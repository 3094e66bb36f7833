import DurableFiles
import Foundation
import MQTTTransport

/// Messages that wait for the broker, oldest first: some in memory, the rest on disk, bounded.
///
/// Belongs to one thread.
package final class Spool {
    package struct Message {
        var topic: Topic
        var payload: [UInt8]
        var isReading: Bool

        var size: Int { payload.count + 64 }
    }

    let folder: String
    private let memoryLimit: Int
    private let diskLimit: Int
    private let segmentSize: Int

    private var memory: [Message] = []
    private var memoryHead = 0
    private var memoryBytes = 0
    private var segments: [(path: String, size: Int, count: Int, readings: Int)] = []
    private var writer: RecordFile?
    private var reader: RecordReader?
    private var nextNumber = 0
    /// Taken off disk already, not yet handed on.
    private var fromDisk: Message?

    private(set) var count = 0
    private(set) var readings = 0
    private(set) var peak = 0
    /// What could not be read, and the readings among it.
    private(set) var damage: [RecordDamage] = []
    private(set) var damagedReadings = 0

    package init(
        folder: String, memoryLimit: Int = 8 << 20, diskLimit: Int = 256 << 20,
        segmentSize: Int = 8 << 20
    ) {
        self.folder = folder
        self.memoryLimit = memoryLimit
        self.diskLimit = diskLimit
        self.segmentSize = segmentSize
    }

    var isEmpty: Bool { count == 0 }

    /// Whether another batch can be put here without giving anything up.
    var hasRoom: Bool { diskBytes < diskLimit }

    private var diskBytes: Int { segments.reduce(0) { $0 + $1.size } }

    /// Puts a message behind all others.
    /// - Throws: ``RecordFileError``.
    func append(_ message: Message) throws {
        if segments.isEmpty, memoryBytes < memoryLimit {
            memory.append(message)
            memoryBytes += message.size
        } else {
            try writeToDisk(message)
        }
        count += 1
        if message.isReading { readings += 1 }
        peak = max(peak, count)
    }

    /// The oldest message, left in its place.
    /// - Throws: ``RecordFileError``.
    package func first() throws -> Message? {
        if memoryHead < memory.count { return memory[memoryHead] }
        if let fromDisk { return fromDisk }
        while let segment = segments.first {
            if reader == nil { reader = try RecordReader(path: segment.path) }
            if let body = try reader!.next() {
                fromDisk = Self.decode(body)
                if fromDisk != nil { return fromDisk }
                continue
            }
            noteUnread()
            dropSegment()
        }
        return nil
    }

    /// The first segment is read to its end: what it should have had besides is lost.
    private func noteUnread() {
        let segment = segments[0]
        guard segment.count > 0 || segment.readings > 0 else { return }
        count -= segment.count
        readings -= segment.readings
        damagedReadings += segment.readings
        damage.append(
            RecordDamage(
                path: segment.path, lost: segment.count, bytes: reader?.damagedBytes ?? 0,
                keptAs: RecordDamage.setAside(segment.path)))
    }

    /// Takes the message that ``first()`` has shown.
    package func removeFirst() {
        let message: Message
        if memoryHead < memory.count {
            message = memory[memoryHead]
            memoryBytes -= message.size
            memoryHead += 1
            if memoryHead == memory.count || memoryHead > 4096 && memoryHead * 2 > memory.count {
                memory.removeFirst(memoryHead)
                memoryHead = 0
            }
        } else {
            message = fromDisk!
            fromDisk = nil
            segments[0].count -= 1
            if message.isReading { segments[0].readings -= 1 }
        }
        count -= 1
        if message.isReading { readings -= 1 }
    }

    /// Gives up the oldest messages until there is room.
    /// - Returns: readings given up.
    func dropOldest() throws -> Int {
        let before = readings
        while !hasRoom, !segments.isEmpty {
            // In memory lies what is older still.
            while memoryHead < memory.count { removeFirst() }
            if fromDisk != nil { removeFirst() }
            count -= segments[0].count
            readings -= segments[0].readings
            dropSegment()
        }
        return before - readings
    }

    /// Writes what is in memory to disk, behind `older`, which comes first of all.
    /// - Throws: ``RecordFileError``.
    func persist(older: [Message]) throws {
        var rest = older
        while let message = try first() {
            rest.append(message)
            removeFirst()
        }
        reader = nil
        writer = nil
        segments = []
        count = 0
        readings = 0
        for message in rest {
            try writeToDisk(message)
            count += 1
            if message.isReading { readings += 1 }
        }
        try writer?.sync()
        writer = nil
    }

    /// Takes up what an earlier run has left in the folder.
    /// - Throws: ``RecordFileError``.
    package func load() throws {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter(Self.isSegment).sorted()
        for name in names {
            let path = folder + "/" + name
            guard let file = try open(path) else { continue }
            if let damage = file.damage { note(damage) }
            var (found, wanted) = (0, 0)
            let reader = try RecordReader(path: path)
            while let body = try reader.next() {
                found += 1
                if Self.decode(body)?.isReading == true { wanted += 1 }
            }
            segments.append((path, file.size, found, wanted))
            count += found
            readings += wanted
            nextNumber = max(nextNumber, (Int(name.dropFirst(6)) ?? 0) + 1)
        }
    }

    /// Opens a piece; one of which nothing can be made out is put aside.
    private func open(_ path: String) throws(RecordFileError) -> RecordFile? {
        if RecordFile.isEmptied(path) {
            unlink(path)
            note(RecordDamage(path: path, lost: nil, bytes: 0, keptAs: nil))
            return nil
        }
        do { return try RecordFile(appendingTo: path) } catch {
            guard error.code == 0 else { throw error }
            note(RecordDamage(path: path, lost: 1, bytes: 0, keptAs: RecordDamage.setAside(path)))
            return nil
        }
    }

    /// Damage of a spool that an earlier run has left; what its records were nobody knows.
    private func note(_ damage: RecordDamage) {
        self.damage.append(damage)
        damagedReadings += damage.countedLost
    }

    /// Whether `name` is that of a piece of a spool: a damaged one that was put aside is none.
    static func isSegment(_ name: String) -> Bool {
        name.hasPrefix("spool-") && name.dropFirst(6).allSatisfy { ("0"..."9").contains($0) }
    }

    // MARK: Disk

    private func writeToDisk(_ message: Message) throws {
        if writer == nil || segments[segments.count - 1].size >= segmentSize {
            let digits = String(nextNumber)
            let path =
                "\(folder)/spool-" + String(repeating: "0", count: max(0, 9 - digits.count))
                + digits
            nextNumber += 1
            writer = try RecordFile(appendingTo: path)
            segments.append((path, 0, 0, 0))
        }
        let topic = Array("\(message.topic)".utf8)
        let head: [UInt8] = [
            message.isReading ? 1 : 0, UInt8(topic.count & 255), UInt8(topic.count >> 8),
        ]
        try head.withUnsafeBytes { head in
            try topic.withUnsafeBytes { topic in
                try message.payload.withUnsafeBytes { try writer!.append(head, topic, $0) }
            }
        }
        let last = segments.count - 1
        segments[last].size = writer!.size
        segments[last].count += 1
        if message.isReading { segments[last].readings += 1 }
    }

    private func dropSegment() {
        reader = nil
        let segment = segments.removeFirst()
        if segments.isEmpty { writer = nil }
        unlink(segment.path)
    }

    static func decode(_ body: [UInt8]) -> Message? {
        guard body.count >= 3 else { return nil }
        let length = Int(body[1]) | Int(body[2]) << 8
        guard body.count >= 3 + length,
            let topic = try? Topic(String(decoding: body[3..<3 + length], as: UTF8.self))
        else { return nil }
        return Message(
            topic: topic, payload: Array(body[(3 + length)...]), isReading: body[0] == 1)
    }
}
