import ControlPanel
import Foundation
import TestSupport
import Testing

/// What it takes to open the panel to other machines.
@Suite struct AccessTests {
    static let token = Canary.secret("panel")

    @Test(arguments: ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"])
    func `an address that others can reach is refused without a token`(text: String) throws {
        let address = try PanelAddress(text)
        let error = #expect(throws: PanelError.self) {
            try PanelServer(TestPlant(), PanelConfiguration(address: address))
        }
        #expect(error == .tokenRequired(address: text))
        #expect("\(try #require(error))".contains("--panel-token-file"))
    }

    @Test func `with a token every request for data must carry it, and the page none`() throws {
        try withPanel(token: Secret(Self.token)) { panel, client in
            let good = "Authorization: Bearer \(Self.token)"
            for path in ["/api/status", "/api/machines", "/api/events", "/api/scenario.json5"] {
                let answer = try client.get(path)
                #expect(answer.status == 401)
                #expect(answer.header("www-authenticate") == "Bearer")
                #expect(try client.get(path, headers: [good]).status == 200)
            }
            let json = "Content-Type: application/json"
            let body = #"{"id":"machine1","state":true}"#
            #expect(try client.post("/toggle_machine", body, headers: [json]).status == 401)
            #expect(try client.post("/toggle_machine", body, headers: [json, good]).status == 200)
            let page = try client.get("/")
            #expect(page.status == 200)
            #expect(page.text.contains(#"name="panel-asks-for-token" content="yes""#))
            #expect(!page.text.contains(Self.token))
        }
    }

    @Test func `after five wrong tokens even the right one has to wait`() throws {
        try withPanel(token: Secret(Self.token)) { panel, client in
            for wrong in ["", "x", String(Self.token.dropLast()), Self.token + "0", "0"] {
                let answer = try client.get(
                    "/api/status", headers: ["Authorization: Bearer \(wrong)"])
                #expect(answer.status == 401)
            }
            let answer = try client.get(
                "/api/status", headers: ["Authorization: Bearer \(Self.token)"])
            #expect(answer.status == 429)
            let wait = try #require(answer.header("retry-after").flatMap { Int($0) })
            #expect((1...31).contains(wait))
        }
    }

    @Test func `the token comes from a file that holds one long word`() throws {
        let folder = temporaryPath("panel")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        let path = folder + "/secret"
        try "\(Self.token)\n".write(toFile: path, atomically: true, encoding: .utf8)
        let secret = try Secret(panelTokenFile: path)
        #expect("\(secret)" == "***")
        #expect(String(reflecting: secret) == "***")
        try withPanel(token: secret) { _, client in
            let good = "Authorization: Bearer \(Self.token)"
            let answer = try client.get("/api/status", headers: [good])
            #expect(answer.status == 200)
        }
        for bad in [
            "", "short", "one two three four five six seven eight nine", "\n\(Self.token)x y",
        ] {
            try bad.write(toFile: path, atomically: true, encoding: .utf8)
            let error = #expect(throws: PanelError.self) { try Secret(panelTokenFile: path) }
            let sentence = try #require(error).description
            #expect(sentence.contains(path))
            #expect(bad.isEmpty || !sentence.contains(bad))
        }
        #expect(throws: PanelError.self) { try Secret(panelTokenFile: path + ".none") }
    }

    @Test func `a port in use is named, with what to do`() throws {
        try withPanel { panel, _ in
            let error = #expect(throws: PanelError.self) {
                try PanelServer(
                    TestPlant(),
                    PanelConfiguration(address: try PanelAddress("127.0.0.1:\(panel.port)")))
            }
            let sentence = "\(try #require(error))"
            #expect(sentence.contains("127.0.0.1:\(panel.port)"))
            #expect(sentence.contains("Address already in use"))
            #expect(sentence.contains("ss -ltnp"))
        }
    }

    @Test func `addresses are numbers and nothing else`() throws {
        #expect(try PanelAddress("localhost:5005") == .standard)
        #expect(try PanelAddress("[::1]:80").description == "[::1]:80")
        #expect(try PanelAddress("[::1]:80").isLoopback)
        #expect(try !PanelAddress("10.0.0.1:80").isLoopback)
        for bad in [
            "", "5005", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:5005",
            "example.com:5005", "[127.0.0.1]:5005", "127.0.0.256:1", ":5005",
        ] {
            #expect(throws: PanelError.badAddress(bad)) { try PanelAddress(bad) }
        }
    }
}
