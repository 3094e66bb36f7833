/// When a machine is meant to run: from a start to a stop each day, less a break, and not at the
/// weekend. As made it runs for ever.
struct ShiftSchedule {
    private let work: Range<Double>
    private let pause: Range<Double>
    private let restsAtWeekends: Bool
    /// Seconds from the midnight before the first reading, and days since 1970 then.
    private let offset: Double
    private let firstDay: Int
    private let always: Bool

    /// Times of day are UTC, in hours.
    init(_ setup: ProfileSetup) {
        let stop = setup["shift_stop"]
        let start = min(setup["shift_start"], stop)
        work = start * 3600..<stop * 3600
        let length = setup["break_minutes"] * 60
        let noon = setup["break_start"] * 3600
        pause = noon..<noon + length
        restsAtWeekends = setup["weekend"] > 0
        let day = Int64(86_400_000_000_000)
        let days = setup.start >= 0 ? setup.start / day : -((day - 1 - setup.start) / day)
        firstDay = Int(days)
        offset = Double(setup.start - days * day) / 1e9
        always = start == 0 && stop == 24 && length == 0 && !restsAtWeekends
    }

    /// `seconds` since the first reading.
    func isRunning(at seconds: Double) -> Bool {
        if always { return true }
        let days = ((offset + seconds) / 86_400).rounded(.down)
        let time = offset + seconds - days * 86_400
        if restsAtWeekends {
            // 1970 began on a Thursday.
            let weekday = ((firstDay + Int(days)) % 7 + 7 + 3) % 7
            if weekday >= 5 { return false }
        }
        return work.contains(time) && !pause.contains(time)
    }
}
