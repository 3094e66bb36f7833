import Glibc

/// Plain threads: every edge blocks (libcurl, libmosquitto, a signal), and a blocked thread of a
/// shared pool would be missed there.
public enum Threads {
    /// Runs `work` on a thread of its own.
    /// - Parameters:
    ///   - name: shown by debuggers and `top`, cut to 15 bytes.
    ///   - stackSize: bytes; nil for the system's (usually 8 MiB).
    public static func start(
        name: String? = nil, stackSize: Int? = nil, _ work: @escaping @Sendable () -> Void
    ) {
        final class Box: Sendable {
            let work: @Sendable () -> Void
            init(_ work: @escaping @Sendable () -> Void) { self.work = work }
        }
        let box = Unmanaged.passRetained(
            Box {
                if let name { Self.name(name) }
                work()
            }
        ).toOpaque()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
        var thread = pthread_t()
        let refused = pthread_create(
            &thread, &attributes,
            { box in
                Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().work()
                return nil
            }, box)
        precondition(refused == 0, "the system has no thread left")
    }

    /// Names the calling thread. (`pthread_setname_np` is a GNU extension that the Glibc module leaves out.)
    private static func name(_ name: String) {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = write(file, name, name.utf8.count)
        close(file)
    }

    /// Blocks the calling thread for `duration`, signals or not; returns at once where it is not above 0.
    public static func sleep(_ duration: Duration) {
        if duration > .zero { Monotonic.sleep(until: Monotonic.now + duration) }
    }
}
