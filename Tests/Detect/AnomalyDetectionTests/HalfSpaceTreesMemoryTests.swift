import AnomalyDetection
import SeededRandom
import Telemetry
import Testing

/// What a model keeps beside the trees is bounded: 256 KiB for 25 trees of height 15 over windows of
/// 250 rows with four features.
@Suite struct `Half-Space Trees' memory` {
    private static let allowed = 256 << 10

    private func model() -> HalfSpaceTrees {
        HalfSpaceTrees(
            HalfSpaceTrees.Parameters(treeCount: 25, height: 15, windowSize: 250, seed: .init(1)),
            channels: ["a", "b", "c", "d"])
    }

    /// The most that the model held after any of `count` rows.
    private func peak(_ count: Int, _ row: (Int) -> [Double]) throws -> Int {
        var model = model()
        var peak = 0
        for index in 0..<count {
            try row(index).withUnsafeBufferPointer { try model.learn($0) }
            peak = max(peak, model.ownBytes)
        }
        #expect(model.isWarm)
        return peak
    }

    @Test func `is within bounds for rows all over the place`() throws {
        var dice = MersenneTwister(seed: 7)
        let peak = try peak(1100) { _ in (0..<4).map { _ in dice.random() } }
        #expect(peak <= Self.allowed, "\(peak) bytes")
    }

    @Test func `is within bounds for ten places that fill every depth`() throws {
        // A tenth of the window in one place is a branch all the way down, in every tree: no rows
        // make more nodes.
        let peak = try peak(1100) { index in
            [1, 3, 7, 9].map { step in
                let place = index * step % 10
                return (Double(place) + 0.5) / 10
            }
        }
        #expect(peak > 100 << 10, "\(peak) bytes: not the worst case that was meant")
        #expect(peak <= Self.allowed, "\(peak) bytes")
    }

    @Test func `is within bounds when features are missing`() throws {
        let peak = try peak(1100) { index in
            (0..<4).map { $0 == index % 5 ? .missing : Double(index % 10) / 10 }
        }
        #expect(peak <= Self.allowed, "\(peak) bytes")
    }
}
