import Foundation
import GroundTruth
import Scoring
import Telemetry
import Testing

/// Curves, ranges, VUS, affiliation and point adjustment against the worked cases.
@Suite struct GoldenCurvesTests {
    static let cases = GoldenCase.cases("core") + GoldenCase.cases("edge")
    static func having(_ section: String) -> [GoldenCase] {
        cases.filter { ($0.json["expect"] as! [String: Any])[section] != nil }
    }

    func metrics(_ golden: GoldenCase, _ rule: RangeRule = RangeRule(), window: Int = 0) -> Metrics
    {
        scorecard(
            [golden.series],
            options: ScoringOptions(
                alarmRule: golden.rule, rangeRule: rule, vusWindow: window)
        ).pooled
    }

    @Test(arguments: having("curves")) func `curves enclose the goldens' areas`(
        golden: GoldenCase
    ) throws {
        let metrics = metrics(golden)
        let expected = try #require(golden.expected("curves"))
        expectClose(metrics.aucROC, expected["roc_auc"], "ROC-AUC")
        expectClose(metrics.aucPR, expected["average_precision"], "average precision")
        expectClose(metrics.prAUCTrapezoid, expected["pr_auc_trapezoid"], "trapezoid")
        expectClose(metrics.bestF1.f1, expected["best_f1"], "best F1")
        expectClose(metrics.bestF1.threshold, expected["best_f1_threshold"], "its threshold")
        expectClose(metrics.point.prevalence, expected["prevalence"], "prevalence")
    }

    @Test(arguments: having("curves")) func `curves go through the goldens' points`(
        golden: GoldenCase
    ) throws {
        let expected = try #require(golden.expected("curves"))
        guard let curve = expected["pr_curve"] as? [[Any]] else { return }
        let points = try Scorer.curve([golden.series])
        #expect(points.count == curve.count)
        for (point, expected) in zip(points.reversed(), curve) {
            expectClose(point.threshold, expected[0])
            expectClose(point.precision, expected[1])
            expectClose(point.recall, expected[2])
        }
    }

    @Test func `of thresholds with the same best F1 the highest counts`() {
        // Flagging the first row or the first four gives an F1 of 2/3 either way.
        let series = ScoredSeries(
            machine: "m", times: [0, 1, 2, 3, 4, 5], scores: [0.9, 0.8, 0.7, 0.6, 0.2, 0.1],
            flags: [Bool](repeating: false, count: 6),
            events: [0, 3].map { time in
                TruthEvent(
                    id: "\(time)", machine: "m", kind: "k", group: .process,
                    window: TimeWindow(start: time, end: time + 1))
            }, period: 1)
        let best = scorecard([series]).pooled.bestF1
        #expect(best.f1 == 2.0 / 3 && best.threshold == 0.9)
    }

    @Test(arguments: having("range")) func `ranges are rewarded as in the goldens`(
        golden: GoldenCase
    ) throws {
        for expected in try #require(golden.expectedList("range") as? [[String: Any]]) {
            let bias: RangeRule.Bias =
                switch expected["bias"] as! String {
                case "front": .front
                case "middle": .middle
                case "back": .back
                default: .flat
                }
            let rule = RangeRule(
                recallAlpha: expected["recall_alpha"] as! Double,
                cardinality: expected["cardinality"] as! String == "one" ? .one : .reciprocal,
                recallBias: bias)
            let range = metrics(golden, rule).range
            expectClose(range.precision, expected["precision"], "\(expected)")
            expectClose(range.recall, expected["recall"], "\(expected)")
            expectClose(range.f1, expected["f1"], "\(expected)")
        }
    }

    @Test(arguments: having("vus")) func `volumes under the surface are the goldens'`(
        golden: GoldenCase
    ) throws {
        for expected in try #require(golden.expectedList("vus") as? [[String: Any]]) {
            let metrics = metrics(golden, window: expected["window"] as! Int)
            expectClose(metrics.vusROC, expected["vus_roc"], "VUS-ROC, W \(expected["window"]!)")
            expectClose(metrics.vusPR, expected["vus_pr"], "VUS-PR, W \(expected["window"]!)")
        }
    }

    @Test(arguments: having("affiliation")) func `affiliation is the goldens'`(
        golden: GoldenCase
    ) throws {
        let expected = try #require(golden.expected("affiliation"))
        let affiliation = metrics(golden).affiliation
        expectClose(affiliation.precision, expected["precision"], "precision")
        expectClose(affiliation.recall, expected["recall"], "recall")
        expectClose(affiliation.f1, expected["f1"], "F1")
    }

    @Test(arguments: having("point_adjusted")) func `point adjustment is the goldens'`(
        golden: GoldenCase
    ) throws {
        let expected = try #require(golden.expected("point_adjusted"))
        let adjusted = metrics(golden).pointAdjusted
        #expect(adjusted.truePositives == expected["tp"] as? Int)
        #expect(adjusted.falsePositives == expected["fp"] as? Int)
        #expect(adjusted.falseNegatives == expected["fn"] as? Int)
        expectClose(adjusted.precision, expected["precision"])
        expectClose(adjusted.recall, expected["recall"])
        expectClose(adjusted.f1, expected["f1"])
    }

    @Test(arguments: GoldenCase.cases("nab")) func `NAB scores are the goldens'`(
        golden: GoldenCase
    ) throws {
        let files = (golden.json["files"] as! [[String: Any]]).map { file in
            let scores = scores(file["scores"])
            let windows = (file["windows"] as! [[Int]]).map { $0[0]...$0[1] }
            return (file: NABFile(windows: windows, rowCount: scores.count), scores: scores)
        }
        let profiles: [(String, NABProfile)] = [
            ("standard", .standard), ("reward_low_FP_rate", .lowFP),
            ("reward_low_FN_rate", .lowFN),
        ]
        for (name, profile) in profiles {
            let expected = try #require(golden.expected(name))
            for point in expected["at"] as! [[String: Any]] {
                let threshold = point["threshold"] as! Double
                var sum = NABScore()
                for (file, scores) in files { sum += file.score { scores[$0] >= threshold } }
                expectClose(sum.raw(profile), point["raw"], "\(name) raw at \(threshold)")
                expectClose(sum.normalized(profile), point["normalized"], "\(name) \(threshold)")
                expectClose(sum.silent(profile), expected["null_raw"])
            }
            if let optimum = expected["optimum"] as? [String: Any] {
                let found = NABScore.optimum(files, profile)
                expectClose(found.threshold, optimum["threshold"], "\(name) best threshold")
                expectClose(found.raw, optimum["raw"], "\(name) best raw")
                expectClose(found.normalized, optimum["normalized"], "\(name) best")
            }
        }
    }
}
