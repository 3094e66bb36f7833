import Telemetry

/// How the readings' time and the world's went together while a scenario was played.
public struct PlayClock: Sendable, Equatable {
    /// Time of the readings, and of the world, when the playing began; nanoseconds since 1970 UTC.
    public var dataStart: Int64
    public var wallStart: Int64
    /// Seconds of the readings' time in one of the world's.
    public var speed: Double

    public init(dataStart: Int64, wallStart: Int64, speed: Double) {
        precondition(speed > 0)
        self.dataStart = dataStart
        self.wallStart = wallStart
        self.speed = speed
    }

    /// The readings' time at a time of the world.
    public func data(ofWall time: Int64) -> Int64 {
        dataStart.addingSaturated(scaled(time.subtractingSaturated(wallStart), by: speed))
    }

    /// The world's time at which a time of the readings was the present.
    public func wall(ofData time: Int64) -> Int64 {
        wallStart.addingSaturated(scaled(time.subtractingSaturated(dataStart), by: 1 / speed))
    }

    private func scaled(_ length: Int64, by factor: Double) -> Int64 {
        // At the pace of the world nothing is rounded.
        if factor == 1 { return length }
        return Int64(exactly: (Double(length) * factor).rounded()) ?? (length < 0 ? .min : .max)
    }
}
