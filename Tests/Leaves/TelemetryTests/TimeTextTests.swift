import Telemetry
import Testing

@Suite struct `A time as text` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-01-01T00:00:00Z", 1_767_225_600_000_000_000),
        ("2026-01-01T00:00:00.5Z", 1_767_225_600_500_000_000),
        ("2026-01-01 00:00:00.123456789", 1_767_225_600_123_456_789),
        ("2026-01-01T01:30:00+01:30", 1_767_225_600_000_000_000),
        ("2026-01-01", 1_767_225_600_000_000_000), ("1969-12-31T23:59:59.999Z", -1_000_000),
        ("2024-02-29T12:00:00Z", 1_709_208_000_000_000_000),
        // Leap seconds: the last of a month, UTC, are the first of the next day.
        ("2016-12-31T23:59:60Z", 1_483_228_800_000_000_000),
        ("2017-01-01T00:59:60.25+01:00", 1_483_228_800_250_000_000),
        ("2015-06-30 23:59:60", 1_435_708_800_000_000_000),
        ("2262-04-11T23:47:16.854775807Z", .max), ("1677-09-21T00:12:43.145224192Z", .min),
    ]) func `is read as the nanosecond it means`(text: String, nanoseconds: Int) {
        #expect(Instant.parse(text) == Int64(nanoseconds))
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00X",
        "2016-12-31T23:59:61Z", "2016-12-31T12:00:60Z", "2016-12-30T23:59:60Z",
        "2016-12-31T23:59:60+01:00", "2262-04-11T23:47:16.854775808Z",
        "1677-09-21T00:12:43.145224191Z", "9999-12-31T23:59:60Z",
        "2026-01-01T00:00:00.Z", "2500-01-01", "1.1.2026", "2026-01-01T00:00:00Zz",
    ]) func `that means none is refused`(text: String) {
        #expect(Instant.parse(text) == nil)
    }

    @Test func `comes back from text as it was`() {
        for nanoseconds: Int64 in [
            0, -1, 1_767_225_600_000_000_001, -2_208_988_800_000_000_000, 951_782_400_120_000_000,
            .max, .min, .min + 1, .min + 1_000_000_000,
        ] {
            #expect(Instant.parse(Instant.text(nanoseconds)) == nanoseconds)
        }
        #expect(Instant.text(1_500_000_000) == "1970-01-01T00:00:01.500Z")
        #expect(Instant.text(0, digits: 9) == "1970-01-01T00:00:00.000000000Z")
        for day in stride(from: -800_000, to: 800_000, by: 997) {
            #expect(CivilDate(daysSince1970: day).daysSince1970 == day)
        }
    }
}

@Suite struct `A length of time as text` {
    @Test(arguments: [
        ("10s", 10_000_000_000), ("500ms", 500_000_000), ("1h30m", 5_400_000_000_000),
        ("1.5h", 5_400_000_000_000), ("1d", 86_400_000_000_000), ("-2m", -120_000_000_000),
        ("0s", 0), ("9007199254740993ns", 9_007_199_254_740_993),
        ("104d5h59m59s254ms740us993ns", 9_007_199_254_740_993),
        ("106481d", 9_199_958_400_000_000_000),
    ]) func `is read in its units`(text: String, nanoseconds: Int) {
        #expect(DurationText.parse(text) == Int64(nanoseconds))
    }

    @Test(arguments: [
        "", "10", "s", "10x", "1..5s", "-", "1e3s", "300000d", "106482d",
        "99999999999999999999999h", "106000d9000000000000000000ns",
    ])
    func `without a number or unit is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func `is written in the units it was meant in`() {
        for text in ["10s", "1h30m", "500ms", "2d", "-5m", "0s", "104d5h59m59s254ms740us993ns"] {
            #expect(DurationText.parse(text).map(DurationText.text) == text)
        }
    }
}

@Suite struct `Between two times` {
    @Test func `lie their nanoseconds, more than 64 bits hold too`() {
        #expect(Int64(7).nanoseconds(since: 5) == 2)
        #expect(Int64(5).nanoseconds(since: 7) == -2)
        #expect(Int64.max.nanoseconds(since: .min) == 0x1p64)
        #expect(Int64.min.nanoseconds(since: .max) == -0x1p64)
        #expect(TimeWindow.all.seconds == 0x1p64 / 1e9)
        #expect(Int64.max.multipliedSaturated(by: -2) == .min)
        #expect(Int64.min.multipliedSaturated(by: -1) == .max)
    }
}
