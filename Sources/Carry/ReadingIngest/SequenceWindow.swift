/// Which of a machine's last 1,024 readings have been seen, in 128 bytes.
struct SequenceWindow {
    static let length: Int64 = 1024

    enum Finding {
        case new
        /// New, and older than the newest.
        case outOfOrder
        case seen
        /// Too far back to say; the store merges it if it was there.
        case unknown
    }

    private(set) var highest: Int64 = 0
    private var bits = [UInt64](repeating: 0, count: 16)

    /// Notes `number`, which is at least 1.
    mutating func note(_ number: Int64) -> Finding {
        if number > highest {
            let steps = number - highest
            if steps >= Self.length {
                for word in bits.indices { bits[word] = 0 }
            } else {
                for passed in highest + 1..<number { clear(passed) }
            }
            highest = number
            set(number)
            return .new
        }
        guard highest - number < Self.length else { return .unknown }
        if isSet(number) { return .seen }
        set(number)
        return .outOfOrder
    }

    private func place(_ number: Int64) -> (word: Int, bit: UInt64) {
        let index = Int(number % Self.length)
        return (index >> 6, 1 << UInt64(index & 63))
    }
    private mutating func set(_ number: Int64) { bits[place(number).word] |= place(number).bit }
    private mutating func clear(_ number: Int64) { bits[place(number).word] &= ~place(number).bit }
    private func isSet(_ number: Int64) -> Bool {
        bits[place(number).word] & place(number).bit != 0
    }
}
