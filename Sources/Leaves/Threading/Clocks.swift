import Glibc

/// The monotonic clock, for timers and rates.
public enum Monotonic {
    /// Since an arbitrary moment.
    public static var now: Duration {
        var time = Glibc.timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Sleeps until ``now`` is `moment`; returns at once if it has passed.
    public static func sleep(until moment: Duration) {
        var deadline = moment.timespec
        while clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &deadline, nil) == EINTR {}
    }
}

/// The wall clock, for display and for stamping runs.
public enum WallClock {
    /// Nanoseconds since 1970 UTC.
    public static var now: Int64 {
        var time = Glibc.timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Duration {
    /// As the system takes it.
    var timespec: Glibc.timespec {
        let parts = components
        return Glibc.timespec(
            tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    }
}
