import AnomalyDetection

extension CheckAnomalies {
    /// Marks the form that tells how far apart readings come; before it the number of runs came first.
    private static let form = -1

    package func save(to writer: inout StateWriter) {
        writer.write(Self.form)
        writer.write(periods.count)
        let ids = periods.keys.sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }
        for id in ids {
            writer.write(id)
            periods[id]?.save(to: &writer)
        }
        writer.write(openRuns.count)
        for run in openRuns {
            writer.write(run.uniqueID)
            writer.write(run.machineID)
            writer.write(run.start)
            writer.write(run.last)
            writer.write(run.anomalousCount)
            writer.write(run.peakScore)
            writer.write(run.peakTime)
            writer.write(run.leadingChannel != nil)
            writer.write(run.leadingChannel ?? "")
            writer.write(run.peakValues)
            writer.write(run.period)
        }
    }

    /// - Throws: ``StateError``; the block is then as it was.
    package mutating func restore(from reader: inout StateReader) throws {
        var restored = self
        let first = try reader.readInt()
        let isOld = first >= 0
        guard isOld || first == Self.form else {
            throw StateError.invalid("open runs in a form of a later version")
        }
        restored.periods = isOld ? [:] : try Self.readPeriods(from: &reader)
        var runs: [AnomalyRun] = []
        for _ in 0..<(isOld ? first : try reader.readCount()) {
            var run = AnomalyRun(
                uniqueID: try reader.readString(), machineID: try reader.readString(),
                start: try reader.readInt64(), last: try reader.readInt64(),
                anomalousCount: try Self.count(from: &reader), peakScore: try reader.readDouble(),
                peakTime: try reader.readInt64(), leadingChannel: nil, peakValues: [])
            let hasChannel = try reader.readBool()
            let channel = try reader.readString()
            run.leadingChannel = hasChannel ? channel : nil
            run.peakValues = try reader.readDoubles()
            if !isOld { run.period = try reader.readInt64() }
            runs.append(run)
        }
        try restored.reopen(runs)
        self = restored
    }

    private static func readPeriods(
        from reader: inout StateReader
    ) throws -> [String: SamplingPeriod] {
        var periods: [String: SamplingPeriod] = [:]
        for _ in 0..<(try reader.readCount()) {
            let id = try reader.readString()
            var period = SamplingPeriod()
            try period.restore(from: &reader)
            periods[id] = period
        }
        return periods
    }

    private static func count(from reader: inout StateReader) throws -> Int {
        let count = try reader.readInt()
        guard (0...Int.max / 2).contains(count) else {
            throw StateError.invalid("a count of \(count)")
        }
        return count
    }
}
