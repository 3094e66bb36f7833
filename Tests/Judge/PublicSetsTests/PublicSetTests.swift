import AnomalyDetection
import CommandLineTool
import Foundation
import LabelledFiles
import PublicSets
import Scoring
import Telemetry
import Testbed
import Testing

/// The figures of a detector that flags and scores rows by `value`, over a look-alike of `set`.
private func figures(
    _ set: PublicSet, _ files: [(name: String, text: String)],
    _ score: (_ values: ArraySlice<Double>) -> Double
) throws -> [String: Double] {
    try LookAlike.with(files) { path in
        var sum = set.score()
        for member in try set.members(in: path) {
            let data = try member.load()
            let width = data.channels.count
            var (scores, first): ([Double], [Double]) = ([], [])
            try data.readings { _, piece in
                for row in 0..<piece.count {
                    let values = piece.values[row * width..<(row + 1) * width]
                    scores.append(score(values))
                    first.append(values.first ?? 0)
                }
            }
            try sum.add(
                SetResult(
                    data, scores: scores, flags: scores.map { $0 >= 0.5 }, values: first,
                    facts: member.facts))
        }
        return Dictionary(
            uniqueKeysWithValues: sum.figures().compactMap { figure in
                figure.value.map { (figure.name, $0) }
            })
    }
}

/// 1 where any value is far above all usual ones.
private func jump(_ values: ArraySlice<Double>) -> Double { values.contains { $0 > 5 } ? 1 : 0 }

@Suite struct `A public set` {
    @Test func `is named with its folder`() {
        #expect(PublicSet.named("nab:/data/NAB")?.set == .nab)
        #expect(PublicSet.named("tsb-ad:x:y")?.folder == "x:y")
        #expect(PublicSet.named("pump.csv") == nil)
        #expect(PublicSet.named("other:/data") == nil)
    }

    @Test(arguments: PublicSet.allCases)
    func `says what its folder holds where it is another`(set: PublicSet) throws {
        try LookAlike.with([("readme.txt", "")]) { path in
            let failure = try #require(throws: ToolFailure.self) { try set.members(in: path) }
            #expect(failure.messages[0].hasPrefix("\(set.rawValue):\(path): there "))
            #expect(failure.messages[0].contains("give the folder that has"))
            #expect(throws: ToolFailure.self) { try set.members(in: path + "/none") }
        }
    }

    @Test func `NAB has windows of files, and NAB's score over all of them`() throws {
        let found = try figures(.nab, LookAlike.nab, jump)
        // The first flagged row is 50 behind the first of 101.
        func sigma(_ x: Double) -> Double { 2 / (1 + exp(5 * x)) - 1 }
        let expected = 100 * (sigma(-51.0 / 101) / sigma(-1) + 1) / 2
        #expect(abs((found["standard"] ?? 0) - expected) < 1e-9)
        #expect(abs((found["standard_as_predicted"] ?? 0) - expected) < 1e-9)
        let silent = try figures(.nab, LookAlike.nab) { _ in 0 }
        #expect(silent["standard"] == 0 && silent["standard_threshold"] == 1.1)
        let always = try figures(.nab, LookAlike.nab) { _ in 1 }
        #expect((always["reward_low_fp_as_predicted"] ?? 0) < -1000)
    }

    @Test func `SKAB takes rows 401 and later, numbers in names by their size`() throws {
        let found = try figures(.skab, LookAlike.skab, jump)
        #expect(found == ["f1": 1, "far_percent": 0, "mar_percent": 0])
        let always = try figures(.skab, LookAlike.skab) { _ in 1 }
        #expect(always["far_percent"] == 100 && always["mar_percent"] == 0)
        #expect(always["f1"] == 0.4)
        try LookAlike.with(LookAlike.skab) { path in
            let members = try PublicSet.skab.members(in: path)
            #expect(members.map(\.name) == ["valve1-0", "valve1-2", "valve1-10"])
            #expect(try members[0].load().channels == ["Accelerometer1RMS", "Current"])
        }
    }

    @Test func `TSB-AD takes both kinds, and the first channel's period for a buffer`() throws {
        let found = try figures(.tsbAD, LookAlike.tsbAD) { $0[$0.startIndex] }
        #expect(found["series"] == 2)
        let vus = try #require(found["mean_vus_pr"])
        #expect(vus > 0.01 && vus < 0.3)
        try LookAlike.with(LookAlike.tsbAD) { path in
            let members = try PublicSet.tsbAD.members(in: path)
            #expect(try members.map { try $0.load().channels.count } == [2, 1])
            let ends = try members.map { try $0.load().series[0].probationEnd }
            #expect(ends == [200_000_000_000, 200_000_000_000])
        }
    }

    @Test func `UCR files hold one value a line or all in one, rows from 1`() throws {
        let found = try figures(.ucr, LookAlike.ucr) { $0[$0.startIndex] }
        #expect(found == ["accuracy": 1, "correct": 2, "series": 2])
        let early = try figures(.ucr, LookAlike.ucr) { -$0[$0.startIndex] }
        #expect(early["accuracy"] == 0)
        try LookAlike.with(LookAlike.ucr) { path in
            let data = try PublicSet.ucr.members(in: path)[0].load()
            #expect(data.series[0].rows.labels.firstIndex(of: true) == 700)
            #expect(data.series[0].rows.labels.count { $0 } == 20)
        }
    }

    @Test func `SMD has the training half before the test half`() throws {
        let found = try figures(.smd, LookAlike.smd) { $0[$0.startIndex + 1] }
        #expect(found == ["mean_adjusted_best_f1": 1, "mean_best_f1": 1, "series": 2])
        try LookAlike.with(LookAlike.smd) { path in
            let members = try PublicSet.smd.members(in: path)
            #expect(members.map(\.name) == ["machine-1-2", "machine-1-10"])
            let rows = try members[0].load().series[0].rows
            #expect(rows.times.count == 550 && rows.labels.firstIndex(of: true) == 450)
        }
    }

    @Test func `WSD scores its second half, events found within eight rows`() throws {
        func found(_ row: Int) throws -> Double? {
            var place = -1
            return try figures(.wsd, LookAlike.wsd) { _ in
                place += 1
                return place == row ? 1 : 0
            }["mean_adjusted_best_f1"]
        }
        #expect(try found(307) == 1)
        #expect(try found(308) != 1)
    }

    @Test func `TEP turns its normal run and counts each fault's rows`() throws {
        let found = try figures(.tep, LookAlike.tep, jump)
        #expect(found["fault4_percent"] == 100 && found["false_alarm_rate_percent"] == 0)
        #expect(found["without_3_9_15_percent"] == 100)
        try LookAlike.with(LookAlike.tep) { path in
            let data = try PublicSet.tep.members(in: path)[1].load()
            #expect(data.channels.first == "xmeas1" && data.channels.last == "xmv11")
            var first: [Double] = []
            try data.readings { _, piece in
                first = first.isEmpty ? Array(piece.values.prefix(52)) : first
            }
            let expected = (0..<52).map { LookAlike.value(52_000 + $0) }
            #expect(first == expected)
        }
    }

    @Test func `names the file and line of what is no number`() throws {
        var files = LookAlike.ucr
        files[0].text = "1\n2\nthree\n"
        try LookAlike.with(files) { path in
            let member = try #require(try PublicSet.ucr.members(in: path).first)
            let failure = try #require(throws: ToolFailure.self) { try member.load() }
            #expect(failure.messages[0].contains("_720.txt:3: \"three\" is no number"))
        }
    }
}
