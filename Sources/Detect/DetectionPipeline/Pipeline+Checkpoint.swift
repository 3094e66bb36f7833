import AnomalyDetection
import Telemetry

extension Pipeline {
    /// Writes position, models and open runs: all that the next cycle's output depends on.
    public func save(to writer: inout StateWriter) {
        load.cursor.save(to: &writer)
        detect.save(to: &writer)
        check.save(to: &writer)
    }

    /// Becomes what was saved, over the same source and with the same detector.
    /// - Parameter isOld: saved when all series had one position; each goes on behind its newest reading.
    /// - Throws: ``StateError``; the pipeline is then as it was.
    public mutating func restore(from reader: inout StateReader, isOld: Bool = false) throws {
        var restored = self
        restored.load.cursor = try LoadInfluxData.Cursor(from: &reader, isOld: isOld)
        try restored.detect.restore(from: &reader)
        restored.transform.adopt(restored.detect.owners)
        try restored.check.restore(from: &reader)
        self = restored
    }
}

extension LoadInfluxData.Cursor {
    func save(to writer: inout StateWriter) {
        writer.write(positions.count)
        for series in positions.keys.sorted() {
            guard let position = positions[series] else { continue }
            writer.write(series.machineID)
            writer.write(series.provider)
            writer.write(series.run)
            writer.write(position.newest)
            writer.write(position.numbers.lowest)
            writer.write(position.numbers.highest)
            writer.write(position.numbers.count)
        }
    }

    init(from reader: inout StateReader, isOld: Bool) throws {
        self.init()
        if isOld { _ = try reader.readInt64() }
        for _ in 0..<(try reader.readCount()) {
            let series = SeriesIdentity(
                machineID: try reader.readString(), provider: try reader.readString(),
                run: try reader.readString())
            var position = LoadInfluxData.Position(newest: try reader.readInt64())
            if !isOld {
                position.numbers = ReadingNumbers(
                    lowest: try reader.readInt64(), highest: try reader.readInt64(),
                    count: try reader.readInt64())
            }
            positions[series] = position
        }
    }
}
