/// How long a row of a series is, from its first times: the median of the first few dozen steps
/// forward. Repeated and reversed times say nothing.
struct RowPeriod: Sendable, Equatable {
    private static let wanted = 31
    private var steps: [Int64] = []
    private var last: Int64?
    /// Seconds; nil until enough rows have come.
    private(set) var seconds: Double?

    mutating func take(_ time: Int64) {
        guard seconds == nil else { return }
        if let last, time > last {
            let (step, overflow) = time.subtractingReportingOverflow(last)
            if !overflow { steps.append(step) }
        }
        last = time
        if steps.count == Self.wanted {
            seconds = Double(steps.sorted()[Self.wanted / 2]) / 1e9
            steps = []
        }
    }

    func save(to writer: inout StateWriter) {
        writer.write(steps)
        writer.write(optional: last)
        writer.write(seconds ?? .nan)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        steps = try reader.readInt64s()
        last = try reader.readOptionalInt64()
        let period = try reader.readDouble()
        seconds = period.isNaN ? nil : period
        guard steps.count < Self.wanted else { throw .invalid("\(steps.count) time steps") }
    }
}
