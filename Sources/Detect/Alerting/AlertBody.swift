import Foundation
import Telemetry

/// How a webhook wants its messages.
public enum AlertFormat: String, Sendable, CaseIterable {
    /// Slack's incoming webhooks: `text`, which notifications show, and `blocks`.
    case slack
    /// One flat object, `anomaly-testbed.alert/1`, for any other receiver.
    case json
}

extension AlertMessage {
    /// The message as the receiver wants it, JSON.
    /// - Parameters:
    ///   - detector: under which name the scores are kept.
    ///   - isPlain: text alone, for a receiver that did not take it in full dress; JSON knows one dress.
    public func body(_ format: AlertFormat, detector: String, isPlain: Bool = false) -> [UInt8] {
        switch format {
        case .slack: encoded(SlackBody(self, detector: detector, isPlain: isPlain))
        case .json: encoded(PlainBody(self, detector: detector))
        }
    }

    private func encoded(_ body: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        // A score or value of infinity would be no JSON; as a text it is still told.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        // Our own types: there is nothing else that cannot be encoded.
        return Array(try! encoder.encode(body))
    }

    /// One line for a notification: which machine, when, how bad, which channel. Of a group the headline
    /// and a line an alert.
    public var sentence: String {
        switch self {
        case .alert(let alert):
            let cause = alert.channel.map { channel in
                ", mostly \(channel)" + (alert.value.map { " (\(Self.short($0)))" } ?? "")
            }
            let machine = Self.plain(alert.machineID)
            switch alert.state {
            case .open:
                let word = alert.repeats > 0 ? "still anomalous, since" : "anomalous since"
                return
                    "\(machine) is \(word) \(Self.time(alert.start)): score \(Self.short(alert.peakScore))"
                    + (cause ?? "")
            case .closed:
                return
                    "\(machine) is normal again: anomalous from \(Self.time(alert.start)) to \(Self.time(alert.last)), "
                    + "\(alert.anomalousCount) readings, peak score \(Self.short(alert.peakScore))"
                    + (cause ?? "")
            }
        case .group(let group): return ([group.headline] + group.lines).joined(separator: "\n")
        case .summary(let summary):
            return
                "\(summary.count) alerts could not be sent one by one, from \(Self.time(summary.first)) to "
                + "\(Self.time(summary.last)); the worst was \(Self.plain(summary.worstMachine)), score \(Self.short(summary.peakScore))"
        case .test: return "Test message: alerts of anomaly-detector arrive here."
        }
    }

    static func time(_ nanoseconds: Int64) -> String {
        // To the second: a person reads it, and the exact time is in the JSON.
        Instant.text(nanoseconds - nanoseconds % 1_000_000_000)
    }

    static func short(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let digits = abs(value) >= 100 ? 1 : 3
        return String(format: "%.\(digits)f", value)
    }

    /// Names come from outside: short, on one line, nothing that turns the text around.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(100).map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}

/// Times are RFC 3339 with all their digits. A group is an object with one such object an alert.
private struct PlainBody: Encodable {
    var schema = "anomaly-testbed.alert/1"
    var kind: String
    var text: String
    var detector: String
    var id: String?
    var state: String?
    var machine: String?
    var uniqueId: String?
    var run: String?
    var start: String?
    var last: String?
    var peakScore: Double?
    var peakTime: String?
    var anomalousReadings: Int?
    var channel: String?
    var value: Double?
    var untold: Int?
    var repeats: Int?
    var count: Int?
    var alerts: [PlainBody]?

    init(_ message: AlertMessage, detector: String) {
        text = message.sentence
        self.detector = detector
        switch message {
        case .alert(let alert):
            kind = "alert"
            id = alert.id
            state = alert.state.rawValue
            machine = alert.machineID
            uniqueId = alert.uniqueID
            run = alert.run
            start = Instant.text(alert.start)
            last = Instant.text(alert.last)
            peakScore = alert.peakScore
            peakTime = Instant.text(alert.peakTime)
            anomalousReadings = alert.anomalousCount
            channel = alert.channel
            value = alert.value
            untold = alert.untold
            repeats = alert.repeats > 0 ? alert.repeats : nil
        case .group(let group):
            kind = "group"
            count = group.alerts.count
            alerts = group.alerts.map { PlainBody(.alert($0), detector: detector) }
        case .summary(let summary):
            kind = "summary"
            count = summary.count
            start = Instant.text(summary.first)
            last = Instant.text(summary.last)
            peakScore = summary.peakScore
            machine = summary.worstMachine
        case .test: kind = "test"
        }
    }
}
