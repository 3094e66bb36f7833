import Telemetry
import TestSupport
import Testing
import VerdictSources

private let second: Int64 = 1_000_000_000
private let start: Int64 = 1_767_225_600 * second
private let window = TimeWindow(start: start, end: start + 1800 * second)
private let names = MachineNames([
    ("machine1", ["smith-and-sons-machine1"]), ("machine2", []), ("machine3", []),
])
private let clock = PlayClock(dataStart: start, wallStart: start, speed: 1)

private func text(_ offset: Double) -> String { Instant.text(start + Int64(offset * 1e9)) }

/// An alarm of a machine, in seconds from the start.
private struct Alarm {
    var machine: String
    var start: Double
    var end: Double
}

/// The alarms that every form of message below tells.
private let alarms = [
    Alarm(machine: "machine1", start: 620, end: 650),
    Alarm(machine: "machine2", start: 625, end: 626.5),
    Alarm(machine: "machine1", start: 900, end: 960),
]

/// Flagged rows by machine, and the account.
private func judged(_ items: [VerdictItem]) -> (rows: [String: [Int]], account: VerdictAccount) {
    var book = VerdictBook(names, window: window, clock: clock)
    for item in items { book.take(item) }
    var closed = book.closed()
    var rows: [String: [Int]] = [:]
    for machine in names.machines {
        let marks = closed.marks(
            machine: machine, times: (0..<1800).map { start + Int64($0) * second },
            period: second, gap: 10 * second, probationEnd: start)
        rows[machine] = marks.indices.filter { marks[$0].isFlagged }
    }
    return (rows, closed.finalAccount)
}

private let expected = judged(
    alarms.map {
        .said(
            SaidVerdict(
                machine: $0.machine, form: .over(end: start + Int64($0.end * 1e9)),
                time: start + Int64($0.start * 1e9)))
    }
).rows

/// A message and when it came, seconds from the start.
private typealias Sent = (body: String, at: Double)

private func read(_ sent: [Sent], _ reader: MessageReader = MessageReader(names)) -> [VerdictItem] {
    sent.flatMap { reader.items(Array($0.body.utf8), received: start + Int64($0.at * 1e9)) }
}

// MARK: - Forms of message

/// One alert of a notification, with the members that Alertmanager 0.27 and Grafana 11 both send.
private func alert(_ alarm: Alarm, _ labels: String, isOver: Bool) -> String {
    """
    {"status":"\(isOver ? "resolved" : "firing")","labels":{"alertname":"PowerHigh",\(labels)},
     "annotations":{"summary":"power above 300"},"startsAt":"\(text(alarm.start))",
     "endsAt":"\(isOver ? text(alarm.end) : "0001-01-01T00:00:00Z")",
     "generatorURL":"http://localhost:9090/graph?g0.expr=machine_power+%3E+300","fingerprint":"\(alarm.machine)f0"}
    """
}

private func alertmanager(_ alerts: [String]) -> String {
    """
    {"receiver":"testbed","status":"firing","alerts":[\(alerts.joined(separator: ","))],"groupLabels":{},
     "commonLabels":{"alertname":"PowerHigh"},"commonAnnotations":{},"externalURL":"http://localhost:9093",
     "version":"4","groupKey":"{}:{}","truncatedAlerts":0}
    """
}

private func grafana(_ alerts: [String]) -> String {
    """
    {"receiver":"testbed","status":"firing","orgId":1,"alerts":[\(alerts.joined(separator: ","))],
     "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://localhost:3000/",
     "version":"1","groupKey":"{}","truncatedAlerts":0,"title":"[FIRING:1] PowerHigh (machine1)",
     "state":"alerting","message":"**Firing** machine1"}
    """
}

private func own(_ alarm: Alarm, isOver: Bool) -> String {
    // The last reading of an alarm is told, and is part of it.
    """
    {"schema":"anomaly-testbed.alert/1","kind":"alert","detector":"default","state":"\(isOver ? "closed" : "open")",
     "machine":"\(alarm.machine)","start":"\(text(alarm.start))","last":"\(text(alarm.end.rounded(.up) - 1))",
     "peak_score":0.9,"text":"…"}
    """
}

private func slack(_ alarm: Alarm, isOver: Bool) -> String {
    """
    {"text":"[\(isOver ? "RESOLVED" : "FIRING:1")] power of \(alarm.machine) is high","channel":"#alerts"}
    """
}

private func notifier(_ alarm: Alarm, isOver: Bool) -> String {
    let word = isOver ? "recovered" : "[firing] MAD count alert: field power outlier"
    return "{\"message\":\"\(word). Tags: machineID=\(alarm.machine), provider=Smith and Sons\"}"
}

private func any(_ alarm: Alarm, isOver: Bool) -> String {
    let end = isOver ? "\"\(text(alarm.end))\"" : "null"
    return """
        {"what":{"asset":"\(alarm.machine)"},"when":["\(text(alarm.start))",\(end)]}
        """
}

private enum Form: String, CaseIterable, CustomTestStringConvertible {
    case alertmanager, grafana, own, slack, notifier, any
    var testDescription: String { rawValue }

    func body(_ alarm: Alarm, isOver: Bool) -> String {
        let label = "\"machine\":\"\(alarm.machine)\",\"provider\":\"Smith and Sons\""
        return switch self {
        case .alertmanager: VerdictSourcesTests.alertmanager([alert(alarm, label, isOver: isOver)])
        case .grafana:
            VerdictSourcesTests.grafana(
                [alert(alarm, "\"machineID\":\"\(alarm.machine)\"", isOver: isOver)])
        case .own: VerdictSourcesTests.own(alarm, isOver: isOver)
        case .slack: VerdictSourcesTests.slack(alarm, isOver: isOver)
        case .notifier: VerdictSourcesTests.notifier(alarm, isOver: isOver)
        case .any: VerdictSourcesTests.any(alarm, isOver: isOver)
        }
    }

    var reader: MessageReader {
        self == .any
            ? MessageReader(
                names,
                fields: .init(machine: "/what/asset", time: "/when/0", end: "/when/1"))
            : MessageReader(names)
    }

    /// Whether a message says itself when what it tells of happened.
    var hasTimes: Bool { self != .slack && self != .notifier }
}

@Suite struct `A recorded message` {
    @Test(arguments: Form.allCases)
    private func `tells the same alarms as a file of them`(form: Form) {
        let sent = alarms.flatMap {
            [(form.body($0, isOver: false), $0.start), (form.body($0, isOver: true), $0.end)]
        }
        let result = judged(read(sent, form.reader))
        #expect(result.rows == expected)
        #expect(result.account.counts == [.judged: 3, .ending: 3])
        #expect(result.account.unresolved == 0)
    }

    @Test(arguments: Form.allCases.filter(\.hasTimes))
    private func `that is repeated or late changes no alarm`(form: Form) {
        let sent = alarms.flatMap {
            [
                (form.body($0, isOver: false), $0.start), (form.body($0, isOver: false), 1000.0),
                (form.body($0, isOver: true), $0.end), (form.body($0, isOver: true), 1001.0),
            ]
        }
        for order in [sent, sent.reversed(), Array(sent[5...] + sent[..<5])] {
            let result = judged(read(order, form.reader))
            #expect(result.rows == expected)
            #expect(result.account.counts == [.judged: 3, .ending: 3, .repeated: 6])
        }
    }

    @Test(arguments: Form.allCases)
    private func `that is broken is counted as that`(form: Form) {
        let whole = form.body(alarms[0], isOver: false)
        let broken: [String] = [
            String(whole.dropLast(whole.count / 2)), "", "\u{0}", "42", "{}", "[]",
            whole.replacing("machine", with: ""),
        ]
        for body in broken {
            let items = read([(body, 1)], form.reader)
            #expect(!items.isEmpty)
            for item in items {
                if case .said(let said) = item {
                    // Without its name it is some machine's, and none of ours.
                    #expect(names.place(of: said.machine) == nil, "\(body)")
                }
            }
            let account = judged(items).account
            #expect((account.counts[.judged] ?? 0) == 0)
            #expect(account.received == items.count)
        }
    }

    @Test func `holds many alerts, and repeats those that fire still`() {
        let labels = alarms.map { "\"machine\":\"\($0.machine)\"" }
        let first = alertmanager([alert(alarms[0], labels[0], isOver: false)])
        let both = alertmanager([
            alert(alarms[0], labels[0], isOver: false), alert(alarms[1], labels[1], isOver: false),
        ])
        let ends = alertmanager([
            alert(alarms[0], labels[0], isOver: true), alert(alarms[1], labels[1], isOver: true),
        ])
        let result = judged(read([(first, 620), (both, 625), (ends, 651)]))
        #expect(result.account.counts == [.judged: 2, .ending: 2, .repeated: 1])
        #expect(result.rows["machine2"] == [625, 626])
    }

    @Test func `of another machine, or of none, is told from ours`() {
        let other = alertmanager([alert(alarms[0], "\"machine\":\"pump\"", isOver: false)])
        let none = alertmanager([alert(alarms[0], "\"team\":\"blue\"", isOver: false)])
        let byText = alertmanager([alert(alarms[0], "\"what\":\"machine3 runs hot\"", isOver: true)]
        )
        let result = judged(read([(other, 1), (none, 2), (byText, 3)]))
        #expect(result.account.counts == [.otherMachine: 1, .notUnderstood: 1, .judged: 1])
        #expect(result.rows["machine3"] == Array(620..<650))
    }

    @Test func `of flat JSON is a reading's, flagged or not, with its score`() {
        let flagged =
            "{\"machineID\":\"machine1\",\"time\":\(start + 700 * second),\"score\":0.9,\"is_anomaly\":true}"
        let normal =
            "{\"unique_id\":\"smith-and-sons-machine1\",\"time\":\"\(text(701))\",\"score\":0.1,\"is_anomaly\":false}"
        let broken = "{\"machineID\":\"machine1\",\"time\":\"soon\",\"is_anomaly\":true}"
        let result = judged(read([("[\(flagged),\(normal)]", 1), (broken, 2)]))
        #expect(result.rows["machine1"] == [700])
        #expect(result.account.counts == [.judged: 1, .notFlagged: 1, .notUnderstood: 1])
    }

    @Test func `of a topic is on the machine that the topic names`() {
        let items = MessageReader(names).items(
            Array("{\"time\":\"\(text(30))\",\"state\":\"anomalous\"}".utf8), received: start,
            topic: "verdict/machine2")
        #expect(judged(items).rows["machine2"] == [30])
    }
}
