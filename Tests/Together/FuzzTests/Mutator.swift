import SeededRandom

/// Makes of sound inputs what disks, networks and people make of them. The same seed, reader and
/// round give the same bytes.
struct Mutator {
    private let draws: RandomStream
    private var drawn: UInt64 = 0
    private let corpus: [[UInt8]]

    init(seed: UInt64, reader: String, round: Int, corpus: [[UInt8]]) {
        draws = RandomStream(
            seed: seed &* 1_000_003 &+ UInt64(round), owner: reader, purpose: "mutation")
        self.corpus = corpus
    }

    /// An input; one in sixteen is sound.
    mutating func input() -> [UInt8] {
        var bytes = pick(corpus)
        if draw(0...15) == 0 { return bytes }
        for _ in 0..<draw(1...3) { mutate(&bytes) }
        if draw(0...255) == 0 { lengthen(&bytes) }
        return bytes
    }

    private mutating func draw(_ range: ClosedRange<Int>) -> Int {
        drawn += 1
        return draws.integer(in: range, at: drawn)
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element {
        list[draw(0...list.count - 1)]
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let place = draw(0...bytes.count)
        let length = min(draw(0...24), bytes.count - place)
        let piece = place..<place + length
        switch draw(0...13) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(draw(0...7)) }
        case 1: if place < bytes.count { bytes[place] = UInt8(draw(0...255)) }
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.removeSubrange(piece)
        case 4: bytes.insert(contentsOf: bytes[piece], at: draw(0...bytes.count))
        case 5: splice(&bytes, at: place)
        case 6, 7:
            bytes.replaceSubrange(
                draw(0...1) == 0 ? piece : place..<place, with: pick(Splinters.texts))
        case 8, 9: replaceNumber(&bytes, from: place)
        case 10: replaceText(&bytes, from: place)
        case 11: repeatMember(&bytes, from: place)
        case 12: writeWord(&bytes, at: place)
        default: swapLines(&bytes, from: place)
        }
    }

    /// Goes on from here as another sound input does.
    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        let other = pick(corpus)
        bytes.replaceSubrange(place..., with: other[draw(0...other.count)...])
    }

    private mutating func replaceNumber(_ bytes: inout [UInt8], from place: Int) {
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let part = Set("+-.0123456789eE".utf8)
        let end = bytes[start...].firstIndex { !part.contains($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: pick(Splinters.numbers))
    }

    private mutating func replaceText(_ bytes: inout [UInt8], from place: Int) {
        let quote = UInt8(ascii: "\"")
        guard let start = bytes[place...].firstIndex(of: quote),
            let end = bytes[(start + 1)...].firstIndex(of: quote)
        else { return }
        bytes.replaceSubrange(start + 1..<end, with: pick(Splinters.words))
    }

    /// A member, cell or row a second time.
    private mutating func repeatMember(_ bytes: inout [UInt8], from place: Int) {
        let comma = UInt8(ascii: ",")
        guard let start = bytes[place...].firstIndex(of: comma),
            let end = bytes[(start + 1)...].firstIndex(of: comma)
        else { return }
        bytes.insert(contentsOf: bytes[start..<end], at: end)
    }

    /// What a count, a length or a time in a binary file may be.
    private mutating func writeWord(_ bytes: inout [UInt8], at place: Int) {
        guard place + 8 <= bytes.count else { return }
        // Most binary numbers of ours stand on such places.
        let start = draw(0...1) == 0 ? place & ~7 : place
        let word = pick(Splinters.integers)
        for index in 0..<8 { bytes[start + index] = UInt8(truncatingIfNeeded: word >> (8 * index)) }
    }

    private mutating func swapLines(_ bytes: inout [UInt8], from place: Int) {
        let feed = UInt8(ascii: "\n")
        guard let first = bytes[place...].firstIndex(of: feed),
            let second = bytes[(first + 1)...].firstIndex(of: feed)
        else { return }
        let line = Array(bytes[first..<second])
        bytes.removeSubrange(first..<second)
        bytes.insert(contentsOf: line, at: draw(0...bytes.count))
    }

    /// Much of the same: deep nesting, long texts, many members, whatever the piece holds.
    private mutating func lengthen(_ bytes: inout [UInt8]) {
        let place = draw(0...bytes.count)
        let length = min(draw(1...40), bytes.count - place)
        let piece =
            draw(0...2) > 0 && length > 0
            ? Array(bytes[place..<place + length]) : Array(pick(Splinters.nests))
        let count = draw(0...3) == 0 ? 1 << 19 : 1 << 14
        let many = [[UInt8]](repeating: piece, count: count / piece.count + 1).joined()
        bytes.insert(contentsOf: many, at: place)
    }
}
