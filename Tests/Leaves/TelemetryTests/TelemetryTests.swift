import Telemetry
import Testing

@Suite struct `The shared words` {
    @Test func `a missing value is not the NaN that a sensor may send`() {
        #expect(Double.missing.isMissing)
        #expect(Double.missing.isNaN)
        #expect(!Double.nan.isMissing)
        #expect(!(0.0).isMissing)
    }

    @Test func `windows that only touch do not overlap`() {
        let window = TimeWindow(start: 0, end: 10)
        #expect(!window.overlaps(TimeWindow(start: 10, end: 20)))
        #expect(window.overlaps(TimeWindow(start: 9, end: 20)))
        #expect(window.contains(0) && !window.contains(10))
    }

    @Test(arguments: [("spkie", "spike"), ("vibraton", "vibration"), ("Load", "load")])
    func `a typing mistake finds its word`(typed: String, meant: String) {
        #expect(Spelling.nearest(to: typed, in: ["load", "spike", "vibration"]) == meant)
    }

    @Test func `a word unlike any other finds none`() {
        #expect(Spelling.nearest(to: "xyz", in: ["load", "spike"]) == nil)
    }

    @Test func `series are told apart by their bytes, not by how they read`() {
        func series(_ machine: String, _ provider: String = "", _ run: String = "")
            -> SeriesIdentity
        {
            SeriesIdentity(machineID: machine, provider: provider, run: run)
        }
        let (one, two) = (series("caf\u{E9}"), series("cafe\u{301}"))
        #expect(one != two && (one < two) != (two < one))
        #expect(Set([one, two, one]).count == 2)
        #expect(series("", "caf\u{E9}") != series("", "cafe\u{301}"))
        #expect(series("", "", "caf\u{E9}") != series("", "", "cafe\u{301}"))
        #expect([one: 1, two: 2][two] == 2)
        #expect(series("a", "b") != series("ab", ""))
        // By scalars: beyond the basic plane too, where UTF-16 has another order.
        #expect(series("\u{FFFD}") < series("\u{1F600}"))
    }

    @Test func `a batch gives its rows back`() {
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a", "b"])
        batch.append(time: 1, sequence: 1, row: [1, 2])
        batch.append(time: 2, sequence: 2, row: [3, .missing])
        #expect(batch.count == 2)
        #expect(Array(batch.row(0)) == [1, 2])
        #expect(batch.row(1).last!.isMissing)
    }
}
