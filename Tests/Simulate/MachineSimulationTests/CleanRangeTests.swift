import MachineSimulation
import Telemetry
import Testing

/// Section 4 of the catalogue, as measured on the machines themselves.
@Suite struct CleanRangeTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        var profile: String
        /// 5..95 % of load, power, vibration, temperature.
        var load: ClosedRange<Double>
        var power: ClosedRange<Double>
        var vibration: ClosedRange<Double>
        var temperature: ClosedRange<Double>
        var loadPower: Double
        var loadVibration: Double
        var testDescription: String { profile }
    }

    static let expected = [
        Expected(
            profile: "pump", load: 55...79, power: 3.7...5.5, vibration: 0.9...1.2,
            temperature: 40...48, loadPower: 0.99, loadVibration: 0.74),
        Expected(
            profile: "spindle", load: 12...87, power: 1.8...9.5, vibration: 0.5...1.9,
            temperature: 42...44, loadPower: 1.00, loadVibration: 0.95),
        Expected(
            profile: "compressor", load: 24...89, power: 11...27, vibration: 1.1...1.5,
            temperature: 57...59, loadPower: 1.00, loadVibration: 0.85),
    ]

    @Test(arguments: expected)
    func `clean ranges and correlations are those of the table`(_ wanted: Expected) throws {
        let runs = try (1...8).map { seed in
            try run(seed: seed, ticks: 4 * 3600, profile: wanted.profile)
        }
        func column(_ index: Int) -> [Double] {
            runs.flatMap { readings in
                (0..<readings.count).map { readings.values[$0 * 4 + index] }
            }
        }
        for (index, range) in [
            wanted.load, wanted.vibration, wanted.power, wanted.temperature,
        ].enumerated() {
            let sorted = column(index).sorted()
            let low = sorted[sorted.count / 20]
            let high = sorted[sorted.count * 19 / 20]
            // The table is rounded to two digits.
            let tolerance = 0.06 * (range.upperBound - range.lowerBound) + 0.03 * range.upperBound
            #expect(abs(low - range.lowerBound) < tolerance, "\(demoChannels[index]) \(low)")
            #expect(abs(high - range.upperBound) < tolerance, "\(demoChannels[index]) \(high)")
        }
        #expect(abs(correlation(column(0), column(2)) - wanted.loadPower) < 0.02)
        #expect(abs(correlation(column(0), column(1)) - wanted.loadVibration) < 0.03)
    }

    private func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let count = Double(a.count)
        let meanA = a.reduce(0, +) / count
        let meanB = b.reduce(0, +) / count
        var (ab, aa, bb) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            ab += (x - meanA) * (y - meanB)
            aa += (x - meanA) * (x - meanA)
            bb += (y - meanB) * (y - meanB)
        }
        return ab / (aa * bb).squareRoot()
    }
}
