import Foundation
import MQTTTransport
import ReadingIngest
import Telemetry
import TestSupport
import Testing

/// Judges text as if it had come on `topic`.
func judge(
    _ gate: inout ReadingGate, _ payload: some Collection<UInt8>, topic: String = "machine/machine1"
) throws(Refusal) -> ReadingGate.Reading {
    let topicBytes = Array(topic.utf8)
    let bytes = Array(payload)
    let result = topicBytes.withUnsafeBytes { name in
        bytes.withUnsafeBytes { body in
            Result { () throws(Refusal) in try gate.judge(topic: name, payload: body) }
        }
    }
    return try result.get()
}

private func payload(_ members: String = "") -> String {
    #"{"machineID":"machine1","provider":"Smith and Sons","run":"r1","seq":1,"time":1767225600000000000"#
        + members + "}"
}

private func nested(_ depth: Int) -> String {
    payload(
        #","x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
}

@Suite struct `What an ingester lets in` {
    @Test func `none of the broken payloads that a generator makes, and all between them`() throws {
        var gate = ReadingGate(IngestRules())
        var encoder = ReadingEncoder()
        let prefix = ReadingEncoder.Prefix(
            SeriesIdentity(machineID: "machine1", provider: "p", run: "r1"),
            channels: demoChannels)
        let refusals: [PayloadDamage: Refusal] = [
            .cutOff: .notJSON, .wrongType: .wrongShape, .nan: .notJSON, .empty: .notJSON,
            .notUTF8: .notUTF8, .tooLong: .tooLarge,
        ]
        for (number, damage) in PayloadDamage.allCases.enumerated() {
            for sequence in [Int64(2 * number + 1), Int64(2 * number + 2)] {
                [1, 2, 3, 4].withUnsafeBufferPointer {
                    encoder.encode(prefix, sequence: sequence, time: sequence, row: $0)
                }
                if sequence % 2 == 0 {
                    #expect(try judge(&gate, encoder.bytes).sequence == sequence)
                } else {
                    encoder.damage(damage, sequence: sequence)
                    let error = #expect(throws: Refusal.self) {
                        try judge(&gate, encoder.bytes)
                    }
                    #expect(error == refusals[damage], "\(damage)")
                }
            }
        }
        #expect(gate.counts.refused == PayloadDamage.allCases.count)
        #expect(gate.counts.receivedUnique == PayloadDamage.allCases.count)
    }

    @Test func `the documented payload, bit for bit, in any order and with any escapes`() throws {
        for text in [
            payload(#","load":55,"vibration":83.2,"power":205.1,"temperature":37.4"#),
            #" {"temperature" : 37.4, "power":2.051e2,"load":550E-1,"vibration":83.20000000000000000001, "time":1767225600000000000,"seq":1,"run":"r1","provider":"Smith\u0020and Sons","machineID":"m\u0061chine1","barcode":"12345670","note":[{"a":null},true,false]}"#
                + "\n",
        ] {
            var gate = ReadingGate(IngestRules())
            let reading = try judge(&gate, text.utf8)
            #expect(
                reading.series
                    == SeriesIdentity(
                        machineID: "machine1", provider: "Smith and Sons", run: "r1"))
            #expect(reading.sequence == 1 && reading.time == 1_767_225_600_000_000_000)
            #expect(reading.values == [55, 83.2, 205.1, 37.4])
        }
    }

    @Test func `whatever the encoder writes, to the last bit`() throws {
        var gate = ReadingGate(IngestRules())
        var encoder = ReadingEncoder()
        let series = SeriesIdentity(
            machineID: "machine1", provider: "O\"Brien\\x \u{7F} 工場 🏭", run: "r1")
        let prefix = ReadingEncoder.Prefix(series, barcode: "1", channels: demoChannels)
        var state: UInt64 = 3
        for number in 1...2000 {
            let row = (0..<4).map { channel -> Double in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let value = Double(bitPattern: state)
                if number % 3 == 0 { return .missing }
                return number % 2 == 0 || !value.isFinite
                    ? Double(state >> 44) / 1000 - 300 : value
            }
            row.withUnsafeBufferPointer {
                encoder.encode(prefix, sequence: Int64(number), time: Int64(number), row: $0)
            }
            let reading = try judge(&gate, encoder.bytes)
            #expect(reading.series == series && reading.sequence == number)
            let isSame = reading.values.map(\.bitPattern) == row.map(\.bitPattern)
            #expect(isSame, "\(row)")
        }
        #expect(gate.counts.receivedUnique == 2000 && gate.counts.unknownMembers == 2000)
    }

    @Test func `a missing channel or a null is missing, not zero`() throws {
        var gate = ReadingGate(IngestRules())
        let reading = try judge(&gate, payload(#","load":null,"power":0"#).utf8)
        #expect(reading.values[0].isMissing && reading.values[1].isMissing)
        #expect(reading.values[2] == 0)
    }

    @Test func `repetitions once, late ones in any order, and very late ones too`() throws {
        var gate = ReadingGate(IngestRules())
        func send(_ sequence: Int) -> Refusal? {
            let text =
                #"{"machineID":"machine1","run":"r1","seq":\#(sequence),"time":\#(sequence)}"#
            do {
                _ = try judge(&gate, text.utf8)
                return nil
            } catch { return error }
        }
        #expect(
            [1, 3, 2, 3, 2, 1].map(send) == [nil, nil, nil, .duplicate, .duplicate, .duplicate])
        #expect(send(5000) == nil && send(4) == nil && send(4) == nil && send(5000) == .duplicate)
        #expect(send(4999) == nil && send(3977) == nil && send(3977) == .duplicate)
        #expect(gate.counts.rejected == [.duplicate: 5] && gate.counts.outOfOrder == 5)
    }
}

@Suite struct `What is missing in a sequence` {
    private func counts(_ numbers: [Int64]) throws -> IngestCounts {
        var gate = ReadingGate(IngestRules())
        for number in numbers {
            let text = #"{"machineID":"machine1","seq":\#(number),"time":\#(number)}"#
            _ = try? judge(&gate, text.utf8)
        }
        return gate.counts
    }

    @Test func `is counted, and no longer when it comes after all`() throws {
        #expect(try counts([5, 6, 7]).missing == 0, "what was before the first nobody knows")
        #expect(try counts([1, 2, 6]).missing == 3)
        #expect(try counts([1, 2, 6, 4]).missing == 2)
        #expect(try counts([1, 2, 6, 4, 4, 5, 3]).missing == 0)
        #expect(try counts([1, 2, 6, 4, 4, 5, 3]).gaps == 1)
        #expect(try counts([1, 5000, 4, 2, 4, 4999]).missing == 4998 - 3)
        #expect(try counts([1, .max, 1, .max]).missing == .max - 2)
        let every = Array(stride(from: Int64(1), through: 1001, by: 2))
        #expect(try counts(every).missing == 500 && counts(every).gaps == 500)
        #expect(try counts(every + every.map { $0 + 1 }.suffix(100)).missing == 401)
    }
}

@Suite struct `What an ingester refuses` {
    private static var rules: IngestRules {
        var rules = IngestRules()
        rules.run = "r1"
        rules.machines = ["machine1", "machine2"]
        rules.window = TimeWindow(
            start: 1_767_225_600_000_000_000, end: 1_767_225_700_000_000_000)
        return rules
    }

    @Test(
        arguments: [
            (payload(#","note":""# + String(repeating: "x", count: 65_536) + "\""), .tooLarge),
            ("", .notJSON), ("{", .notJSON), (payload() + "x", .notJSON),
            (payload() + "{}", .notJSON),
            (payload(#","load":NaN"#), .notJSON), (payload(#","load":Infinity"#), .notJSON),
            (payload(#","load":01"#), .notJSON), (payload(#","load":+1"#), .notJSON),
            (payload(#","load":1."#), .notJSON), (payload(#","load":.5"#), .notJSON),
            (payload(#","load":1e"#), .notJSON), (payload(#","load":-"#), .notJSON),
            (payload(#","load":1,"load":2"#), .notJSON),
            (payload(#","lo\u0061d":1,"load":2"#), .notJSON),
            (payload(#","x":{"a":1,"a":2}"#), .notJSON), (payload(#","x":"\ud800""#), .notJSON),
            (payload(#","x":"\udc00\ud800""#), .notJSON), (payload(#","x":"\x""#), .notJSON),
            (payload(",\"x\":\"a\nb\""), .notJSON), (payload(","), .notJSON),
            (payload(#","x":tru"#), .notJSON), ("nul", .notJSON),
            (nested(8), .overLimits),
            (payload(#","x":""# + String(repeating: "x", count: 257) + "\""), .overLimits),
            (payload((0..<61).map { ",\"k\($0)\":1" }.joined()), .overLimits),
            (payload(",\"load\":0." + String(repeating: "1", count: 300)), .overLimits),
            ("[]", .wrongShape), ("1", .wrongShape), ("\"x\"", .wrongShape), ("{}", .wrongShape),
            (payload(#","load":"55""#), .wrongShape), (payload(#","load":true"#), .wrongShape),
            (payload(#","load":[1]"#), .wrongShape),
            (payload().replacing("\"seq\":1", with: "\"seq\":1.0"), .wrongShape),
            (payload().replacing("\"seq\":1", with: "\"seq\":0"), .wrongShape),
            (payload().replacing("\"seq\":1", with: "\"seq\":\"1\""), .wrongShape),
            (payload().replacing("\"seq\":1", with: "\"seq\":9223372036854775808"), .wrongShape),
            (payload().replacing("machine1", with: "../etc"), .badMachineID),
            (payload().replacing("machine1", with: ""), .badMachineID),
            (
                payload().replacing("machine1", with: String(repeating: "m", count: 65)),
                .badMachineID
            ),
            (payload().replacing("machine1", with: "a\\u0000b"), .badMachineID),
            (payload().replacing("machine1", with: "machine2"), .topicMismatch),
            (payload().replacing("\"r1\"", with: "\"r2\""), .otherRun),
            (payload().replacing("Smith", with: #"Sm\nith"#), .badText),
            (payload().replacing("Smith", with: #"Sm\u0000ith"#), .badText),
            (payload().replacing("Smith", with: #"Sm\u001fith"#), .badText),
            (payload().replacing("Smith", with: #"Sm\\,ith"#), .badText),
            (payload().replacing("and Sons", with: #"and Sons\\"#), .badText),
            (payload(#","load":1e999"#), .notFinite), (payload(#","load":-1e400"#), .notFinite),
            (payload().replacing("1767225600", with: "1767225599"), .tooOld),
            (payload().replacing("1767225600", with: "1767225700"), .fromTheFuture),
        ] as [(String, Refusal)])
    func `is named by the first thing wrong with it`(text: String, refusal: Refusal) {
        var gate = ReadingGate(Self.rules)
        #expect(throws: refusal) { try judge(&gate, text.utf8) }
        #expect(gate.counts.rejected == [refusal: 1] && gate.counts.received == 1)
    }

    @Test func `runs that no tag can be`() {
        for run in [#"a\tb"#, #"a\\"#, #"a\\=b"#] {
            var gate = ReadingGate(IngestRules())
            let text = payload().replacing(#""run":"r1""#, with: #""run":"\#(run)""#)
            #expect(throws: Refusal.badText) { try judge(&gate, text.utf8) }
        }
    }

    @Test func `times that no clock can be ahead by, and no other`() throws {
        let now: Int64 = 1_767_225_600_000_000_000
        var rules = IngestRules()
        rules.maximumLead = 60_000_000_000
        rules.clock = { now }
        var gate = ReadingGate(rules)
        func send(_ sequence: Int, _ time: Int64) -> Refusal? {
            let text = #"{"machineID":"machine1","seq":\#(sequence),"time":\#(time)}"#
            do {
                _ = try judge(&gate, text.utf8)
                return nil
            } catch { return error }
        }
        #expect(send(1, now + 60_000_000_000) == nil)
        #expect(send(2, now + 60_000_000_001) == .fromTheFuture)
        #expect(send(3, 9_000_000_000_000_000_000) == .fromTheFuture)
        #expect(send(4, .max) == .fromTheFuture)
        // A scenario's time lies wherever it likes in the past.
        #expect(
            send(5, 0) == nil && send(6, -9_223_372_036_000_000_000) == nil && send(7, now) == nil)
        // What InfluxDB 3 takes and can never give back.
        #expect(send(8, .min) == .tooOld && send(9, -9_223_372_036_000_000_001) == .tooOld)
        #expect(gate.counts.rejected == [.fromTheFuture: 3, .tooOld: 2])
        rules.maximumLead = nil
        gate = ReadingGate(rules)
        #expect(send(1, .max) == nil)
    }

    @Test func `bytes that are no UTF-8`() {
        for bytes in [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
            [0x80], [0xF0, 0x80, 0x80, 0x80],
        ] as [[UInt8]] {
            var gate = ReadingGate(Self.rules)
            let text = Array(payload(",\"x\":\"").utf8).dropLast() + bytes + Array("\"}".utf8)
            #expect(throws: Refusal.notUTF8) { try judge(&gate, text) }
        }
    }

    @Test func `machines that nobody has declared, and those beyond the limit`() throws {
        var closed = ReadingGate(Self.rules)
        let stranger = payload().replacing("machine1", with: "machine9")
        #expect(throws: Refusal.unknownMachine) {
            try judge(&closed, stranger.utf8, topic: "machine/machine9")
        }
        var rules = IngestRules()
        rules.machineLimit = 2
        var open = ReadingGate(rules)
        for (number, refusal) in [
            (1, nil), (2, nil), (3, Refusal.tooManyMachines), (1, .duplicate),
        ] {
            let text = payload().replacing("machine1", with: "m\(number)")
            do {
                _ = try judge(&open, text.utf8, topic: "machine/m\(number)")
                #expect(refusal == nil)
            } catch { #expect(error == refusal) }
        }
    }

    @Test func `absurd values are kept and counted`() throws {
        var rules = IngestRules()
        rules.spans = ["load": 0...200]
        var gate = ReadingGate(rules)
        for (number, value) in [1100.0, 1101, -900, -901, 55].enumerated() {
            let text =
                #"{"machineID":"machine1","seq":\#(number + 1),"time":1,"load":\#(value)}"#
            #expect(try judge(&gate, text.utf8).values[0] == value)
        }
        #expect(gate.counts.absurd == 2)
    }

    @Test func `a mebibyte within a millisecond, uncopied`() {
        var gate = ReadingGate(Self.rules)
        let large = [UInt8](repeating: 0x7B, count: 1 << 20)
        let topic = Array("machine/machine1".utf8)
        let clock = ContinuousClock()
        let times = (0..<20).map { _ in
            clock.measure {
                large.withUnsafeBytes { body in
                    topic.withUnsafeBytes { name in
                        _ = try? gate.judge(topic: name, payload: body)
                    }
                }
            }
        }
        #expect(gate.counts.rejected == [.tooLarge: 20])
        #expect(times.min()! < .milliseconds(1))
    }
}

@Suite struct `Mutated payloads` {
    /// Sound payloads, and pieces that are put into them.
    private static let seeds = [
        payload(
            #","load":55,"vibration":83.2,"power":205.1,"temperature":37.4,"barcode":"12345670""#),
        payload(#","load":-0.0,"x":{"a":[1,2,{"b":null}]},"y":"\u00e4\ud83c\udfed\n""#),
        #"{"machineID":"machine1","seq":9223372036854775807,"time":-9223372036854775808,"load":1e-320}"#,
    ].map { Array($0.utf8) }
    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", ",", ":", "null", "1e999", "-", "0",
            ".",
            "e+", "99999999999999999999", "\"load\":1,", "\0", "NaN", "\n", "\u{FEFF}", "𝄞",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC0], [0xED, 0xA0, 0x80], [UInt8](repeating: 0x5B, count: 40),
        ]

    @Test func `never crash or hang it, and every refusal is counted`() {
        let count = isFullSuite ? 1_000_000 : 100_000
        var gate = ReadingGate(IngestRules())
        var state: UInt64 = 20_260_101
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, limit)
        }
        var accepted = 0
        var refused: [Refusal: Int] = [:]
        var slowest = Duration.zero
        let clock = ContinuousClock()
        for number in 0..<count {
            var bytes = Self.seeds[random(Self.seeds.count)]
            for _ in 0...random(3) {
                let place = random(bytes.count + 1)
                switch random(6) {
                case 0:
                    if !bytes.isEmpty {
                        bytes[min(place, bytes.count - 1)] ^= 1 << UInt8(random(8))
                    }
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + random(20)))
                case 2: bytes.insert(contentsOf: Self.pieces[random(Self.pieces.count)], at: place)
                case 3: bytes = Array(bytes[..<place])
                case 4:
                    let other = random(bytes.count + 1)
                    bytes.insert(
                        contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
                default:
                    if !bytes.isEmpty { bytes[min(place, bytes.count - 1)] = UInt8(random(256)) }
                }
            }
            if number % 997 == 0 {
                // Up to the limit of 64 KiB, and beyond.
                while bytes.count < 70_000, !bytes.isEmpty { bytes += bytes }
                bytes = Array(bytes.prefix(random(70_000)))
            }
            let begin = clock.now
            do {
                _ = try judge(&gate, bytes)
                accepted += 1
            } catch { refused[error, default: 0] += 1 }
            slowest = max(slowest, clock.now - begin)
        }
        #expect(gate.counts.received == count && gate.counts.rejected == refused)
        #expect(gate.counts.receivedUnique == accepted)
        #expect(accepted + refused.values.reduce(0, +) == count)
        for reason in [
            Refusal.notUTF8, .notJSON, .wrongShape, .notFinite, .topicMismatch, .tooLarge,
        ] {
            #expect(refused[reason] ?? 0 > 0, "\(reason) never happened")
        }
        // A whole scheduler's slice of room on a busy machine.
        #expect(slowest < .milliseconds(500), "\(slowest)")
        print(
            "\(count) mutated payloads: \(accepted) taken, refused \(refused.sorted { $0.value > $1.value }.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")); slowest \(slowest)"
        )
    }
}
