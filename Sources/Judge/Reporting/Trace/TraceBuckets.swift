/// One machine's buckets while they fill.
struct TraceBuckets: Sendable {
    private let machine: String
    private let channels: [String]
    private let columns: Int
    private let origin: Int64
    private let interval: Int64
    private let capacity: Int
    private var width: Int64
    /// Bucket after bucket: least values of all columns, then greatest.
    private var cells: [Float]
    private var states: [BucketState]
    private var used = 0

    init(
        machine: String, channels: [String], origin: Int64, interval: Int64, width: Int64,
        capacity: Int
    ) {
        self.machine = machine
        self.channels = channels
        self.origin = origin
        self.interval = interval
        self.width = width
        self.capacity = capacity
        columns = channels.count + 2
        cells = [Float](repeating: .nan, count: capacity * 2 * columns)
        states = [BucketState](repeating: [], count: capacity)
    }

    mutating func record(times: [Int64], values: [Double], mark: (Int) -> TraceRecorder.Mark) {
        var bucket = 0
        // The stretch of time that belongs to `bucket`; empty until the first row.
        var (begin, end): (Int64, Int64) = (0, 0)
        for row in times.indices {
            let time = times[row]
            if time < begin || time >= end {
                bucket = index(of: time)
                begin = origin.addingSaturated(Int64(bucket).multipliedSaturated(by: width))
                end = begin.addingSaturated(width)
                used = max(used, bucket + 1)
            }
            let mark = mark(row)
            // A reading comes by the million and touches a dozen floats: no bounds checks, one
            // base pointer. The offsets stay below `capacity * 2 * columns`, since `index(of:)` is
            // below `capacity`, and below `values.count`, which the caller has checked.
            cells.withUnsafeMutableBufferPointer { cells in
                values.withUnsafeBufferPointer { values in
                    let low = cells.baseAddress! + bucket * 2 * columns
                    let high = low + columns
                    func widen(_ column: Int, _ value: Float) {
                        // A comparison with NaN is false, so an empty cell takes any value and a
                        // missing value changes nothing.
                        if value.isNaN { return }
                        if !(low[column] <= value) { low[column] = value }
                        if !(high[column] >= value) { high[column] = value }
                    }
                    let base = row * channels.count
                    for column in 0..<channels.count {
                        widen(column, Float(values[base + column]))
                    }
                    widen(columns - 2, Float(mark.score))
                    widen(columns - 1, Float(mark.threshold))
                }
            }
            states[bucket].formUnion(BucketState(mark))
        }
    }

    /// The bucket of `time`, after joining neighbours as often as it takes.
    private mutating func index(of time: Int64) -> Int {
        guard time > origin else { return 0 }
        // Two times may lie further apart than Int64 can tell.
        let offset = UInt64(bitPattern: time &- origin)
        while offset / UInt64(width) >= UInt64(capacity) { join() }
        return Int(offset / UInt64(width))
    }

    private mutating func join() {
        let half = (used + 1) / 2
        for target in 0..<half {
            let (first, second) = (2 * target, 2 * target + 1)
            for column in 0..<2 * columns {
                var value = cells[first * 2 * columns + column]
                if second < used {
                    let other = cells[second * 2 * columns + column]
                    let isBetter = column < columns ? other < value : other > value
                    if value.isNaN || isBetter { value = other }
                }
                cells[target * 2 * columns + column] = value
            }
            states[target] = second < used ? states[first].union(states[second]) : states[first]
        }
        for cell in half * 2 * columns..<max(half, used) * 2 * columns { cells[cell] = .nan }
        for bucket in half..<max(half, used) { states[bucket] = [] }
        used = half
        width *= 2
    }

    func trace() -> MachineTrace {
        var result = MachineTrace(
            id: machine, channels: channels, origin: origin, width: width, lows: [], highs: [],
            states: Array(states[..<used]))
        result.lows.reserveCapacity(used * columns)
        result.highs.reserveCapacity(used * columns)
        for bucket in 0..<used {
            let base = bucket * 2 * columns
            result.lows += cells[base..<base + columns]
            result.highs += cells[base + columns..<base + 2 * columns]
        }
        return result
    }
}

extension BucketState {
    init(_ mark: TraceRecorder.Mark) {
        self = .hasRows
        if mark.isWarmup { formUnion(.warmup) }
        if mark.isAnomaly { formUnion(.anomalous) }
        if mark.score.isNaN { formUnion(.unscored) }
    }
}
