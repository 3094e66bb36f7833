import AnomalyDetection
import Telemetry

/// Readings with the verdicts on them, row for row.
public struct ScoredBatch: Sendable {
    public var uniqueID: String
    public var readings: ReadingBatch
    public var verdicts: [Verdict]
    /// Why the alarm runs that begin in this batch began, where the detector can say.
    public var explanations: [AlarmExplanation]

    package init(
        uniqueID: String, readings: ReadingBatch, verdicts: [Verdict],
        explanations: [AlarmExplanation]
    ) {
        self.uniqueID = uniqueID
        self.readings = readings
        self.verdicts = verdicts
        self.explanations = explanations
    }
}

/// Why the third block could not go on.
public enum DetectionFailure: Error, Equatable, Sendable {
    /// The detector gave more or fewer verdicts than it was given rows.
    case wrongVerdictCount(uniqueID: String, rows: Int, verdicts: Int)
}

/// Third block: one warm model per unique id.
///
/// A model is made when its first reading arrives and kept from then on; nothing is rebuilt from
/// history. A detector that needs later rows (the demo's, ADTK's) holds its verdicts back, and the
/// block holds the readings until they come.
public struct DetectAnomalies: Sendable {
    /// Makes the model of a new series.
    public typealias Factory = @Sendable (SeriesContext) throws -> any SeriesDetector

    private struct Model: Sendable {
        var detector: any SeriesDetector
        /// Names of the features; readings with other channels are brought into this order.
        var channels: [String]
        /// Readings whose verdicts are still owed.
        var pending: ReadingBatch
    }

    private let makeDetector: Factory
    private var models: [String: Model] = [:]

    public init(makeDetector: @escaping Factory) {
        self.makeDetector = makeDetector
    }

    /// Unique ids that have a model, in the order of their scalars.
    public var uniqueIDs: [String] {
        models.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// Whose model each unique id stands for.
    var owners: [(machine: SeriesIdentity, uniqueID: String)] {
        uniqueIDs.compactMap { id in models[id].map { ($0.pending.series, id) } }
    }

    /// Scores what can be scored now.
    /// - Returns: readings and verdicts in the order of arrival; fewer rows than came in while the
    ///   detector holds verdicts back.
    public mutating func callAsFunction(_ batch: NamedBatch) throws -> ScoredBatch {
        var model = try models.removeValue(forKey: batch.uniqueID) ?? makeModel(for: batch)
        defer { models[batch.uniqueID] = model }
        let readings = Self.reorder(batch.readings, to: model.channels)
        var verdicts: [Verdict] = []
        verdicts.reserveCapacity(readings.count)
        try readings.times.withUnsafeBufferPointer { times in
            try readings.values.withUnsafeBufferPointer { values in
                try model.detector.process(
                    FeatureBlock(channelCount: model.channels.count, times: times, values: values),
                    into: &verdicts)
            }
        }
        return try pair(&model, uniqueID: batch.uniqueID, with: readings, verdicts)
    }

    /// Ends all series and returns the verdicts still owed, in the order of unique ids.
    public mutating func finish() throws -> [ScoredBatch] {
        var rest: [ScoredBatch] = []
        for uniqueID in uniqueIDs {
            guard var model = models[uniqueID] else { continue }
            var verdicts: [Verdict] = []
            try model.detector.finish(into: &verdicts)
            let nothing = ReadingBatch(series: model.pending.series, channels: model.channels)
            let scored = try pair(&model, uniqueID: uniqueID, with: nothing, verdicts)
            guard model.pending.isEmpty else {
                throw DetectionFailure.wrongVerdictCount(
                    uniqueID: uniqueID, rows: scored.readings.count + model.pending.count,
                    verdicts: verdicts.count)
            }
            models[uniqueID] = model
            if !scored.verdicts.isEmpty { rest.append(scored) }
        }
        return rest
    }

    private func makeModel(for batch: NamedBatch) throws -> Model {
        let channels = batch.readings.channels
        let context = SeriesContext(channels: channels, salt: Self.salt(of: batch.uniqueID))
        return Model(
            detector: try makeDetector(context), channels: channels,
            pending: ReadingBatch(series: batch.readings.series, channels: channels))
    }

    /// Joins verdicts to the readings they are on, oldest first, and keeps the rest.
    private func pair(
        _ model: inout Model, uniqueID: String, with readings: ReadingBatch, _ verdicts: [Verdict]
    ) throws -> ScoredBatch {
        let explanations = model.detector.takeExplanations()
        if model.pending.isEmpty, verdicts.count == readings.count {
            return ScoredBatch(
                uniqueID: uniqueID, readings: readings, verdicts: verdicts,
                explanations: explanations)
        }
        var all = model.pending
        all.series = readings.series
        all.times += readings.times
        all.sequences += readings.sequences
        all.values += readings.values
        guard verdicts.count <= all.count else {
            throw DetectionFailure.wrongVerdictCount(
                uniqueID: uniqueID, rows: all.count, verdicts: verdicts.count)
        }
        model.pending = all.slice(verdicts.count..<all.count)
        return ScoredBatch(
            uniqueID: uniqueID, readings: all.slice(0..<verdicts.count), verdicts: verdicts,
            explanations: explanations)
    }

    private static func reorder(_ batch: ReadingBatch, to channels: [String]) -> ReadingBatch {
        // Two columns can differ in nothing but the way a letter is written.
        guard !batch.channels.elementsEqual(channels, by: { $0.hasSameBytes(as: $1) }) else {
            return batch
        }
        let sources = channels.map { name in
            batch.channels.firstIndex { $0.hasSameBytes(as: name) }
        }
        var result = ReadingBatch(series: batch.series, channels: channels, capacity: batch.count)
        for index in 0..<batch.count {
            let row = Array(batch.row(index))
            result.append(
                time: batch.times[index], sequence: batch.sequences[index],
                row: sources.map { $0.map { row[$0] } ?? .missing })
        }
        return result
    }

    /// FNV-1a over the id's bytes: the same for the same series, whatever other series exist.
    public static func salt(of uniqueID: String) -> UInt64 {
        uniqueID.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension DetectAnomalies {
    /// Writes every model, for a checkpoint.
    public func save(to writer: inout StateWriter) {
        writer.write(models.count)
        for uniqueID in uniqueIDs {
            guard let model = models[uniqueID] else { continue }
            writer.write(uniqueID)
            writer.write(model.channels.count)
            for channel in model.channels { writer.write(channel) }
            writer.write(model.pending.series.machineID)
            writer.write(model.pending.series.provider)
            writer.write(model.pending.series.run)
            writer.write(model.pending.times)
            writer.write(model.pending.sequences)
            writer.write(model.pending.values)
            model.detector.save(to: &writer)
        }
    }

    /// Becomes what was saved. The factory must make the same detector as then.
    /// - Throws: ``StateError``; the block then has the models it had before.
    public mutating func restore(from reader: inout StateReader) throws {
        var restored: [String: Model] = [:]
        for _ in 0..<(try reader.readCount()) {
            let uniqueID = try reader.readString()
            let channelCount = try reader.readInt()
            guard (1...4096).contains(channelCount) else {
                throw StateError.invalid("\(channelCount) channels")
            }
            let channels = try (0..<channelCount).map { _ in try reader.readString() }
            var pending = ReadingBatch(
                series: SeriesIdentity(
                    machineID: try reader.readString(), provider: try reader.readString(),
                    run: try reader.readString()),
                channels: channels)
            pending.times = try reader.readInt64s()
            pending.sequences = try reader.readInt64s()
            pending.values = try reader.readDoubles()
            guard pending.sequences.count == pending.count,
                pending.values.count == pending.count * channelCount
            else { throw StateError.invalid("readings without their values") }
            var detector = try makeDetector(
                SeriesContext(channels: channels, salt: Self.salt(of: uniqueID)))
            try detector.restore(from: &reader)
            guard restored[uniqueID] == nil else {
                throw StateError.invalid("two models of \(uniqueID)")
            }
            restored[uniqueID] = Model(detector: detector, channels: channels, pending: pending)
        }
        models = restored
    }
}
