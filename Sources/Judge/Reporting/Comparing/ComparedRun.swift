import JSONText
import Scoring

/// One run's curves under several detectors, taken from the pages of its reports: a report's JSON
/// has no readings, its page has.
public struct ComparedRun: Sendable {
    public var scenario: String
    public var seed: UInt64
    /// Nanoseconds since 1970 UTC.
    public var start: Int64
    public var machines: [String]
    private var members: [(key: String, value: JSONValue)]
    private var curves: [JSONValue]

    public var name: String { "\(scenario), seed \(seed)" }

    /// - Parameters:
    ///   - reports: of the same run, the baseline's first, and what each is called.
    ///   - pages: text of each one's HTML page; nil where there is none.
    ///   - firstMachine: the machine to begin with.
    /// - Returns: nil unless every page is there and has curves of the same machines.
    public init?(
        _ reports: [(name: String, report: Report)], pages: [String?], firstMachine: String? = nil
    ) {
        guard let first = reports.first?.report, pages.count == reports.count else { return nil }
        var machines: [String]?
        curves = []
        for ((name, report), page) in zip(reports, pages) {
            guard let page, let data = Self.data(in: page),
                case .array(let names)? = data["machines"],
                case .array(let inside)? = data["reports"], let one = inside.first,
                case .array(let traces)? = one["traces"], !traces.isEmpty
            else { return nil }
            let found = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
            if let machines, machines != found { return nil }
            machines = found
            let index = Dictionary(
                found.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
            // The channels are the same in all pages: once is enough.
            let kept = curves.isEmpty ? traces : traces.map(Self.scoreOnly)
            curves.append(
                .object([
                    ("name", .string(name)), ("traces", .array(kept)),
                    ("alarms", report.alarmSpans(index)),
                ]))
        }
        self.machines = machines ?? []
        scenario = first.scenario.name
        seed = first.scenario.seed
        start = first.scenario.start
        let index = Dictionary(
            self.machines.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        members = first.chartMembers(
            self.machines, index,
            first: firstMachine.flatMap { index[$0] } ?? first.mostTellingMachine(index))
    }

    /// Bytes that the run takes in a page, about.
    public var size: Int {
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        return bytes.count
    }

    /// Without the stretches of single readings, which are most of the curves' size.
    public var withoutCloseUps: ComparedRun {
        var run = self
        run.curves = curves.map { curve in
            guard case .array(let traces)? = curve["traces"] else { return curve }
            return curve.setting(
                "traces", .array(traces.map { $0.setting("z", .array([])) }))
        }
        return run
    }

    var json: JSONValue {
        .object([("name", .string(name))] + members + [("reports", .array(curves))])
    }

    /// The document that a report's page holds for its script.
    private static func data(in page: String) -> JSONValue? {
        let utf8 = page.utf8
        let mark = Array("<script type=\"application/json\" id=\"data\">".utf8)
        guard let open = utf8.firstRange(of: mark),
            let close = utf8[open.upperBound...].firstRange(of: Array("</script>".utf8))
        else { return nil }
        return try? JSONReader.read(Array(utf8[open.upperBound..<close.lowerBound]))
    }

    /// A machine's trace with the last two of its columns, score and threshold.
    private static func scoreOnly(_ trace: JSONValue) -> JSONValue {
        func lastTwo(_ value: JSONValue) -> JSONValue {
            guard case .array(let columns)? = value["c"] else { return value }
            return value.setting("c", .array(Array(columns.suffix(2))))
        }
        var result = lastTwo(trace).setting("ch", .array([]))
        if case .array(let closeUps)? = trace["z"] {
            result = result.setting("z", .array(closeUps.map(lastTwo)))
        }
        return result
    }
}

extension JSONValue {
    /// The object with `value` under `key`; itself if it is no object or has no such key.
    fileprivate func setting(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self,
            let place = members.firstIndex(where: { $0.key == key })
        else { return self }
        members[place].value = value
        return .object(members)
    }
}
