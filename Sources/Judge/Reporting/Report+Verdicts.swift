import JSONText
import Scoring
import Telemetry
import VerdictSources

extension Report {
    /// What a source of verdicts said, all of it accounted for; detectors of ours have none of this.
    public struct Verdicts: Sendable, Equatable {
        public var account: VerdictAccount
        /// Why nothing could be said: the source was never there. Nil where it was.
        public var disconnected: String?
        /// By the world's clock, from an event's beginning, published, to the first verdict on it, received:
        /// what a person waits. Nil where verdicts came out of a file.
        public var wait: DelaySummary?

        public init(
            _ account: VerdictAccount, disconnected: String? = nil, wait: DelaySummary? = nil
        ) {
            self.account = account
            self.disconnected = disconnected
            self.wait = wait
        }

        /// What a reader must know of it, a sentence each.
        var warnings: [String] {
            if let disconnected { return ["the source was never connected: \(disconnected)"] }
            if account.received == 0 { return ["the source was connected, and said nothing"] }
            var warnings = VerdictAccount.Fate.allCases.filter(\.isOdd).compactMap { fate in
                account.counts[fate].map { "\(Figures.count($0, "verdict")) \(fate.sentence)" }
            }
            if account.unresolved > 0 {
                warnings.append(
                    "\(Figures.count(account.unresolved, "alarm")) never resolved: taken to last to"
                        + " the scenario's end")
            }
            return warnings
        }
    }
}

extension VerdictAccount.Fate {
    /// Behind "3 verdicts".
    var sentence: String {
        switch self {
        case .judged: "flagged readings"
        case .inWarmup: "in the warm-up, which is not scored"
        case .notFlagged: "of readings that are not flagged"
        case .ending: "that ended an alarm"
        case .repeated: "said again, and counted once"
        case .otherMachine: "on machines that are not of this scenario"
        case .beforeStart: "before the scenario's start"
        case .afterEnd: "after the scenario's end"
        case .withoutReading: "at times that have no reading"
        case .endingNothing: "that ended an alarm nobody had begun"
        case .notUnderstood: "not understood"
        }
    }
}

// MARK: - JSON

extension Report.Verdicts {
    var json: JSONValue {
        .object([
            ("received", .integer(account.received)),
            (
                "counts",
                .object(
                    VerdictAccount.Fate.allCases.map {
                        ($0.rawValue, .integer(account.counts[$0] ?? 0))
                    })
            ),
            ("unresolved", .integer(account.unresolved)),
            ("never_connected", JSONValue(disconnected)),
            ("wait_s", wait?.json ?? .null),
            (
                "listed",
                .array(
                    account.listed.map {
                        .object([
                            ("fate", .string($0.fate.rawValue)), ("machine", .string($0.machine)),
                            ("time", JSONValue($0.time.map { Instant.text($0) })),
                            ("text", .string($0.text)),
                        ])
                    })
            ),
        ])
    }

    /// - Returns: nil where the report has none.
    init?(_ json: JSONCursor) throws(ReportError) {
        if case .null = json.value { return nil }
        account = VerdictAccount()
        for (name, count) in try json["counts"].members() {
            guard let fate = VerdictAccount.Fate(rawValue: name) else { continue }
            let number = try count.count()
            if number > 0 { account.counts[fate] = number }
        }
        account.unresolved = try json["unresolved"].count()
        disconnected = try json["never_connected"].optionalString()
        if case .null = json["wait_s"].value {} else { wait = try DelaySummary(json["wait_s"]) }
        for item in try json["listed"].elements() {
            guard let fate = VerdictAccount.Fate(rawValue: try item["fate"].string()) else {
                continue
            }
            account.listed.append(
                .init(
                    fate: fate, machine: try item["machine"].string(),
                    time: try item["time"].optionalTime(), text: try item["text"].string()))
        }
    }
}

// MARK: - Tables

extension Report.Verdicts {
    /// What became of what was said: names and numbers, without what did not happen.
    var rows: [(name: String, value: String)] {
        var rows = [("received", Figures.count(account.received))]
        rows += VerdictAccount.Fate.allCases.compactMap { fate in
            account.counts[fate].map { (fate.sentence, Figures.count($0)) }
        }
        if let wait {
            rows += [
                ("wait by the world's clock, median", Figures.duration(wait.median)),
                ("wait, 95th percentile", Figures.duration(wait.p95)),
                ("wait, longest", Figures.duration(wait.max)),
            ]
        }
        return rows
    }

    /// Those that did not count, as they were said.
    var listedRows: [[String]] {
        account.listed.map {
            [
                $0.fate.rawValue, $0.machine, $0.time.map { Instant.text($0) } ?? "",
                $0.text,
            ]
        }
    }
}
