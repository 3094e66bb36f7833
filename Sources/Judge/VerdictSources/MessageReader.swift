import CSVFiles
import JSONText
import Telemetry

/// Reads what programs send about machines, by its shape: notifications of Grafana and Alertmanager, our
/// own alerts, texts as chat rooms get them, and any JSON whose fields somebody has named.
///
/// A pure function of the bytes and the time they came: what was recorded can be read again.
public struct MessageReader: Sendable {
    /// Where a message has its facts: JSON pointers (RFC 6901), or a member's name alone.
    public struct Fields: Sendable, Equatable {
        public var machine: String?
        public var time: String?
        public var end: String?
        public var flag: String?
        public var score: String?

        public init(
            machine: String? = nil, time: String? = nil, end: String? = nil, flag: String? = nil,
            score: String? = nil
        ) {
            self.machine = machine
            self.time = time
            self.end = end
            self.flag = flag
            self.score = score
        }

        var isEmpty: Bool { self == Fields() }
    }

    let names: MachineNames
    let fields: Fields
    /// Whose clock times are of; nil for what each shape of message has.
    let clock: VerdictClock?

    public init(_ names: MachineNames, fields: Fields = Fields(), clock: VerdictClock? = nil) {
        self.names = names
        self.fields = fields
        self.clock = clock
    }

    /// As this one, with facts at other places.
    public func with(_ fields: Fields) -> MessageReader {
        MessageReader(names, fields: fields, clock: clock)
    }

    /// What one object says that is known to come out of a table: no time of its arrival is known.
    public func item(_ value: JSONValue) -> VerdictItem {
        let message = Message(received: 0, topic: nil, text: String(value.text().prefix(200)))
        let item = flat(value, message)
        guard case .said(var said) = item else { return item }
        said.received = nil
        return .said(said)
    }

    /// - Parameters:
    ///   - received: nanoseconds since 1970 UTC by the world's clock.
    ///   - topic: of a broker; its last level names the machine where the message does not.
    /// - Returns: at least one item.
    public func items(_ bytes: [UInt8], received: Int64, topic: String? = nil) -> [VerdictItem] {
        let message = Message(
            received: received, topic: topic,
            text: String(decoding: bytes.prefix(200), as: UTF8.self))
        do throws(JSONSyntaxError) {
            let value = try JSONReader.read(bytes)
            let items = read(value, message)
            return items.isEmpty
                ? [.notUnderstood(text: message.text, reason: "it says nothing of a machine")]
                : items
        } catch {
            return [
                .notUnderstood(
                    text: message.text,
                    reason:
                        "it is no JSON: line \(error.line), column \(error.column), expected"
                        + " \(error.expected)")
            ]
        }
    }

    /// What is known of a message beside its content.
    struct Message {
        var received: Int64
        var topic: String?
        var text: String
    }

    private func read(_ value: JSONValue, _ message: Message) -> [VerdictItem] {
        if case .array(let values) = value, !values.isEmpty, fields.isEmpty {
            return values.flatMap { read($0, message) }
        }
        if !fields.isEmpty { return [flat(value, message)] }
        guard case .object = value else {
            return [.notUnderstood(text: message.text, reason: "it is no object")]
        }
        if case .array(let alerts)? = value["alerts"], value["schema"] == nil {
            return alerts.map { notification($0, message) }
        }
        if case .string(let schema)? = value["schema"], schema.hasPrefix("anomaly-testbed.alert/") {
            return own(value, message)
        }
        if machine(of: value) != nil { return [flat(value, message)] }
        if let text = Self.chatText(value) { return said(in: text, message) }
        return [flat(value, message)]
    }

    // MARK: - Facts

    static let machineKeys = [
        "machine", "machineID", "machine_id", "machineId", "unique_id", "uniqueId", "id", "device",
        "instance", "host",
    ]
    private static let timeKeys = ["time", "timestamp", "ts", "start", "startsAt"]
    private static let flagKeys = [
        "is_anomaly", "isAnomaly", "anomaly", "anomalous", "flag", "prediction", "status", "state",
    ]

    /// The machine that a flat object or a set of labels names; one of ours before any other.
    func machine(of value: JSONValue) -> String? {
        let named = Self.machineKeys.compactMap { value[$0]?.plainText }
        return named.first { names.place(of: $0) != nil } ?? named.first
    }

    private func first(_ keys: [String], of value: JSONValue) -> JSONValue? {
        keys.lazy.compactMap { value[$0] }.first
    }

    /// A time as the message has it; nil where it has none that is one.
    func time(_ value: JSONValue?) -> Int64? {
        var cells = TimeCells()
        return value.flatMap { cells.nanoseconds($0) }
    }

    // MARK: - Any JSON

    private func flat(_ value: JSONValue, _ message: Message) -> VerdictItem {
        func fail(_ reason: String) -> VerdictItem {
            .notUnderstood(text: message.text, reason: reason)
        }
        func found(_ pointer: String?, or keys: [String]) -> JSONValue? {
            pointer.map { value.value(at: $0) } ?? first(keys, of: value)
        }
        let fromTopic = message.topic?.split(separator: "/").last.map(String.init)
        guard
            let machine = fields.machine.map({ value.value(at: $0)?.plainText })
                ?? machine(of: value) ?? fromTopic
        else { return fail("it names no machine") }
        let said = found(fields.time, or: Self.timeKeys)
        let time = time(said)
        if time == nil, fields.time != nil || said != nil { return fail("its time is none") }
        var isFlagged = true
        if let flag = found(fields.flag, or: Self.flagKeys) {
            guard let yes = flag.flag else { return fail("its flag is neither yes nor no") }
            isFlagged = yes
        } else if fields.flag != nil {
            return fail("it has no \(fields.flag ?? "")")
        }
        var form = SaidVerdict.Form.reading(isFlagged: isFlagged)
        if let end = found(fields.end, or: ["end", "endsAt"]), isFlagged || time != nil {
            if case .null = end {
                form = .firing
            } else if let end = self.time(end), let time, end >= time {
                form = .over(end: end)
            } else {
                return fail("its end is no time after its start")
            }
        }
        return .said(
            SaidVerdict(
                machine: machine, form: form, time: time ?? message.received,
                clock: time == nil ? .wall : clock ?? .data,
                score: found(fields.score, or: ["score"])?.double, received: message.received))
    }
}
