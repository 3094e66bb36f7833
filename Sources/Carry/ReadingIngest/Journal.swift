import DurableFiles
import Foundation
import MQTTTransport
import Threading

/// Raw messages on disk, from their arrival until the store has them: segments of records, written at
/// one end and read at the other, deleted once what they hold is stored.
///
/// One thread appends, one reads.
package final class Journal: Sendable {
    /// A place behind a message.
    package struct Position: Sendable, Comparable {
        var segment: Int
        var offset: Int

        package static func < (a: Position, b: Position) -> Bool {
            (a.segment, a.offset) < (b.segment, b.offset)
        }
    }

    /// A message as it came.
    package struct Message: Sendable {
        var topic: ArraySlice<UInt8>
        var payload: ArraySlice<UInt8>
        /// Behind it.
        package var end: Position

        /// A record without a sound topic is a message without one: it is judged, and refused, like any
        /// other.
        fileprivate init(_ body: [UInt8], end: Position) {
            let length = body.count < 2 ? Int.max : Int(body[0]) | Int(body[1]) << 8
            let isWhole = length <= body.count - 2
            topic = isWhole ? body[2..<2 + length] : []
            payload = isWhole ? body[(2 + length)...] : body[...]
            self.end = end
        }
    }

    private struct Bookkeeping {
        /// Sizes of the segments, the one written last at the end.
        var sizes: [(number: Int, size: Int)] = []
        /// Up to here everything is stored.
        var released: Position
        var isClosed = false
        /// What was damaged, by segment; kept rather than deleted.
        var damage: [Int: RecordDamage] = [:]
        /// What was damaged when the journal was opened.
        var damageBefore: [RecordDamage] = []

        var backlog: Int {
            sizes.reduce(0) { sum, segment in
                let done = segment.number == released.segment ? released.offset : 0
                return sum + max(0, segment.size - max(done, RecordFile.headSize))
            }
        }
    }

    let folder: String
    /// Bytes that may lie here.
    let limit: Int
    private let segmentSize: Int
    private let books: Gate<Bookkeeping>
    private let writer: WriterBox
    private let reader: ReaderBox

    /// - Throws: ``RecordFileError``.
    package init(folder: String, limit: Int, segmentSize: Int = 4 << 20) throws {
        self.folder = folder
        self.limit = limit
        self.segmentSize = segmentSize
        do throws(SystemError) { try Files.makeFolder(folder, mode: 0o700) } catch {
            throw RecordFileError(path: folder, action: "make the folder", code: EACCES)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        var numbers = names.compactMap { name in
            name.hasPrefix("journal-") ? Int(name.dropFirst(8)) : nil
        }.sorted()
        if numbers.isEmpty { numbers = [1] }
        let first = Position(segment: numbers[0], offset: RecordFile.headSize)
        var books = Bookkeeping(released: first)
        for number in Self.lost(folder, numbers) {
            let path = Self.path(folder, number)
            unlink(path)
            numbers.removeAll { $0 == number }
            books.damageBefore.append(RecordDamage(path: path, lost: nil, bytes: 0, keptAs: nil))
        }
        for number in numbers.dropLast() {
            let file = try Self.open(folder, number, &books)
            books.sizes.append((number, file.size))
        }
        let last = numbers[numbers.count - 1]
        let file = try Self.open(folder, last, &books)
        books.sizes.append((last, file.size))
        self.books = Gate(books)
        writer = WriterBox(file, number: last)
        reader = ReaderBox(first)
    }

    /// Numbers that are far apart are no series: a stray file's, not some billion lost segments.
    private static let segmentsLooked = 100_000

    /// Segments below the last that are not there, or empty: one goes only after those before it.
    private static func lost(_ folder: String, _ numbers: [Int]) -> [Int] {
        let known = Set(numbers)
        return (numbers[0]..<numbers[numbers.count - 1]).prefix(segmentsLooked).filter {
            !known.contains($0) || RecordFile.isEmptied(path(folder, $0))
        }
    }

    /// Opens a segment, mended if it is damaged; one of which nothing can be made out makes room for a new
    /// one.
    private static func open(
        _ folder: String, _ number: Int, _ books: inout Bookkeeping
    ) throws(RecordFileError) -> RecordFile {
        let path = path(folder, number)
        do throws(RecordFileError) {
            let file = try RecordFile(appendingTo: path)
            if let damage = file.damage { books.damageBefore.append(damage) }
            return file
        } catch  where error.code == 0 {
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            books.damageBefore.append(
                RecordDamage(
                    path: path, lost: 1, bytes: size, keptAs: RecordDamage.setAside(path)))
            return try RecordFile(appendingTo: path)
        }
    }

    /// Owned by the thread that appends.
    private final class WriterBox: @unchecked Sendable {
        // Unchecked: touched by the appending thread only.
        var file: RecordFile
        var number: Int

        init(_ file: RecordFile, number: Int) {
            self.file = file
            self.number = number
        }
    }

    /// Owned by the thread that reads.
    private final class ReaderBox: @unchecked Sendable {
        // Unchecked: touched by the reading thread only.
        var position: Position
        var open: RecordReader?

        init(_ position: Position) { self.position = position }
    }

    /// What could not be read so far.
    var damage: [RecordDamage] {
        books.withLock { books in
            books.damageBefore + books.damage.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Bytes not yet released.
    var backlog: Int { books.withLock { $0.backlog } }

    /// Puts a message away; when it returns, a kill does not lose it.
    /// - Throws: ``RecordFileError``.
    package func append(topic: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer) throws {
        if writer.file.size >= segmentSize {
            let next = writer.number + 1
            writer.file = try RecordFile(appendingTo: Self.path(folder, next))
            writer.number = next
            books.withLock { $0.sizes.append((next, writer.file.size)) }
        }
        let length = UInt16(topic.count).littleEndian
        try withUnsafeBytes(of: length) { try writer.file.append($0, topic, payload) }
        books.update { books in books.sizes[books.sizes.count - 1].size = writer.file.size }
    }

    /// Notes that a connection begins here: a message without a topic, which no broker sends.
    /// - Throws: ``RecordFileError``.
    package func appendMark() throws {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        try append(topic: nothing, payload: nothing)
    }

    /// The next message.
    /// - Returns: nil if none comes within `limit`, or when the journal is closed and read to its end.
    /// - Throws: ``RecordFileError``.
    package func next(atMost limit: Duration) throws -> Message? {
        let here = reader.position
        let found = books.wait(atMost: limit) { books -> Position? in
            guard let segment = books.sizes.first(where: { $0.number >= here.segment }) else {
                return nil
            }
            if segment.number > here.segment {
                return Position(segment: segment.number, offset: RecordFile.headSize)
            }
            if here.offset < segment.size { return here }
            // Read to its end, and a later one has begun.
            if let later = books.sizes.first(where: { $0.number > here.segment }) {
                return Position(segment: later.number, offset: RecordFile.headSize)
            }
            return books.isClosed ? Position(segment: -1, offset: 0) : nil
        }
        guard let found, found.segment >= 0 else { return nil }
        if found.segment != here.segment || reader.open == nil {
            reader.open = try RecordReader(
                path: Self.path(folder, found.segment), offset: found.offset)
            reader.position = found
        }
        let known = books.withLock { books in
            books.sizes.first { $0.number == found.segment }?.size ?? 0
        }
        let body = try reader.open!.next()
        // What is told to be there and does not come is damaged to the end.
        if body == nil { try reader.open!.finish(upTo: known) }
        reader.position = Position(segment: found.segment, offset: reader.open!.offset)
        noteDamage(found.segment, reader.open!)
        guard let body else { return nil }
        return Message(body, end: reader.position)
    }

    private func noteDamage(_ segment: Int, _ reader: RecordReader) {
        guard reader.damagedBytes > 0 else { return }
        books.withLock { books in
            books.damage[segment] = RecordDamage(
                path: reader.path, lost: reader.lost, bytes: reader.damagedBytes, keptAs: nil)
        }
    }

    /// Forgets everything up to `end`.
    package func release(upTo end: Position) {
        let done = books.update { books in
            books.released = end
            let done = books.sizes.filter {
                $0.number < end.segment
                    || $0.number == end.segment && $0.size <= end.offset && books.sizes.count > 1
                        && $0.number != books.sizes.last?.number
            }
            books.sizes.removeAll { size in done.contains { $0.number == size.number } }
            return done
        }
        for segment in done { remove(segment.number) }
    }

    /// Deletes a segment, or puts it aside if it was damaged.
    private func remove(_ segment: Int) {
        let path = Self.path(folder, segment)
        guard books.withLock({ $0.damage[segment] != nil }) else {
            unlink(path)
            return
        }
        let place = RecordDamage.setAside(path)
        books.withLock { $0.damage[segment]?.keptAs = place }
    }

    /// Nothing will be appended any more; who reads gets what is left.
    package func close() { books.update { $0.isClosed = true } }

    /// Removes the files, if nothing is left to read.
    func removeIfEmpty() {
        let position = reader.position
        let sizes = books.withLock { $0.sizes }
        guard sizes.count == 1, sizes[0].number <= position.segment,
            sizes[0].size <= max(position.offset, RecordFile.headSize)
        else { return }
        remove(sizes[0].number)
        rmdir(folder)
    }

    private static func path(_ folder: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(folder)/journal-" + String(repeating: "0", count: max(0, 9 - digits.count))
            + digits
    }
}
