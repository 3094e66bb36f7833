import Foundation
import Reporting
import Scoring
import Testing

private func source(
    _ plant: Plant, from argument: String = "reports", change: (inout Report) -> Void = { _ in }
) -> ReportComparison.Source {
    var report = plant.make(closeUps: false).report
    change(&report)
    return ReportComparison.Source(
        argument: argument, path: "\(argument)/\(report.fileStem).json", report: report)
}

private func plant(_ detector: String, seed: UInt64 = 1, sensitivity: Double = 1) -> Plant {
    var plant = Plant()
    plant.rows = 3600
    plant.detector = detector
    plant.seed = seed
    plant.sensitivity = sensitivity
    return plant
}

@Suite struct `Comparing reports` {
    @Test func `groups by SPEC and holds all against the first`() throws {
        let comparison = try ReportComparison(
            (1...2).flatMap { seed in
                [
                    source(plant("good", seed: seed)),
                    source(plant("blind", seed: seed, sensitivity: 0), from: "elsewhere"),
                ]
            })
        #expect(comparison.entrants.map(\.name) == ["good", "blind"])
        #expect(comparison.comparisons.map(\.runs) == [2] && comparison.holm.isEmpty)
        #expect(!comparison.disagreements.isEmpty)
        #expect(comparison.disagreements.allSatisfy { $0.isFound == [true, false] })
        let text = comparison.text()
        #expect(text.contains("blind against good\nWorse: headline F1"))
        #expect(text.contains("Only good finds"))
        // The other way round by name.
        let turned = try ReportComparison(
            [source(plant("good")), source(plant("blind", sensitivity: 0))], baseline: "blind")
        #expect(turned.entrants.map(\.name) == ["blind", "good"])
        #expect(turned.comparisons[0].headline.difference ?? 0 > 0)
    }

    @Test func `tells two versions of one SPEC by where they lie`() throws {
        let comparison = try ReportComparison([
            source(plant("one"), from: "old"), source(plant("one", sensitivity: 0), from: "new"),
        ])
        #expect(comparison.entrants.map(\.name) == ["one (old)", "one (new)"])
        // Different seeds of one SPEC: not paired, and said so.
        let seeds = try ReportComparison([
            source(plant("one"), from: "a.json"), source(plant("one", seed: 2), from: "b.json"),
        ])
        #expect(seeds.comparisons[0].isPaired == false && seeds.disagreements.isEmpty)
        #expect(seeds.notes.contains { $0.contains("no seed is common") })
    }

    @Test func `takes parts of a sweep as one, and a report that is there twice as one`() throws {
        let good = source(plant("good"), from: "part1")
        let copy = source(plant("good"), from: "part2") { $0.timing = [] }
        let comparison = try ReportComparison([
            good, copy, source(plant("blind", sensitivity: 0), from: "part2"),
            source(plant("good", seed: 2), from: "part3"),
            source(plant("blind", seed: 2, sensitivity: 0), from: "part1"),
        ])
        #expect(comparison.entrants.map(\.reports.count) == [2, 2])
    }

    @Test func `of three or more gives each pair's corrected p`() throws {
        let comparison = try ReportComparison(
            (1...4).flatMap { seed in
                zip(["a", "b", "c"], [1, 0.9, 0]).map {
                    source(plant($0, seed: seed, sensitivity: $1))
                }
            })
        #expect(comparison.comparisons.count == 2)
        #expect(comparison.holm.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
        #expect(comparison.friedman != nil)
    }

    @Test func `refuses what is not comparable and says why`() throws {
        func refusal(
            common: Bool = false, _ sources: ReportComparison.Source...
        ) -> ComparisonRefusal? {
            do {
                _ = try ReportComparison(sources, onlyCommon: common)
                return nil
            } catch { return error }
        }
        let a = source(plant("a"))
        #expect(refusal() == .nothing)
        #expect(refusal(a) == .onlyOne("a"))
        let lost = source(plant("b")) {
            $0.delivery.lost = 7
            $0.delivery.stored -= 7
        }
        #expect(refusal(a, lost) == .lostReadings(path: lost.path, count: 7))
        #expect("\(refusal(a, lost)!)".contains("7 readings were lost on the way"))
        let unbalanced = source(plant("b")) { $0.delivery.scored -= 1 }
        #expect(refusal(a, unbalanced) == .unbalanced(path: unbalanced.path))
        let other = source(plant("b")) {
            $0.scenario.sha256 = String(repeating: "ab", count: 32)
        }
        #expect("\(refusal(a, other)!)".contains("are of different scenarios (sha256 5a5a5a5a5a5a"))
        let rule = source(plant("b")) { $0.scenario.alarmRule.say(mergeGap: .seconds(3)) }
        #expect("\(refusal(a, rule)!)".contains("different rules"))
        let events = source(plant("b")) { $0.scorecard.events.removeLast() }
        #expect("\(refusal(a, events)!)".contains("against different events"))
        let b = source(plant("b"))
        let more = source(plant("b", seed: 2))
        #expect(
            refusal(a, b, more)
                == .missingRun(run: "three-presses seed 2", of: "a", has: "b"))
        #expect(refusal(common: true, a, b, more) == nil)
        #expect(
            try ReportComparison([a, b, more], onlyCommon: true).notes
                == ["1 run that not all have is left out"])
        #expect(refusal(common: true, a, more) == .nothingInCommon)
        let twice = source(plant("a")) { $0.scorecard.pooled.headlineF1 = 0.1 }
        #expect("\(refusal(a, twice, b)!)".contains("are of the same run and differ"))
        // Also where a third is named between them.
        let elsewhere = source(plant("a"), from: "elsewhere") {
            $0.scorecard.pooled.headlineF1 = 0.2
        }
        #expect("\(refusal(a, elsewhere, twice)!)".contains("are of the same run and differ"))
        let hours = source(plant("b")) { $0.scorecard.blockLength = 7200 }
        #expect("\(refusal(a, hours)!)".contains("different rules"))
    }

    @Test func `as JSON names events by who found them and is the same every time`() throws {
        let sources = [source(plant("good")), source(plant("blind", sensitivity: 0))]
        let json = try ReportComparison(sources).json
        #expect(json == (try ReportComparison(sources).json))
        guard case .array(let events)? = json["events"] else {
            Issue.record("no events")
            return
        }
        #expect(events.first?["found_by"] == .array([.string("good")]))
        #expect(events.first?["missed_by"] == .array([.string("blind")]))
        guard case .array(let comparisons)? = json["comparisons"] else {
            Issue.record("no comparisons")
            return
        }
        #expect(comparisons.first?["verdict"] != nil)
    }
}

@Suite struct `The page of a comparison` {
    private func made(_ name: String, machines: Int = 3, rows: Int = 3600) -> Plant.Made {
        var plant = Plant()
        plant.rows = rows
        plant.machineNames = (1...machines).map { "machine\($0)" }
        plant.detector = name
        plant.sensitivity = name == "blind" ? 0 : 1
        return plant.make()
    }

    @Test func `takes the curves from the pages of the reports, the channels once`() throws {
        let reports = ["good", "blind"].map { ($0, made($0)) }
        let pages = reports.map { ReportPage($1.report, trace: $1.trace).html }
        let named = reports.map { (name: $0, report: $1.report) }
        let run = try #require(
            ComparedRun(named, pages: pages, firstMachine: "machine2"))
        #expect(run.machines == ["machine1", "machine2", "machine3"])
        // Two of six columns of the second.
        #expect(run.size < pages[0].utf8.count + pages[1].utf8.count * 6 / 10)
        let comparison = try ReportComparison(
            reports.map {
                ReportComparison.Source(argument: "r", path: "r/\($0).json", report: $1.report)
            })
        let html = ComparisonPage(comparison, runs: [run]).html
        #expect(html.contains("\"name\":\"blind\"") && html.contains("\"ch\":[]"))
        #expect(html.contains("data-run=\"0\" data-machine="))
        #expect(!html.contains("http://") && !html.contains("https://"))
        #expect(ComparedRun(named, pages: [pages[0], nil]) == nil)
        #expect(ComparedRun(named, pages: [pages[0], "<html></html>"]) == nil)
    }

    @Test func `without close-ups still holds the whole run`() throws {
        let reports = ["good", "blind"].map { ($0, made($0, machines: 20, rows: 30_000)) }
        let run = try #require(
            ComparedRun(
                reports.map { (name: $0, report: $1.report) },
                pages: reports.map { ReportPage($1.report, trace: $1.trace).html }))
        #expect(run.withoutCloseUps.size < run.size)
        #expect(run.withoutCloseUps.size < 4_300_000)
    }
}

@Suite struct `The overview` {
    @Test func `has a cell for each scenario and detector and a row for each report`() {
        let entries = ["one", "two"].flatMap { name in
            (1...2 as ClosedRange<UInt64>).map { seed -> IndexEntry in
                var report = plant(name, seed: seed).make(closeUps: false).report
                if name == "two" { report.scenario.name = "<other>" }
                return IndexEntry(report, stem: report.fileStem)
            }
        }
        let html = IndexPage(entries.reversed()).html
        #expect(html.contains("4 reports: 2 scenarios, 2 detectors, 2 seeds"))
        #expect(html.split(separator: "<td class=\"heat hn\">").count == 3)
        #expect(html.contains("<a href=\"three-presses--one--1.html\">three-presses</a>"))
        #expect(html.contains("&lt;other&gt;") && !html.contains("<other>"))
        // Any order of entries, one page.
        #expect(html == IndexPage(entries).html)
        #expect(IndexPage([]).html.contains("There are none yet."))
    }

    @Test func `holds no means over different scenarios against each other in silence`() {
        func entry(_ scenario: String, _ detector: String, _ headline: Double?) -> IndexEntry {
            var report = plant(detector).make(closeUps: false).report
            report.scenario.name = scenario
            report.scorecard.pooled.headlineF1 = headline
            return IndexEntry(report, stem: report.fileStem)
        }
        let all = [
            entry("easy", "a", 0.9), entry("hard", "a", 0.5), entry("clean", "a", nil),
            entry("hard", "b", 0.6),
        ]
        let html = IndexPage(all).html
        #expect(html.contains("mean of scenarios (of how many)"))
        #expect(html.contains("<span>0.70 (2)</span>") && html.contains("<span>0.60 (1)</span>"))
        #expect(html.contains("mean of those all have (of how many)"))
        #expect(html.contains("<span>0.50 (1)</span>"))
        #expect(html.contains("median delay (means of medians)"))
        let same = IndexPage([entry("easy", "a", 0.9), entry("hard", "a", 0.5)]).html
        #expect(same.contains(">mean of scenarios<") && same.contains("<span>0.70</span>"))
        #expect(!same.contains("of how many"))
    }
}

@Suite struct `The page of a report` {
    @Test func `of 500 machines with thousands of events and false alarms stays below 5 MB`() {
        var plant = Plant()
        plant.machineNames = (1...500).map { "machine\($0)" }
        plant.rows = 4000
        plant.faultEvery = 300
        let made = plant.make()
        #expect(made.report.scorecard.events.count > 5000)
        let html = ReportPage(made.report, trace: made.trace).html
        #expect(html.utf8.count <= 5_000_000 && html.utf8.count > 2_000_000)
        #expect(html.contains("The first 1,500 of"))
        #expect(!html.contains("http://") && !html.contains("https://"))
    }

    @Test func `gives up curves of machines where nothing happened when it grows too large`() {
        var plant = Plant()
        plant.machineNames = (1...3000).map { "machine\($0)" }
        plant.rows = 700
        plant.faultEvery = 10_000
        plant.faultLength = 20
        let made = plant.make()
        let html = ReportPage(made.report, trace: made.trace).html
        #expect(html.utf8.count <= 5_000_000 && html.utf8.count > 1_000_000)
        #expect(html.contains("machines are left out for the page's size"))
    }
}
