import Telemetry

extension InfluxDBStore: ReadingSink {
    /// Writes `batch` and waits until it is confirmed. NaN and infinite values do not exist in
    /// InfluxDB and are left out, as a missing one is.
    /// - Throws: ``InfluxDBError``. After `linesRefused` all other lines are stored; after any other
    ///   error some may be, and sending the batch again changes nothing.
    public func send(_ batch: ReadingBatch) throws {
        try send([batch])
    }

    /// Writes several series' readings in common requests, which is much faster than one by one:
    /// each confirmed request takes the server about a second.
    /// - Throws: ``InfluxDBError``, as ``send(_:)``.
    public func send(_ batches: [ReadingBatch]) throws {
        try write { writer in
            let sequenceKey = try LineProtocol.fieldKey("seq")
            for batch in batches {
                let series = batch.series
                let prefix = try LineProtocol.prefix(
                    table: Table.readings.rawValue,
                    tags: [
                        ("machineID", series.machineID), ("provider", series.provider),
                        ("run", series.run),
                    ])
                let keys = try batch.channels.map(LineProtocol.fieldKey)
                for index in 0..<batch.count {
                    writer.add {
                        $0.append(
                            prefix: prefix, sequenceKey: sequenceKey, channelKeys: keys, batch,
                            row: index)
                    }
                }
            }
        }
    }

    /// Writes what `body` adds, in requests of at most 5000 lines and 1 MiB, several at a time.
    func write(_ body: (inout LineBatcher) throws -> Void) throws {
        let limit = connection.bodyLimit
        try WriteDelivery(connection).run(inFlight: requestsInFlight) { submit in
            try withoutActuallyEscaping(submit) { submit in
                var batcher = LineBatcher(
                    lineLimit: Self.linesPerRequest, byteLimit: limit, submit: submit)
                try body(&batcher)
                batcher.flush()
            }
        }
    }
}

/// Collects lines and hands them on when there are enough for a request.
struct LineBatcher {
    let lineLimit: Int
    let byteLimit: Int
    let submit: (WriteDelivery.Lines) -> Void
    private var lines = LineProtocol()

    init(lineLimit: Int, byteLimit: Int, submit: @escaping (WriteDelivery.Lines) -> Void) {
        self.lineLimit = lineLimit
        self.byteLimit = byteLimit
        self.submit = submit
    }

    mutating func add(_ append: (inout LineProtocol) -> Void) {
        append(&lines)
        // A line is a few hundred bytes; one that passes the limit by itself is the server's to judge.
        if lines.lineCount >= lineLimit || lines.bytes.count >= byteLimit - 1024 { flush() }
    }

    mutating func flush() {
        guard lines.lineCount > 0 else { return }
        submit(WriteDelivery.Lines(bytes: lines.bytes, count: lines.lineCount))
        lines.removeAll()
    }
}
