import HTTPClient
import Synchronization
import Telemetry

/// Readings, scores and truth in InfluxDB 3, over its HTTP API.
///
/// A sink and a source of readings like every other store. Writing returns when the server has
/// confirmed; reading is a stream at constant memory. Trouble that may pass is waited out for as long
/// as the ``RetryPolicy`` says, everything else is thrown as ``InfluxDBError``. Usable from any number
/// of threads; every call blocks its thread.
public final class InfluxDBStore: Sendable {
    /// Names on the wire; see docs/stack.md, "Tables".
    public enum Table: String, Sendable, CaseIterable {
        case readings = "machine_data"
        case scores = "anomaly_scores"
        case truth = "anomaly_truth"
        /// Results of the sibling demo's detector.
        case aggregated = "machine_data_aggregated"
    }

    public struct Timeouts: Sendable, Equatable {
        /// For one write, its wait for the WAL flush included.
        public var write: Duration
        /// For a query that gives nothing for so long; whole seconds.
        public var stalledQuery: Duration

        public init(write: Duration = .seconds(10), stalledQuery: Duration = .seconds(30)) {
            self.write = write
            self.stalledQuery = stalledQuery
        }
    }

    /// Lines in one request, at most.
    static let linesPerRequest = 5000

    let connection: InfluxDBConnection
    let requestsInFlight: Int
    /// What one question may span, as far as the server has shown.
    let ranges = Mutex(QueryRanges())

    /// Connects to nothing yet; the first call does.
    /// - Parameters:
    ///   - requestsInFlight: write requests at a time, 1 to 64. One of 5000 lines is answered after the
    ///     server's flush, a second: so many times 5000 lines a second is what can be written.
    ///   - certificates: a PEM file of authorities to trust instead of the system's.
    ///   - shouldStop: true ends waits and requests within about a second; called from any thread.
    ///   - notice: told what the user should hear of, a wait for the server above all; called from any
    ///     thread.
    public init(
        _ configuration: InfluxDBConfiguration, retry: RetryPolicy = RetryPolicy(),
        timeouts: Timeouts = Timeouts(), requestsInFlight: Int = 48, certificates: String? = nil,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        notice: @escaping @Sendable (InfluxDBNotice) -> Void = { _ in }
    ) {
        precondition((1...64).contains(requestsInFlight), "1 to 64 requests at a time")
        self.requestsInFlight = requestsInFlight
        connection = InfluxDBConnection(
            configuration, retry: retry, timeouts: timeouts, certificates: certificates,
            shouldStop: shouldStop, notices: Notices(notice))
    }
}
