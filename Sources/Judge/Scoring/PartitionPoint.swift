extension Range<Int> {
    /// The first element for which `isPast` holds, where it holds for all behind such a one; the upper
    /// bound if there is none.
    /// - Complexity: O(log n).
    @inline(__always)
    package func partitionPoint(_ isPast: (Int) throws -> Bool) rethrows -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if try isPast(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
