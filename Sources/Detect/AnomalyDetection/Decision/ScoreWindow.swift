/// The last few hundred scores, for a threshold that is a quantile of them.
struct ScoreWindow: Sendable, Equatable {
    static let capacity = 512
    private static let leastFill = 64

    private let share: Double
    private var scores: [Double] = []
    private var next = 0
    private var sinceLook = 0
    /// The quantile when last looked at; infinity before there are enough scores.
    private(set) var quantile = Double.infinity

    init(share: Double) { self.share = share }

    mutating func learn(_ score: Double) {
        if scores.count < Self.capacity { scores.append(score) } else { scores[next] = score }
        next = (next + 1) % Self.capacity
        sinceLook += 1
        guard scores.count >= Self.leastFill, sinceLook >= 16 else { return }
        sinceLook = 0
        let sorted = scores.sorted()
        let position = Double(sorted.count - 1) * share
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        quantile = sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }

    func save(to writer: inout StateWriter) {
        writer.write(scores)
        writer.write(next)
        writer.write(sinceLook)
        writer.write(quantile)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        scores = try reader.readDoubles()
        next = try reader.readInt(in: 0...Self.capacity - 1)
        sinceLook = try reader.readInt(in: 0...16)
        quantile = try reader.readDouble()
        guard scores.count <= Self.capacity else { throw .invalid("\(scores.count) scores") }
    }
}
