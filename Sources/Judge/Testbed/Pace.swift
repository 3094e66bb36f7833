import Synchronization
import Telemetry
import Threading
import VerdictSources

/// Holds a playing to the world's clock, so that programs which live by it see machines at work.
public final class Pace: Sendable {
    public let clock: PlayClock
    private let stop: PlayStop

    public init(_ clock: PlayClock, stop: PlayStop = PlayStop()) {
        self.clock = clock
        self.stop = stop
    }

    /// Waits until a time of the readings, nanoseconds since 1970 UTC, is the present.
    /// - Returns: false where the playing is to end before.
    public func wait(until time: Int64) -> Bool {
        stop.wait(until: clock.wall(ofData: time))
    }
}

/// Ends what is played by the world's clock before its time.
public final class PlayStop: Sendable {
    private let isSet = Atomic(false)

    public init() {}

    public func set() { isSet.store(true, ordering: .relaxed) }
    public var isRequested: Bool { isSet.load(ordering: .relaxed) }

    /// Waits until a time of the world, nanoseconds since 1970 UTC.
    /// - Returns: false where it was ended before.
    public func wait(until time: Int64) -> Bool {
        while true {
            if isRequested { return false }
            let left = time.subtractingSaturated(WallClock.now)
            if left <= 0 { return true }
            // Not so long that whoever wants an end would wait for it.
            Threads.sleep(.nanoseconds(min(left, 50_000_000)))
        }
    }
}
