import HTTPClient
import InfluxDBStore
import Testing

@Suite struct ConfigurationTests {
    typealias Fault = InfluxDBConfiguration.Fault

    private func read(_ environment: [String: String], file: String? = nil) throws
        -> InfluxDBConfiguration
    {
        struct NoFile: Error {}
        return try InfluxDBConfiguration(environment: environment) { _ in
            guard let file else { throw NoFile() }
            return file
        }
    }

    @Test(arguments: [
        ("us-east-1-1.aws.cloud2.influxdata.com", "https://us-east-1-1.aws.cloud2.influxdata.com"),
        ("http://influxdb:8181", "http://influxdb:8181"),
        ("localhost:8181", "https://localhost:8181"),
        ("https://host/", "https://host"),
    ])
    func `a bare host means https`(host: String, origin: String) throws {
        let read = try read(["INFLUX_HOST": host, "INFLUX_TOKEN": "t"])
        #expect(read.server.origin == origin)
        #expect(read.database == "factory")
    }

    @Test func `all of the tutorial's variables are read`() throws {
        let read = try read([
            "INFLUX_HOST": "http://h:1", "INFLUX_TOKEN": "apiv3_abc", "INFLUX_DATABASE": "plant-1",
            "INFLUX_ORG": "acme", "INFLUX_API": "v1", "OTHER": "x",
        ])
        #expect(read.api == .v1)
        #expect(read.token == Secret("apiv3_abc"))
        #expect(read.database == "plant-1")
        #expect(read.organization == "acme")
    }

    @Test func `a token file holds the bare token or the server's own json`() throws {
        let environment = [
            "INFLUX_HOST": "h", "INFLUX_TOKEN_FILE": "/run/secrets/x", "INFLUX_TOKEN": "",
        ]
        for text in [
            "apiv3_abc", "apiv3_abc\n", #"{"token": "apiv3_abc", "name": "_admin"}"# + "\n",
        ] {
            #expect(try read(environment, file: text).token == Secret("apiv3_abc"))
        }
    }

    @Test func `without a token there is none`() throws {
        #expect(try read(["INFLUX_HOST": "h"]).token == nil)
        #expect(try read(["INFLUX_HOST": "h"]).api == .auto)
    }

    @Test func `what is wrong is told, and never the token`() throws {
        #expect(throws: Fault.missing(variable: "INFLUX_HOST")) { try read([:]) }
        #expect(throws: Fault.unknownAPI(name: "v2")) {
            try read(["INFLUX_HOST": "h", "INFLUX_API": "v2"])
        }
        #expect(throws: Fault.missing(variable: "INFLUX_HOST")) { try read(["INFLUX_HOST": ""]) }
        #expect(throws: Fault.tokenGivenTwice) {
            try read(["INFLUX_HOST": "h", "INFLUX_TOKEN": "a", "INFLUX_TOKEN_FILE": "b"])
        }
        #expect(throws: Fault.malformedHost(.invalidURL(.credentials))) {
            try read(["INFLUX_HOST": "https://user:canary@h"])
        }
        for host in ["http://h/prefix", "http://h/?x=1", "h?x=1", "https://h/#a", "http://h:1/a/"] {
            let fault = #expect(throws: Fault.self) { try read(["INFLUX_HOST": host]) }
            #expect("\(fault!)".contains("more than scheme, host and port"), "\(host)")
        }
        #expect(throws: Fault.self) {
            try read(["INFLUX_HOST": "h", "INFLUX_TOKEN_FILE": "/gone"])
        }
        for database in ["-x", "a b", "a/b/c", "x;DROP", "", "ä", "a/"] where !database.isEmpty {
            #expect(throws: Fault.malformedDatabase(name: database)) {
                try read(["INFLUX_HOST": "h", "INFLUX_DATABASE": database])
            }
        }
        for token in ["can ary", "canary\u{1}", "\n"] {
            let thrown = #expect(throws: Fault.malformedToken(source: "INFLUX_TOKEN")) {
                try read(["INFLUX_HOST": "h", "INFLUX_TOKEN": token])
            }
            #expect(!"\(thrown!)".contains("can"))
        }
        let whole = try read(["INFLUX_HOST": "h", "INFLUX_TOKEN": "apiv3_canary"])
        var dumped = ""
        dump(whole, to: &dumped)
        #expect(!dumped.contains("canary"))
        #expect(!"\(whole)".contains("canary"))
    }
}
