import TestSupport
import Testing

/// Inputs that brought a reader down once.
@Suite struct FoundInputTests {
    private func read(_ name: String, _ bytes: [UInt8]) throws {
        let folder = temporaryPath("found")
        defer { removeTemporary(folder) }
        let bench = Workbench(folder: folder)
        _ = try bench.emptyFolder(".")
        let reader = try #require(FuzzedReader.named(name), "\(name)")
        try reader.prepare(bench)(bytes)
    }

    private func word(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    @Test func `a quote inside an unquoted cell of an answer does not join it to the next`() throws
    {
        let header = "run,provider,machineID,time_ns,seq,load,power\n"
        try read("influx-rows", Array((header + "r1\"x,y\"z,m1,1,1,2,3\n").utf8))
        try read("influx-texts", Array("run,provider,machineID\nr1\"x,y\"z,m1\n".utf8))
    }

    @Test func `a record of a journal without a sound topic is a message to be judged`() throws {
        for body: [UInt8] in [[], [7], [200, 0, 1, 2], [255, 255]] {
            try read("journal-record", body)
        }
    }

    @Test func `a ledger's ticks beyond all numbers do not overflow`() throws {
        try read(
            "send-ledger-record", [1] + [Int.max, Int.max, 0, 1].flatMap(word))
    }

    @Test func `a saved counter at the end of all numbers is refused, not counted on`() throws {
        // 36 rows have been seen when the state is saved.
        let rows = word(36)
        for kind in ["hotelling-t2", "ewma", "mad", "default"] {
            let reader = try #require(FuzzedReader.named("state-\(kind)"))
            let saved = try reader.corpus(Workbench(folder: temporaryFolder))[0]
            let places = saved.indices.dropLast(7).filter { saved[$0..<$0 + 8].elementsEqual(rows) }
            #expect(!places.isEmpty, "\(kind)")
            for place in places {
                var bytes = saved
                bytes.replaceSubrange(place..<place + 8, with: word(.max))
                #expect(throws: (any Error).self, "\(kind), byte \(place)") {
                    try read("state-\(kind)", bytes)
                }
            }
        }
    }

    @Test func `a saved tree whose nodes do not hang together is refused`() throws {
        let reader = try #require(FuzzedReader.named("state-random-cut-forest"))
        let saved = try reader.corpus(Workbench(folder: temporaryFolder))[0]
        try read("state-random-cut-forest", saved)
        // Numbers of nodes stand as words of eight bytes, small ones mostly.
        var refused = 0
        for place in stride(from: saved.count / 4, to: saved.count - 8, by: 8 * 37) {
            var bytes = saved
            bytes.replaceSubrange(place..<place + 8, with: word(-1))
            do { try read("state-random-cut-forest", bytes) } catch { refused += 1 }
        }
        #expect(refused > 3, "\(refused)")
    }

    @Test func `a truth file whose ignored stretch ends before it begins is refused`() {
        let stretch = #"{"start": "2066-01-01T00:00:30Z", "end": "2026-01-01T00:00:31Z"}"#
        let event =
            #"[{"machine": "pump1", "start": "2026-01-01T00:00:12Z", "end": "2026-01-01T00:00:20Z", "ignored": ["#
        #expect(throws: (any Error).self) {
            try read("truth-events", Array((event + stretch + "]}]").utf8))
        }
    }

    @Test func `a list of a negative length in saved alerts is refused`() {
        for count in [-1, Int.min, Int.max] {
            #expect(throws: (any Error).self) { try read("alert-desk", word(count)) }
        }
    }

    @Test func `a time of the last alert at the end of all numbers is taken`() throws {
        let key = Array("r/a-machine1".utf8)
        let series = word(key.count) + key + word(.min) + [0] + word(0) + word(0)
        try read("alert-desk", word(1) + series + word(0))
    }

    @Test func `a reference detector does not draw for hours to go on where it was`() {
        let saved = word(9) + Array("reference".utf8)
        #expect(throws: (any Error).self) { try read("state-random", saved + word(1 << 40)) }
        #expect(throws: Never.self) { try read("state-never-on", saved + word(1 << 40)) }
    }
}
