import Telemetry

/// ADTK 0.6.2's LevelShiftAD, fitted and applied to the same series: the difference of the medians
/// of the rows after and before a row, held against the quartiles of all such differences.
///
/// It looks `window` rows ahead, and its limit knows the whole series, so it cannot judge live.
public struct LevelShift: Sendable {
    public enum Side: String, Sendable, CaseIterable {
        case both, positive, negative
    }

    /// Factor on the range between the quartiles.
    public var c: Double
    public var side: Side
    /// Rows before and after that the medians are of.
    public var windows: (left: Int, right: Int)
    /// Rows with a value that each window needs.
    public var minimumPeriods: (left: Int, right: Int)

    /// - Parameter minimumPeriods: the windows themselves if nil.
    public init(
        c: Double = 6, side: Side = .both, windows: (left: Int, right: Int) = (5, 5),
        minimumPeriods: (left: Int, right: Int)? = nil
    ) {
        precondition(windows.left >= 1 && windows.right >= 1)
        self.c = c
        self.side = side
        self.windows = windows
        self.minimumPeriods = minimumPeriods ?? windows
    }

    public struct Result: Sendable, Equatable {
        /// Right median less left median; NaN where undefined.
        public var differences: [Double]
        public var q1: Double
        public var q3: Double
        /// Differences beyond this, either way, are anomalous.
        public var upperLimit: Double
        /// nil where the difference is undefined.
        public var labels: [Bool?]
    }

    /// The rows that count, in the order of time: of equal times the first that came.
    public static func order(of times: [Int64]) -> [Int] {
        var seen: Set<Int64> = []
        return times.indices.filter { seen.insert(times[$0]).inserted }
            .sorted { times[$0] < times[$1] }
    }

    /// Fits and applies to `values`, in the order of time; NaN and infinities are missing.
    /// - Throws: ``DetectorError/notEnoughData(detector:reason:)`` if no difference is defined.
    public func detect(_ values: [Double]) throws -> Result {
        let differences = differences(values)
        let sizes = differences.filter { !$0.isNaN }.map(abs).sorted()
        guard !sizes.isEmpty else {
            throw DetectorError.notEnoughData(
                detector: "level-shift",
                reason:
                    "no row has \(windows.left) rows with values before it and \(windows.right) from it on"
            )
        }
        let q1 = Self.quantile(sizes, 0.25)
        let q3 = Self.quantile(sizes, 0.75)
        let limit = q3 + (q3 - q1) * c
        let labels = differences.map { difference -> Bool? in
            if difference.isNaN { return nil }
            guard abs(difference) > limit else { return false }
            switch side {
            case .both: return true
            case .positive: return difference > 0
            case .negative: return difference < 0
            }
        }
        return Result(
            differences: differences, q1: q1, q3: q3, upperLimit: limit, labels: labels)
    }

    private func differences(_ values: [Double]) -> [Double] {
        values.indices.map { index in
            let before = values[max(0, index - windows.left)..<index]
            let after = values[index..<min(values.count, index + windows.right)]
            guard let left = median(before, minimumPeriods.left),
                let right = median(after, minimumPeriods.right)
            else { return .nan }
            return right - left
        }
    }

    private func median(_ values: ArraySlice<Double>, _ needed: Int) -> Double? {
        let present = values.filter(\.isFinite).sorted()
        guard present.count >= needed, !present.isEmpty else { return nil }
        let middle = present.count / 2
        return present.count % 2 == 1
            ? present[middle] : (present[middle - 1] + present[middle]) / 2
    }

    /// The quantile as numpy computes it: linear, from the nearer end.
    static func quantile(_ sorted: [Double], _ q: Double) -> Double {
        let place = Double(sorted.count - 1) * q
        let index = Int(place)
        let share = place - Double(index)
        let a = sorted[index]
        let b = sorted[min(index + 1, sorted.count - 1)]
        let step = b - a
        return share < 0.5 ? a + step * share : b - step * (1 - share)
    }
}

/// LevelShiftAD on one channel as a detector: all verdicts at the end, the score being the share
/// that the difference has of itself and the limit, so that 0.5 is the limit.
struct LevelShiftDetector: SeriesDetector {
    private let position: Int
    private let method: LevelShift
    private var times: [Int64] = []
    private var values: [Double] = []

    init(position: Int, _ method: LevelShift) {
        self.position = position
        self.method = method
    }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            times.append(block.times[index])
            let value = block.row(index)[position]
            values.append(value.isFinite ? Magnitude.bounded(value) : value)
        }
    }

    mutating func finish(into verdicts: inout [Verdict]) throws {
        let order = LevelShift.order(of: times)
        let result = try method.detect(order.map { values[$0] })
        var byTime: [Int64: Verdict] = [:]
        for (place, row) in order.enumerated() {
            guard let label = result.labels[place] else { continue }
            let size = abs(result.differences[place])
            byTime[times[row]] = Verdict(
                score: size == 0 ? 0 : size / (size + result.upperLimit), threshold: 0.5,
                state: label ? .anomalous : .normal, leadingChannel: Int16(position))
        }
        // By time, as the demo joins them: a row set aside because its time had come before gets the
        // verdict of the row that came first.
        verdicts += times.map { time in
            byTime[time]
                ?? Verdict(
                    score: .missing, threshold: 0.5, state: .skipped,
                    leadingChannel: Int16(position))
        }
        times = []
        values = []
    }

    func save(to writer: inout StateWriter) {
        writer.write(times)
        writer.write(values)
    }
    mutating func restore(from reader: inout StateReader) throws {
        times = try reader.readInt64s()
        values = try reader.readDoubles()
        guard times.count == values.count else { throw StateError.truncated }
    }
}

extension DetectorKind {
    static let levelShift = DetectorKind(
        name: "level-shift",
        summary: "ADTK's LevelShiftAD on one channel, over the whole series: the sibling demo",
        source: "ADTK 0.6.2 LevelShiftAD",
        parameters: [
            DetectorParameter(
                "features", .names, default: "vibration", "the one channel it looks at"),
            DetectorParameter(
                "c", .number(0...1e6), default: "6.0", "factor on the range between the quartiles"),
            DetectorParameter(
                "side", .choice(LevelShift.Side.allCases.map(\.rawValue)), default: "both",
                "which shifts count"),
            DetectorParameter(
                "window", .pair(1...10_000), default: "5",
                "rows of the medians before and after a row: one number, or two as in 3+7"),
            DetectorParameter(
                "min_periods", .pair(0...10_000), default: "0",
                "values that each median needs; 0 for as many as it has rows"),
        ],
        needsWholeSeries: true,
        make: { values, context in
            let positions = try values.positions("features", in: context, detector: "level-shift")
            guard positions.count == 1 else {
                throw DetectorError.invalidValue(
                    detector: "level-shift", key: "features", value: values.text("features"),
                    allowed: "one channel")
            }
            let windows = WindowPair(values.text("window")).map { ($0.left, $0.right) } ?? (5, 5)
            let periods =
                WindowPair(values.text("min_periods")).map { ($0.left, $0.right) } ?? (0, 0)
            return LevelShiftDetector(
                position: positions[0],
                LevelShift(
                    c: values.number("c"),
                    side: LevelShift.Side(rawValue: values.text("side")) ?? .both,
                    windows: windows,
                    minimumPeriods: (
                        periods.0 == 0 ? windows.0 : periods.0,
                        periods.1 == 0 ? windows.1 : periods.1
                    )))
        })
    static let arrowTaskEngine = levelShift.preset(
        "arrow-task-engine",
        summary:
            "the sibling demo: level-shift as it stands; a live cycle takes the last 5 minutes",
        [:])
}
