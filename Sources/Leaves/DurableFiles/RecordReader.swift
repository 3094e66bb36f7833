import Glibc

/// Reads the records of a file from an offset on; others may append meanwhile.
///
/// Damage is passed over where a sound record stands behind it: by the length where only a body is
/// spoiled, else by looking for the next record byte by byte. ``lost`` counts the records in between.
public final class RecordReader {
    public let path: String
    /// Where the next record begins: the end of the last sound one.
    public private(set) var offset: Int
    /// Records that could not be read so far.
    public private(set) var lost = 0
    public private(set) var damagedBytes = 0
    let layout: RecordLayout
    /// Number that the next record should have.
    private(set) var nextIndex: UInt32 = 0
    /// Whether ``nextIndex`` is known: not when reading begins in the middle.
    private var isNumbered: Bool
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0

    /// - Parameter offset: as told by another reader; nil for the first record.
    /// - Throws: ``RecordFileError`` if it cannot be opened or is no file of records.
    public init(path: String, offset: Int? = nil) throws(RecordFileError) {
        self.path = path
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw RecordFileError(path: path, action: "open", code: errno) }
        descriptor = opened
        let first = RecordFile.headSize
        self.offset = max(first, offset ?? 0)
        isNumbered = self.offset == first
        var head = [UInt8](repeating: 0, count: first)
        let count = pread(opened, &head, first, 0)
        if count < first || head == RecordLayout.second.name {
            layout = .second
        } else if head == RecordLayout.first.name {
            layout = .first
        } else {
            // The name may be what was damaged; one sound record tells.
            let rest = Self.contents(opened, from: first)
            let known = [RecordLayout.second, .first].first { layout in
                layout.firstRecord(in: rest, from: 0) != nil
            }
            guard let known else {
                close(opened)
                throw RecordFileError(
                    path: path, action: "is no file of this program's records; name another",
                    code: 0)
            }
            layout = known
            damagedBytes = first
        }
    }

    deinit { close(descriptor) }

    /// The next sound record's body.
    /// - Returns: nil at the end, and before a rest in which no record is sound.
    public func next() throws(RecordFileError) -> [UInt8]? {
        guard try fill(layout.head) else { return nil }
        if let head = layout.head(in: buffer, at: place), try fill(layout.head + head.length),
            layout.isSound(head, in: buffer, at: place), isPossible(head.index)
        {
            return take(head)
        }
        return try resume()
    }

    /// Takes what lies between the last sound record and `size` for lost: nothing more will come of it.
    public func finish(upTo size: Int) throws(RecordFileError) {
        guard offset < size else { return }
        _ = try fill(size - offset)
        let end = min(buffer.count, place + size - offset)
        let rest = Array(buffer[place..<max(place, end)])
        lost += layout.records(in: rest, after: isNumbered ? nextIndex : nil)
        damagedBytes += size - offset
        buffer.removeAll()
        place = 0
        offset = size
    }

    private func take(_ head: RecordLayout.Head) -> [UInt8] {
        let start = place + layout.head
        let body = Array(buffer[start..<start + head.length])
        if let index = head.index {
            if isNumbered { lost += Int(index &- nextIndex) }
            nextIndex = index &+ 1
        } else {
            nextIndex &+= 1
        }
        isNumbered = true
        place = start + head.length
        offset += layout.head + head.length
        return body
    }

    /// Numbers only rise; a far one is chance.
    private func isPossible(_ index: UInt32?) -> Bool {
        guard let index, isNumbered else { return true }
        return index &- nextIndex < 1 << 30
    }

    /// Goes on behind damage.
    private func resume() throws(RecordFileError) -> [UInt8]? {
        while try fill(buffer.count - place + 1) {}
        guard
            let found = layout.firstRecord(
                in: buffer, from: place, isPossible: { self.isPossible($0) })
        else { return nil }
        // With numbers the next record's says how many there were.
        if !layout.hasNumbers || !isNumbered { lost += found.passed }
        damagedBytes += found.place - place
        offset += found.place - place
        place = found.place
        return take(found.head)
    }

    private static func contents(_ descriptor: Int32, from start: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = pread(descriptor, &piece, piece.count, off_t(start + bytes.count))
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return bytes }
            bytes.append(contentsOf: piece[..<got])
        }
    }

    /// Makes sure that `count` bytes are there from `place` on.
    private func fill(_ count: Int) throws(RecordFileError) -> Bool {
        if buffer.count - place >= count { return true }
        buffer.removeFirst(place)
        place = 0
        var piece = [UInt8](repeating: 0, count: max(65_536, count))
        while buffer.count < count {
            let got = pread(descriptor, &piece, piece.count, off_t(offset + buffer.count))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw RecordFileError(path: path, action: "read", code: errno) }
            if got == 0 { return false }
            buffer.append(contentsOf: piece[..<got])
        }
        return true
    }
}

extension RecordLayout {
    /// Longest body that is looked for byte by byte where a head has no checksum of its own: each place
    /// that could be a head costs a checksum over the body.
    private static let searchedBody = 1 << 18
    /// Once checksums have gone over the bytes so many times, only bodies up to ``briefBody`` are looked for:
    /// bytes that look like a head everywhere must not take for ever.
    private static let passes = 16
    private static let briefBody = 512

    /// The first sound record from `start` on.
    /// - Returns: its place and head, and how many spoiled records lie before it as far as their lengths
    ///   tell (at least 1 if it is not at `start`).
    func firstRecord(
        in bytes: [UInt8], from start: Int, isPossible: (UInt32?) -> Bool = { _ in true }
    ) -> (place: Int, head: Head, passed: Int)? {
        if let chained = chain(in: bytes, from: start, isPossible) { return chained }
        var place = start
        var passed = 0
        var room = Self.passes * (bytes.count - start)
        while bytes.count - place >= head {
            if let found = head(in: bytes, at: place), isPossible(found.index) {
                if hasNumbers {
                    if isSound(found, in: bytes, at: place) {
                        return (place, found, max(1, passed))
                    }
                    // The head is sound, so the record ends where it says.
                    if bytes.count - place - head >= found.length {
                        place += head + found.length
                        passed += 1
                        continue
                    }
                } else if (1...Self.searchedBody).contains(found.length),
                    found.length <= max(room, Self.briefBody)
                {
                    room -= found.length
                    if isSound(found, in: bytes, at: place) { return (place, found, 1) }
                }
            }
            place += 1
        }
        return nil
    }

    /// Follows the lengths, which are sound where only bodies are spoiled.
    private func chain(
        in bytes: [UInt8], from start: Int, _ isPossible: (UInt32?) -> Bool
    ) -> (place: Int, head: Head, passed: Int)? {
        var place = start
        var passed = 0
        while let found = head(in: bytes, at: place), isPossible(found.index) {
            if found.length > 0, isSound(found, in: bytes, at: place) {
                return (place, found, passed)
            }
            place += head + found.length
            passed += 1
        }
        return nil
    }

    /// How many records there are in `bytes`, in which none is sound.
    /// - Parameter index: number of the first; nil if that is not known.
    fileprivate func records(in bytes: [UInt8], after index: UInt32?) -> Int {
        var count = 0
        var first = index
        var place = 0
        // Behind the last record whose end is known.
        var end = 0
        while bytes.count - place >= head {
            if let found = head(in: bytes, at: place), hasNumbers || place == end {
                if let number = found.index, let first {
                    count = max(count, Int(number &- first) + 1)
                } else {
                    count += 1
                    first = found.index.map { $0 &- UInt32(count - 1) }
                }
                place += head + found.length
                end = place
            } else {
                place += 1
            }
        }
        return end < bytes.count ? count + 1 : count
    }
}
