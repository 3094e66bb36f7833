import AlarmRules
import GroundTruth
import JSONText
import Scoring
import Telemetry

extension Report {
    /// Reads a report's JSON file, with or without a byte order mark.
    /// - Throws: ``ReportError``.
    public init(jsonBytes: [UInt8]) throws(ReportError) {
        let json: JSONValue
        let text =
            jsonBytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(jsonBytes.dropFirst(3)) : jsonBytes
        do throws(JSONSyntaxError) { json = try JSONReader.read(text, takesRepeats: false) } catch {
            throw .syntax(line: error.line, column: error.column, expected: error.expected)
        }
        try self.init(json: json)
    }

    /// The report that ``json`` is of; alarms beyond ``alarmLimit`` are not in the file.
    /// - Throws: ``ReportError``.
    public init(json: JSONValue) throws(ReportError) {
        let document = JSONCursor(json)
        guard case .string(Report.schema)? = json["schema"] else {
            guard case .string(let found)? = json["schema"] else { throw .schema(found: nil) }
            if found.hasPrefix(Report.schemaFamily) { throw .version(found: found) }
            throw .schema(found: found)
        }
        self.init(
            scenario: try Scenario(document["scenario"]),
            detector: try Detector(document["detector"]),
            route: try document["route"].string(), delivery: try Delivery(document["delivery"]),
            scorecard: try Scorecard(report: document), notes: try document["notes"].strings())
        for (name, value) in try document["timing"].members() {
            timing.append(Timing(name, try value.metric()))
        }
    }
}

extension Report.Scenario {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        let rule = json["alarm_rule"]
        var alarmRule = AlarmRule(
            mergeGap: Duration(inSeconds: try rule["merge_gap_s"].amount()),
            minRows: try rule["min_rows"].count(),
            cap: try rule["cap_s"].optionalAmount().map { Duration(inSeconds: $0) })
        // Reports of before do not say how many rows gap and cap last at least: none did.
        alarmRule.leastGapRows = try rule["least_merge_gap_rows"].optionalCount() ?? 0
        alarmRule.leastCapRows = try rule["least_cap_rows"].optionalCount() ?? 0
        self.init(
            name: try json["name"].string(), summary: try json["summary"].string(),
            sha256: try json["sha256"].string(), seed: try json["seed"].seed(),
            start: try json["start"].time(), duration: try json["duration_s"].amount(),
            interval: try json["interval_s"].amount(),
            machineCount: try json["machines"].count(), warmup: try json["warmup_s"].amount(),
            alarmRule: alarmRule,
            falseAlarmBudget: try json["false_alarm_budget_per_hour"].amount())
    }
}

extension Report.Detector {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            name: try json["name"].string(), spec: try json["spec"].string(),
            parameters: try json["parameters"].members().map { .init($0.key, $0.value.value) },
            sees: try json["sees"].optionalString() ?? "",
            isHindsight: json["hindsight"].value == .bool(true))
    }
}

extension Report.Delivery {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            generated: try json["generated"].count(),
            published: try json["published"].count(), stored: try json["stored"].count(),
            scored: try json["scored"].count(), lost: try json["lost"].count(),
            duplicated: try json["duplicated"].count(),
            withheld: try json["withheld"].count(),
            broken: try json["broken"].optionalNumber().flatMap { Int(exactly: $0) } ?? 0,
            repaired: try json["repaired"].optionalNumber().flatMap { Int(exactly: $0) } ?? 0)
    }
}

extension Scorecard {
    fileprivate init(report: JSONCursor) throws(ReportError) {
        self.init()
        pooled = try Metrics(report["metrics"])
        for machine in try report["machines"].elements() {
            machines.append(
                MachineScore(
                    id: try machine["id"].string(), metrics: try Metrics(machine["metrics"])))
        }
        for event in try report["events"].elements() { events.append(try EventResult(event)) }
        for alarm in try report["alarms"].elements() { alarms.append(try AlarmResult(alarm)) }
        for reference in try report["references"].elements() {
            references.append(
                ReferenceScore(
                    name: try reference["name"].string(),
                    headlineF1: try reference["headline_f1"].optionalMetric(),
                    falseAlarmsPerHour: try reference["false_alarms_per_hour"].optionalMetric(),
                    event: try Metrics(reference["event"], group: "event").event,
                    compositeEvent: try Metrics(
                        reference["composite_event"], group: "composite_event"
                    ).compositeEvent))
        }
        for doubt in try report["doubts"].elements() {
            if case .string("run_to_failure") = doubt.value {
                warnings.append(.runToFailure)
            } else {
                warnings.append(.contamination(share: try doubt["contamination"].metric()))
            }
        }
        blockLength = try report["blocks"]["length_s"].amount()
        for row in try report["blocks"]["rows"].elements() {
            let cells = try row.elements(count: BlockCounts.columnNames.count)
            blocks.append(
                BlockCounts(
                    machine: try cells[0].string(), index: try cells[1].count(),
                    counts: try PredictionCounts(cells[2...])))
        }
        let most = blocks.map(\.counts.largest).max() ?? 0
        guard !most.multipliedReportingOverflow(by: 4 * blocks.count).overflow else {
            throw .member(
                path: report["blocks"]["rows"].path, expected: "counts that can be added up")
        }
        for row in try report["sweep"]["rows"].elements() {
            let cells = try row.elements(count: SweepPoint.columnNames.count)
            sweep.append(
                SweepPoint(
                    threshold: try cells[0].number(), counts: try PredictionCounts(cells[1...])))
        }
    }
}

extension JSONCursor {
    fileprivate func elements(count: Int) throws(ReportError) -> [JSONCursor] {
        let all = try elements()
        guard all.count == count else {
            throw .member(path: path, expected: "\(count) values, as \"columns\" says")
        }
        return all
    }
}

extension PredictionCounts {
    /// From cells in the order of ``columnNames``.
    fileprivate init(_ cells: ArraySlice<JSONCursor>) throws(ReportError) {
        let cells = Array(cells)
        self.init()
        point = PointCounts(
            truePositives: try cells[0].count(), falsePositives: try cells[1].count(),
            falseNegatives: try cells[2].count(), trueNegatives: try cells[3].count())
        event = EventCounts(
            detected: try cells[4].count(), missed: try cells[5].count(),
            falseAlarms: try cells[6].count(), alarms: try cells[7].count())
        hitEvents = try cells[8].count()
        normalHours = try cells[9].amount()
    }
}

extension PredictionCounts {
    /// The largest of the counts.
    fileprivate var largest: Int {
        max(
            point.truePositives, point.falsePositives, point.falseNegatives, point.trueNegatives,
            event.detected, event.missed, event.falseAlarms, event.alarms, hitEvents)
    }
}

extension EventResult {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        let group = json["group"]
        guard let known = TruthEvent.Group(rawValue: try group.string()) else {
            let all = TruthEvent.Group.allCases.map(\.rawValue).joined(separator: ", ")
            throw .member(path: group.path, expected: "one of \(all)")
        }
        self.init(
            event: TruthEvent(
                id: try json["id"].string(), machine: try json["machine"].string(),
                kind: try json["kind"].string(), group: known, window: try json.window(),
                rootChannels: try json["root_channels"].strings(),
                affectedChannels: try json["affected_channels"].strings(),
                observableFrom: try json["observable_from"].optionalTime(),
                effectEnd: try json["effect_end"].time(),
                peakSigma: try json["peak_sigma"].optionalMetric(),
                isScored: try json["to_be_scored"].bool()),
            isScored: try json["is_scored"].bool(), isDetected: try json["detected"].bool(),
            hasFlaggedRow: try json["has_flagged_row"].bool(),
            delay: try json["delay_s"].optionalMetric(),
            delayFromObservable: try json["delay_from_observable_s"].optionalMetric(),
            wasArmedBefore: try json["armed_before"].bool(),
            peakScore: try json["peak_score"].optionalNumber())
    }
}

extension AlarmResult {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        let name = try json["outcome"].string()
        let all: [Outcome] = [.detection, .falseAlarm, .ignored]
        guard let outcome = all.first(where: { $0.name == name }) else {
            throw .member(
                path: json["outcome"].path,
                expected: "one of \(all.map(\.name).joined(separator: ", "))")
        }
        self.init(
            machine: try json["machine"].string(), window: try json.window(), outcome: outcome,
            cause: try json["cause"].optionalString(),
            peakScore: try json["peak_score"].optionalNumber())
    }
}
