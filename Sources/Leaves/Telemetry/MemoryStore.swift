import Synchronization

/// Readings in memory: the smallest thing that is both a sink and a source, for tests and for
/// hosts that have no disk to spare.
public final class MemoryStore: ReadingSink, ReadingSource {
    private let readings = Mutex<[SeriesIdentity: ReadingBatch]>([:])

    public init() {}

    public func send(_ batch: ReadingBatch) throws {
        readings.withLock { readings in
            var all =
                readings.removeValue(forKey: batch.series)
                ?? ReadingBatch(series: batch.series, channels: batch.channels)
            precondition(all.channels == batch.channels, "a series keeps its channels")
            for index in 0..<batch.count { all.insertInOrder(batch, index) }
            readings[batch.series] = all
        }
    }

    public func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        let snapshot = readings.withLock { $0 }
        for series in snapshot.keys.sorted() where query.run == nil || query.run == series.run {
            guard let all = snapshot[series] else { continue }
            var part = ReadingBatch(series: series, channels: all.channels)
            for index in 0..<all.count where query.window.contains(all.times[index]) {
                part.append(
                    time: all.times[index], sequence: all.sequences[index], row: all.row(index))
            }
            if !part.isEmpty { try body(part) }
        }
    }
}

extension ReadingBatch {
    /// Puts reading `index` of `other` where its time belongs; one with a known time is left out.
    fileprivate mutating func insertInOrder(_ other: ReadingBatch, _ index: Int) {
        let time = other.times[index]
        var place = count
        while place > 0, times[place - 1] > time { place -= 1 }
        if place > 0, times[place - 1] == time { return }
        times.insert(time, at: place)
        sequences.insert(other.sequences[index], at: place)
        values.insert(contentsOf: other.row(index), at: place * channels.count)
    }
}
