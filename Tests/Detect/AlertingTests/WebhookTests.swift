import Alerting
import Foundation
import HTTPClient
import Testing

@Suite struct WebhookTests {
    @Test(arguments: [
        "http://hooks.slack.com/services/EXAMPLE", "https://evil.example/services/EXAMPLE",
        "https://hooks.slack.com.evil.example/EXAMPLE", "https://user:pa55@hooks.slack.com/EXAMPLE",
        "https://hooks.slack.com@evil.example/EXAMPLE", "https://127.0.0.1/EXAMPLE",
        "http://localhost:8080/EXAMPLE", "https://[::1]/EXAMPLE", "https://34.117.59.81/EXAMPLE",
        "https://0x7f000001/EXAMPLE", "file:///etc/EXAMPLE", "EXAMPLE", "",
        "ftp://hooks.slack.com/EXAMPLE",
        "https://localhost.evil.example/EXAMPLE",
    ])
    func `an address that could lead elsewhere is refused, and never shown`(text: String) throws {
        let error = #expect(throws: WebhookError.self) {
            try Webhook(Secret(text), format: .slack)
        }
        let sentence = "\(try #require(error))"
        #expect(!sentence.contains("EXAMPLE"))
        #expect(!sentence.contains("pa55"))
    }

    @Test func `Slack's host needs no option, others are named, local ones are allowed apart`()
        throws
    {
        let slack = try Webhook(
            Secret("https://hooks.slack.com/services/EXAMPLE\n"), format: .slack)
        #expect("\(slack)" == "slack webhook at https://hooks.slack.com")
        _ = try Webhook(
            Secret("https://Alerts.Example/x"), format: .json, allowedHosts: ["alerts.example"])
        for local in ["http://127.0.0.1:8080/x", "http://localhost/x", "https://[::1]:1/x"] {
            _ = try Webhook(Secret(local), format: .json, allowsLocal: true)
        }
        #expect(throws: WebhookError.self) {
            try Webhook(Secret("http://10.0.0.1/x"), format: .json, allowsLocal: true)
        }
        #expect(throws: WebhookError.self) {
            try Webhook(Secret("http://evil.example/x"), format: .json, allowsLocal: true)
        }
    }

    private func object(_ message: AlertMessage, _ format: AlertFormat) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(message.body(format, detector: "level-shift")))
                as? [String: Any])
    }

    @Test func `Slack gets text and blocks with machine, time, score and channel`() throws {
        let open = try object(.alert(alert(untold: 3)), .slack)
        let text = try #require(open["text"] as? String)
        #expect(
            text
                == "machine1 is anomalous since 2026-01-01T00:16:40Z: score 0.930, mostly vibration (512.2)"
        )
        let blocks = try #require(open["blocks"] as? [[String: Any]])
        #expect(blocks.map { $0["type"] as? String } == ["header", "section", "context"])
        let fields = try #require(blocks[1]["fields"] as? [[String: Any]])
        #expect(
            fields.map { $0["text"] as? String } == [
                "*Machine*\nmachine1", "*Since*\n2026-01-01T00:16:40Z", "*Score*\n0.930",
                "*Channel*\nvibration = 512.2", "*Not told since the last message*\n3",
            ])
        let closed = try object(.alert(alert(state: .closed)), .slack)
        #expect((closed["text"] as? String)?.contains("is normal again") == true)
        #expect((closed["text"] as? String)?.contains("6 readings") == true)
    }

    @Test func `a name cannot call a channel, break a line or grow without end`() throws {
        let name = "<!channel> & \n*x*\u{202E}" + String(repeating: "y", count: 5_000)
        for format in AlertFormat.allCases {
            let body = AlertMessage.alert(alert(machine: name)).body(format, detector: "d")
            let text = try #require(
                try object(.alert(alert(machine: name)), format)["text"] as? String)
            #expect(!text.contains("\n"))
            #expect(!text.contains("\u{202E}"))
            #expect(text.utf8.count < 1_000)
            if format == .slack {
                #expect(!String(decoding: body, as: UTF8.self).contains("<"))
                let blocks = try object(.alert(alert(machine: name)), format)["blocks"]
                let header = (blocks as? [[String: Any]])?[0]["text"] as? [String: Any]
                #expect(try #require(header?["text"] as? String).count <= 150)
            }
        }
    }

    @Test func `any other receiver gets one flat object`() throws {
        let message = try object(.alert(alert(state: .closed)), .json)
        #expect(message["schema"] as? String == "anomaly-testbed.alert/1")
        #expect(message["kind"] as? String == "alert")
        #expect(message["id"] as? String == alert().id)
        #expect(message["state"] as? String == "closed")
        #expect(message["machine"] as? String == "machine1")
        #expect(message["unique_id"] as? String == "smith-and-sons-machine1")
        #expect(message["detector"] as? String == "level-shift")
        #expect(message["start"] as? String == "2026-01-01T00:16:40Z")
        #expect(message["last"] as? String == "2026-01-01T00:16:45Z")
        #expect(message["peak_score"] as? Double == 0.93)
        #expect(message["channel"] as? String == "vibration")
        #expect(message["value"] as? Double == 512.25)
        #expect(message["anomalous_readings"] as? Int == 6)
        #expect(try object(.test, .json)["kind"] as? String == "test")
    }

    /// What Slack shows of a body, and whether it is within what Slack takes.
    private func shown(_ body: [String: Any]) throws -> String {
        let blocks = try #require(body["blocks"] as? [[String: Any]])
        #expect(blocks.count <= 50)
        var texts: [String] = []
        for block in blocks {
            let parts =
                [block["text"] as? [String: Any]].compactMap { $0 }
                + (block["elements"] as? [[String: Any]] ?? [])
            for text in parts.compactMap({ $0["text"] as? String }) {
                #expect(text.utf16.count <= (block["type"] as? String == "header" ? 150 : 3_000))
                texts.append(text)
            }
        }
        #expect(texts.reduce(0) { $0 + $1.utf16.count } <= 13_000)
        return texts.joined(separator: "\n")
    }

    @Test(arguments: [2, 60, 120, 500])
    func `many machines are told of in one message, each by name`(count: Int) throws {
        let alerts = (1...count).map { number in
            alert(
                number, machine: "press-\(number)&",
                state: number.isMultiple(of: 3) ? .closed : .open,
                score: number == 40 ? 0.99 : 0.5)
        }
        var outbox = Outbox()
        for alert in alerts { outbox.put(.alert(alert), at: .zero) }
        guard case .send(let message, _) = outbox.step(at: .zero) else {
            Issue.record("nothing to send")
            return
        }
        #expect(message.sentence.hasPrefix("\(count - count / 3) machine"))
        let slack = try object(message, .slack)
        for text in [try #require(slack["text"] as? String), try shown(slack)] {
            for number in 1...count { #expect(text.contains("press-\(number)&amp;"), "\(number)") }
            #expect(count < 40 || text.contains("0.990"), "the worst is told with its score")
            let lastOpen = text.ranges(of: "anomalous since").last?.upperBound
            let firstEnd = text.ranges(of: "is normal again").first?.lowerBound
            if let lastOpen, let firstEnd { #expect(lastOpen < firstEnd) }
        }
        let plain = message.body(.slack, detector: "d", isPlain: true)
        #expect(!String(decoding: plain, as: UTF8.self).contains("blocks"))

        let json = try object(message, .json)
        #expect(json["kind"] as? String == "group" && json["count"] as? Int == count)
        let each = try #require(json["alerts"] as? [[String: Any]])
        #expect(Set(each.compactMap { $0["id"] as? String }) == Set(alerts.map(\.id)))
        #expect(each.allSatisfy { $0["schema"] as? String == "anomaly-testbed.alert/1" })
    }
}
