import AnomalyDetection
import Telemetry

/// How far apart the readings of a series come, from the last steps between them: their median, so
/// that a pause is no period, and a series that is made slower is followed.
struct SamplingPeriod: Sendable, Equatable {
    static let kept = 15
    /// The last steps forward, nanoseconds, the oldest at `next` once all places are taken. Repeated
    /// and reversed times say nothing.
    private var steps: [Int64] = []
    private var next = 0
    private var last = Int64.min

    /// Takes the time of the next reading.
    mutating func take(_ time: Int64) {
        defer { last = time }
        guard last != .min, time > last else { return }
        let step = time.subtractingSaturated(last)
        if steps.count < Self.kept {
            steps.append(step)
        } else {
            steps[next] = step
            next = (next + 1) % Self.kept
        }
    }

    /// Nanoseconds; 0 while nothing is known. Of an even number of steps the smaller middle one.
    var nanoseconds: Int64 {
        steps.isEmpty ? 0 : steps.sorted()[(steps.count - 1) / 2]
    }

    func save(to writer: inout StateWriter) {
        writer.write(steps)
        writer.write(next)
        writer.write(last)
    }

    mutating func restore(from reader: inout StateReader) throws {
        steps = try reader.readInt64s()
        next = try reader.readInt()
        last = try reader.readInt64()
        guard steps.count <= Self.kept, (0..<Self.kept).contains(next),
            steps.allSatisfy({ $0 > 0 })
        else { throw StateError.invalid("the steps between readings") }
    }
}
