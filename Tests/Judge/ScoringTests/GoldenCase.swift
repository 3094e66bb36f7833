import AlarmRules
import Foundation
import GroundTruth
import Scoring
import Telemetry
import Testing

/// One worked case of `Golden/scoring-*.json`.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let id: String
    let note: String
    nonisolated(unsafe) let json: [String: Any]  // made once, only read

    var testDescription: String { note.isEmpty ? id : "\(id): \(note)" }

    init(_ json: [String: Any]) {
        self.json = json
        id = json["id"] as! String
        note = json["note"] as? String ?? ""
    }

    static func cases(_ family: String) -> [GoldenCase] {
        let url = Bundle.module.url(
            forResource: "scoring-\(family)", withExtension: "json", subdirectory: "Golden")!
        let document =
            try! JSONSerialization.jsonObject(with: Data(contentsOf: url)) as! [String: Any]
        return (document["cases"] as! [[String: Any]]).map(GoldenCase.init)
    }

    func expected(_ section: String) -> [String: Any]? {
        (json["expect"] as! [String: Any])[section] as? [String: Any]
    }

    func expectedList(_ section: String) -> [Any]? {
        (json["expect"] as! [String: Any])[section] as? [Any]
    }

    var period: Int64 { Int64((json["sample_period_s"] as! Double) * 1e9) }

    var series: ScoredSeries {
        let labels = json["labels"] as! [Int]
        let times =
            (json["timestamps_s"] as? [Double])?.map { Int64($0 * 1e9) }
            ?? labels.indices.map { Int64($0) * period }
        let kinds = json["event_kinds"] as? [String]
        let events = (json["events_s"] as! [[Double]]).enumerated().map { index, window in
            TruthEvent(
                id: "e\(index)", machine: id, kind: kinds?[index] ?? "overload", group: .process,
                window: TimeWindow(start: Int64(window[0] * 1e9), end: Int64(window[1] * 1e9)))
        }
        let ignored = (json["ignore_rows"] as? [[Int]] ?? []).map {
            TimeWindow(start: times[$0[0]], end: times[$0[1] - 1] + period)
        }
        let probation = json["probation_rows"] as? Int
        return ScoredSeries(
            machine: id, times: times, scores: scores(json["scores"]),
            flags: (json["predictions"] as! [Int]).map { $0 == 1 }, events: events,
            ignoreZones: ignored, probationEnd: probation.map { times[$0] } ?? .min,
            period: period)
    }

    var rule: AlarmRule {
        let rule = json["alarm_rule"] as! [String: Any]
        return AlarmRule(
            mergeGap: .seconds(rule["merge_gap_s"] as! Double), minRows: rule["min_rows"] as! Int,
            cap: (rule["cap_s"] as? Double).map { .seconds($0) })
    }
}

/// Scores as the goldens write them: null is a missing one, "inf" infinity.
func scores(_ list: Any?) -> [Double] {
    (list as? [Any] ?? []).map { $0 as? Double ?? ($0 as? String == "inf" ? .infinity : .nan) }
}
