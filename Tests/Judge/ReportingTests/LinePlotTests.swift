import Charts
import Telemetry
import Testing

@Test(arguments: [
    (
        "2026-01-01T00:00:00Z", "2026-01-01T00:30:00Z", 8,
        "01-01 00:05 00:10 00:15 00:20 00:25 00:30"
    ),
    (
        "2026-01-01T23:59:57Z", "2026-01-02T00:00:02Z", 8,
        "23:59:57 23:59:58 23:59:59 01-02 00:00:01 00:00:02"
    ),
    (
        "2026-01-01T00:00:00.100Z", "2026-01-01T00:00:00.300Z", 5,
        "00:00:00.100 00:00:00.150 00:00:00.200 00:00:00.250 00:00:00.300"
    ),
    ("2025-12-30T11:00:00Z", "2026-01-02T11:00:00Z", 4, "2025-12-31 2026-01-01 2026-01-02"),
])
func `time marks stand on round times and midnight shows its date`(
    start: String, end: String, limit: Int, labels: String
) throws {
    let ticks = TimeAxis.ticks(
        from: try #require(Instant.parse(start)), to: try #require(Instant.parse(end)), limit: limit
    )
    #expect(ticks.map(\.label).joined(separator: " ") == labels)
}

@Test(arguments: [
    (0.0, 1.0, "0.0 0.5 1.0"), (50, 200, "50 100 150 200"), (-0.03, 0.05, "-0.02 0.00 0.02 0.04"),
])
func `number marks are ones, twos and fives`(low: Double, high: Double, labels: String) {
    let ticks = NumberAxis.ticks(low...high, count: 4)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    #expect(ticks.map { NumberAxis.text($0, step: step) }.joined(separator: " ") == labels)
}

@Test func `a spike of one reading in a million shows in the plot`() throws {
    let count = 1_000_000
    var values = [Double](repeating: 1, count: count)
    values[623_456] = 9
    let times = (0..<count).map { Int64($0) * 1_000_000_000 }
    let plain = LinePlot(
        title: "", lanes: [.init(label: "v", times: times, values: values, range: 0...10)])
    // 9 of 10 in a lane of 180 pixels that starts at 40.
    #expect(plain.svg.contains("V58") || plain.svg.contains(" 58"))
    #expect(plain.svg.utf8.count < 60_000)
}

@Test func `a missing value interrupts the line, and text cannot leave its element`() {
    let plot = LinePlot(
        title: "</title><script>alert(1)</script>",
        lanes: [
            .init(
                label: "a&b", times: [0, 1, 2, 3, 4], values: [1, 2, .nan, 4, 5], marked: [1, 2])
        ])
    let path = plot.svg.split(separator: "<path d=\"")[1].prefix { $0 != "\"" }
    #expect(path.count { $0 == "M" } == 2)
    #expect(plot.svg.split(separator: "<circle").count == 2)
    #expect(!plot.svg.contains("<script"))
    #expect(plot.svg.contains("a&amp;b"))
}
