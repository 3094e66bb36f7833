/// Alerts of many machines that go out together: those that began before those that are over, so that
/// nobody reads of an end whose beginning is still to come.
public struct AlertGroup: Sendable, Equatable {
    /// At least one.
    public let alerts: [Alert]

    /// Characters of text in one message. Slack takes some 13,000 over all blocks, and says
    /// `msg_blocks_too_long` above it.
    static let room = 11_000
    /// Machines told of in a sentence each where there is no room for a sentence about all.
    static let sentences = 10

    /// Takes the first of `waiting` (beginnings before ends, each in their order) that one message has
    /// room for, at most `most`.
    /// - Precondition: `waiting` is not empty.
    init(takingFrom waiting: [Alert], most: Int = .max) {
        let begun = waiting.filter { $0.state == .open }
        let ordered = Array((begun + waiting.filter { $0.state == .closed }).prefix(max(1, most)))
        var used = 0
        let inSentences = ordered.prefix { alert in
            used += AlertMessage.alert(alert).sentence.slackLength + 1
            return used <= Self.room
        }
        if inSentences.count == ordered.count {
            alerts = ordered
            return
        }
        // Those of the worst are not known yet, and are not worth making all to find out.
        used = Self.sentences * 200
        let byName = ordered.prefix { alert in
            used += AlertMessage.plain(alert.machineID).slackLength + 2
            return used <= Self.room
        }
        alerts = Array(byName.count > inSentences.count ? byName : inSentences)
    }

    init(_ alerts: [Alert]) { self.alerts = alerts }

    private func all(_ state: Alert.State) -> [Alert] { alerts.filter { $0.state == state } }

    /// How many machines began and how many are over, in words.
    public var headline: String {
        let parts = Alert.State.allCases.compactMap { state -> String? in
            let count = Set(all(state).map { "\($0.run)/\($0.uniqueID)" }).count
            guard count > 0 else { return nil }
            let words = state == .open ? "anomalous" : "normal again"
            return count == 1 ? "1 machine is \(words)" : "\(count) machines are \(words)"
        }
        return parts.joined(separator: ", ")
    }

    /// A sentence an alert; where that is too much, sentences about the worst and the names of all.
    public var lines: [String] {
        let sentences = alerts.map { AlertMessage.alert($0).sentence }
        guard sentences.reduce(0, { $0 + $1.slackLength + 1 }) > Self.room else { return sentences }
        return Alert.State.allCases.flatMap { state -> [String] in
            let found = all(state)
            guard !found.isEmpty else { return [] }
            let worst = found.sorted { $0.peakScore > $1.peakScore }.prefix(Self.sentences / 2)
            let names = found.map { AlertMessage.plain($0.machineID) }.joined(separator: ", ")
            return worst.map { AlertMessage.alert($0).sentence }
                + ["\(state == .open ? "anomalous" : "normal again"), all of them: \(names)"]
        }
    }
}

extension String {
    /// Characters once it is escaped as Slack asks.
    var slackLength: Int {
        utf16.reduce(0) { length, unit in
            switch unit {
            case 0x26: length + 5
            case 0x3C, 0x3E: length + 4
            default: length + 1
            }
        }
    }

    /// The three characters Slack asks to escape: without it a name could call a whole channel.
    var escapedForSlack: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
