import Alerting
import AnomalyDetection
import Testing

@Suite struct OutboxTests {
    private let busy = DeliveryFailure.retry(after: nil, reason: "busy")

    /// Sends what is due at `now` and says what it was.
    private func send(_ outbox: inout Outbox, at now: Duration, _ failure: DeliveryFailure? = nil)
        -> AlertMessage?
    {
        guard case .send(let message, _) = outbox.step(at: now) else { return nil }
        if let failure {
            outbox.failed(failure, at: now)
        } else {
            outbox.delivered(at: now)
        }
        return message
    }

    /// Every alert is somewhere.
    private func expectSum(_ outbox: Outbox, sourceLocation: SourceLocation = #_sourceLocation) {
        let counts = outbox.counts
        let gone = counts.delivered + counts.repeated + counts.lost
        #expect(counts.accepted >= gone + outbox.waiting, sourceLocation: sourceLocation)
        if counts.folded == 0 {
            #expect(counts.accepted == gone + outbox.waiting, sourceLocation: sourceLocation)
        }
    }

    @Test func `messages go out in order, one a second at most`() {
        var outbox = Outbox()
        #expect(outbox.step(at: .zero) == .idle)
        outbox.put(.alert(alert(1)), at: .zero)
        #expect(send(&outbox, at: .zero) == .alert(alert(1)))
        outbox.put(.alert(alert(2)), at: .zero)
        #expect(outbox.step(at: .milliseconds(400)) == .wait(.milliseconds(600)))
        #expect(send(&outbox, at: .seconds(1)) == .alert(alert(2)))
        outbox.put(.alert(alert(3)), at: .seconds(1))
        #expect(send(&outbox, at: .milliseconds(1_999)) == nil)
        #expect(send(&outbox, at: .seconds(2)) == .alert(alert(3)))
        #expect(outbox.step(at: .seconds(9)) == .idle)
        #expect(outbox.counts.delivered == 3)
        expectSum(outbox)
    }

    /// The machines that a message tells of, with what it tells, in its order.
    private func told(_ message: AlertMessage?) -> [String] {
        switch message {
        case .alert(let alert): ["\(alert.machineID) \(alert.state)"]
        case .group(let group): group.alerts.map { "\($0.machineID) \($0.state)" }
        default: []
        }
    }

    @Test func `what waits goes out in one message, beginnings before ends`() {
        var outbox = Outbox()
        for number in 1...60 {
            for state in [Alert.State.open, .closed] {
                outbox.put(.alert(alert(number, machine: "m\(number)", state: state)), at: .zero)
            }
        }
        let first = told(send(&outbox, at: .zero))
        #expect(first == (1...60).map { "m\($0) open" } + (1...60).map { "m\($0) closed" })
        #expect(outbox.waiting == 0 && outbox.counts.delivered == 120)
        expectSum(outbox)
    }

    @Test func `where objects are wanted one by one, only many are gathered`() {
        var outbox = Outbox()
        outbox.singles = 20
        for number in 1...20 { outbox.put(.alert(alert(number)), at: .zero) }
        #expect(send(&outbox, at: .zero) == .alert(alert(1)))
        for number in 21...22 { outbox.put(.alert(alert(number)), at: .zero) }
        #expect(told(send(&outbox, at: .seconds(1))).count == 21)
    }

    @Test func `however many wait, each is told by name, and a message stays within its limit`() {
        var outbox = Outbox()
        var machines: Set<String> = []
        for number in 1...1_000 {
            let machine = "a machine & its long name, number \(number)"
            machines.insert(machine)
            outbox.put(.alert(alert(number, machine: machine)), at: .zero)
        }
        var now = Duration.zero
        while let message = send(&outbox, at: now) {
            now += .seconds(1)
            for line in told(message) { machines.remove(String(line.dropLast(5))) }
            #expect(message.sentence.replacing("&", with: "&amp;").count <= 13_000)
        }
        #expect(machines.isEmpty)
        #expect(now <= .seconds(10), "\(now)")
    }

    @Test func `ends that are held wait until every beginning is known`() {
        var outbox = Outbox()
        outbox.holdsEnds = true
        outbox.put(.alert(alert(1)), at: .zero)
        outbox.put(.alert(alert(1, state: .closed)), at: .zero)
        #expect(told(send(&outbox, at: .zero)) == ["machine1 open"])
        #expect(outbox.step(at: .seconds(5)) == .idle)
        outbox.put(.alert(alert(2, machine: "machine2")), at: .seconds(5))
        outbox.holdsEnds = false
        #expect(
            told(send(&outbox, at: .seconds(6))) == ["machine2 open", "machine1 closed"])
    }

    private func rejected(_ mayPassPlain: Bool) -> DeliveryFailure {
        .rejected(reason: "400", mayPassPlain: mayPassPlain)
    }

    @Test func `a message that is not liked is tried as text alone, and then left out`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        #expect(outbox.step(at: .zero) == .send(.alert(alert(1)), isPlain: false))
        #expect(outbox.failed(rejected(true), at: .zero) == 0)
        #expect(outbox.step(at: .zero) == .wait(.seconds(1)))
        #expect(outbox.step(at: .seconds(1)) == .send(.alert(alert(1)), isPlain: true))
        #expect(outbox.failed(rejected(true), at: .seconds(1)) == 1)
        #expect(outbox.counts.rejected == 1 && outbox.waiting == 0 && outbox.refusal == nil)
        outbox.put(.alert(alert(2)), at: .seconds(2))
        #expect(send(&outbox, at: .seconds(2)) == .alert(alert(2)))
        expectSum(outbox)
    }

    @Test func `of many the one that is not liked is found and left out, the others arrive`() {
        var outbox = Outbox()
        for number in 1...60 {
            outbox.put(.alert(alert(number, machine: "m\(number)")), at: .zero)
        }
        var arrived: Set<String> = []
        var now = Duration.zero
        while case .send(let message, _) = outbox.step(at: now) {
            let names = told(message)
            if names.contains("m17 open") {
                outbox.failed(rejected(true), at: now)
            } else {
                arrived.formUnion(names)
                outbox.delivered(at: now)
            }
            now += .seconds(1)
        }
        #expect(arrived.count == 59 && !arrived.contains("m17 open"))
        #expect(outbox.counts.rejected == 1 && outbox.counts.delivered == 59)
        #expect(now < .seconds(30), "\(now)")
        expectSum(outbox)
    }

    @Test func `while one is under way no other is sent`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        #expect(outbox.step(at: .zero) == .send(.alert(alert(1)), isPlain: false))
        outbox.put(.alert(alert(2)), at: .zero)
        #expect(outbox.step(at: .seconds(100)) == .idle)
    }

    @Test func `pauses grow from one second to a minute, and one success forgets them`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        var now = Duration.zero
        var pauses: [Double] = []
        for _ in 0..<9 {
            #expect(send(&outbox, at: now, busy) == .alert(alert(1)))
            guard case .wait(let pause) = outbox.step(at: now) else { break }
            pauses.append(
                Double(pause.components.seconds) + Double(pause.components.attoseconds) / 1e18)
            now += pause
        }
        for (pause, least) in zip(pauses, [1.0, 2, 4, 8, 16, 32, 60, 60, 60]) {
            #expect((least...least * 1.2).contains(pause))
        }
        #expect(pauses.count == 9)
        #expect(send(&outbox, at: now) == .alert(alert(1)))
        outbox.put(.alert(alert(2)), at: now)
        #expect(outbox.step(at: now) == .wait(.seconds(1)))
        #expect(outbox.counts.attempts == 10)
    }

    @Test func `the other side's wish to wait is obeyed up to five minutes`() {
        for (asked, kept) in [(7, 7), (0, 1), (300, 300), (86_400, 300)] {
            var outbox = Outbox()
            outbox.put(.alert(alert()), at: .zero)
            _ = send(&outbox, at: .zero, .retry(after: .seconds(asked), reason: "429"))
            #expect(outbox.step(at: .zero) == .wait(.seconds(kept)))
        }
    }

    @Test func `after a refusal nothing is sent, and what is put in is counted`() {
        var outbox = Outbox()
        for number in 1...3 { outbox.put(.alert(alert(number)), at: .zero) }
        _ = send(&outbox, at: .zero, .refused(reason: "404"))
        #expect(outbox.refusal == "404")
        outbox.put(.alert(alert(4)), at: .seconds(5))
        #expect(outbox.step(at: .seconds(1_000)) == .idle)
        #expect(outbox.counts.refused == 4)
        expectSum(outbox)
    }

    @Test func `what waited an hour is given up`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        outbox.put(.alert(alert(2)), at: .seconds(1_800))
        _ = send(&outbox, at: .zero, busy)
        #expect(send(&outbox, at: .seconds(3_601)) == .alert(alert(2)))
        #expect(outbox.counts.expired == 1)
        expectSum(outbox)
    }

    @Test func `of more than a thousand the oldest become one summary`() throws {
        var outbox = Outbox()
        for number in 1...1_500 {
            outbox.put(
                .alert(
                    alert(number, machine: "machine\(number)", score: number == 77 ? 0.99 : 0.5)),
                at: .seconds(number))
        }
        #expect(outbox.waiting == 1_000)
        guard case .summary(let summary) = send(&outbox, at: .seconds(1_501)) else {
            Issue.record("the first message is no summary")
            return
        }
        #expect(summary.count == 501)
        #expect(summary.first == alert(1).start)
        #expect(summary.last == alert(501).start)
        #expect(summary.peakScore == 0.99)
        #expect(summary.worstMachine == "machine77")
        #expect(
            told(send(&outbox, at: .seconds(1_502))).first == "machine502 open")
        #expect(outbox.counts.folded == 501)
        #expect(outbox.counts.delivered > 502)
    }

    @Test func `ends are folded before beginnings`() {
        var outbox = Outbox()
        outbox.holdsEnds = true
        outbox.put(.alert(alert(1, machine: "first")), at: .zero)
        for number in 2...1_100 {
            outbox.put(.alert(alert(number, state: .closed)), at: .zero)
        }
        outbox.put(.alert(alert(1_101, machine: "last")), at: .zero)
        #expect(told(send(&outbox, at: .zero)) == ["first open", "last open"])
    }

    @Test func `the message under way is never folded`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        #expect(outbox.step(at: .zero) == .send(.alert(alert(1)), isPlain: false))
        for number in 2...1_100 { outbox.put(.alert(alert(number)), at: .zero) }
        outbox.failed(busy, at: .zero)
        #expect(told(send(&outbox, at: .seconds(60))).first == "machine1 open")
        guard case .summary(let summary) = send(&outbox, at: .seconds(61)) else {
            Issue.record("the second message is no summary")
            return
        }
        #expect(summary.count == 101)
    }

    @Test func `what was saved is sent after a restart, each with the time it has waited`() throws {
        var outbox = Outbox()
        outbox.put(.alert(alert(1, channel: nil)), at: .seconds(10))
        outbox.put(.alert(alert(2, state: .closed, untold: 4)), at: .seconds(2_000))
        outbox.put(.test, at: .seconds(2_000))
        // Under way at the kill: it is sent again.
        guard case .send = outbox.step(at: .seconds(2_000)) else {
            Issue.record("nothing is under way")
            return
        }
        var writer = StateWriter()
        outbox.save(to: &writer, at: .seconds(2_010))
        var reader = StateReader(writer.bytes)
        var restored = try Outbox(from: &reader, at: .seconds(50))
        #expect(reader.isAtEnd)
        #expect(restored.counts == outbox.counts)
        #expect(
            told(send(&restored, at: .seconds(50), busy)) == ["machine1 open", "machine1 closed"])
        // 2,000 s before the restart and 1,601 s after it.
        #expect(
            send(&restored, at: .seconds(1_651))
                == .alert(alert(2, state: .closed, untold: 4)))
        #expect(restored.counts.expired == 1)
        #expect(send(&restored, at: .seconds(1_652)) == .test)

        for count in stride(from: 0, to: writer.bytes.count, by: 3) {
            var cut = StateReader(Array(writer.bytes[..<count]))
            #expect(throws: (any Error).self) { try Outbox(from: &cut, at: .zero) }
        }
    }
}
