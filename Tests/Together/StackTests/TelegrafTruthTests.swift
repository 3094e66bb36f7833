import Foundation
import HTTPClient
import TestSupport
import Testing

/// What telegraf.conf does beside readings: truth events and the broker's own counts.
@Suite struct TelegrafTruthTests {
    let configuration: TOMLTable

    init() throws {
        configuration = try TOMLTable(parsing: RepositoryFiles.text("telegraf/telegraf.conf"))
    }

    /// As truth/<machine> carries it: when a click begins, when it is ended, and one with a planned end.
    @Test(.needsInfluxDBStandIn) func `the begin and the end of a click make one row of truth`()
        throws
    {
        let truth = try TelegrafModel(configuration, alias: "truth")
        func payload(_ event: String, _ id: String, end: String) -> String {
            #"{"event":"\#(event)","run":"live-1","id":"\#(id)","machineID":"machine1","kind":"overload","#
                + #""group":"process","magnitude":1,"channels":[],"start":1767225600000000000,"end":\#(end),"#
                + #""source":"panel"}"#
        }
        let head = "anomaly_truth,id=a,kind=overload,machineID=machine1,run=live-1 magnitude=1"
        #expect(
            truth.outcome(of: payload("start", "a", end: "null"))
                == .line(head + " 1767225600000000000"))
        #expect(
            truth.outcome(of: payload("start", "a", end: "1767225700000000000"))
                == .line(head + ",planned_end=1767225700000000000i 1767225600000000000"))
        #expect(
            truth.outcome(of: payload("end", "a", end: "1767225650000000000"))
                == .line(head + ",end=1767225650000000000i 1767225600000000000"))
        try InfluxDBStandIn.running { server in
            let url = try HTTPURL(server.url)
            func send(_ event: String, _ end: String) throws {
                guard case .line(let line) = truth.outcome(of: payload(event, "a", end: end)) else {
                    return
                }
                let answer = try HTTPClient().send(
                    HTTPRequest(
                        .post, url.with(path: "/api/v3/write_lp", query: [("db", "factory")]),
                        authorization: Secret("Bearer " + InfluxDBStandIn.token),
                        body: Array(line.utf8)))
                #expect(answer.status == 204)
            }
            try send("start", "1767225700000000000")
            try send("end", "1767225650000000000")
            let sql = "SELECT id, \"end\", planned_end FROM anomaly_truth"
            let answer = try HTTPClient().send(
                HTTPRequest(
                    .get,
                    url.with(
                        path: "/api/v3/query_sql",
                        query: [("db", "factory"), ("format", "csv"), ("q", sql)]),
                    authorization: Secret("Bearer " + InfluxDBStandIn.token)))
            #expect(
                answer.text == "id,end,planned_end\na,1767225650000000000,1767225700000000000\n")
        }
    }

    @Test func `no two plugins share a session of the broker, and each login may read its topics`()
        throws
    {
        let inputs = try #require(configuration["inputs"].first)["mqtt_consumer"]
        // At the readers' door the login is the client's id.
        let users = inputs.compactMap { $0.text("username") }
        #expect(users == ["${MQTT_USERNAME}", "telegraf-truth", "telegraf-broker"])
        let acl = try RepositoryFiles.text("mosquitto/acl")
        let maker = try RepositoryFiles.text("scripts/make-secrets")
        for (input, user) in zip(inputs, ["telegraf", "telegraf-truth", "telegraf-broker"]) {
            let rules = acl.components(separatedBy: "user \(user)\n").dropFirst().first ?? ""
            for topic in input.texts("topics") ?? [] {
                let filter = topic.replacing("/+", with: "/#")
                #expect(rules.hasPrefix("topic read \(filter)\n"), "\(user): \(topic)")
            }
            #expect(maker.contains("keep_or_make mqtt-\(user) "))
            let readers = maker.split(separator: "\n").first {
                $0.hasPrefix("password_file passwd-readers")
            }
            #expect(readers?.split(separator: " ").contains(Substring(user)) == true)
        }
    }

    @Test func `nothing is set that Telegraf 1.40 takes away or does otherwise`() throws {
        let agent = try #require(configuration["agent"].first)
        #expect(agent.text("logtarget") == nil)
        #expect(agent.flag("skip_processors_after_aggregators") == true)
        #expect(agent.text("flush_interval") == "2s", "longer than InfluxDB's own flush")
    }

    @Test func `the broker keeps ten minutes of 1,000 readings a second`() throws {
        let text = try RepositoryFiles.text("mosquitto/mosquitto.conf")
        func number(_ name: String) -> Int {
            text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
                .flatMap { Int($0.split(separator: " ")[1]) } ?? 0
        }
        let count = number("max_queued_messages")
        #expect(count >= 600_000)
        // A reading is 210 bytes of payload, and 600 of memory in the broker.
        #expect(number("max_queued_bytes") >= count * 210)
        #expect(number("memory_limit") >= count * 600)
        let compose = try RepositoryFiles.text("docker-compose.yml")
        #expect(compose.contains("mem_limit: 1g") && number("memory_limit") < 1 << 30)
    }
}
