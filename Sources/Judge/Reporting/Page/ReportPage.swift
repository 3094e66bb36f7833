import JSONText
import Scoring

/// The HTML page of one report: self-contained, offline, a tool to look at a run with.
public struct ReportPage: Sendable {
    public var report: Report
    /// Nil for a page without curves.
    public var trace: Trace?
    /// Unit of each channel that has one, for the charts' axes.
    public var units: [String: String]

    public init(_ report: Report, trace: Trace? = nil, units: [String: String] = [:]) {
        self.report = report
        self.trace = trace
        self.units = units
    }

    /// Events, and false alarms, that the page lists; the JSON report has more.
    static let rowLimit = 1500

    var metrics: Metrics { report.scorecard.pooled }

    /// All machines, in the order of the report.
    var machines: [String] {
        var names = report.scorecard.machines.map(\.id)
        let known = Set(names)
        names += (trace?.machines.map(\.id) ?? []).filter { !known.contains($0) }
        return names
    }

    /// Machines whose curves are in the page.
    var curvedMachines: Set<String> { Set((trace?.machines ?? []).map(\.id)) }

    /// No page is larger: one that would be gives up curves, those that tell most last.
    public static let byteLimit = 5_000_000

    public var html: String {
        let whole = text
        guard whole.utf8.count > Self.byteLimit, let trace else { return whole }
        var page = self
        page.trace = trace.withoutCloseUps
        var kept = page.byTrouble(trace.machines.map(\.id))
        while true {
            let text = page.text
            if text.utf8.count <= Self.byteLimit || kept.isEmpty { return text }
            kept.removeLast((kept.count + 1) / 2)
            page.trace = trace.withoutCloseUps.keeping(Set(kept))
        }
    }

    /// `ids` in order, those with most missed events, false alarms and events first.
    func byTrouble(_ ids: [String]) -> [String] {
        let scores = Dictionary(
            report.scorecard.machines.map { machine -> (String, [Int]) in
                let event = machine.metrics.event
                return (
                    machine.id,
                    [event.missed, event.falseAlarms, machine.metrics.scoredEvents]
                )
            }, uniquingKeysWith: { first, _ in first })
        return ids.enumerated().sorted { a, b in
            let (one, other) = (scores[a.element] ?? [0, 0, 0], scores[b.element] ?? [0, 0, 0])
            return one == other ? a.offset < b.offset : other.lexicographicallyPrecedes(one)
        }.map(\.element)
    }

    private var text: String {
        let title =
            "\(report.scenario.name): \(report.detector.label), seed \(report.scenario.seed)"
        let index = machineIndex
        return HTML.page(
            title: title,
            body: [
                header, warnings, tiles, fleet, charts, threshold, events(index),
                falseAlarms(index),
                "<div class=\"two\">\(kinds)\(references)</div>", machineTable, verdicts,
                everyMetric,
                provenance,
            ].joined(separator: "\n"),
            data: data(index), script: PageScript.charts)
    }

    var machineIndex: [String: Int] {
        Dictionary(
            machines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Seconds from the start of the run.
    func seconds(_ time: Int64) -> Double { time.seconds(since: report.scenario.start) }

    private func data(_ index: [String: Int]) -> JSONValue {
        .object(
            report.chartMembers(
                machines, index, first: report.mostTellingMachine(index), tellsFound: true)
                + [
                    (
                        "units",
                        .object(units.sorted { $0.key < $1.key }.map { ($0, .string($1)) })
                    ),
                    (
                        "reports",
                        .array([
                            .object([
                                ("name", .string(report.detector.label)),
                                ("traces", trace?.json(machineIndex: index) ?? .array([])),
                                ("alarms", report.alarmSpans(index)),
                            ])
                        ])
                    ),
                    ("sweep", .array(report.scorecard.sweep.map(\.row))),
                    (
                        "working",
                        .object([
                            ("rowP", JSONValue(metrics.point.precision)),
                            ("rowR", JSONValue(metrics.point.recall)),
                            ("eventP", JSONValue(metrics.event.precision)),
                            ("eventR", JSONValue(metrics.event.recall)),
                        ])
                    ),
                ])
    }
}

extension Report {
    /// Events, and alarms, that charts show.
    private static let chartedEvents = 20_000

    /// What charts need to know of the run, whoever detected.
    ///
    /// - Parameter tellsFound: whether each event says if it was missed (0), found (1) or not scored (2).
    func chartMembers(
        _ machines: [String], _ index: [String: Int], first: Int, tellsFound: Bool = false
    ) -> [(key: String, value: JSONValue)] {
        let kinds = Array(Set(scorecard.events.map(\.event.kind))).sorted()
        let kindIndex = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
        func seconds(_ time: Int64) -> JSONValue { .number(time.seconds(since: scenario.start)) }
        return [
            ("start", .number(Double(scenario.start) / 1e6)),
            ("duration", .number(scenario.duration)), ("interval", .number(scenario.interval)),
            ("warmup", .number(scenario.warmup)),
            ("machines", .array(machines.map { .string($0) })),
            ("first", .integer(first)),
            ("kinds", .array(kinds.map { .string($0) })),
            (
                "truth",
                .array(
                    scorecard.events.prefix(Self.chartedEvents).compactMap { result in
                        guard let machine = index[result.event.machine],
                            let kind = kindIndex[result.event.kind]
                        else { return nil }
                        let found = !result.isScored ? 2 : result.isDetected ? 1 : 0
                        return .array(
                            [
                                .integer(machine), seconds(result.event.window.start),
                                seconds(result.event.window.end), .integer(kind),
                            ] + (tellsFound ? [.integer(found)] : []))
                    })
            ),
        ]
    }

    /// The machine to begin with where not all are shown: the one with most missed events and false
    /// alarms, else most events.
    func mostTellingMachine(_ index: [String: Int]) -> Int {
        // Strictly better only: of equals, the first.
        var worst: (id: String, trouble: Int, events: Int)?
        for machine in scorecard.machines {
            let trouble = machine.metrics.event.missed + min(machine.metrics.event.falseAlarms, 1)
            let events = machine.metrics.scoredEvents
            if let known = worst, (known.trouble, known.events) >= (trouble, events) { continue }
            worst = (machine.id, trouble, events)
        }
        return worst.flatMap { index[$0.id] } ?? 0
    }

    /// Alarms as the charts take them: machine, start, end, outcome (0 detection, 1 false, 2 neither).
    func alarmSpans(_ index: [String: Int]) -> JSONValue {
        .array(
            listedAlarms.compactMap { alarm in
                guard let machine = index[alarm.machine] else { return nil }
                let outcome =
                    switch alarm.outcome {
                    case .detection: 0
                    case .falseAlarm: 1
                    case .ignored: 2
                    }
                func seconds(_ time: Int64) -> JSONValue {
                    .number(time.seconds(since: scenario.start))
                }
                return .array([
                    .integer(machine), seconds(alarm.window.start), seconds(alarm.window.end),
                    .integer(outcome),
                ])
            })
    }
}
