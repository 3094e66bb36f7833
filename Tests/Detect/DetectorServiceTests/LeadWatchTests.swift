import DetectorService
import Telemetry
import Testing

@Suite struct `Watching for clocks that lead` {
    private static func series(_ name: String) -> SeriesIdentity {
        SeriesIdentity(machineID: name, provider: "", run: "r")
    }

    /// Who is named when the series' newest readings are at these times, in seconds, with a lead of 600.
    private static func named(_ watch: inout LeadWatch, _ newest: [String: Int64]) -> [String] {
        let times = newest.map { (series($0.key), $0.value * 1_000_000_000) }
        return watch.look(Dictionary(uniqueKeysWithValues: times), lead: 600 * 1_000_000_000)
            .map(\.series.machineID).sorted()
    }

    @Test(
        arguments: [
            // Two clocks that are equally fast do not hide each other, nor does one that is faster still.
            (["a": 0, "b": 5, "c": 9, "d": 3600, "e": 3600], ["d", "e"]),
            (["a": 0, "b": 5, "c": 9, "d": 3600, "e": 9000], ["d", "e"]),
            (["a": 0, "b": 3600], ["b"]),
            // As many as not: who is right?
            (["a": 0, "b": 5, "c": 3600, "d": 3600], []),
            (["a": 0, "b": 3600, "c": 3600], []),
            // A fleet that is spread out has no gap.
            (["a": 0, "b": 500, "c": 1000, "d": 1500, "e": 2000], []),
            (["a": 0], []), ([:], []),
            (["a": .min / 1_000_000_000, "b": .max / 1_000_000_000], ["b"]),
        ] as [([String: Int64], [String])])
    func `names a minority beyond a gap`(newest: [String: Int64], names: [String]) {
        var watch = LeadWatch()
        #expect(Self.named(&watch, newest) == names)
    }

    @Test func `says how far the others are`() {
        var watch = LeadWatch()
        let leads = watch.look(
            [Self.series("a"): 1, Self.series("b"): 2, Self.series("c"): 100], lead: 10)
        #expect(leads == [LeadWatch.Lead(series: Self.series("c"), newest: 100, others: 2)])
    }

    @Test func `names once, though the lead comes and goes`() {
        var watch = LeadWatch()
        #expect(Self.named(&watch, ["a": 0, "b": 0, "c": 700]) == ["c"])
        #expect(Self.named(&watch, ["a": 200, "b": 200, "c": 700]) == [])
        #expect(Self.named(&watch, ["a": 200, "b": 200, "c": 900]) == [], "named already")
        #expect(Self.named(&watch, ["a": 890, "b": 890, "c": 900]) == [], "its clock has been set")
        #expect(Self.named(&watch, ["a": 890, "b": 890, "c": 5000]) == ["c"], "and is fast again")
        #expect(Self.named(&watch, ["a": 900, "b": 5000, "c": 5001]) == [], "now two of three")
    }
}
