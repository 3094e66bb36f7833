import Glibc

/// Plain threads: every edge blocks (libcurl, libmosquitto, a signal), and a blocked thread of a
/// shared pool would be missed there.
public enum Threads {
    /// Runs `work` on a thread of its own.
    public static func start(_ work: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let work: @Sendable () -> Void
            init(_ work: @escaping @Sendable () -> Void) { self.work = work }
        }
        let box = Unmanaged.passRetained(Box(work)).toOpaque()
        var thread = pthread_t()
        let refused = pthread_create(
            &thread, nil,
            { box in
                Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().work()
                return nil
            }, box)
        precondition(refused == 0, "the system has no thread left")
        pthread_detach(thread)
    }

    /// Blocks the calling thread; a signal may end the sleep early.
    public static func sleep(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        nanosleep(&time, nil)
    }
}
