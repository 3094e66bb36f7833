import Alerting
import Foundation
import Testing

/// What goes out together while nothing holds it up.
private func message(of alerts: [Alert]) -> AlertMessage? {
    var outbox = Outbox()
    for alert in alerts { outbox.put(.alert(alert), at: .zero) }
    guard case .send(let message, _) = outbox.step(at: .zero) else { return nil }
    return message
}

private func group(of alerts: [Alert]) -> AlertGroup? {
    guard case .group(let group)? = message(of: alerts) else { return nil }
    return group
}

@Suite struct `Messages about many machines` {
    @Test
    func `have a sentence an alert as long as those fit, else five of the worst and all names`()
        throws
    {
        let length = AlertMessage.alert(alert(100, machine: "m100")).sentence.utf16.count + 1
        let most = 11_000 / length
        // All sentences are as long as the first.
        let alerts = (100...100 + most).map {
            alert($0, machine: "m\($0)", score: $0 == 120 ? 0.99 : 0.93)
        }
        let fitting = try #require(group(of: Array(alerts.prefix(most))))
        #expect(
            fitting.lines == fitting.alerts.map { AlertMessage.alert($0).sentence }
                && fitting.alerts.count == most)
        let more = try #require(group(of: alerts))
        #expect(more.alerts.count == most + 1 && more.lines.count == 6)
        #expect(more.lines[0].hasPrefix("m120 is anomalous"), "the worst comes first")
        let names = alerts.map(\.machineID).joined(separator: ", ")
        #expect(more.lines[5] == "anomalous, all of them: " + names)
    }

    @Test func `name as many as fit beside ten sentences`() throws {
        let alerts = (100...299).map {
            alert($0, machine: String(repeating: "n", count: 97) + "\($0)")
        }
        // 11,000 less 2,000, and 102 for each name and what parts it from the next.
        #expect(try #require(group(of: alerts)).alerts.count == 88)
        // "&" counts as the five characters that Slack makes of it.
        let escaped = (100...299).map {
            alert($0, machine: String(repeating: "&", count: 20) + "\($0)")
        }
        #expect(try #require(group(of: escaped)).alerts.count == 9_000 / (20 * 5 + 3 + 2))
    }

    @Test func `say how many machines, each counted once`() {
        let open = [alert(1, machine: "a"), alert(2, machine: "a"), alert(3, machine: "b")]
        #expect(group(of: open)?.headline == "2 machines are anomalous")
        #expect(
            group(of: open + [alert(1, machine: "a", state: .closed)])?.headline
                == "2 machines are anomalous, 1 machine is normal again")
    }

    @Test func `are cut for Slack into sections as long as it takes, between words`() throws {
        let alerts = (100...187).map {
            alert($0, machine: String(repeating: "n", count: 97) + "\($0)")
        }
        let sent = try #require(message(of: alerts))
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(sent.body(.slack, detector: "d")))
                as? [String: Any])
        let blocks = try #require(body["blocks"] as? [[String: Any]])
        let sections = blocks.filter { $0["type"] as? String == "section" }
            .compactMap { ($0["text"] as? [String: String])?["text"] }
        let words = sections.flatMap { $0.split { $0 == " " || $0 == "\n" } }
        #expect(words.joined(separator: " ") == group(of: alerts)?.lines.joined(separator: " "))
        #expect(sections.allSatisfy { $0.utf16.count <= 2_900 } && sections.count > 3)
        for (section, next) in zip(sections, sections.dropFirst()).dropFirst() {
            let word = next.prefix { $0 != " " }.utf16.count
            #expect(section.utf16.count + 1 + word > 2_900, "there was room for a word more")
        }
    }
}

@Suite struct `Messages about one machine` {
    private func json(_ message: AlertMessage) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(message.body(.json, detector: "d")))
                as? [String: Any])
    }

    @Test func `say that they repeat another only where they do`() throws {
        var told = alert()
        #expect(try json(.alert(told))["repeats"] == nil)
        told.repeats = 1
        #expect(try json(.alert(told))["repeats"] as? Int == 1)
        #expect(AlertMessage.alert(told).sentence.contains("still anomalous, since"))
        #expect(!AlertMessage.alert(alert()).sentence.contains("still"))
    }

    @Test func `give times to the second and numbers with as many digits as tell something`() {
        var told = alert(1, state: .closed)
        (told.start, told.peakScore, told.value) = (midnight + 1_999_999_999, 0.12349, 99.9996)
        #expect(
            AlertMessage.alert(told).sentence
                == "machine1 is normal again: anomalous from 2026-01-01T00:00:01Z to "
                + "2026-01-01T00:16:45Z, 6 readings, peak score 0.123, mostly vibration (100.000)")
        told.value = 100
        #expect(AlertMessage.alert(told).sentence.hasSuffix("(100.0)"))
        told.value = -.infinity
        #expect(AlertMessage.alert(told).sentence.hasSuffix("(-inf)"))
    }

    @Test func `show at most a hundred characters of a name, and none that turn the text`() {
        let long = alert(machine: String(repeating: "n", count: 101))
        #expect(
            AlertMessage.alert(long).sentence.hasPrefix(
                String(repeating: "n", count: 100) + " is anomalous"))
        #expect(
            AlertMessage.alert(alert(machine: "a\u{202E}b\nc")).sentence
                .hasPrefix("a\u{FFFD}b\u{FFFD}c is"))
    }
}
