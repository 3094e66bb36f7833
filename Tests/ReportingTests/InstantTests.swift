import Reporting
import Testing

@Test(arguments: [
    "1970-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2024-02-29T23:59:59.500Z",
    "1969-12-31T23:59:59.999999999Z",
])
func `a time comes back from its text as the same nanosecond`(text: String) throws {
    let time = try #require(Instant.nanoseconds(text))
    #expect(Instant.text(time) == text)
}
