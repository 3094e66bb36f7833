import DetectionPipeline
import Digests

/// What a person is told of one anomaly run: that it began, that it goes on, or that it is over.
public struct Alert: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        case open, closed
    }

    /// The same for the same run of the same data, however often it is found: 32 hexadecimal digits
    /// of SHA-256 over data run, unique id and start.
    public var id: String
    public var state: State
    /// Which execution the readings came from; empty where the data has no runs.
    public var run: String
    public var uniqueID: String
    public var machineID: String
    /// Times of the first and the last anomalous reading so far, nanoseconds since 1970 UTC.
    public var start: Int64
    public var last: Int64
    public var anomalousCount: Int
    /// The highest score so far, 0 to 1, and when it was.
    public var peakScore: Double
    public var peakTime: Int64
    /// Channel that contributed most at the peak, with its value there; nil where the detector
    /// cannot say.
    public var channel: String?
    public var value: Double?
    /// How many times it has counted again since it was raised: 0 for the first that is told of it.
    public var repeats: Int
    /// Runs of this series since the last message that were not told of, because it was too soon.
    public var untold: Int

    /// - Parameter channels: names of the readings' channels, in the order of `found.peakValues`.
    public init(
        _ state: State, _ found: AnomalyRun, run: String, channels: [String], untold: Int = 0
    ) {
        id = Self.id(run: run, uniqueID: found.uniqueID, start: found.start)
        self.state = state
        self.run = run
        uniqueID = found.uniqueID
        machineID = found.machineID
        start = found.start
        last = found.last
        anomalousCount = found.anomalousCount
        peakScore = found.peakScore
        peakTime = found.peakTime
        channel = found.leadingChannel
        repeats = state == .open ? max(0, found.alarmCount - 1) : 0
        value = found.leadingChannel.flatMap { channels.firstIndex(of: $0) }.flatMap {
            found.peakValues.indices.contains($0) && found.peakValues[$0].isFinite
                ? found.peakValues[$0] : nil
        }
        self.untold = untold
    }

    /// Lengths go in with the texts, so that no two runs can be spelled alike.
    static func id(run: String, uniqueID: String, start: Int64) -> String {
        let parts = [run, uniqueID, String(start)].map { "\($0.utf8.count):\($0)" }
        return String(SHA256.hex(Array(parts.joined().utf8)).prefix(32))
    }

    /// What tells this message from every other: a run is told of once a state, and whenever it counts
    /// again.
    public var key: String { "\(id)-\(state.rawValue)" + (repeats > 0 ? "-\(repeats)" : "") }
}
