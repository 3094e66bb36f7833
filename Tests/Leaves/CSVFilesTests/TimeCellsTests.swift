import CSVFiles
import Telemetry
import Testing

/// The times of cells of one column.
private func times(_ cells: String...) -> [Int64?] {
    var reader = TimeCells()
    return cells.map { cell in
        Array(cell.utf8).withUnsafeBytes { reader.nanoseconds(CSVCell(bytes: $0)) }
    }
}

@Suite struct `Cells of times` {
    @Test func `have the unit that their first count's size tells`() {
        #expect(times("1767225600", "5") == [1_767_225_600_000_000_000, 5_000_000_000])
        #expect(times("1767225600123") == [1_767_225_600_123_000_000])
        #expect(times("1767225600123456") == [1_767_225_600_123_456_000])
        #expect(times("1767225600123456789") == [1_767_225_600_123_456_789])
    }

    @Test func `keep each digit of a decimal fraction`() {
        #expect(times("1767225600.250000001") == [1_767_225_600_250_000_001])
        #expect(times("-1.5", " 7 ") == [-1_500_000_000, 7_000_000_000])
        #expect(times("1767225600,25", "1,5") == [1_767_225_600_250_000_000, nil])
        #expect(times("1.7e9") == [1_700_000_000_000_000_000])
    }

    @Test func `are dates, with a leap second too`() {
        #expect(
            times("2026-01-31 12:00:00", "2016-12-31T23:59:60Z", "2026-01-31T12:00:00+01:00") == [
                Instant.parse("2026-01-31T12:00:00Z"), Instant.parse("2017-01-01T00:00:00Z"),
                Instant.parse("2026-01-31T11:00:00Z"),
            ])
    }

    @Test func `are no count where the first one is written as a date`() {
        #expect(times("20260131", "202601311200") == [nil, nil])
        #expect(times("20260231", "5") == [20_260_231_000_000_000, 5_000_000_000])
        #expect(times("0", "20260131") == [0, 20_260_131_000_000_000])
        #expect(times("20260131.0") == [nil])
        #expect(times("202601312460") == [202_601_312_460_000_000])
        let format = TimeFormat("%s")
        var counts = TimeCells(format: format)
        let count = Array("20260131".utf8).withUnsafeBytes {
            counts.nanoseconds(CSVCell(bytes: $0))
        }
        #expect(count == 20_260_131_000_000_000)
    }

    @Test(arguments: ["noon", "", "nan", "1e300", "2262-05-01T00:00:00Z", "2026-02-30 00:00:00"])
    func `are none where they tell no time that there is room for`(cell: String) {
        #expect(times("1", cell) == [1_000_000_000, nil])
    }
}
