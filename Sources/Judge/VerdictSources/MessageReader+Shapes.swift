import JSONText
import Telemetry

extension MessageReader {
    /// One alert of a notification of Grafana's unified alerting or of Prometheus' Alertmanager, which
    /// share a form: `status`, `labels`, `annotations`, `startsAt`, `endsAt`, `fingerprint`.
    ///
    /// The same alert comes again while it fires, and once more, with its end, when it is resolved.
    func notification(_ alert: JSONValue, _ message: Message) -> VerdictItem {
        let labels = alert["labels"] ?? .null
        let annotations = alert["annotations"] ?? .null
        let text = String(alert.text().prefix(200))
        guard let start = time(alert["startsAt"]) else {
            return .notUnderstood(text: text, reason: "its startsAt is no time")
        }
        let words = [labels, annotations].flatMap(\.texts).joined(separator: "\n")
        guard
            let machine = machine(of: labels) ?? names.mentioned(in: words).first
                ?? machine(of: annotations)
        else { return .notUnderstood(text: text, reason: "no label names a machine") }
        let form: SaidVerdict.Form
        switch alert["status"]?.plainText ?? "firing" {
        case "firing": form = .firing
        case "resolved":
            guard let end = time(alert["endsAt"]), end >= start else {
                return .notUnderstood(
                    text: text, reason: "it is resolved, and its endsAt is no time after startsAt")
            }
            form = .over(end: end)
        default:
            return .notUnderstood(text: text, reason: "its status is neither firing nor resolved")
        }
        let origin = alert["fingerprint"]?.plainText ?? labels.text()
        return .said(
            SaidVerdict(
                machine: machine, origin: origin, form: form, time: start, clock: clock ?? .wall,
                received: message.received))
    }

    /// Our own alerts: one, or a group of them. A summary and a test name no alarm that could be placed.
    func own(_ alert: JSONValue, _ message: Message) -> [VerdictItem] {
        if case .array(let parts)? = alert["alerts"] { return parts.flatMap { own($0, message) } }
        guard alert["kind"]?.plainText == "alert",
            let machine = alert["machine"]?.plainText ?? alert["unique_id"]?.plainText,
            let start = time(alert["start"]), let last = time(alert["last"])
        else {
            return [
                .notUnderstood(
                    text: message.text,
                    reason: "it is a \(alert["kind"]?.plainText ?? "message") and not an alert")
            ]
        }
        // The last anomalous reading is part of the alarm.
        let end = max(start, last).addingSaturated(2_000_000)
        return [
            .said(
                SaidVerdict(
                    machine: machine, origin: alert["detector"]?.plainText ?? "",
                    form: alert["state"]?.plainText == "closed" ? .over(end: end) : .firing,
                    time: start, clock: clock ?? .data, score: alert["peak_score"]?.double,
                    received: message.received))
        ]
    }

    // MARK: - Texts

    /// All that a message to a chat room shows: Slack's `text`, `attachments` and `blocks`, Discord's
    /// `content`, and what InfluxDB's notifier plugin sends.
    static func chatText(_ value: JSONValue) -> String? {
        var texts = ["text", "message", "notification_text", "content"]
            .compactMap { value[$0]?.plainText }
        for key in ["attachments", "blocks"] {
            guard case .array(let parts)? = value[key] else { continue }
            for part in parts {
                texts += ["title", "pretext", "text", "fallback"].compactMap {
                    part[$0]?.plainText ?? part[$0]?["text"]?.plainText
                }
            }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    private static let endings = [
        "resolved", "normal again", "back to normal", "recovered", "[ok]",
    ]

    /// A verdict for each machine that a text names.
    func said(in text: String, _ message: Message) -> [VerdictItem] {
        let lower = text.lowercased()
        let named = names.mentioned(in: text)
        guard !named.isEmpty else {
            return [
                .notUnderstood(
                    text: String(text.prefix(200)), reason: "it names no machine of the scenario")
            ]
        }
        let form: SaidVerdict.Form =
            Self.endings.contains { lower.contains($0) }
            ? .resolved : lower.contains("[firing") ? .firing : .moment
        // When something begins a text may say; when it ended, only its arrival does.
        let time = form == .resolved ? nil : Self.time(in: text)
        return named.map {
            .said(
                SaidVerdict(
                    machine: $0, form: form, time: time ?? message.received,
                    clock: time == nil ? .wall : clock ?? .data, received: message.received))
        }
    }

    /// The first RFC 3339 time of a text.
    private static func time(in text: String) -> Int64? {
        for word in text.split(whereSeparator: { $0.isWhitespace || "()<>,;|\"'".contains($0) })
        where word.utf8.count >= 19 && word.utf8.first.map({ (48...57).contains($0) }) == true {
            var word = word
            while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
            while let last = word.last, last == ":" || last == "." { word.removeLast() }
            if let time = Instant.parse(word) { return time }
        }
        return nil
    }
}

extension JSONValue {
    /// The texts of an object's members.
    fileprivate var texts: [String] {
        guard case .object(let members) = self else { return [] }
        return members.compactMap { $0.value.plainText }
    }
}
