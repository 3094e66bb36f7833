import Telemetry

/// One injected anomaly as the store keeps it: a row of `anomaly_truth`, at its start.
public struct TruthRow: Sendable, Equatable {
    public var id: String
    public var machineID: String
    public var kind: String
    public var run: String
    public var window: TimeWindow
    public var channels: [String]
    public var isScored: Bool

    public init(
        id: String, machineID: String, kind: String, run: String = "", window: TimeWindow,
        channels: [String] = [], isScored: Bool = true
    ) {
        self.id = id
        self.machineID = machineID
        self.kind = kind
        self.run = run
        self.window = window
        self.channels = channels
        self.isScored = isScored
    }
}

/// A row of any table.
public struct Point: Sendable, Equatable {
    public var table: InfluxDBStore.Table
    /// Together with the time they are the row's identity; a tag without text is left out.
    public var tags: [String: String]
    public var fields: [String: FieldValue]
    /// Nanoseconds since 1970 UTC.
    public var time: Int64

    public init(
        _ table: InfluxDBStore.Table, tags: [String: String], fields: [String: FieldValue],
        time: Int64
    ) {
        self.table = table
        self.tags = tags
        self.fields = fields
        self.time = time
    }
}

extension InfluxDBStore: ScoreSink {
    /// Writes scores and waits until they are confirmed; one that is not finite is left out of its
    /// row.
    /// - Throws: ``InfluxDBError``, as ``send(_:)-(ReadingBatch)``.
    public func send(_ scores: ScoreBatch) throws { try send([scores]) }

    /// Why rows of this series can never be written; nil if they can.
    public func refusal(of scores: ScoreBatch) -> InfluxDBError? {
        do {
            _ = try Self.prefix(of: scores)
            return nil
        } catch { return error }
    }

    private static func prefix(of scores: ScoreBatch) throws(InfluxDBError) -> [UInt8] {
        try LineProtocol.prefix(
            table: Table.scores.rawValue,
            tags: [
                ("unique_id", scores.uniqueID), ("machineID", scores.machineID),
                ("detector", scores.detector), ("run", scores.run),
            ])
    }

    /// Writes the scores of several series in common requests.
    /// - Throws: ``InfluxDBError``, as ``send(_:)-(ReadingBatch)``.
    public func send(_ scores: [ScoreBatch]) throws { try sending { try $0(scores) } }

    /// Requests go out as they fill, while the next scores are made. What waits to be confirmed is at most
    /// two requests for each of the ``requestsInFlight``.
    /// - Throws: ``InfluxDBError``, as ``send(_:)-(ReadingBatch)``, or what `body` throws.
    public func sending(_ body: (_ send: ([ScoreBatch]) throws -> Void) throws -> Void) throws {
        let keys = try ["score", "value", "is_anomaly"].map(LineProtocol.fieldKey)
        try write { writer in
            try body { scores in try Self.add(scores, keys, to: &writer) }
        }
    }

    private static func add(
        _ scores: [ScoreBatch], _ keys: [[UInt8]], to writer: inout LineBatcher
    ) throws {
        for batch in scores {
            let prefix = try Self.prefix(of: batch)
            for index in batch.times.indices {
                writer.add {
                    $0.append(
                        prefix: prefix,
                        fields: [
                            (keys[0], .float(batch.scores[index])),
                            (keys[1], .float(batch.values[index])),
                            (keys[2], .bool(batch.flags[index])),
                        ], time: batch.times[index])
                }
            }
        }
    }
}

extension InfluxDBStore {
    /// Writes truth events. `end` is nanoseconds since 1970 UTC, excluded.
    /// - Throws: ``InfluxDBError``, as ``send(_:)``.
    public func write(_ truth: [TruthRow]) throws {
        try write(
            truth.map { event in
                // Two events of one kind may start together on one machine: the id tells them apart.
                Point(
                    .truth,
                    tags: [
                        "machineID": event.machineID, "kind": event.kind, "run": event.run,
                        "id": event.id,
                    ],
                    fields: [
                        "end": .integer(event.window.end),
                        "channels": .text(event.channels.joined(separator: "+")),
                        "is_scored": .bool(event.isScored),
                    ], time: event.window.start)
            })
    }

    /// Writes rows of any table; fields that are not finite are left out.
    /// - Throws: ``InfluxDBError``, as ``send(_:)``.
    public func write(_ points: [Point]) throws {
        try write { writer in
            for point in points {
                let prefix = try LineProtocol.prefix(
                    table: point.table.rawValue,
                    tags: point.tags.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
                let fields = try point.fields.sorted { $0.key < $1.key }
                    .map { (key: try LineProtocol.fieldKey($0.key), value: $0.value) }
                writer.add { $0.append(prefix: prefix, fields: fields, time: point.time) }
            }
        }
    }
}
