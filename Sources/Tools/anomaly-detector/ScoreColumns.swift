import AnomalyDetection
import CSVFiles
import CommandLineTool
import Foundation
import Telemetry

/// What the columns of a file are for.
struct ScoreColumns {
    /// Columns that this tool adds.
    static let addedNames = ["score", "is_anomaly"]

    /// Names of the channels, in the file's order.
    let channels: [String]
    /// Per channel its column; nil for one that the detector does not look at.
    let columns: [Int?]
    let time: Int?
    /// Columns that split the rows into series.
    let keys: [Int]
    /// Columns that a user may expect to be channels, and why they are not.
    let passedOver: [String]

    /// - Parameter wanted: the only columns that are channels; empty for all that can be.
    /// - Throws: ``ToolFailure`` (usage).
    init(_ header: [String], file: String, detector: ConfiguredDetector, wanted: [String] = [])
        throws
    {
        for name in Self.addedNames where ColumnNames.place(of: name, in: header) != nil {
            throw ToolFailure.usage(
                "\(file):1: there is a column \(name) already; rename it or take it out, for the"
                    + " result goes into a column of that name")
        }
        for name in wanted where ColumnNames.place(of: name, in: header) == nil {
            throw ToolFailure.usage(
                "\(file):1: --channels \(name): there is no such column; the columns are "
                    + header.joined(separator: ", ") + Spelling.question(name, in: header))
        }
        // Where the SPEC names features, the other columns may hold anything.
        let features = detector.parameters.first { $0.name == "features" }?.value ?? ""
        let named = features.split(separator: "+").map(String.init)
        time = ColumnNames.first(["time"] + ColumnNames.times, in: header)
        keys = ColumnNames.ids.compactMap { ColumnNames.first([$0], in: header) }
        var places: [Int] = []
        var passedOver: [String] = []
        for (place, name) in header.enumerated() where place != time && !keys.contains(place) {
            let isNamed = ColumnNames.place(of: name, in: wanted + named) != nil
            if !wanted.isEmpty || isNamed {
                if isNamed { places.append(place) }
            } else if header.count > 1, ColumnNames.isUnnamed(name) {
                passedOver.append("column \(place + 1) (\(name.isEmpty ? "no name" : name))")
            } else if ColumnNames.tellsAnswer(name) {
                if name != "label" { passedOver.append("\(name) (called like a label)") }
            } else if ColumnNames.rank(name, in: ColumnNames.described) == nil {
                places.append(place)
            }
        }
        guard !places.isEmpty else {
            throw ToolFailure.usage(
                "\(file):1: there is no channel to score; the columns are"
                    + " \(header.joined(separator: ", "))")
        }
        self.passedOver = passedOver
        channels = places.map { header[$0] }
        columns = places.map { place in
            named.isEmpty || ColumnNames.place(of: header[place], in: named) != nil ? place : nil
        }
    }
}

/// Reads the time column: dates as ``Instant`` knows them, or a count since 1970 in s, ms, us or ns.
/// Which unit a count has is told by the size of the first one and kept for the file.
struct TimeColumn {
    /// Nanoseconds in a unit of a plain number; 0 until the first one.
    private var unit: Int64 = 0

    /// What ``nanoseconds(_:)`` takes, for messages.
    static let allowed =
        "write 2026-01-31T12:00:00Z, 2026-01-31 12:00:00, or a count of s, ms, us or ns since 1970, from"
        + " 1828 to 2111"

    /// - Returns: nil where the cell is no time, or one before 1828 or after 2111: differences of times
    ///   must stay within Int64.
    mutating func nanoseconds(_ cell: CSVCell) -> Int64? {
        read(cell).flatMap { $0.magnitude <= 4_480_000_000_000_000_000 ? $0 : nil }
    }

    private mutating func read(_ cell: CSVCell) -> Int64? {
        if let whole = cell.integer {
            settle(Double(whole))
            let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
            return overflow ? nil : product
        }
        if let number = cell.number {
            settle(number)
            return Int64(exactly: (number * Double(unit)).rounded())
        }
        return Instant.parse(cell.text) ?? afterLeapSecond(cell.text)
    }

    /// `23:59:60`: Unix time has no room for a leap second and counts the next one twice.
    private func afterLeapSecond(_ text: String) -> Int64? {
        guard let place = text.range(of: ":59:60") else { return nil }
        return Instant.parse(text.replacingCharacters(in: place, with: ":59:59"))
            .map { $0 &+ 1_000_000_000 }
    }

    /// Seconds up to 10^11, milliseconds up to 10^14, microseconds up to 10^17, else nanoseconds.
    private mutating func settle(_ number: Double) {
        guard unit == 0 else { return }
        let size = abs(number)
        unit = size < 1e11 ? 1_000_000_000 : size < 1e14 ? 1_000_000 : size < 1e17 ? 1000 : 1
    }
}
