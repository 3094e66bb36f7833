import AnomalyDetection
import SeededRandom
import Telemetry
import Testing

/// Rows that no machine sends and that come all the same.
private enum Extreme: String, CaseIterable, Sendable {
    case largest, huge, denormal, zeros, constant, notNumbers, missing, anyBits, widening
    case spike, oneRow, none

    func rows(width: Int) -> [[Double]] {
        var dice = MersenneTwister(seed: 17)
        var values = StrangeValues()
        func rows(_ count: Int = 900, _ value: (Int, Int) -> Double) -> [[Double]] {
            (0..<count).map { row in (0..<width).map { value(row, $0) } }
        }
        let most = Double.greatestFiniteMagnitude
        switch self {
        case .largest: return rows { row, channel in (row + channel) % 2 == 0 ? most : -most }
        case .huge: return rows { _, _ in dice.uniform(-1e308, 1e308) }
        case .denormal: return rows { row, _ in .leastNonzeroMagnitude * Double(row % 7) }
        case .zeros: return rows { row, channel in (row + channel) % 3 == 0 ? -0.0 : 0 }
        case .constant: return rows { _, channel in 1e300 * Double(channel - 1) }
        case .notNumbers:
            return rows { row, channel in
                [Double.nan, .infinity, -.infinity, 1, .missing][(row + 3 * channel) % 5]
            }
        case .missing: return rows { _, _ in .missing }
        case .anyBits: return rows { _, _ in values.next() }
        case .widening:
            return rows { row, _ in dice.uniform(-1, 1) * Elementary10.power(row / 2 - 220) }
        case .spike:
            return rows { row, channel in
                row % 311 == 300 ? most : 20 + dice.uniform(-1, 1) * Double(channel + 1)
            }
        case .oneRow: return rows(1) { _, _ in 3 }
        case .none: return []
        }
    }
}

private enum Elementary10 {
    static func power(_ exponent: Int) -> Double {
        Double("1e\(max(-320, min(exponent, 308)))") ?? 0
    }
}

/// Every bit pattern is as likely as any other.
private struct StrangeValues {
    private var dice = MersenneTwister(seed: 23)
    mutating func next() -> Double {
        let high = UInt64(dice.random() * 4_294_967_296)
        let low = UInt64(dice.random() * 4_294_967_296)
        return Double(bitPattern: high << 32 | low)
    }
}

private let strangeTimes: [@Sendable (Int) -> Int64] = [
    { Int64($0) * 1_000_000_000 }, { _ in 7 }, { -Int64($0) * 3_600_000_000_000 },
    { $0 % 2 == 0 ? .min : .max }, { .max - Int64($0 % 3) },
]

@Suite struct `Whatever comes, every detector of the catalogue` {
    @Test(arguments: DetectorCatalogue.names, [1, 4])
    func `gives a score that is a number, or none, to each row`(name: String, width: Int) throws {
        for extreme in Extreme.allCases {
            let rows = extreme.rows(width: width)
            let time = strangeTimes[abs(extreme.rawValue.utf8.count + width) % strangeTimes.count]
            let spec =
                switch name {
                case "level-shift", "arrow-task-engine", "mage-demo": "\(name):features=c0"
                case "random-cut-forest": "\(name):n_trees=5,tree_size=64"
                default: name
                }
            let verdicts: [Verdict]
            do {
                verdicts = try runDetector(
                    spec, channels: (0..<width).map { "c\($0)" }, rows: rows,
                    times: rows.indices.map(time), pieceSize: 61)
            } catch is DetectorError {
                // What cannot be judged at all may be refused, with words.
                continue
            }
            #expect(verdicts.count == rows.count, "\(extreme)")
            let bad = verdicts.first {
                !($0.score.isNaN || (0...1).contains($0.score)) || $0.threshold.isNaN
            }
            #expect(bad == nil, "\(extreme)")
        }
    }

    @Test(arguments: DetectorCatalogue.names)
    func `bears a series without channels`(name: String) throws {
        do {
            let verdicts = try runDetector(
                name, channels: [], rows: [[Double]](repeating: [], count: 400))
            #expect(verdicts.count == 400)
            #expect(verdicts.allSatisfy { $0.score.isNaN || (0...1).contains($0.score) })
        } catch is DetectorError {
            // No channel of that name.
        }
    }

    @Test(arguments: [
        "default", "half-space-trees", "mad", "ewma", "hotelling-t2", "regression-residual",
        "ensemble",
    ])
    func `still sees a fault after a value that was no measurement`(name: String) throws {
        var rows = plantRows(6000)
        for index in [120, 1500, 1501] { rows[index][1] = .greatestFiniteMagnitude }
        for index in 5000..<5200 { rows[index][2] *= 4 }
        let verdicts = try runDetector(name, channels: demoChannels, rows: rows)
        #expect(verdicts[5000..<5200].contains { $0.isAnomaly })
    }
}
