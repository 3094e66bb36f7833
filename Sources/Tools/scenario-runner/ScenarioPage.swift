import MachineSimulation
import Reporting
import Scenarios
import Scoring
import Telemetry

/// `scenarios/README.md`, from scenarios and reports.
struct ScenarioPage {
    let scenarios: [Scenario]
    /// Of all scenarios, detectors and seeds.
    let reports: [Report]
    /// SPECs, in the order of their columns.
    let detectors: [String]
    let seeds: [UInt64]
    /// Names of the suite's scenarios.
    let suite: Set<String>

    var markdown: String {
        var lines = [
            "# Scenarios", "",
            "Made by `scenario-runner describe --out scenarios`; change a scenario and run it again. Figures are means"
                + " over seeds \(seeds.map(String.init).joined(separator: ", ")) at each detector's own"
                + " threshold, on the scenarios' own alarm rule (\(ruleText)).", "",
            "- **headline**: the smaller of event F1 and composite F1, on a scenario without faults"
                + " nothing; **fa/h**: false alarms per machine-hour; **delay**: median, from the"
                + " start of a fault, over the faults that were found",
            "- **level**: how far the fault stands out of clean noise; **share**: anomalous part of"
                + " the scored rows; above 10 % (*) row metrics mean little, and `suite-full` has the"
                + " longer form",
            "- `scenario-runner run NAME` runs one, `run suite` the sixteen of the suite, `run"
                + " suite-full` the long forms",
            "",
        ]
        lines += overview + [""] + results + means
        for scenario in scenarios { lines += section(scenario) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var ruleText: String {
        guard let rule = scenarios.first?.alarmRule else { return "" }
        let cap = rule.cap.map { "\(Figures.duration($0)) cap" } ?? "no cap"
        return "merge \(Figures.duration(rule.mergeGap)), min rows \(rule.minRows), \(cap)"
    }

    private var overview: [String] {
        ["| scenario | level | hours | machines | faults | share | it tests |"]
            + ["| --- | --- | --- | --- | --- | --- | --- |"]
            + scenarios.map { scenario in
                let share = share(scenario)
                let cells = [
                    "[\(scenario.name)](#\(scenario.name))", scenario.level,
                    Figures.fixed(Double(scenario.duration) / 3600e9, 1),
                    machines(scenario), faults(scenario),
                    "\(Figures.fixed(share * 100, 1)) %\(share > 0.1 ? " *" : "")",
                    scenario.description,
                ]
                return "| \(cells.joined(separator: " | ")) |"
            }
    }

    /// A row a scenario, a column a detector.
    private var results: [String] {
        let titles = detectors.map { "`\($0)`" }
        return [
            "## What detectors reach", "", "headline, fa/h, delay:", "",
            "| scenario | \(titles.joined(separator: " | ")) |",
            "| --- |" + titles.map { _ in " --- |" }.joined(),
        ]
            + scenarios.map { scenario in
                let cells = detectors.map { detector in
                    let found = reports(scenario, detector)
                    let headline = mean(found.map(\.scorecard.pooled.headlineF1))
                    let delays = mean(found.map(\.scorecard.pooled.delay.median))
                    let hasFaults = found.contains { $0.scorecard.pooled.scoredEvents > 0 }
                    return [
                        hasFaults ? "**\(Figures.fixed(headline, 2))**" : "",
                        Figures.rate(mean(found.map(\.scorecard.pooled.falseAlarmsPerHour))),
                        hasFaults ? Figures.duration(delays) : "",
                    ].filter { !$0.isEmpty }.joined(separator: ", ")
                }
                return "| \(scenario.name) | \(cells.joined(separator: " | ")) |"
            }
    }

    /// The lines under the table: scenarios with faults count alike, whatever their length.
    private var means: [String] {
        let inSuite = scenarios.filter { suite.contains($0.name) }
        var lines = [mean("mean of all", scenarios)]
        if !inSuite.isEmpty, inSuite.count < scenarios.count {
            lines.insert(mean("mean of the suite", inSuite), at: 0)
        }
        return lines
    }

    private func mean(_ label: String, _ scenarios: [Scenario]) -> String {
        let cells = detectors.map { detector in
            let found = scenarios.map { reports($0, detector) }
            let headlines = found.map { mean($0.map(\.scorecard.pooled.headlineF1)) }
            let rates = found.map { mean($0.map(\.scorecard.pooled.falseAlarmsPerHour)) }
            // One false alarm makes a headline of 0 where there is nothing to find.
            let judged = zip(found, headlines).filter {
                $0.0.contains { $0.scorecard.pooled.scoredEvents > 0 }
            }.map(\.1)
            return "**\(Figures.fixed(mean(judged), 2))**, \(Figures.rate(mean(rates)))"
        }
        return "| *\(label)* | \(cells.joined(separator: " | ")) |"
    }

    private func section(_ scenario: Scenario) -> [String] {
        var lines = [
            "", "## \(scenario.name)", "", "\(scenario.description).", "",
            "![\(scenario.name)](pictures/\(scenario.name).svg)", "",
        ]
        let events =
            detectors.first.map { reports(scenario, $0) }?
            .flatMap { $0.scorecard.events } ?? []
        var kinds: [String] = []
        for event in events where !kinds.contains(event.event.kind) {
            kinds.append(event.event.kind)
        }
        if kinds.isEmpty { return lines }
        lines += [
            "| kind | group | times | peak, sigma | can be seen after | trace after the end |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for kind in kinds {
            let all = events.map(\.event).filter { $0.kind == kind }
            let peaks = all.compactMap(\.peakSigma)
            let waits = all.compactMap { event in
                event.observableFrom.map { Double($0 - event.window.start) / 1e9 }
            }
            let tails = all.map { Double($0.effectEnd - $0.window.end) / 1e9 }
            let cells = [
                kind, all[0].group.rawValue,
                Figures.fixed(Double(all.count) / Double(max(1, seeds.count)), 0),
                range(peaks) { Figures.fixed($0, 1) }, range(waits) { Figures.duration($0) },
                range(tails) { Figures.duration($0) },
            ]
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        return lines
    }

    private func range(_ values: [Double], _ text: (Double) -> String) -> String {
        guard let low = values.min(), let high = values.max() else { return "never" }
        let (a, b) = (text(low), text(high))
        return a == b ? a : "\(a) to \(b)"
    }

    private func reports(_ scenario: Scenario, _ detector: String) -> [Report] {
        reports.filter { $0.scenario.name == scenario.name && $0.detector.spec == detector }
    }

    private func mean(_ values: [Double?]) -> Double? {
        let known = values.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    private func share(_ scenario: Scenario) -> Double {
        let points = reports.filter { $0.scenario.name == scenario.name }
            .map(\.scorecard.pooled.point)
        let anomalous = points.reduce(0) { $0 + $1.truePositives + $1.falseNegatives }
        let all = points.reduce(0) { $0 + $1.falsePositives + $1.trueNegatives } + anomalous
        return all == 0 ? 0 : Double(anomalous) / Double(all)
    }

    private func machines(_ scenario: Scenario) -> String {
        var counts: [(profile: String, count: Int)] = []
        for machine in scenario.machines {
            if let place = counts.firstIndex(where: { $0.profile == machine.profile }) {
                counts[place].count += 1
            } else {
                counts.append((machine.profile, 1))
            }
        }
        return counts.map { $0.count == 1 ? $0.profile : "\($0.count) \($0.profile)" }
            .joined(separator: ", ")
    }

    private func faults(_ scenario: Scenario) -> String {
        var counts: [(kind: String, count: Int)] = []
        for kind in scenario.anomalies.map(\.plan.kind) {
            if let place = counts.firstIndex(where: { $0.kind == kind }) {
                counts[place].count += 1
            } else {
                counts.append((kind, 1))
            }
        }
        return counts.isEmpty
            ? "none" : counts.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
    }
}
