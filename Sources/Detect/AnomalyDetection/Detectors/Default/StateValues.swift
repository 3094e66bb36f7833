/// The values of a channel that takes hardly any: a valve, a mode, a bit.
///
/// Such a channel has no noise, so every change of it is infinitely many standard deviations; what
/// can be said by itself of a row is only whether its value is one the channel is known to take. A
/// value is known once it has come three times, or has stayed.
struct StateValues: Sendable, Equatable {
    /// Values from which on a channel is measured rather than told apart.
    private static let most = 4
    private static let visits: Int32 = 3
    private static let stay: Int32 = 90

    private var values = SIMD4<Double>(repeating: .nan)
    private var counts = SIMD4<Int32>(repeating: 0)
    private var rows = SIMD4<Int32>(repeating: 0)
    private var current = -1
    /// Different values so far, ``most`` if there are as many or more.
    private var count = 0

    /// Whether the channel takes two or three values only.
    var isDiscrete: Bool { count == 2 || count == 3 }
    /// Whether the present value is one of those.
    var isKnown: Bool {
        current < 0 || counts[current] >= Self.visits || rows[current] >= Self.stay
    }

    mutating func observe(_ value: Double) {
        guard count < Self.most else { return }
        var place = 0
        while place < count, values[place] != value { place += 1 }
        if place == count {
            count += 1
            guard count < Self.most else {
                current = -1
                return
            }
            values[place] = value
        }
        if place != current { counts[place] = min(counts[place] + 1, Self.visits) }
        rows[place] = min(rows[place] + 1, Self.stay)
        current = place
    }

    func save(to writer: inout StateWriter) {
        writer.write(count)
        writer.write(current)
        for place in 0..<Self.most {
            writer.write(values[place])
            writer.write(Int(counts[place]))
            writer.write(Int(rows[place]))
        }
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        count = try reader.readInt(in: 0...Self.most)
        current = try reader.readInt(in: -1...Self.most - 1)
        for place in 0..<Self.most {
            values[place] = try reader.readDouble()
            counts[place] = Int32(try reader.readInt(in: 0...Int(Self.visits)))
            rows[place] = Int32(try reader.readInt(in: 0...Int(Self.stay)))
        }
    }
}
