import HTTPClient
import Testing

@Suite struct HTTPURLTests {
    @Test(arguments: [
        ("http://influxdb:8181", "http://influxdb:8181", "influxdb", 8181),
        ("HTTPS://Example.COM/x?y=1", "https://example.com", "example.com", 443),
        ("http://[::1]:80/", "http://[::1]", "::1", 80),
    ])
    func `an address falls into its parts`(text: String, origin: String, host: String, port: Int)
        throws
    {
        let url = try HTTPURL(text)
        #expect(url.origin == origin)
        #expect(url.host == host)
        #expect(url.port == port)
    }

    @Test(arguments: [
        "", "influxdb:8181/x", "http://", "http:///x", "/x", "http://a b/", "ht!tp://x",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: HTTPError.self) { try HTTPURL(text) }
    }

    @Test func `other schemes and credentials in the address are refused`() {
        #expect(throws: HTTPError.invalidURL(.scheme)) { try HTTPURL("ftp://host/x") }
        #expect(throws: HTTPError.invalidURL(.scheme)) { try HTTPURL("file:///etc/passwd") }
        #expect(throws: HTTPError.invalidURL(.credentials)) { try HTTPURL("https://me:pw@host/") }
    }

    @Test func `printing an address shows neither path nor query`() throws {
        let url = try HTTPURL("https://hooks.example/services/EXAMPLE?token=EXAMPLE")
        #expect("\(url)" == "https://hooks.example")
        var dumped = ""
        dump(url, to: &dumped)
        #expect(!dumped.contains("EXAMPLE"))
        #expect(!String(reflecting: url).contains("EXAMPLE"))
    }

    @Test func `a secret never prints itself`() {
        let secret = Secret("canary-31337")
        var dumped = ""
        dump((secret, [secret], Optional(secret)), to: &dumped)
        for text in ["\(secret)", "\([secret])", String(reflecting: secret), dumped] {
            #expect(!text.contains("canary"))
            #expect(text.contains("***"))
        }
        #expect(secret.revealed == "canary-31337")
    }

    @Test func `addresses in digits are told from names`() throws {
        for literal in ["http://127.0.0.1/", "http://[fe80::1]/", "http://2130706433/"] {
            #expect(try HTTPURL(literal).hostIsIPLiteral)
        }
        #expect(!(try HTTPURL("http://hooks.example/").hostIsIPLiteral))
    }
}
