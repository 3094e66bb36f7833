import Alerting
import AnomalyDetection
import Foundation
import HTTPClient
import Synchronization
import TestSupport
import Testing

/// Alerts on their way to a real server that answers as told.
@Suite struct DeliveryTests {
    private func transport(_ server: ScriptedServer, _ format: AlertFormat = .json) throws
        -> WebhookTransport
    {
        WebhookTransport(
            try Webhook(
                Secret(server.url + "/hook/" + Canary.word), format: format, allowsLocal: true),
            detector: "level-shift")
    }

    @Test func `a message arrives as a JSON post`() throws {
        try ScriptedServer.running { _, way in
            way.answer(200, "ok")
        } _: { server in
            try transport(server, .slack).deliver(.alert(alert()))
            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.target == "/hook/" + Canary.word)
            #expect(request.headers["content-type"] == "application/json")
            #expect(
                request.body == AlertMessage.alert(alert()).body(.slack, detector: "level-shift"))
        }
    }

    @Test(arguments: [
        (200, "delivered"), (204, "delivered"), (301, "refused"), (302, "refused"),
        (400, "rejected"), (413, "rejected"), (422, "rejected"), (401, "refused"), (403, "refused"),
        (404, "refused"), (410, "refused"),
        (408, "retry"), (429, "retry"), (500, "retry"), (502, "retry"), (503, "retry"),
    ])
    func `an answer's status decides whether to try again`(status: Int, expected: String) throws {
        try ScriptedServer.running { request, way in
            way.answer(
                request.target == "/elsewhere" ? 200 : status,
                headers: ["Location: /elsewhere", "Retry-After: 17"])
        } _: { server in
            let way = try transport(server)
            do throws(DeliveryFailure) {
                try way.deliver(.test)
                #expect(expected == "delivered")
            } catch {
                switch error {
                case .refused(let reason):
                    #expect(expected == "refused")
                    #expect(reason.contains("\(status)"))
                    #expect(!reason.contains("EXAMPLE"))
                case .rejected(let reason, let mayPassPlain):
                    #expect(expected == "rejected" && !mayPassPlain)
                    #expect(reason.contains("\(status)"))
                case .retry(let after, let reason):
                    #expect(expected == "retry")
                    #expect(after == .seconds(17))
                    #expect(!reason.contains("EXAMPLE"))
                }
            }
            #expect(server.requests.count == 1, "no redirect is followed")
        }
    }

    @Test(arguments: [
        (400, "invalid_blocks", "form"),
        (400, "{\"ok\":false,\"error\":\"invalid_payload\"}", "form"),
        (404, "no_service", "make a new one"), (410, "channel_is_archived", "archived"),
        (403, "action_prohibited", "administrator"), (400, "user_not_found", "new webhook"),
        (403, "Only members may post here", "check its address"),
    ])
    func `the receiver's own word is told, with a hint that fits`(
        status: Int, answer: String, hint: String
    ) throws {
        try ScriptedServer.running { _, way in
            way.answer(status, answer)
        } _: { server in
            let way = try transport(server, .slack)
            let failure = #expect(throws: DeliveryFailure.self) { try way.deliver(.test) }
            let reason = try #require(failure).reason
            let word =
                answer.split(separator: "\"").last { $0.count > 5 }.map(String.init) ?? answer
            #expect(reason.contains("\(status) (\(word))"), "\(reason)")
            #expect(reason.contains(hint), "\(reason)")
            let isDead = if case .refused? = failure { true } else { false }
            #expect(isDead == (hint != "form"))
        }
    }

    @Test(arguments: [
        "<html><body>Cannot POST /hook/PATH</body></html>", "Cannot POST /hook/PATH",
        "no hook PATH here", "a\u{1B}[31mb", String(repeating: "long ", count: 50), "",
    ])
    func `an answer that repeats the address, or is no short text, is not told`(answer: String)
        throws
    {
        try ScriptedServer.running { _, way in
            way.answer(404, answer.replacing("PATH", with: Canary.word))
        } _: { server in
            let way = try transport(server)
            let failure = #expect(throws: DeliveryFailure.self) { try way.deliver(.test) }
            let reason = try #require(failure).reason
            #expect(reason.contains("answered 404; check its address"), "\(reason)")
        }
    }

    @Test func `every message has a connection of its own, and none is sent twice`() throws {
        // Answers the first request of a connection and keeps that open; a second one on the same
        // connection is read and gets no answer, as from a server that has just let go of it.
        let server = try KeptConnections()
        defer { server.stop() }
        let way = WebhookTransport(
            try Webhook(Secret(server.url + "/hook"), format: .json, allowsLocal: true),
            detector: "d")
        for _ in 0..<3 { try way.deliver(.test) }
        #expect(server.requests == [1, 1, 1])
    }

    @Test func `of a long answer only the beginning is read`() throws {
        let sent = Mutex(0)
        try ScriptedServer.running { _, way in
            way.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
            let piece = [UInt8](repeating: 65, count: 1 << 16)
            while way.write(piece),
                sent.withLock({
                    $0 += piece.count
                    return $0
                }) < 100_000_000
            {}
        } _: { server in
            try transport(server).deliver(.test)
            #expect(sent.withLock { $0 } < 20_000_000)
        }
    }

    @Test func `nobody there is worth another try`() throws {
        let server = ScriptedServer { _, way in way.answer(200) }
        let way = try transport(server)
        server.stop()
        let failure = #expect(throws: DeliveryFailure.self) { try way.deliver(.test) }
        guard case .retry(nil, let reason) = try #require(failure) else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(!reason.contains("EXAMPLE"))
    }

    @Test func `a name that leads into the house is not followed`() throws {
        // localhost is a private address under a name that was allowed as if it were public.
        let webhook = try Webhook(
            Secret("https://localhost.localdomain/" + Canary.secret("hook")), format: .json,
            allowedHosts: ["localhost.localdomain"])
        #expect(throws: DeliveryFailure.self) {
            try WebhookTransport(webhook, detector: "d").deliver(.test)
        }
    }

    @Test func `putting an alert in never waits, and a place that is down loses none`() throws {
        let isUp = Mutex(false)
        try ScriptedServer.running { _, way in
            way.answer(isUp.withLock { $0 } ? 200 : 503)
        } _: { server in
            let notices = Mutex<[AlertDispatcher.Notice]>([])
            let dispatcher = AlertDispatcher(try transport(server)) { notice in
                notices.withLock { $0.append(notice) }
            }
            let clock = ContinuousClock()
            let start = clock.now
            for number in 1...2 { dispatcher.put(alert(number)) }
            #expect(clock.now - start < .milliseconds(50))
            #expect(eventually { server.requests.count >= 2 })
            isUp.withLock { $0 = true }
            #expect(eventually { dispatcher.counts.delivered == 2 })
            #expect(dispatcher.stop() == 0)
            let seen = notices.withLock { $0 }
            #expect(seen.count == 2)
            guard case .trouble(let reason) = seen.first, case .recovered = seen.last else {
                Issue.record("\(seen)")
                return
            }
            #expect(reason.contains("503"))
            let bodies = server.requests.map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies.first?.contains(alert(1).id) == true)
            #expect(bodies.last?.contains(alert(2).id) == true)
        }
    }

    @Test func `a thousand alerts a moment cost whoever scores next to nothing`() throws {
        // The other side accepts the connection and says nothing.
        try ScriptedServer.running { _, _ in
            sleep(1)
        } _: { server in
            let dispatcher = AlertDispatcher(try transport(server))
            let clock = ContinuousClock()
            let start = clock.now
            for number in 1...1_000 { dispatcher.put(alert(number)) }
            let time = clock.now - start
            #expect(time < .milliseconds(200), "took \(time)")
            #expect(dispatcher.waiting == 1_000)
            #expect(dispatcher.stop(within: .milliseconds(1)) == 1_000)
        }
    }

    @Test func `one message that Slack does not like is left out, and the next one arrives`() throws
    {
        try ScriptedServer.running { request, way in
            let isBad = String(decoding: request.body, as: UTF8.self).contains("poison")
            way.answer(isBad ? 400 : 200, isBad ? "invalid_payload" : "ok")
        } _: { server in
            let notices = Mutex<[AlertDispatcher.Notice]>([])
            let dispatcher = AlertDispatcher(try transport(server, .slack)) { notice in
                notices.withLock { $0.append(notice) }
            }
            dispatcher.put([alert(1), alert(2, machine: "poison"), alert(3)])
            #expect(eventually(within: 30) { dispatcher.waiting == 0 })
            dispatcher.stop()
            #expect(dispatcher.counts.delivered == 2 && dispatcher.counts.rejected == 1)
            #expect(dispatcher.refusal == nil)
            let seen = notices.withLock { $0 }
            guard case .rejected(1, let reason)? = seen.first, seen.count == 1 else {
                Issue.record("\(seen)")
                return
            }
            #expect(reason.contains("invalid_payload"))
            let bodies = server.requests.map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies.contains { !$0.contains("blocks") }, "text alone was tried")
        }
    }

    @Test func `a signal cuts the wait at the end short`() throws {
        try ScriptedServer.running { _, way in
            way.answer(503)
        } _: { server in
            let dispatcher = AlertDispatcher(try transport(server))
            dispatcher.put(alert(1))
            let clock = ContinuousClock()
            let start = clock.now
            #expect(dispatcher.stop(within: .seconds(60), isHurried: { true }) == 1)
            #expect(clock.now - start < .seconds(5))
        }
    }

    @Test func `a refusal ends the sending with one notice`() throws {
        try ScriptedServer.running { _, way in
            way.answer(404, "no_service")
        } _: { server in
            let notices = Mutex<[AlertDispatcher.Notice]>([])
            let dispatcher = AlertDispatcher(try transport(server)) { notice in
                notices.withLock { $0.append(notice) }
            }
            dispatcher.put((1...5).map { alert($0) })
            #expect(eventually { dispatcher.refusal != nil })
            dispatcher.put(alert(6))
            #expect(dispatcher.stop() == 0)
            #expect(server.requests.count == 1)
            #expect(dispatcher.counts.refused == 6)
            #expect(notices.withLock { $0.count } == 1)
        }
    }

    @Test func `after a kill what had arrived is not told again`() throws {
        let path = temporaryPath("delivered")
        defer { removeTemporary(path) }
        try ScriptedServer.running { _, way in
            way.answer(200)
        } _: { server in
            // The checkpoint is older than the delivery: the alert is found and put in again.
            for _ in 0..<3 {
                let dispatcher = AlertDispatcher(
                    try transport(server), delivered: try DeliveredLog(path: path))
                dispatcher.put(alert(1))
                #expect(eventually { dispatcher.waiting == 0 })
                dispatcher.stop()
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func `a log that was cut short by a kill is read up to the cut`() throws {
        let path = temporaryPath("delivered")
        defer { removeTemporary(path) }
        try "\(alert(1).key)\n\(alert(2).key.dropLast(3))".write(
            toFile: path, atomically: true, encoding: .utf8)
        try ScriptedServer.running { _, way in
            way.answer(200)
        } _: { server in
            let dispatcher = AlertDispatcher(
                try transport(server), delivered: try DeliveredLog(path: path))
            dispatcher.put(alert(1))
            dispatcher.put(alert(2))
            #expect(eventually { dispatcher.waiting == 0 })
            dispatcher.stop()
            #expect(dispatcher.counts.repeated == 1)
            #expect(dispatcher.counts.delivered == 1)
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == "\(alert(1).key)\n\(alert(2).key)\n")
    }

    @Test func `an outbox that was saved is emptied after a restart`() throws {
        let isUp = Mutex(false)
        try ScriptedServer.running { _, way in
            way.answer(isUp.withLock { $0 } ? 200 : 500)
        } _: { server in
            let first = AlertDispatcher(try transport(server))
            first.put(alert(1))
            first.put(alert(2, state: .closed))
            #expect(eventually { first.counts.attempts >= 1 })
            var writer = StateWriter()
            first.save(to: &writer)
            first.stop(within: .milliseconds(1))
            isUp.withLock { $0 = true }

            var reader = StateReader(writer.bytes)
            let second = AlertDispatcher(
                try transport(server),
                outbox: try Outbox(from: &reader, at: AlertDispatcher.now))
            #expect(eventually { second.counts.delivered == 2 })
            second.stop()
        }
    }
}
