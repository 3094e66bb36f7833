extension StateReader {
    /// Reads doubles of which there must be `count`: as many as the detector that reads has.
    mutating func readDoubles(count: Int) throws(StateError) -> [Double] {
        let values = try readDoubles()
        guard values.count == count else {
            throw .mismatch(expected: "\(count) numbers", found: "\(values.count)")
        }
        return values
    }

    /// Reads an index or counter that must lie in `range`, and far enough from the end of all numbers
    /// to be counted on: none that we save ever comes near it.
    public mutating func readInt(in range: ClosedRange<Int>) throws(StateError) -> Int {
        let value = try readInt()
        guard range.contains(value), value <= 1 << 60 else {
            throw .invalid("a counter of \(value)")
        }
        return value
    }
}
