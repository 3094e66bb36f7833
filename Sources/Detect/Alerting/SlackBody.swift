/// What Slack's incoming webhooks take (https://api.slack.com/messaging/webhooks): at most 50 blocks, 150
/// characters in a header, 2,000 in a field, 3,000 in a section.
struct SlackBody: Encodable {
    struct Text: Encodable {
        var type: String
        var text: String
    }
    struct Block: Encodable {
        var type: String
        var text: Text?
        var fields: [Text]?
        var elements: [Text]?
    }

    /// All there is to say; with blocks Slack shows it in notifications alone.
    var text: String
    var blocks: [Block]?

    init(_ message: AlertMessage, detector: String, isPlain: Bool) {
        text = message.sentence.escapedForSlack
        if !isPlain { blocks = Self.blocks(message, detector: detector) }
    }

    private static func blocks(_ message: AlertMessage, detector: String) -> [Block] {
        switch message {
        case .alert(let alert): return blocks(alert, detector: detector)
        case .group(let group):
            return [Block(type: "header", text: Text(type: "plain_text", text: group.headline))]
                + sections(group.lines) + [context([detector])]
        case .summary, .test:
            return [
                Block(
                    type: "section",
                    text: Text(type: "mrkdwn", text: message.sentence.escapedForSlack))
            ]
        }
    }

    /// Lines in as few sections as hold them; one that is longer than a section goes on in the next.
    private static func sections(_ lines: [String]) -> [Block] {
        let limit = 2_900
        var texts: [String] = []
        for line in lines {
            var pieces: [String] = []
            for word in line.escapedForSlack.split(separator: " ", omittingEmptySubsequences: false)
            {
                if let last = pieces.last, last.utf16.count + 1 + word.utf16.count <= limit {
                    pieces[pieces.count - 1] = last + " " + word
                } else {
                    pieces.append(String(word))
                }
            }
            for piece in pieces {
                if let last = texts.last, last.utf16.count + 1 + piece.utf16.count <= limit {
                    texts[texts.count - 1] = last + "\n" + piece
                } else {
                    texts.append(piece)
                }
            }
        }
        return texts.map { Block(type: "section", text: Text(type: "mrkdwn", text: $0)) }
    }

    private static func context(_ parts: [String]) -> Block {
        let text = parts.filter { !$0.isEmpty }.map(AlertMessage.plain).joined(separator: " · ")
        return Block(
            type: "context", elements: [Text(type: "mrkdwn", text: text.escapedForSlack)])
    }

    private static func blocks(_ alert: Alert, detector: String) -> [Block] {
        // No name in here: in a header nothing is escaped.
        let begun = alert.repeats > 0 ? "Machine still anomalous" : "Machine anomalous"
        let title = alert.state == .open ? begun : "Machine normal again"
        var fields = [
            field("Machine", AlertMessage.plain(alert.machineID)),
            field("Since", AlertMessage.time(alert.start)),
            field("Score", AlertMessage.short(alert.peakScore)),
        ]
        if alert.state == .closed {
            fields.append(field("Until", AlertMessage.time(alert.last)))
            fields.append(field("Anomalous readings", "\(alert.anomalousCount)"))
        }
        if let channel = alert.channel {
            let value = alert.value.map { " = \(AlertMessage.short($0))" } ?? ""
            fields.append(field("Channel", AlertMessage.plain(channel) + value))
        }
        if alert.untold > 0 {
            fields.append(field("Not told since the last message", "\(alert.untold)"))
        }
        return [
            Block(type: "header", text: Text(type: "plain_text", text: title)),
            Block(type: "section", fields: fields),
            context([alert.uniqueID, detector, alert.run, alert.id]),
        ]
    }

    private static func field(_ name: String, _ value: String) -> Text {
        Text(type: "mrkdwn", text: "*\(name)*\n\(value.escapedForSlack)")
    }
}
