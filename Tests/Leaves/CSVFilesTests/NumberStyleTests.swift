import CSVFiles
import Foundation
import TestSupport
import Testing

private func withCell<Result>(_ text: String, _ body: (CSVCell) -> Result) -> Result {
    Array(text.utf8).withUnsafeBytes { body(CSVCell(bytes: $0)) }
}

private func verdict(
    _ cells: [String], _ forced: NumberStyle.Mark? = nil, commaParts: Bool = false
) -> ColumnSurvey.Verdict {
    var survey = ColumnSurvey()
    for (index, text) in cells.enumerated() { withCell(text) { survey.take($0, line: index + 2) } }
    return survey.verdict(forced, commaParts: commaParts)
}

@Suite struct `Cells of numbers` {
    @Test(
        arguments: [
            ("", .missing), (" ", .missing), ("#N/A", .mark), ("<NA>", .missing),
            ("n/a", .missing),
            ("1.#QNAN", .mark), ("-1.#IND", .mark), ("NULL", .missing), ("None", .missing),
            ("?", .mark), ("-", .mark), ("12", .whole), ("-1e5", .whole), ("nan", .whole),
            ("60.4", .point), ("0.408", .point), ("1.234", .pointOrGroup), ("60,4", .comma),
            ("0,408", .comma), ("-60,4081", .comma), ("60,408", .commaOrGroup),
            ("1.234,5", .groupedComma), ("1.234.567", .groupedComma), ("1,060.12", .thousands),
            ("1,234,567", .thousands), ("1'060", .thousands), ("1 060,5", .thousands),
            ("1\u{A0}060", .thousands), ("12.3 C", .text), ("<0.01", .text), ("Bad Input", .text),
            ("2026-01-31", .text), ("10.0.0.1", .text), ("1,2,3", .text), ("0x10", .text),
        ] as [(String, NumberShape)])
    func `have a shape each`(text: String, shape: NumberShape) {
        withCell(text) { #expect($0.shape == shape, "\(text)") }
    }

    @Test func `are read in the style of their column`() {
        let comma = NumberStyle(.comma)
        let grouped = NumberStyle(.comma, hasGroups: true)
        for (text, style, value) in [
            ("60,408", comma, 60.408), ("-0,5e3", comma, -500), ("12", comma, 12),
            ("1.234,5", grouped, 1234.5), ("1.234", grouped, 1234), (" 7,25 ", comma, 7.25),
            ("60.4", NumberStyle(), 60.4),
        ] { withCell(text) { #expect($0.number(style) == value, "\(text)") } }
        for (text, style) in [
            ("5.00", comma), ("1.234", comma), ("5,0", NumberStyle()), ("1,060.12", grouped),
        ] { withCell(text) { #expect($0.number(style) == nil, "\(text)") } }
    }

    @Test func `make a column of numbers, with what is none counted and shown`() {
        let ten = (0..<10).map { "\($0).5" }
        #expect(verdict(ten) == .numbers(NumberStyle(), bad: 0, first: nil))
        #expect(
            verdict(ten + ["Bad Input", "n/a", "12 C"])
                == .numbers(NumberStyle(), bad: 2, first: .init(text: "Bad Input", line: 12)))
        #expect(
            verdict(["x", "y", "3"]) == .text(numbers: 1, first: .init(text: "x", line: 2)))
        #expect(
            verdict(["1", "-", "-", "-", ""])
                == .numbers(NumberStyle(), bad: 3, first: .init(text: "-", line: 3)))
        #expect(verdict(["", "NA"]) == .numbers(NumberStyle(), bad: 0, first: nil))
    }

    @Test func `show whether commas are decimal`() {
        let comma = NumberStyle(.comma)
        #expect(verdict(["60,408", "61"]) == .numbers(comma, bad: 0, first: nil))
        #expect(
            verdict(["60,408", "1.234,5"])
                == .numbers(NumberStyle(.comma, hasGroups: true), bad: 0, first: nil))
        // In a file parted by commas a quoted 1,060 beside 950 is more likely a thousand.
        let first = ColumnSurvey.Example(text: "1,060", line: 3)
        #expect(verdict(["950", "1,060"], commaParts: true) == .ambiguous(first))
        #expect(
            verdict(["950", "1,060"], .comma, commaParts: true)
                == .numbers(NumberStyle(.comma, hasGroups: true), bad: 0, first: nil))
        #expect(verdict(["950", "1,060"], .point, commaParts: true) == .thousands(first))
        #expect(verdict(["950.5", "1,060"]) == .thousands(first))
        #expect(
            verdict(["0,950", "1,060"], commaParts: true) == .numbers(comma, bad: 0, first: nil))
        #expect(
            verdict(["950.12", "1,060.12"], commaParts: true)
                == .thousands(.init(text: "1,060.12", line: 3)))
        #expect(
            verdict(["5.00", "5.01", "5,02"])
                == .numbers(NumberStyle(), bad: 1, first: .init(text: "5,02", line: 4)))
    }
}

@Suite struct `Names of columns` {
    @Test func `tell labels whatever their case, blanks and place`() {
        for name in ["label", "Label", "IS_ANOMALY", "is anomaly", "Ground-Truth", "Class"] {
            #expect(ColumnNames.rank(name, in: ColumnNames.labels) != nil, "\(name)")
        }
        #expect(ColumnNames.rank("labelled", in: ColumnNames.labels) == nil)
        #expect(ColumnNames.first(ColumnNames.labels, in: ["class", "Label", "a"]) == 1)
        #expect(ColumnNames.first(["time"], in: ["Time", "time"]) == 1)
        #expect(ColumnNames.isUnnamed("Unnamed: 0") && ColumnNames.isUnnamed(""))
        #expect(
            ColumnNames.isUnnamed("Unnamed: 0.1") && ColumnNames.isUnnamed("Unnamed: 0_level_1"))
        #expect(!ColumnNames.isUnnamed("Unnamed: valve") && !ColumnNames.isUnnamed("Unnamed: "))
    }

    @Test func `are told apart by their bytes`() {
        #expect(ColumnNames.place(of: "cafe\u{301}", in: ["caf\u{E9}", "cafe\u{301}"]) == 1)
    }
}
