import InfluxDBStore
import JSONText
import Telemetry
import VerdictSources

/// Rows that another program writes to a table of InfluxDB: each is a flagged reading, unless a column
/// says which are.
///
/// The table is read when the playing is over; rows of other runs are left out by their `run`, if they have
/// one, and by their time.
public final class TableReceiver: VerdictReceiver {
    private let store: InfluxDBStore
    private let table: String
    private let fields: MessageReader.Fields
    private let condition: String?

    /// - Parameters:
    ///   - fields: names of columns; nil for those that are called so.
    ///   - condition: SQL that rows must meet; nil for none.
    public init(
        _ store: InfluxDBStore, table: String, fields: MessageReader.Fields, condition: String?
    ) {
        self.store = store
        self.table = table
        self.fields = fields
        self.condition = condition
    }

    /// The server is asked once, so that one that is not there is told before anything is played.
    public func start() throws { _ = try store.columns(ofTable: table) }

    public var count: Int { 0 }

    private static let machines = ["machineID", "machine", "machine_id", "unique_id"]
    private static let flags = ["is_anomaly", "anomaly", "is_anomalous"]

    public func finish(_ playing: Playing) throws -> Received {
        let known = try store.columns(ofTable: table)
        guard !known.isEmpty else {
            return Received(disconnected: "there is no table \"\(table)\"")
        }
        func column(_ asked: String?, _ usual: [String], _ key: String) throws -> String? {
            if let asked, !known.contains(asked) {
                throw VerdictReceiverError.unreachable(
                    what: "influxdb:\(table)",
                    reason: "\(key)=\(asked): there is no such column; there are "
                        + known.joined(separator: ", "))
            }
            return asked ?? usual.first { known.contains($0) }
        }
        guard let machine = try column(fields.machine, Self.machines, "machine") else {
            throw VerdictReceiverError.unreachable(
                what: "influxdb:\(table)",
                reason: "which column names the machine? say machine=COLUMN; there are "
                    + known.joined(separator: ", "))
        }
        let time = try column(fields.time, ["time"], "time") ?? "time"
        let flag = try column(fields.flag, Self.flags, "flag")
        let score = try column(fields.score, ["score"], "score")
        let columns = [machine, time] + [flag, score].compactMap { $0 }
        let rows = try store.rows(
            ofTable: table, columns: columns, condition: condition,
            run: known.contains("run") ? playing.run : nil, from: playing.window.start)
        let reader = playing.reader(
            .init(
                machine: "/machine", time: "/time", flag: flag == nil ? nil : "/flag",
                score: score == nil ? nil : "/score"))
        return Received(
            items: rows.map { row in
                var members: [(key: String, value: JSONValue)] = [
                    ("machine", .string(row[0])), ("time", .string(row[1])),
                ]
                if flag != nil { members.append(("flag", .string(row[2]))) }
                if score != nil { members.append(("score", .string(row[row.count - 1]))) }
                return reader.item(.object(members))
            })
    }
}
