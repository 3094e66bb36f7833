import CommandLineTool
import InfluxDBStore
import Synchronization
import Telemetry

/// Scores into InfluxDB, without those that it can never take: a machine whose name it cannot hold as a
/// tag, or a row it refuses. Each such series is named once; the others go on.
final class TolerantScoreSink: ScoreSink {
    private let sink: any ScoreSink
    private let store: InfluxDBStore
    private let named = Mutex<Set<SeriesIdentity>>([])
    private let refused = Mutex(0)

    /// - Parameter store: the one that `sink` writes to.
    init(_ sink: any ScoreSink, of store: InfluxDBStore) {
        self.sink = sink
        self.store = store
    }

    func send(_ scores: ScoreBatch) throws { try send([scores]) }

    func send(_ scores: [ScoreBatch]) throws { try sending { try $0(scores) } }

    func sending(_ body: (_ send: ([ScoreBatch]) throws -> Void) throws -> Void) throws {
        do {
            try sink.sending { send in
                try withoutActuallyEscaping(send) { send in
                    try body { scores in
                        let writable = try writable(scores)
                        if !writable.isEmpty { try send(writable) }
                    }
                }
            }
        } catch InfluxDBError.linesRefused(let count, let examples) {
            let isFirst = refused.withLock { refused in
                defer { refused += count }
                return refused == 0
            }
            // The rest is stored; what a store refuses for good is no reason to stop looking.
            if isFirst {
                let error = InfluxDBError.linesRefused(count: count, examples: examples)
                Terminal.error("anomaly-detector: scores: \(error)")
            }
        }
    }

    private func writable(_ scores: [ScoreBatch]) throws -> [ScoreBatch] {
        try scores.filter { batch in
            guard let reason = store.refusal(of: batch) else { return true }
            // With a name of the detector's own every series would be left out.
            if case .unwritableName(let name) = reason, name == batch.detector { throw reason }
            let key = SeriesIdentity(
                machineID: batch.machineID, provider: batch.uniqueID, run: batch.run)
            if named.withLock({ $0.insert(key).inserted }) {
                Terminal.error(
                    "anomaly-detector: no scores are written for the machine"
                        + " \(SeriesIdentity(machineID: batch.machineID, provider: "", run: "").spelled):"
                        + " \(reason); it is watched all the same")
            }
            return false
        }
    }
}
