import AnomalyDetection
import CSVFiles
import CommandLineTool
import Telemetry

/// What the columns of a file are for.
struct ScoreColumns {
    /// Columns that are no channels; those that the testbed itself writes beside readings.
    static let carriedNames = [
        "time", "timestamp", "machineID", "unique_id", "label", "provider", "barcode", "run", "seq",
        "kind",
    ]
    /// Columns that this tool adds.
    static let addedNames = ["score", "is_anomaly"]

    /// Names of the channels, in the file's order.
    let channels: [String]
    /// Per channel its column; nil for one that the detector does not look at.
    let columns: [Int?]
    let time: Int?
    /// Columns that split the rows into series.
    let keys: [Int]

    /// - Throws: ``ToolFailure`` (usage).
    init(_ header: [String], file: String, detector: ConfiguredDetector) throws {
        for name in Self.addedNames where header.contains(name) {
            throw ToolFailure.usage(
                "\(file):1: there is a column \(name) already; rename it or take it out, for the"
                    + " result goes into a column of that name")
        }
        if let place = header.firstIndex(of: ""), header.count > 1 {
            throw ToolFailure.usage("\(file):1: column \(place + 1) has no name; give it one")
        }
        time = header.firstIndex(of: "time") ?? header.firstIndex(of: "timestamp")
        keys = ["unique_id", "machineID"].compactMap { header.firstIndex(of: $0) }
        let places = header.indices.filter { !Self.carriedNames.contains(header[$0]) }
        guard !places.isEmpty else {
            throw ToolFailure.usage(
                "\(file):1: there is no channel to score; the columns are"
                    + " \(header.joined(separator: ", "))")
        }
        channels = places.map { header[$0] }
        // Where the SPEC names features, the other columns may hold anything.
        let named = detector.parameters.first { $0.name == "features" }?.value ?? ""
        let wanted = named.split(separator: "+").map { Array($0.unicodeScalars) }
        columns = places.map { place in
            wanted.isEmpty || wanted.contains(Array(header[place].unicodeScalars)) ? place : nil
        }
    }
}

/// Reads the time column: dates as ``Instant`` knows them, or a count since 1970 in s, ms, us or ns.
/// Which unit a count has is told by the size of the first one and kept for the file.
struct TimeColumn {
    /// Nanoseconds in a unit of a plain number; 0 until the first one.
    private var unit: Int64 = 0

    mutating func nanoseconds(_ cell: CSVCell) -> Int64? {
        if let whole = cell.integer {
            settle(Double(whole))
            let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
            return overflow ? nil : product
        }
        if let number = cell.number {
            settle(number)
            return Int64(exactly: (number * Double(unit)).rounded())
        }
        return Instant.parse(cell.text)
    }

    /// Seconds up to 10^11, milliseconds up to 10^14, microseconds up to 10^17, else nanoseconds.
    private mutating func settle(_ number: Double) {
        guard unit == 0 else { return }
        let size = abs(number)
        unit = size < 1e11 ? 1_000_000_000 : size < 1e14 ? 1_000_000 : size < 1e17 ? 1000 : 1
    }
}
