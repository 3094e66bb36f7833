import Foundation
import Reporting
import Scoring
import TestSupport
import Testing

private let browser = ["chromium", "chromium-browser", "google-chrome"].first(where: isInstalled)

/// What the script of `html` has put down on its body, in a window `width` pixels wide.
private func opened(
    _ html: String, _ settings: String = "", width: Int = 1280
) throws -> [String: String] {
    let folder = temporaryPath("browser")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    let page = folder + "/page.html"
    try html.write(toFile: page, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
        try #require(browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--user-data-dir=\(folder)/profile", "--virtual-time-budget=4000",
        "--window-size=\(width),1600", "--dump-dom",
        "file://\(page)" + (settings.isEmpty ? "" : "#" + settings),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let body = try #require(text.firstMatch(of: /<body([^>]*)>/)).output.1
    return Dictionary(
        body.matches(of: /data-([a-z]+)="([^"]*)"/).map {
            (String($0.output.1), String($0.output.2))
        },
        uniquingKeysWith: { first, _ in first })
}

@Suite(.enabled(if: browser != nil, "no Chromium: apt-get install chromium"), .serialized)
struct `Pages in a browser` {
    private let made = Plant().make()

    @Test(arguments: [(1280, "light"), (480, "dark")])
    func `a report draws its machines and fits the window`(width: Int, theme: String) throws {
        let html = ReportPage(made.report, trace: made.trace).html
        let body = try opened(
            html, "theme=\(theme)&view=600,720&machine=machine2&sort=events:4:up", width: width)
        #expect(body["ready"] == "1" && body["theme"] == theme)
        #expect(body["shown"] == "machine2" && body["view"] == "600.000,720.000")
        #expect(body["sorted"] == "events:4:up")
        #expect(Int(body["points"] ?? "") ?? 0 > 500)
        #expect(body["overflow"] == "0", "\(body)")
    }

    @Test(.enabled(if: isInstalled("python3")))
    func `clicks, wheel and keys do what a person expects`() throws {
        let page = temporaryPath("driven") + ".html"
        defer { removeTemporary(page) }
        try ReportPage(made.report, trace: made.trace).html
            .write(toFile: page, atomically: true, encoding: .utf8)
        let check = Process()
        check.executableURL = URL(filePath: RepositoryFiles.path("scripts/report-browser-check"))
        check.arguments = [page]
        check.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
        let output = Pipe()
        check.standardOutput = output
        try check.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(text)")
    }

    @Test func `the slider shows what the threshold would have come to`() throws {
        let point = made.report.scorecard.sweep[made.report.scorecard.sweep.count / 2]
        let body = try opened(
            ReportPage(made.report, trace: made.trace).html, "threshold=\(point.threshold)")
        #expect(Double(body["threshold"] ?? "") == point.threshold)
        let headline = try #require(Double(body["headline"] ?? ""))
        #expect(abs(headline - (point.counts.headlineF1 ?? -1)) < 1e-9)
    }

    @Test func `500 machines are shown one at a time, and found by name`() throws {
        var plant = Plant()
        plant.machineNames = (1...500).map { "machine\($0)" }
        plant.rows = 1500
        let large = plant.make()
        let body = try opened(
            ReportPage(large.report, trace: large.trace).html, "search=machine49&machine=machine77",
            width: 520)
        #expect(body["ready"] == "1" && body["shown"] == "machine77")
        #expect(body["filtered"] == "11")
        #expect(body["overflow"] == "0", "\(body)")
    }

    @Test func `a comparison changes between runs, and the overview between metrics`() throws {
        let seeds = [1, 2 as UInt64].map { seed in
            ["good", "blind"].map { name in
                var plant = Plant()
                plant.rows = 3600
                plant.seed = seed
                plant.detector = name
                plant.sensitivity = name == "blind" ? 0 : 1
                return plant.make()
            }
        }
        let comparison = try ReportComparison(
            seeds.joined().map {
                ReportComparison.Source(argument: "r", path: "r", report: $0.report)
            })
        let runs = seeds.compactMap { made in
            ComparedRun(
                made.map { ($0.report.detector.spec, $0.report) },
                pages: made.map { ReportPage($0.report, trace: $0.trace).html })
        }
        #expect(runs.count == 2)
        let page = try opened(
            ComparisonPage(comparison, runs: runs).html, "run=1&theme=dark", width: 480)
        #expect(page["ready"] == "1" && page["run"] == "1" && page["overflow"] == "0", "\(page)")
        #expect(page["shown"] == "machine1,machine2,machine3")
        let plain = try opened(ComparisonPage(comparison).html)
        #expect(plain["ready"] == "1")
        let entries = seeds.joined().map { IndexEntry($0.report, stem: $0.report.fileStem) }
        let index = try opened(IndexPage(entries).html, "metric=2&search=blind", width: 480)
        #expect(index["ready"] == "1" && index["metric"] == "2" && index["filtered"] == "2")
        #expect(index["overflow"] == "0", "\(index)")
    }
}
