import Foundation
import JSONText
import MQTTTransport
import Telemetry
import TestSupport
import Testing

@Suite struct `A broker's address` {
    @Test(
        arguments: [
            ("mqtt://broker", "mqtt://broker:1883", nil),
            ("mqtts://broker", "mqtts://broker:8883", nil),
            ("mqtt://127.0.0.1:1884", "mqtt://127.0.0.1:1884", nil),
            ("mqtt://[::1]:1884/", "mqtt://[::1]:1884", nil),
            ("mqtt://[::1]", "mqtt://[::1]:1883", nil),
            ("mqtt://ann:s%40cret@h:1", "mqtt://h:1", "ann"),
            ("localhost:99", "mqtt://localhost:99", nil),
            ("mqtt://ann@h", "mqtt://h:1883", "ann"),
        ] as [(String, String, String?)])
    func `is read in all its forms and shown without its password`(
        text: String, shown: String, user: String?
    ) throws {
        let (address, login) = try BrokerAddress.parse(text)
        #expect("\(address)" == shown && login?.user == user)
        #expect(login.map { "\($0)" } == user)
    }

    @Test(arguments: [
        "http://h", "", "mqtt://", "mqtt://h:0", "mqtt://h:x", "mqtt://u:%zz@h", "a b",
    ])
    func `is refused without repeating what may be a secret`(text: String) {
        let error = #expect(throws: MQTTError.self) { try BrokerAddress.parse(text) }
        #expect("\(error!)".contains("mqtt://[user[:password]@]host[:port]"))
        #expect(!"\(error!)".contains("%zz"))
    }
}

@Suite struct `Reconnecting` {
    let lost = MQTTError.lost(BrokerAddress(host: "h"), reason: "x")

    @Test func `waits longer with each failure, and starts anew after a success`() {
        var policy = ReconnectPolicy()
        let waits = (0..<7).map { policy.delay(after: lost, at: .seconds($0), chance: 0.5) }
        #expect(waits == [1, 2, 4, 8, 10, 10, 10].map { .seconds($0) })
        policy.connected(at: .seconds(60))
        #expect(policy.delay(after: lost, at: .seconds(61), chance: 0) == .milliseconds(800))
        #expect(policy.delay(after: lost, at: .seconds(62), chance: 0.5) == .seconds(2))
    }

    @Test func `never waits longer than its longest delay, whatever the dice say`() {
        var policy = ReconnectPolicy()
        for step in 0..<20 {
            #expect(policy.delay(after: lost, at: .seconds(step), chance: 1) <= .seconds(10))
        }
    }

    @Test func `tries slowly where only a person can help`() {
        var policy = ReconnectPolicy()
        let login = MQTTError.badLogin(BrokerAddress(host: "h"), user: "ann")
        #expect(policy.delay(after: login, at: .zero, chance: 0.5) == .seconds(30))
    }

    @Test func `notices that it is thrown out again and again`() {
        var policy = ReconnectPolicy()
        for second in 0..<5 {
            policy.connected(at: .seconds(second))
            #expect(policy.delay(after: lost, at: .seconds(second), chance: 0.5) == .seconds(1))
        }
        policy.connected(at: .seconds(6))
        #expect(policy.isFlapping(at: .seconds(6)))
        #expect(policy.delay(after: lost, at: .seconds(6), chance: 0.5) == .seconds(30))
        #expect(!policy.isFlapping(at: .seconds(70)))
    }
}

@Suite struct `A payload` {
    private func text(
        _ row: [Double], series: SeriesIdentity? = nil, barcode: String = "12345670"
    ) -> String {
        var encoder = ReadingEncoder()
        let prefix = ReadingEncoder.Prefix(
            series
                ?? SeriesIdentity(machineID: "machine1", provider: "Smith and Sons", run: "r1"),
            barcode: barcode, channels: demoChannels)
        row.withUnsafeBufferPointer {
            encoder.encode(prefix, sequence: 1, time: 1_767_225_600_000_000_000, row: $0)
        }
        return String(decoding: encoder.bytes, as: UTF8.self)
    }

    @Test func `is the documented object, byte for byte`() {
        #expect(
            text([55, 83.2, 205.1, 37.4])
                == #"{"machineID":"machine1","provider":"Smith and Sons","barcode":"12345670","run":"r1","seq":1,"time":1767225600000000000,"load":55,"vibration":83.2,"power":205.1,"temperature":37.4}"#
        )
    }

    @Test func `leaves out what is missing and what JSON does not have`() {
        let payload = text([.missing, .nan, .infinity, -0.0], barcode: "")
        #expect(payload.hasSuffix(#""time":1767225600000000000,"temperature":-0.0}"#))
        #expect(!payload.contains("barcode"))
    }

    @Test func `survives names with quotes, control characters and other scripts`() throws {
        let series = SeriesIdentity(
            machineID: "m", provider: "O\"Brien\\\u{1}\n\u{7F}\u{2028} 工場 🏭", run: "r1")
        let object = try JSONSerialization.jsonObject(
            with: Data(text([1, 2, 3, 4], series: series).utf8))
        #expect((object as? [String: Any])?["provider"] as? String == series.provider)
    }

    @Test func `gives every number back to the last bit`() {
        var state: UInt64 = 1
        var values: [Double] = [
            0, 1, -1, 0.1, 1e15, 1e15 - 1, -1e15, 123_456_789.125, .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, 9_007_199_254_740_992, -0.0,
        ]
        while values.count < 4000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: state)
            if value.isFinite { values.append(value) }
            values.append((Double(state >> 40) / 100).rounded() / 10)
        }
        for value in values {
            var bytes: [UInt8] = []
            JSONBytes.append(value, to: &bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(Double(text)?.bitPattern == value.bitPattern, "\(value) became \(text)")
        }
        for number in [Int64.min, -1, 0, 7, 10, .max] {
            var bytes: [UInt8] = []
            JSONBytes.append(number, to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
        }
    }

    @Test(arguments: ["", "machine/+", "machine/#", "a\0b", String(repeating: "x", count: 65_536)])
    func `goes to no topic that is none`(name: String) {
        #expect(throws: MQTTError.self) { try Topic(name) }
    }
}

@Suite struct `A login` {
    @Test func `comes from variables or a file, not from both`() throws {
        #expect(try MQTTLogin.from([:]) == nil)
        #expect(try MQTTLogin.from(["MQTT_USERNAME": ""]) == nil)
        let plain = try MQTTLogin.from(["MQTT_USERNAME": "ann", "MQTT_PASSWORD": "x"])
        #expect(plain == MQTTLogin(user: "ann", password: "x"))
        let path = NSTemporaryDirectory() + "login-\(UUID().uuidString)"
        defer { removeTemporary(path) }
        try "hunter2\r\nmore\n".write(toFile: path, atomically: true, encoding: .utf8)
        let filed = try MQTTLogin.from(
            ["X_USERNAME": "ann", "X_PASSWORD_FILE": path], prefix: "X_")
        #expect(filed == MQTTLogin(user: "ann", password: "hunter2"))
        #expect("\(filed!)" == "ann")
        for bad in [
            ["MQTT_USERNAME": "a", "MQTT_PASSWORD": "hunter2", "MQTT_PASSWORD_FILE": path],
            ["MQTT_USERNAME": "a", "MQTT_PASSWORD_FILE": "/nowhere"],
        ] {
            let error = #expect(throws: MQTTError.self) { try MQTTLogin.from(bad) }
            #expect("\(error!)".contains("MQTT_PASSWORD_FILE") && !"\(error!)".contains("hunter2"))
        }
    }
}
