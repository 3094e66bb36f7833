/// The last readings of a machine, before any sensor fault: what a fault of memory is made of.
///
/// A ring of fixed size, so that memory does not grow with the duration.
struct ReadingHistory: Sendable {
    let width: Int
    let capacity: Int
    private var values: [Double]
    private var next = 0
    private(set) var count = 0

    init(width: Int, capacity: Int) {
        self.width = width
        self.capacity = capacity
        values = [Double](repeating: 0, count: width * capacity)
    }

    mutating func append(_ row: Row) {
        values.withUnsafeMutableBufferPointer { values in
            let place = next * width
            for channel in 0..<width { values[place + channel] = row[channel] }
        }
        next = next + 1 == capacity ? 0 : next + 1
        if count < capacity { count += 1 }
    }

    /// The reading of `channel` some rows ago: 0 is the last one appended.
    /// - Precondition: `0 <= age < count`.
    func value(_ channel: Int, ago age: Int) -> Double {
        let place = next - 1 - age
        return values[(place < 0 ? place + capacity : place) * width + channel]
    }

    /// Mean and standard deviation of `channel` over the last `rows`, as far as they are there.
    func spread(_ channel: Int, rows: Int) -> (mean: Double, deviation: Double) {
        let rows = min(rows, count)
        guard rows > 1 else { return (rows == 1 ? value(channel, ago: 0) : 0, 0) }
        var sum = 0.0
        for age in 0..<rows { sum += value(channel, ago: age) }
        let mean = sum / Double(rows)
        var squares = 0.0
        for age in 0..<rows {
            let distance = value(channel, ago: age) - mean
            squares += distance * distance
        }
        return (mean, (squares / Double(rows - 1)).squareRoot())
    }
}
