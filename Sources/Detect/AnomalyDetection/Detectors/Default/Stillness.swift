/// What is known of a channel that stands still most of the time: a pump on standby, a counter, a
/// reading that is rounded, a valve.
///
/// The spread of such a channel's rows is 0, so it cannot be the unit of how far a value has moved:
/// every move would be infinitely far. Its moves have a size, though, and that is its unit, from the
/// first move on. Where it has stood still more than once it is at rest, not stuck.
struct Stillness: Sendable, Equatable {
    private static let memory = 600.0
    /// Share of rows without a move from which on the moves are the unit.
    private static let still = 0.5
    /// Rows of a stay that counts as rest.
    private static let stay = 10.0

    private var rows = 0.0
    /// Share of the rows that repeated the one before.
    private var share = 0.0
    /// Mean size of a move, over some sixteen of them; one counts for eight times the mean at most.
    private var move = 0.0
    private var moves = 0.0
    /// The value most long stays were at, by majority vote (Boyer and Moore 1991).
    private var restValue = Double.nan
    private var votes = 0

    /// Takes a value in; `run` rows before it were equal to the last.
    mutating func observe(_ value: Double, last: Double, run: Double) {
        guard !last.isNaN else { return }
        let isStill = value == last
        rows = min(rows + 1, Self.memory)
        share += ((isStill ? 1 : 0) - share) / rows
        guard !isStill else { return }
        let size = abs(value - last)
        moves = min(moves + 1, 16)
        move += (moves > 1 ? min(size, 8 * move) - move : size) / moves
        if run >= Self.stay { vote(last) }
    }

    private mutating func vote(_ value: Double) {
        if value == restValue {
            votes = min(votes + 1, 8)
        } else if votes == 0 {
            restValue = value
            votes = 1
        } else {
            votes -= 1
        }
    }

    /// The least that counts as a unit, in the channel's own; 0 for a channel that moves.
    var unit: Double { share > Self.still ? 0.5 * move : 0 }

    func isAtRest(_ value: Double) -> Bool { value == restValue && votes >= 2 }

    mutating func rest(at value: Double) {
        restValue = value
        votes = 2
    }

    func save(to writer: inout StateWriter) {
        for value in [rows, share, move, moves, restValue] { writer.write(value) }
        writer.write(votes)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        rows = try reader.readDouble()
        share = try reader.readDouble()
        move = try reader.readDouble()
        moves = try reader.readDouble()
        restValue = try reader.readDouble()
        votes = try reader.readInt(in: 0...8)
    }
}
