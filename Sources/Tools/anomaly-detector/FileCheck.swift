import AnomalyDetection
import CSVFiles
import Telemetry

/// Reads a file of rows from end to end, as `score` does, and scores nothing.
package enum FileCheck {
    /// - Throws: `ToolFailure` or `CSVError` that says what is wrong with the file.
    package static func rows(path: String, detector: ConfiguredDetector) throws {
        let reader = try CSVReader(
            path: path, otherSeparators: CSVReader.usualSeparators)
        let columns = try ScoreColumns(reader.header, file: path, detector: detector)
        var numbers = StreamedNumbers(nil, separator: reader.separator)
        var times = TimeCells()
        while case .row = try reader.next() {
            for column in columns.columns.compactMap({ $0 }) {
                _ = try numbers.value(reader, column, orMissing: .missing)
            }
            if let time = columns.time, times.nanoseconds(reader.cell(time)) == nil {
                throw reader.badCell(time, needed: TimeCells.allowed)
            }
        }
    }
}
