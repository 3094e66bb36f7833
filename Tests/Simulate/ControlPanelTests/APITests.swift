import ControlPanel
import Foundation
import Testing

/// The JSON API as docs/panel-api.md describes it.
@Suite struct APITests {
    @Test func `asking twice for the same state changes nothing the second time`() throws {
        let plant = TestPlant()
        try withPanel(plant) { _, client in
            for state in [true, true, false, false, true] {
                let answer = try client.post(
                    "/toggle_machine", #"{"id":"machine2","state":\#(state)}"#)
                #expect(answer.status == 200)
                #expect(answer.text == #"{"id":"machine2","state":\#(state)}"#)
            }
            #expect(plant.events(limit: 10).count == 2, "off to on happened twice")
        }
    }

    @Test(arguments: [
        ("true", true), ("1", true), (#""on""#, true), (#""True""#, true), ("false", false),
        ("0", false), (#""off""#, false),
    ])
    func `the demo's ways to write a state are understood`(text: String, isOn: Bool) throws {
        let plant = TestPlant()
        try withPanel(plant) { _, client in
            let answer = try client.post("/toggle_machine", #"{"id":"machine1","state":\#(text)}"#)
            #expect(answer.status == 200)
            #expect(plant.state.withLock { $0.overloaded.contains("machine1") } == isOn)
        }
    }

    @Test func `what cannot be meant is refused with its reason`() throws {
        let plant = TestPlant()
        try withPanel(plant) { _, client in
            let token = try client.pageToken()
            let refused: [(String, String, Int, String)] = [
                ("/toggle_machine", #"{"id":"machine9","state":true}"#, 404, "unknown_machine"),
                ("/toggle_machine", #"{"id":"machine1"}"#, 400, "bad_body"),
                ("/toggle_machine", #"{"id":"machine1","state":2}"#, 400, "bad_body"),
                ("/toggle_machine", #"{"id":"machine1","state":null}"#, 400, "bad_body"),
                ("/toggle_machine", #"{"id":1,"state":true}"#, 400, "bad_body"),
                ("/toggle_machine", "", 400, "bad_body"),
                ("/toggle_machine", "[", 400, "bad_body"),
                ("/toggle_machine", String(repeating: "[", count: 16_000), 400, "bad_body"),
                ("/api/inject", #"{"machine":"machine1","kind":"spkie"}"#, 422, "unknown_kind"),
                (
                    "/api/inject", #"{"machine":"machine1","kind":"spike","magnitude":0}"#, 422,
                    "bad_value"
                ),
                (
                    "/api/inject", #"{"machine":"machine1","kind":"spike","magnitude":1e999}"#, 400,
                    "bad_body"
                ),
                (
                    "/api/inject", #"{"machine":"machine1","kind":"spike","duration_s":-1}"#, 422,
                    "bad_value"
                ),
                (
                    "/api/inject", #"{"machine":"machine1","kind":"spike","duration_s":1e300}"#,
                    422,
                    "bad_value"
                ),
                (
                    "/api/inject",
                    #"{"machine":"machine1","kind":"spike","channels":["load","load"]}"#, 422,
                    "bad_value"
                ),
                (
                    "/api/inject", #"{"machine":"machine1","kind":"spike","request_id":""}"#, 422,
                    "bad_value"
                ),
                ("/api/end", #"{"event":"e9"}"#, 404, "no_such_event"),
            ]
            for (path, body, status, code) in refused {
                let answer = try client.post(path, body, token: token)
                #expect(answer.status == status, "\(path) \(body)")
                #expect(answer.code == code, "\(path) \(body)")
            }
            #expect(plant.events(limit: 1).isEmpty)
            let spelled = try client.post(
                "/api/inject", #"{"machine":"machine1","kind":"spkie"}"#, token: token)
            #expect(spelled.text.contains(#"did you mean \"spike\"?"#))
            for query in [
                "limit=0", "limit=101", "limit=x", "offset=-1", "since_ms=1e3", "points=601",
                "search=%FF", "search=%4", "search=\(String(repeating: "a", count: 257))",
            ] {
                let answer = try client.get("/api/machines?\(query)")
                #expect([400, 422].contains(answer.status), "\(query)")
            }
        }
    }

    @Test func `a request sent twice with its id acts once`() throws {
        let plant = TestPlant()
        try withPanel(plant) { _, client in
            let body = #"{"machine":"machine1","kind":"spike","request_id":"r-1"}"#
            let first = try client.post("/api/inject", body)
            let again = try client.post("/api/inject", body)
            #expect(first.status == 200)
            #expect(first.text == again.text)
            #expect(plant.events(limit: 10).count == 1)
            let other = #"{"machine":"machine1","kind":"spike","request_id":"r-2"}"#
            #expect(try client.post("/api/inject", other).text != first.text)
            #expect(plant.events(limit: 10).count == 2)
        }
    }

    @Test func `an event is ended once and stays as it ended`() throws {
        let plant = TestPlant()
        try withPanel(plant) { _, client in
            let started = try client.post(
                "/api/inject",
                #"{"machine":"machine1","kind":"spike","magnitude":2.5,"channels":["power"],"duration_s":90}"#
            ).json()
            #expect(started["magnitude"] as? Double == 2.5)
            #expect(started["channels"] as? [String] == ["power"])
            #expect(started["running"] as? Bool == true)
            let start = try #require(started["start_ms"] as? Double)
            #expect(started["end_ms"] as? Double == start + 90_000)
            let id = try #require(started["id"] as? String)
            plant.tick(10)
            let ended = try client.post("/api/end", #"{"event":"\#(id)"}"#)
            #expect(try ended.json()["end_ms"] as? Double == start + 10_000)
            plant.tick(10)
            #expect(try client.post("/api/end", #"{"event":"\#(id)"}"#).text == ended.text)
        }
    }

    @Test func `of ten thousand machines only those asked for are sent`() throws {
        let plant = TestPlant(machines: 10_000)
        plant.tick(300)
        try withPanel(plant) { _, client in
            let answer = try client.get("/api/machines?offset=9990&limit=24")
            let page = try answer.json()
            #expect(page["total"] as? Int == 10_000)
            let machines = try #require(page["machines"] as? [[String: Any]])
            #expect(machines.count == 10)
            #expect(machines.first?["id"] as? String == "machine9991")
            #expect((machines[0]["times_ms"] as? [Double])?.count == 120)
            #expect(answer.body.count < 100_000)

            let found = try client.get("/api/machines?search=machine777&limit=5").json()
            #expect(found["total"] as? Int == 11)
            #expect((found["machines"] as? [Any])?.count == 5)
            let none = try client.get("/api/machines?search=n%C3%B6%20one").json()
            #expect(none["total"] as? Int == 0)
        }
    }

    @Test func `only what is new is sent again, and a missing value is null`() throws {
        let plant = TestPlant()
        plant.tick(50)
        try withPanel(plant) { _, client in
            func machine(_ query: String) throws -> (times: [Double], values: [[Any]]) {
                let page = try client.get("/api/machines?\(query)").json()
                let first = try #require((page["machines"] as? [[String: Any]])?.first)
                return (
                    try #require(first["times_ms"] as? [Double]),
                    try #require(first["values"] as? [[Any]])
                )
            }
            let all = try machine("points=30")
            #expect(all.times.count == 30)
            #expect(all.times == all.times.sorted())
            #expect(all.values.count == 4)
            #expect(all.values[3].allSatisfy { $0 is NSNull }, "the plant has no temperature")
            let last = Int(try #require(all.times.last))
            #expect(try machine("since_ms=\(last)").times.isEmpty)
            plant.tick(3)
            #expect(try machine("since_ms=\(last)").times.count == 3)
        }
    }

    @Test func `the broker's state, rates and counts are told`() throws {
        let plant = TestPlant()
        plant.tick(7)
        try withPanel(plant) { _, client in
            let status = try client.get("/api/status").json()
            let broker = try #require(status["broker"] as? [String: Any])
            #expect(broker["address"] as? String == "127.0.0.1:1883")
            #expect(broker["state"] as? String == "connected")
            #expect(status["readings_per_second"] as? Double == 3)
            #expect(status["counts"] as? [String: Int] == ["generated": 21, "acked": 21])
            #expect(status["running_events"] as? Int == 0)
            let menu = try client.get("/api/kinds").json()
            let kinds = try #require(menu["kinds"] as? [[String: Any]])
            #expect(kinds.map { $0["name"] as? String } == ["overload", "spike"])
            #expect(kinds.map { $0["takes_channels"] as? Bool } == [false, true])
        }
    }

    @Test func `the exported scenario is offered as a file`() throws {
        try withPanel { _, client in
            let answer = try client.get("/api/scenario.json5")
            #expect(answer.header("content-disposition") == "attachment; filename=\"panel.json5\"")
            #expect(answer.text == "{ name: \"panel\" }\n")
        }
    }

    @Test func `names that look like markup stay text`() throws {
        let hostile = #""><img src=x onerror=alert(1)></script>"#
        try withPanel(TestPlant(ids: [hostile], providers: [hostile])) { _, client in
            let answer = try client.get("/api/machines")
            #expect(answer.header("content-type") == "application/json")
            let page = try answer.json()
            let machine = try #require((page["machines"] as? [[String: Any]])?.first)
            #expect(machine["id"] as? String == hostile)
            #expect(try !client.get("/").text.contains("img src"))
            for script in ["/panel.js", "/panel-charts.js"] {
                let text = try client.get(script).text
                for way in [
                    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                ] {
                    #expect(!text.contains(way), "\(way) in \(script)")
                }
            }
        }
    }
}
