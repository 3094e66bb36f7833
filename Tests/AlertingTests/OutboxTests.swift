import Alerting
import AnomalyDetection
import Testing

@Suite struct OutboxTests {
    private let busy = DeliveryFailure.retry(after: nil, reason: "busy")

    /// Sends what is due at `now` and says what it was.
    private func send(_ outbox: inout Outbox, at now: Duration, _ failure: DeliveryFailure? = nil)
        -> AlertMessage?
    {
        guard case .send(let message) = outbox.step(at: now) else { return nil }
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
        let gone = counts.delivered + counts.repeated + counts.expired + counts.refused
        #expect(counts.accepted >= gone + outbox.waiting, sourceLocation: sourceLocation)
        if counts.folded == 0 {
            #expect(counts.accepted == gone + outbox.waiting, sourceLocation: sourceLocation)
        }
    }

    @Test func `messages go out in order, one a second at most`() {
        var outbox = Outbox()
        #expect(outbox.step(at: .zero) == .idle)
        for number in 1...3 { outbox.put(.alert(alert(number)), at: .zero) }
        #expect(send(&outbox, at: .zero) == .alert(alert(1)))
        #expect(outbox.step(at: .milliseconds(400)) == .wait(.milliseconds(600)))
        #expect(send(&outbox, at: .seconds(1)) == .alert(alert(2)))
        #expect(send(&outbox, at: .milliseconds(1_999)) == nil)
        #expect(send(&outbox, at: .seconds(2)) == .alert(alert(3)))
        #expect(outbox.step(at: .seconds(9)) == .idle)
        #expect(outbox.counts.delivered == 3)
        expectSum(outbox)
    }

    @Test func `while one is under way no other is sent`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        outbox.put(.alert(alert(2)), at: .zero)
        #expect(outbox.step(at: .zero) == .send(.alert(alert(1))))
        #expect(outbox.step(at: .seconds(100)) == .idle)
    }

    @Test func `pauses grow from one second to a minute, and one success forgets them`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        outbox.put(.alert(alert(2)), at: .zero)
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
            send(&outbox, at: .seconds(1_502))
                == .alert(alert(502, machine: "machine502", score: 0.5)))
        #expect(outbox.counts.folded == 501)
        #expect(outbox.counts.delivered == 502)
    }

    @Test func `the message under way is never folded`() {
        var outbox = Outbox()
        outbox.put(.alert(alert(1)), at: .zero)
        #expect(outbox.step(at: .zero) == .send(.alert(alert(1))))
        for number in 2...1_100 { outbox.put(.alert(alert(number)), at: .zero) }
        outbox.failed(busy, at: .zero)
        #expect(send(&outbox, at: .seconds(60)) == .alert(alert(1)))
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
        #expect(outbox.step(at: .seconds(2_000)) == .send(.alert(alert(1, channel: nil))))
        var writer = StateWriter()
        outbox.save(to: &writer, at: .seconds(2_010))
        var reader = StateReader(writer.bytes)
        var restored = try Outbox(from: &reader, at: .seconds(50))
        #expect(reader.isAtEnd)
        #expect(restored.counts == outbox.counts)
        #expect(send(&restored, at: .seconds(50), busy) == .alert(alert(1, channel: nil)))
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
