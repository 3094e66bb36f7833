import Foundation
import JSONText
import Reporting
import Scoring
import Testing

@Suite struct `Catalogue of metrics` {
    /// All numbers below an object, under their paths.
    private func numbers(_ value: JSONValue, _ path: String = "") -> [String: JSONValue] {
        guard case .object(let members) = value, !path.hasPrefix("recall_by_kind") else {
            return [path: value]
        }
        return members.reduce(into: [:]) { all, member in
            let inside = numbers(member.value, path.isEmpty ? member.key : "\(path).\(member.key)")
            all.merge(inside) { a, _ in a }
        }
    }

    @Test func `a report has every metric under its path, and no other`() {
        #expect(numbers(Metrics().json).keys.sorted() == Metrics.catalogue.map(\.path).sorted())
        #expect(Metrics.topics.reduce(0) { $0 + $1.metrics.count } == Metrics.catalogue.count)
        #expect(
            Metrics.catalogue.allSatisfy { Metrics.description(of: $0.path)?.title == $0.title })
        #expect(Metrics.description(of: "recall_by_kind.drift")?.better == .higher)
        #expect(Metrics.description(of: "event.fl") == nil)
    }

    @Test func `every metric is read back as it was written`() throws {
        var report = Plant().make().report
        // A number of its own for each, so that none can be taken for another.
        for (index, metric) in Metrics.catalogue.enumerated() {
            let number = Double(index) + 0.25
            switch metric.value {
            case .number(_, let set?), .level(_, let set?): set(&report.scorecard.pooled, number)
            case .amount(_, let set?): set(&report.scorecard.pooled, number)
            case .count(_, let set?): set(&report.scorecard.pooled, index)
            case .optionalCount(_, let set?): set(&report.scorecard.pooled, index)
            case .byKind(_, let set?): set(&report.scorecard.pooled, ["drift": number])
            case .number, .level, .amount, .count, .optionalCount, .byKind: break
            }
        }
        let metrics = report.scorecard.pooled
        let read = try Report(json: report.json).scorecard.pooled
        #expect(read == metrics)
        let written = numbers(metrics.json)
        for metric in Metrics.catalogue where !metric.isByKind {
            let number = try #require(metric.number(in: metrics), "\(metric.path)")
            switch written[metric.path] {
            case .integer(let value): #expect(Double(value) == number, "\(metric.path)")
            case .number(let value): #expect(value == number, "\(metric.path)")
            default: Issue.record("\(metric.path) is not written")
            }
        }
    }

    @Test func `every metric has its page and is told of there`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/metrics")
        let pages = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        for metric in Metrics.catalogue {
            let page = try String(
                contentsOf: folder.appending(path: metric.page), encoding: .utf8)
            #expect(!page.isEmpty && !metric.summary.isEmpty && !metric.summary.hasSuffix("."))
            let key = metric.path.prefix { $0 != "." }
            #expect(
                pages.contains("`\(key)`") || page.contains("`\(key)`"), "\(metric.path)")
        }
    }

    @Test func `every metric of a page's list can be seen on the page`() {
        let made = Plant().make()
        let page = ReportPage(made.report, trace: made.trace).html
        for metric in Metrics.catalogue where !metric.isByKind {
            let text = Figures.text(metric, in: made.report.scorecard.pooled)
            #expect(page.contains("\(metric.name) \(text)</span>"), "\(metric.path)")
        }
    }
}
