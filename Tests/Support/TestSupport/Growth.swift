import Glibc

/// How many times as much processor time `work` takes for `factor` times as much: about `factor` where
/// the effort is linear, its square where it is quadratic, on a busy machine as on an idle one.
/// - Parameters:
///   - size: large enough that the work takes a millisecond at least.
///   - work: gets a size, and prepares nothing that counts.
public func growth(
    from size: Int, by factor: Int, of work: (_ size: Int) throws -> Void
) rethrows -> Double {
    func time(_ size: Int) throws -> Double {
        let begin = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID)
        try work(size)
        return nanoseconds(of: CLOCK_THREAD_CPUTIME_ID) - begin
    }
    _ = try time(size)
    let small = try (0..<3).map { _ in try time(size) }.min() ?? 0
    return try time(size * factor) / max(small, 1)
}

private func nanoseconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
