import Scoring

extension ResultTable {
    /// What a reader has to know before believing a table of one scenario.
    func footnotes(_ reports: [Report]) -> [String] {
        var lines = blindDetectors(reports)
        lines += warnings(reports).map { "warning: " + $0.visible }
        guard let scenario = reports.first?.scenario else { return lines }
        if let rule = scenario.raisedRuleText { lines.append(style(rule, .dim)) }
        lines.append(
            style(
                "false alarms are per machine-hour; pass is at most"
                    + " \(Figures.rate(scenario.falseAlarmBudget))", .dim))
        return lines
    }

    private func blindDetectors(_ reports: [Report]) -> [String] {
        var blind: [(spec: String, seeds: [UInt64])] = []
        for report in reports where report.scorecard.isBetterThanChance == false {
            if let place = blind.firstIndex(where: { $0.spec == report.detector.spec }) {
                blind[place].seeds.append(report.scenario.seed)
            } else {
                blind.append((report.detector.spec, [report.scenario.seed]))
            }
        }
        return blind.map { spec, seeds in
            let list = seeds.prefix(10).map(String.init).joined(separator: ", ")
            return style(
                "\(spec) (seed \(list)\(seeds.count > 10 ? ", ..." : "")): no better than chance:"
                    + " a reference that looks at nothing does as well", .bad)
        }
    }

    /// Each warning once, with the detector's name where it is not of all: what seeds say alike but for
    /// the figures comes with their range.
    private func warnings(_ reports: [Report]) -> [String] {
        var specs: [String] = []
        for report in reports where !specs.contains(report.detector.spec) {
            specs.append(report.detector.spec)
        }
        var merged: [(text: String, specs: [String])] = []
        for spec in specs {
            let own = reports.filter { $0.detector.spec == spec }.flatMap(\.warnings)
            for text in FigureRanges.merged(own) {
                if let place = merged.firstIndex(where: { $0.text == text }) {
                    merged[place].specs.append(spec)
                } else {
                    merged.append((text, [spec]))
                }
            }
        }
        return merged.map { text, found in
            found.count == specs.count ? text : "\(found.joined(separator: ", ")): \(text)"
        }
    }
}

/// Sentences that differ in their figures alone, as one.
enum FigureRanges {
    /// Each kind of sentence once, in the order they come: "45.7 to 46 % of the rows".
    static func merged(_ texts: [String]) -> [String] {
        var order: [[String]] = []
        var groups: [[String]: [[Double]]] = [:]
        var first: [[String]: String] = [:]
        for text in texts {
            let (frame, figures) = parts(text)
            if groups[frame] == nil {
                order.append(frame)
                first[frame] = text
            }
            groups[frame, default: []].append(figures)
        }
        return order.map { frame in
            let rows = groups[frame] ?? []
            guard Set(rows).count > 1 else { return first[frame] ?? "" }
            return frame.enumerated().reduce(into: "") { text, piece in
                text += piece.element
                let column = rows.compactMap { piece.offset < $0.count ? $0[piece.offset] : nil }
                guard let least = column.min(), let most = column.max() else { return }
                text += least.shortText + (most > least ? " to \(most.shortText)" : "")
            }
        }
    }

    /// What stands between the figures, and the figures: words that are numbers by themselves.
    private static func parts(_ text: String) -> (frame: [String], figures: [Double]) {
        var frame = [""]
        var figures: [Double] = []
        for (place, word) in text.split(separator: " ", omittingEmptySubsequences: false)
            .enumerated()
        {
            if place > 0 { frame[frame.count - 1] += " " }
            let end = word.lastIndex(where: \.isNumber).map(word.index(after:)) ?? word.startIndex
            if let number = Double(word[..<end]), number.isFinite,
                word[end...].allSatisfy(\.isPunctuation)
            {
                figures.append(number)
                frame.append(String(word[end...]))
            } else {
                frame[frame.count - 1] += word
            }
        }
        return (frame, figures)
    }
}
