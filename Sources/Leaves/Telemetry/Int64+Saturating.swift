extension Int64 {
    /// The sum, or the end of what can be told.
    @inlinable package func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }

    /// The difference, or the end of what can be told.
    @inlinable package func subtractingSaturated(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other > 0 ? .min : .max) : difference
    }

    /// The product, or the end of what can be told.
    @inlinable package func multipliedSaturated(by other: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    /// Of two times: how long it is from `start` to this one, nanoseconds; less than 0 if this one is
    /// the earlier. Exact where 64 bits hold the difference, and that is 292 years.
    @inlinable package func nanoseconds(since start: Int64) -> Double {
        let (difference, overflow) = subtractingReportingOverflow(start)
        return overflow ? Double(self) - Double(start) : Double(difference)
    }

    /// As ``nanoseconds(since:)``, seconds.
    @inlinable package func seconds(since start: Int64) -> Double {
        nanoseconds(since: start) / 1e9
    }
}
