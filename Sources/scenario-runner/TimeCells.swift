import CommandLineTool
import Telemetry

/// Reads times: dates as ``Instant`` knows them, or a count since 1970 in s, ms, us or ns.
///
/// Which unit a count has is told from its first value's size and kept for the file: seconds up to
/// 10^11, milliseconds up to 10^14, microseconds up to 10^17, else nanoseconds.
struct TimeCells {
    /// Nanoseconds in a unit of a plain number; 0 until the first one.
    private var unit = 0.0

    /// - Throws: ``ToolFailure`` naming file and line.
    mutating func nanoseconds(_ cell: CSVCells.Cell, in cells: CSVCells) throws -> Int64 {
        if let number = cells.decimal(cell) { return count(number) }
        let text = cells.text(cell)
        if let whole = Int64(text) {
            if unit == 0 { setUnit(Double(whole)) }
            if unit == 1 { return whole }
            return count(Double(whole))
        }
        if let time = Instant.parse(text) { return time }
        if let number = Double(text), number.isFinite, abs(number) < 9e18 { return count(number) }
        throw cells.failure(
            "time is \"\(text)\"; write 2026-01-31T12:00:00Z, 2026-01-31 12:00:00, "
                + "or a count of s, ms, us or ns since 1970")
    }

    private mutating func setUnit(_ number: Double) {
        let size = abs(number)
        unit = size < 1e11 ? 1e9 : size < 1e14 ? 1e6 : size < 1e17 ? 1e3 : 1
    }

    private mutating func count(_ number: Double) -> Int64 {
        if unit == 0 { setUnit(number) }
        let scaled = (number * unit).rounded()
        return Int64(min(max(scaled, -9e18), 9e18))
    }
}
