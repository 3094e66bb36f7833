import HTTPClient
import InfluxDBStore
import Telemetry
import TestSupport

extension SeriesIdentity {
    static func sample(_ machine: String, provider: String = "Smith and Sons") -> Self {
        SeriesIdentity(machineID: machine, provider: provider, run: "r1")
    }
}

extension ReadingBatch {
    /// Readings numbered from 1, `interval` nanoseconds apart, from 2026 on.
    static func sample(
        machine: String, provider: String = "Smith and Sons", count: Int,
        interval: Int64 = 1_000_000_000
    ) -> ReadingBatch {
        var batch = ReadingBatch(
            series: .sample(machine, provider: provider), channels: demoChannels, capacity: count)
        for index in 0..<count {
            batch.append(
                time: 1_767_225_600_000_000_000 + Int64(index) * interval,
                sequence: Int64(index) + 1,
                row: [
                    Double(index % 100), 83.25 + Double(index % 7) / 10, 205.1,
                    Double(index) / 3,
                ])
        }
        return batch
    }
}

extension InfluxDBStandIn {
    /// A store in this server, impatient enough for tests.
    func store(
        patience: Duration = .seconds(20), timeouts: InfluxDBStore.Timeouts = .init(),
        requestsInFlight: Int = 4
    ) throws -> InfluxDBStore {
        InfluxDBStore(
            try InfluxDBConfiguration(server: HTTPURL(url), token: Secret(Self.token)),
            retry: RetryPolicy(
                firstWait: .milliseconds(20), longestWait: .milliseconds(200), patience: patience),
            timeouts: timeouts, requestsInFlight: requestsInFlight)
    }

    /// Asks for csv, past our own store.
    func ask(_ statement: String) throws -> String {
        let url = try HTTPURL(url).with(
            path: "/api/v3/query_sql",
            query: [("db", "factory"), ("format", "csv"), ("q", statement)])
        return try HTTPClient().send(
            HTTPRequest(.get, url, authorization: Secret("Bearer " + Self.token))
        ).text
    }

    /// Arranges for trouble: see the stand-in's README.
    func fault(_ json: String) throws { try control("faults", json) }

    func control(_ action: String, _ json: String = "") throws {
        do {
            let answer = try HTTPClient().send(
                HTTPRequest(
                    .post, try HTTPURL(url + "/_standin/" + action), body: Array(json.utf8)))
            guard answer.status < 300 else { throw ChildProcess.Failure(description: answer.text) }
        } catch is HTTPError where action.hasPrefix("down") {
            // It cuts all connections, this one too.
        }
    }
}

extension InfluxDBStore {
    /// What the store gives, piece by piece.
    func allReadings(_ query: ReadingQuery = ReadingQuery()) throws -> [ReadingBatch] {
        var pieces: [ReadingBatch] = []
        try load(query) { pieces.append($0) }
        return pieces
    }

    /// What the store gives, pieces of one series put together.
    func joinedReadings(_ query: ReadingQuery = ReadingQuery()) throws -> [ReadingBatch] {
        var series: [ReadingBatch] = []
        try load(query) { piece in
            guard let last = series.last, last.series == piece.series else {
                return series.append(piece)
            }
            series[series.count - 1].times += piece.times
            series[series.count - 1].sequences += piece.sequences
            series[series.count - 1].values += piece.values
        }
        return series
    }
}
