/// All that process faults do to a machine's state at one tick; as made, nothing.
struct ProcessEffects {
    /// Load that climbs in steps while somebody overloads the machine, percentage points.
    struct Overload {
        /// What it adds now, and its rate a step (the demo's machine counts for itself).
        var load = 0.0
        var rate = 0.0
        var limit = 0.0
    }
    var overload: Overload?
}
