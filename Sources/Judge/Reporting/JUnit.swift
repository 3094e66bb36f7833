import Telemetry

/// Reports as JUnit XML, which every CI server can read: a suite a scenario, a case a report and bar.
public enum JUnit {
    /// - Parameter bars: what each report has to meet; without any, a case says that the report was
    ///   made and no reading was lost.
    public static func xml(_ reports: [Report], bars: [MetricBar] = []) -> String {
        var names: [String] = []
        for report in reports where !names.contains(report.scenario.name) {
            names.append(report.scenario.name)
        }
        let suites = names.map { name in
            suite(name, reports.filter { $0.scenario.name == name }, bars)
        }
        let tests = suites.reduce(0) { $0 + $1.tests }
        let failures = suites.reduce(0) { $0 + $1.failures }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="scenario-runner" tests="\(tests)" failures="\(failures)">
            \(suites.map(\.xml).joined(separator: "\n"))
            </testsuites>

            """
    }

    private static func suite(_ name: String, _ reports: [Report], _ bars: [MetricBar])
        -> (xml: String, tests: Int, failures: Int)
    {
        var cases: [String] = []
        var (failures, skipped) = (0, 0)
        func add(_ report: Report, _ what: String, _ inside: String) {
            let time = report.timing.first { $0.name == "wall_s" }?.value ?? 0
            let title = "\(report.detector.label), seed \(report.scenario.seed): \(what)"
            cases.append(
                "    <testcase classname=\"\(escape(name))\" name=\"\(escape(title))\" "
                    + "time=\"\(Figures.fixed(time, 3))\"\(inside.isEmpty ? "/>" : ">\(inside)</testcase>")"
            )
        }
        for report in reports {
            if report.delivery.lost > 0 {
                failures += 1
                add(
                    report, "no reading lost",
                    "<failure message=\"\(Figures.count(report.delivery.lost, "reading")) lost\"/>")
            } else {
                add(report, "no reading lost", "")
            }
            for bar in bars {
                let check = BarCheck([bar], [report])
                switch check.lines[0].outcome {
                case .met: add(report, bar.text, "")
                case .notJudged:
                    skipped += 1
                    add(report, bar.text, "<skipped message=\"there is no event to find\"/>")
                case .notMet, .undefined:
                    failures += 1
                    let message = check.failures.joined(separator: "; ")
                    add(report, bar.text, "<failure message=\"\(escape(message))\"/>")
                }
            }
        }
        let xml = """
              <testsuite name="\(escape(name))" tests="\(cases.count)" failures="\(failures)" \
            errors="0" skipped="\(skipped)">
            \(cases.joined(separator: "\n"))
              </testsuite>
            """
        return (xml, cases.count, failures)
    }

    /// Text for an attribute, on one line.
    private static func escape(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": plain += " "
            case _ where scalar.actsOnTerminals && !XMLText.isForbidden(scalar):
                plain += String(scalar).visible
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return XMLText.escape(plain)
    }
}
