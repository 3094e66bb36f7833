import Glibc
import Threading

/// Waits until `condition` holds, looking every few milliseconds.
/// - Returns: whether it came to hold within `seconds`.
@discardableResult
public func eventually(within seconds: Double = 10, _ condition: () throws -> Bool) rethrows -> Bool
{
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while true {
        if try condition() { return true }
        if clock.now >= end { return false }
        Threads.sleep(.milliseconds(5))
    }
}
