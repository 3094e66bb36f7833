import AlarmRules
import AnomalyDetection
import DetectionPipeline
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

@Suite struct `What is told of a run` {
    private let channels = ["load", "power"]

    /// A batch of one machine: each row is a score, and anomalous where the score is above 0.5.
    private func batch(_ scores: [Double], from tick: Int64 = 0, lead: Int16 = 1) -> ScoredBatch {
        var readings = ReadingBatch(
            series: SeriesIdentity(machineID: "m", provider: "", run: ""), channels: channels)
        for (index, score) in scores.enumerated() {
            readings.append(
                time: (tick + Int64(index)) * second, sequence: 0, row: [score, score * 10])
        }
        return ScoredBatch(
            uniqueID: "m", readings: readings,
            verdicts: scores.map {
                Verdict(
                    score: $0, threshold: 0.5, state: $0 > 0.5 ? .anomalous : .normal,
                    leadingChannel: lead)
            }, explanations: [])
    }

    @Test func `is its highest score, the first of equals, with all values there`() throws {
        var check = CheckAnomalies(rule: AlarmRule(mergeGap: .zero), period: second)
        let findings = check(batch([0.1, 0.7, 0.9, 0.9, 0.8, 0.2, 0.1]))
        #expect(findings.count == 2)
        guard case .closed(let run)? = findings.last else {
            Issue.record("not over")
            return
        }
        #expect(run.peakScore == 0.9 && run.peakTime == 2 * second)
        #expect(run.leadingChannel == "power" && run.peakValues == [0.9, 9])
        #expect(run.start == second && run.last == 4 * second && run.anomalousCount == 4)
        #expect(run.alarm == TimeWindow(start: second, end: 5 * second) && run.alarmCount == 1)
        #expect(run.period == second && run.machineID == "m")
    }

    @Test(arguments: [-1, 2]) func `names no channel where the detector cannot say`(lead: Int16) {
        var check = CheckAnomalies(rule: AlarmRule(mergeGap: .zero), period: second)
        #expect(check(batch([0.9], lead: lead)).map(\.run.leadingChannel) == [nil])
    }

    @Test func `is nothing before the time from which anything is raised`() {
        var check = CheckAnomalies(
            rule: AlarmRule(mergeGap: .zero), period: second, from: 2 * second)
        let findings = check(batch([0.9, 0.9, 0.9, 0.1, 0.1]))
        #expect(findings.map(\.run.start) == [2 * second, 2 * second])
        #expect(findings.map(\.run.anomalousCount) == [1, 1])
    }

    @Test func `is open while it lasts, and not before it is raised`() {
        var check = CheckAnomalies(rule: AlarmRule(mergeGap: .zero, minRows: 2), period: second)
        #expect(check(batch([0.9])).isEmpty && check.openRuns.isEmpty)
        #expect(check(batch([0.9], from: 1)).count == 1)
        #expect(check.openRuns.map(\.alarm.start) == [second])
        #expect(check.finish().map(\.run.anomalousCount) == [2] && check.openRuns.isEmpty)
    }

    @Test func `is not taken from a checkpoint that cannot be`() {
        func restored(_ write: (inout StateWriter) -> Void) throws -> [AnomalyRun] {
            var writer = StateWriter()
            write(&writer)
            var check = CheckAnomalies()
            var reader = StateReader(writer.bytes)
            try check.restore(from: &reader)
            return check.openRuns
        }
        #expect(throws: StateError.self) { try restored { $0.write(-3) } }
        for (steps, next, isGood) in [
            ([second], 0, true), ([second], 14, true), ([second], 15, false), ([second], -1, false),
            ([0], 0, false), ([Int64](repeating: 1, count: 16), 0, false),
        ] {
            let result = Result {
                try restored {
                    for number in [-2, 1] { $0.write(number) }
                    $0.write("m")
                    $0.write(steps)
                    $0.write(next)
                    $0.write(0 as Int64)
                    $0.write(0)
                }
            }
            #expect((try? result.get()) == (isGood ? [] : nil), "\(steps) \(next)")
        }
    }
}

@Suite struct `Labels that two machines want` {
    private func machine(_ id: String, _ provider: String) -> SeriesIdentity {
        SeriesIdentity(machineID: id, provider: provider, run: "")
    }

    @Test func `get digits of a hash where both are known from the start`() {
        var transform = TransformData()
        let both = [machine("m", "Müller"), machine("m", "Muller")]
        transform.name(both)
        let shared = transform.takeShared()
        #expect(shared.map(\.label) == ["muller-m"] && shared[0].names.count == 2)
        let ids = both.map { transform(ReadingBatch(series: $0, channels: ["load"])).uniqueID }
        #expect(ids.allSatisfy { $0.hasPrefix("muller-m-") && $0.count == "muller-m-".count + 6 })
        #expect(Set(ids).count == 2 && Set(shared[0].names.map(\.uniqueID)) == Set(ids))
        #expect(transform.takeShared().isEmpty, "told once")
    }

    @Test func `stay with the first where the other comes later`() {
        var transform = TransformData()
        func id(_ series: SeriesIdentity) -> String {
            transform(ReadingBatch(series: series, channels: ["load"])).uniqueID
        }
        #expect(id(machine("c", "a-b")) == "a-b-c")
        #expect(transform.takeShared().isEmpty)
        let later = id(machine("b-c", "a"))
        #expect(later.hasPrefix("a-b-c-") && later != "a-b-c")
        #expect(transform.takeShared().map { $0.names.map(\.uniqueID) } == [["a-b-c", later]])
        #expect(id(machine("c", "a-b")) == "a-b-c" && id(machine("b-c", "a")) == later)
    }
}
