import AnomalyDetection
import ExternalDetector
import Foundation
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// Feeds rows of (load, power) to `command` and returns its verdicts.
private func verdicts(
    _ command: String, rows: [[Double]], threshold: Double? = 0.5, timeout: Double = 20,
    block: Int = 7
) throws -> [Verdict] {
    var detector = try ProgramDetector(
        command: command, context: SeriesContext(channels: ["load", "po,wer"]),
        threshold: threshold, timeout: timeout)
    var verdicts: [Verdict] = []
    for start in stride(from: 0, to: rows.count, by: block) {
        let part = rows[start..<min(start + block, rows.count)]
        let times = part.indices.map { Int64($0) * second }
        try times.withUnsafeBufferPointer { times in
            try Array(part.joined()).withUnsafeBufferPointer { values in
                try detector.process(
                    FeatureBlock(channelCount: 2, times: times, values: values), into: &verdicts)
            }
        }
    }
    try detector.finish(into: &verdicts)
    return verdicts
}

private let rows = (0..<100).map { [Double($0), Double($0) / 8] }

/// What the detector throws.
private func failure(
    _ command: String, rows: [[Double]] = rows, timeout: Double = 20
) -> ExternalDetectorError? {
    do {
        _ = try verdicts(command, rows: rows, timeout: timeout)
        return nil
    } catch { return error as? ExternalDetectorError }
}

/// Whether a process is there and not only waited for.
private func isAlive(_ process: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
        return false
    }
    let state = text[(text.lastIndex(of: ")") ?? text.startIndex)...].dropFirst(2).first
    return state != "Z" && state != "X"
}

@Suite struct `A program as detector` {
    @Test(arguments: [1, 7, 1000])
    func `gives a score a row, however the rows are cut`(block: Int) throws {
        let found = try verdicts(
            "awk -F, 'NR > 1 { print $2 / 200; fflush() }'", rows: rows, block: block)
        #expect(found.map(\.score) == rows.map { $0[0] / 200 })
        #expect(found.map(\.isAnomaly) == rows.map { $0[0] / 200 >= 0.5 })
        #expect(found.allSatisfy { $0.threshold == 0.5 })
    }

    @Test func `may answer when it has seen everything, and without a last line end`() throws {
        let found = try verdicts(
            "awk -F, 'NR > 1 { s = s (NR > 2 ? \"\\n\" : \"\") $3 } END { printf \"%s\", s }'",
            rows: rows)
        #expect(found.map(\.score) == rows.map { $0[1] })
    }

    @Test func `is given exact numbers, times and empty cells for what is missing`() throws {
        let path = temporaryPath("seen") + ".csv"
        defer { removeTemporary(path) }
        _ = try verdicts(
            "tee \(path) | awk 'NR > 1 { print 0 }'",
            rows: [[0.1, .missing], [.nan, 1e-300], [-0.0, 1.0 / 3]])
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == """
                time,load,"po,wer"
                0,0.1,
                1000000000,nan,1e-300
                2000000000,-0.0,0.3333333333333333

                """)
    }

    @Test func `may leave a row without a score`() throws {
        let found = try verdicts("awk 'NR > 1 { print NR % 2 ? \"\" : 0.9 }'", rows: rows)
        #expect(found.count == 100)
        #expect(found[1].score.isMissing && found[1].state == .skipped)
        #expect(found[0].isAnomaly)
    }

    @Test func `gets a threshold from its scores' past where none is given`() throws {
        let calm = (0..<3000).map { [Double($0 * 7919 % 101) / 300, 0] }
        let found = try verdicts(
            "awk -F, 'NR > 1 { print $2 }'", rows: calm + [[0.99, 0], [0.99, 0], [0.99, 0]],
            threshold: nil)
        #expect(found[0].state == .warmup)
        #expect(found.dropLast(3).allSatisfy { !$0.isAnomaly })
        #expect(found.last?.isAnomaly == true)
    }

    @Test func `that cannot be found says so`() throws {
        let error = try #require(failure("./no-such-program --fast"))
        #expect("\(error)".hasPrefix("command:./no-such-program --fast: ended with status 127"))
        #expect("\(error)".contains("no-such-program"))
    }

    @Test func `that crashes is quoted with the end of its standard error`() throws {
        let error = try #require(
            failure(
                "awk 'NR > 40 { exit 3 } NR > 1 { print 0.5 }'; echo first >&2;"
                    + " echo 'division by zero' >&2; exit 7"))
        guard case .ended(_, let status, _, let scores, let count, let stderr) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(status == 7 && scores == 39 && count == 100)
        #expect(stderr == "first | division by zero")
    }

    @Test func `that is killed says by which signal`() throws {
        let error = try #require(failure("awk 'NR > 1 { print 0 }'; kill -SEGV $$"))
        #expect("\(error)".contains("was ended by signal 11"), "\(error)")
    }

    @Test(arguments: [("NR > 3", 98), ("NR > 0 ", 101)])
    func `with scores too few or too many is refused`(condition: String, count: Int) throws {
        let error = try #require(
            failure("awk '\(condition) { print 0.1 }'; echo done >&2"))
        if count < 100 {
            #expect("\(error)".contains("after \(count) scores for 100 rows"), "\(error)")
        } else {
            #expect("\(error)".contains("more scores than the"), "\(error)")
        }
        #expect("\(error)".hasSuffix("it said: done"), "\(error)")
    }

    @Test(arguments: ["nan", "inf", "0.5 0.6", "score: 1"])
    func `that prints no score is shown its line`(text: String) throws {
        let error = try #require(
            failure("awk 'NR > 1 { print NR == 12 ? \"\(text)\" : 0.1 }'; echo why >&2"))
        #expect("\(error)".contains("line 11 of its output is \"\(text)\""), "\(error)")
        #expect("\(error)".hasSuffix("it said: why"), "\(error)")
    }

    @Test(arguments: ["\\r\\n", " \\r\\n", "\\t \\n", "\\v\\f\\n"])
    func `may end its lines as others do, and put blanks around a score`(end: String) throws {
        let found = try verdicts(
            "awk -F, 'NR == 2 { printf \"\\357\\273\\277\" }"
                + " NR > 1 { printf \" \\t%s\(end)\", NR % 2 ? \"\" : $2 / 200 }'", rows: rows)
        #expect(found.count == 100)
        for (index, verdict) in found.enumerated() {
            #expect(
                index % 2 == 1 ? verdict.score.isMissing : verdict.score == rows[index][0] / 200)
        }
    }

    @Test func `may print any finite number`() throws {
        let calm = (0..<3000).map { [Double($0 * 7919 % 101) / 300, 0] }
        let data = calm + [[9, 0], [9, 0], [9, 0]]
        func verdictsOf(_ score: String) throws -> [Verdict] {
            try verdicts(
                "awk -F, -v OFMT=%.17g 'NR > 1 { print \(score) }'", rows: data, threshold: nil)
        }
        let plain = try verdictsOf("$2")
        let negative = try verdictsOf("$2 - 20")
        #expect(negative.map(\.score) == data.map { $0[0] - 20 })
        #expect(negative.map(\.isAnomaly) == plain.map(\.isAnomaly))
        #expect(negative.last?.isAnomaly == true)
    }

    @Test(arguments: ["yes 0.5", "yes ''", "seq 1 3 100000000", "while true; do echo 1; done"])
    func `that prints without end is ended at the first line too many`(command: String) throws {
        let begin = ContinuousClock.now
        let many = [[Double]](repeating: [1.5, 2.5], count: 20_000)
        let error = try #require(failure(command, rows: many, timeout: 60))
        #expect("\(error)".contains("prints more lines than it got"), "\(error)")
        #expect(ContinuousClock.now - begin < .seconds(20))
    }

    @Test(arguments: [
        "head -c 200000000 /dev/zero | tr '\\0' 1", "cat /dev/zero",
        "awk 'NR == 3 { printf \"%02000d\\n\", 5 } NR > 1 { print 1 }'",
    ]) func `that prints a line without end is ended at once`(command: String) throws {
        let begin = ContinuousClock.now
        let error = try #require(failure(command, timeout: 60))
        #expect("\(error)".contains("of its output is longer than 1024 bytes"), "\(error)")
        #expect(ContinuousClock.now - begin < .seconds(20))
    }

    @Test func `cannot steer the terminal with what it says`() throws {
        let error = try #require(
            failure("printf '\\033[2Jx\\n'; printf '\\033]0;gone\\007' >&2"))
        #expect(!"\(error)".unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
    }

    @Test func `may leave nothing behind in its group`() throws {
        let path = temporaryPath("left")
        defer { removeTemporary(path) }
        _ = try verdicts(
            "sleep 1000 >/dev/null 2>&1 & echo $! > \(path); awk 'NR > 1 { print 0 }'", rows: rows)
        let left = try #require(
            Int32(
                String(contentsOfFile: path, encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(eventually(within: 10) { !isAlive(left) })
    }

    @Test func `hears signals that we ignore`() throws {
        // We ignore this one from the first program on; one that inherits that is never ended by it.
        _ = try verdicts("awk 'NR > 1 { print 0 }'", rows: rows)
        let error = try #require(failure("kill -PIPE $$; echo 'still there' >&2"))
        #expect("\(error)".contains("was ended by signal 13"), "\(error)")
    }

    @Test func `takes the time it is given`() throws {
        let settings = ProgramSettings(line: "sleep 1; awk 'NR > 1 { print 0 }'", timeout: 0.3)
        var detector = try ProgramDetector(
            settings, context: SeriesContext(channels: ["load"]))
        var found: [Verdict] = []
        let error = #expect(throws: ExternalDetectorError.self) {
            try detector.finish(into: &found)
        }
        #expect(error?.description.contains("command[timeout=10m]:PROGRAM") == true)
        var patient = settings
        patient.timeout = .infinity
        detector = try ProgramDetector(patient, context: SeriesContext(channels: ["load"]))
        try detector.finish(into: &found)
        #expect(found.isEmpty)
    }

    @Test func `that hangs is given up, with everything it started`() throws {
        let path = temporaryPath("pid")
        defer { removeTemporary(path) }
        let begin = ContinuousClock.now
        let error = try #require(
            failure("echo stuck >&2; sleep 100 & echo $! > \(path); wait", timeout: 0.5))
        #expect("\(error)".contains("does it flush its output"), "\(error)")
        #expect("\(error)".hasSuffix("it said: stuck"), "\(error)")
        #expect(ContinuousClock.now - begin < .seconds(10))
        let child = try #require(
            Int32(
                String(contentsOfFile: path, encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(eventually(within: 5) { !isAlive(child) })
    }

    @Test func `that never reads is given up too`() throws {
        // More than a pipe holds.
        let many = [[Double]](repeating: [1.5, 2.5], count: 20_000)
        let error = try #require(failure("sleep 100", rows: many, timeout: 0.5))
        guard case .timedOut = error else {
            Issue.record("\(error)")
            return
        }
    }
}
