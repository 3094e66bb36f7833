/// Seconds as nanoseconds, at most three centuries; 0 of a negative number and of none.
package func nanoseconds(_ seconds: Double) -> Int64 {
    Duration(inSeconds: seconds).inNanoseconds
}

/// Nanoseconds as seconds.
package func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }

extension Duration {
    /// A length to the nanosecond, at most three centuries; nothing of a negative number and of none.
    package init(inSeconds seconds: Double) {
        self = .nanoseconds(seconds > 0 ? Int64((min(seconds, 9e9) * 1e9).rounded()) : 0)
    }

    /// Seconds, as the double next to it.
    package var inSeconds: Double { Double(inNanoseconds) / 1e9 }

    /// Whole nanoseconds, at most what 64 bits hold; 0 of a negative length.
    package var inNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        if seconds < 0 || attoseconds < 0 { return 0 }
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isOver) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        return isTooLong || isOver ? .max : sum
    }
}
