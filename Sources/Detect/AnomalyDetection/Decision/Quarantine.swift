/// Holds the latest rows' statistics back from a ``TailBank``, so that what leads up to an alarm is
/// never taken for a part of the ordinary past.
///
/// A fault that builds up over some seconds is seen near its top only. Were the rows before that
/// learned at once, each such fault would lift the limit for the next. Rows are gathered by eights
/// and let into the past once `stages` eights have followed without an alarm.
struct Quarantine: Sendable, Equatable {
    static let rowsPerStage = TailBank.shortest

    private let statistics: Int
    private let stages: Int
    /// Largest values of each stage, stage after stage, the one being filled included.
    private var held: [Double]
    /// Stages held that are full.
    private var full = 0
    private var oldest = 0
    private var rows = 0

    init(statistics: Int, stages: Int) {
        self.statistics = statistics
        self.stages = stages
        held = [Double](repeating: -.infinity, count: statistics * (stages + 1))
    }

    /// Takes a row in and lets what has been held long enough into the past; every eight at once
    /// while `isOpen`.
    mutating func take(
        _ values: UnsafePointer<Double>, isOpen: Bool, into bank: inout TailBank
    ) {
        let present = (oldest + full) % (stages + 1) * statistics
        for index in 0..<statistics where values[index] > held[present + index] {
            held[present + index] = values[index]
        }
        rows += 1
        guard rows == Self.rowsPerStage else { return }
        rows = 0
        full += 1
        while full > (isOpen ? 0 : stages) {
            let first = oldest * statistics
            held.withUnsafeBufferPointer {
                _ = bank.learn($0.baseAddress! + first, rows: Self.rowsPerStage)
            }
            for index in first..<first + statistics { held[index] = -.infinity }
            oldest = (oldest + 1) % (stages + 1)
            full -= 1
        }
    }

    /// Forgets what is held: an alarm has begun.
    mutating func discard() {
        for index in held.indices { held[index] = -.infinity }
        full = 0
        rows = 0
    }

    func save(to writer: inout StateWriter) {
        writer.write(held)
        for count in [full, oldest, rows] { writer.write(count) }
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        held = try reader.readDoubles(count: held.count)
        full = try reader.readInt(in: 0...stages)
        oldest = try reader.readInt(in: 0...stages)
        rows = try reader.readInt(in: 0...Self.rowsPerStage - 1)
    }
}
