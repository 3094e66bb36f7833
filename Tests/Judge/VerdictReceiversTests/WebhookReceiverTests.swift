import Foundation
import HTTPClient
import TestSupport
import Testing
import VerdictReceivers
import VerdictSources

private let names = MachineNames([("machine1", [])])

private let playing = Playing(MessageReader(names))

private func post(
    _ receiver: WebhookReceiver, _ body: [UInt8], path: String = "/",
    authorization: String? = nil, client: HTTPClient = HTTPClient()
) throws -> Int {
    let port = try #require(receiver.port)
    var request = HTTPRequest(.post, try HTTPURL("http://127.0.0.1:\(port)\(path)"), body: body)
    request.authorization = authorization.map { Secret($0) }
    return try client.send(request).status
}

private func alert(_ number: Int) -> String {
    """
    {"status":"firing","labels":{"machine":"machine1"},"startsAt":"2026-01-01T00:00:\
    \(String(Double(number) / 1000 + 10))Z","fingerprint":"\(number)"}
    """
}

@Suite struct `The webhook's receiver` {
    @Test func `loses none of ten thousand alerts in a second, and has none twice`() throws {
        let receiver = try WebhookReceiver("0")
        try receiver.start()
        // A hundred senders' messages of a hundred alerts, over four connections.
        let bodies = (0..<100).map { part in
            Array(
                ("{\"alerts\":[" + (0..<100).map { alert(part * 100 + $0) }.joined(separator: ",")
                    + "]}").utf8)
        }
        let begin = ContinuousClock.now
        let failures = LockedCount()
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            let client = HTTPClient()
            for part in stride(from: thread, to: 100, by: 4) {
                if (try? post(receiver, bodies[part], client: client)) != 204 { failures.add() }
            }
        }
        let taken = ContinuousClock.now - begin
        #expect(failures.value == 0)
        #expect(receiver.count == 100)
        let items = receiver.finish(playing).items
        var seen: Set<String> = []
        for case .said(let said) in items { seen.insert(said.origin) }
        #expect(items.count == 10_000 && seen.count == 10_000)
        #expect(taken < .seconds(5), "\(taken)")
    }

    @Test func `answers before it reads`() throws {
        let receiver = try WebhookReceiver("0")
        try receiver.start()
        let client = HTTPClient()
        let body = Array(("{\"alerts\":[" + alert(1) + "]}").utf8)
        _ = try post(receiver, body, client: client)
        var times: [Duration] = []
        for _ in 0..<50 {
            let begin = ContinuousClock.now
            #expect(try post(receiver, body, client: client) == 204)
            times.append(ContinuousClock.now - begin)
        }
        // Of the middle: a machine under load holds up some.
        #expect(times.sorted()[25] < .milliseconds(10), "\(times.sorted()[25])")
        _ = receiver.finish(playing)
    }

    @Test func `refuses a body over 1 MiB, and takes one of just that`() throws {
        let receiver = try WebhookReceiver("127.0.0.1:0")
        try receiver.start()
        let most = WebhookReceiver.bodyLimit
        #expect(try post(receiver, [UInt8](repeating: 32, count: most)) == 204)
        // The connection is closed with the answer, which may cut the sender off first.
        let status = try? post(receiver, [UInt8](repeating: 32, count: most + 1))
        #expect(status == 413 || status == nil)
        #expect(receiver.count == 1)
        let items = receiver.finish(playing).items
        #expect(items.count == 1)
    }

    @Test func `asks for a token where others can reach it`() throws {
        let file = temporaryPath("token")
        defer { removeTemporary(file) }
        try "0123456789abcdef0123\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: VerdictReceiverError.tokenRequired(address: "0.0.0.0:0")) {
            try WebhookReceiver("0.0.0.0:0")
        }
        let receiver = try WebhookReceiver("0.0.0.0:0", tokenFile: file)
        try receiver.start()
        let body = Array("{}".utf8)
        #expect(try post(receiver, body) == 401)
        #expect(try post(receiver, body, authorization: "Bearer 0123456789abcdef0124") == 401)
        #expect(receiver.count == 0)
        #expect(try post(receiver, body, authorization: "Bearer 0123456789abcdef0123") == 204)
        #expect(try post(receiver, body, path: "/x?token=0123456789abcdef0123") == 204)
        #expect(receiver.count == 2)
        _ = receiver.finish(playing)
    }

    @Test func `that nobody reached says so`() throws {
        let receiver = try WebhookReceiver("0")
        try receiver.start()
        let received = receiver.finish(playing)
        #expect(received.items.isEmpty)
        #expect(received.disconnected?.contains("no request") == true)
        for place in ["", "x", "127.0.0.1", "example.com:80", "70000"] {
            #expect(throws: VerdictReceiverError.self) { try WebhookReceiver(place) }
        }
    }
}

private final class LockedCount: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func add() { lock.withLock { count += 1 } }
    var value: Int { lock.withLock { count } }
}
