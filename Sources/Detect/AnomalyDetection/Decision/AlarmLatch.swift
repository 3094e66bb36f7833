/// Turns rows above a threshold into an alarm that neither flickers nor starts at a single row.
public struct AlarmLatch: Sendable, Equatable {
    /// Rows of memory of what was exceeded, unless more are needed.
    static let span = 10

    private let minimumRows: Int
    private let hysteresis: Double
    private var recent: UInt64 = 0
    public private(set) var isOn = false

    /// - Precondition: `minimumRows` is from 1 to 60, `hysteresis` from 0 to 1.
    public init(minimumRows: Int, hysteresis: Double) {
        precondition((1...60).contains(minimumRows) && (0...1).contains(hysteresis))
        self.minimumRows = minimumRows
        self.hysteresis = hysteresis
    }

    /// Takes a row's score in units of its threshold; returns whether the alarm is on.
    public mutating func take(_ ratio: Double) -> Bool {
        recent = recent << 1 | (ratio >= 1 ? 1 : 0)
        if isOn {
            isOn = ratio >= hysteresis
        } else if ratio >= 1 {
            let window = max(Self.span, minimumRows)
            let mask: UInt64 = (1 << UInt64(window)) - 1
            isOn = (recent & mask).nonzeroBitCount >= minimumRows
        }
        return isOn
    }

    func save(to writer: inout StateWriter) {
        writer.write(recent)
        writer.write(isOn)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        recent = try reader.readUInt64()
        isOn = try reader.readBool()
    }
}
