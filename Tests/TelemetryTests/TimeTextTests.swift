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
    ]) func `is read as the nanosecond it means`(text: String, nanoseconds: Int) {
        #expect(Instant.parse(text) == Int64(nanoseconds))
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00X",
        "2026-01-01T00:00:00.Z", "2500-01-01", "1.1.2026", "2026-01-01T00:00:00Zz",
    ]) func `that means none is refused`(text: String) {
        #expect(Instant.parse(text) == nil)
    }

    @Test func `comes back from text as it was`() {
        for nanoseconds: Int64 in [
            0, -1, 1_767_225_600_000_000_001, -2_208_988_800_000_000_000, 951_782_400_120_000_000,
            .max, .min + 1_000_000_000,
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
        ("0s", 0),
    ]) func `is read in its units`(text: String, nanoseconds: Int) {
        #expect(DurationText.parse(text) == Int64(nanoseconds))
    }

    @Test(arguments: ["", "10", "s", "10x", "1..5s", "-", "1e3s", "300000d"])
    func `without a number or unit is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func `is written in the units it was meant in`() {
        for text in ["10s", "1h30m", "500ms", "2d", "-5m", "0s"] {
            #expect(DurationText.parse(text).map(DurationText.text) == text)
        }
    }
}
