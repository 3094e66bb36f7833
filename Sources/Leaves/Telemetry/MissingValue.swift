extension Double {
    /// The value of a channel that a reading does not carry.
    ///
    /// It is a NaN with a payload of its own (1954, as in R's `NA`), so that "the sensor sent
    /// nothing" and "the sensor sent NaN" stay two things in one flat array of doubles: River, for
    /// one, treats them differently. Test with ``isMissing``; never compare, and never compute with
    /// it, for arithmetic does not promise to keep the payload.
    public static let missing = Double(bitPattern: 0x7FF8_0000_0000_07A2)

    /// Whether this is ``missing``; false for every other NaN.
    @inlinable public var isMissing: Bool { bitPattern == 0x7FF8_0000_0000_07A2 }
}
