import CommandLineTool
import JSONText
import LiveGeneration
import MQTTTransport

/// The books at the end of a run.
enum Books {
    /// What the numbers alone do not say.
    static func warnings(_ counts: GeneratorCounts, state: String) -> [String] {
        var lines: [String] = []
        if counts.lostToDamage > 0 {
            lines.append("\(counts.lostToDamage) readings lost: damaged spool in \(state)")
        }
        if counts.lost > counts.lostToDamage {
            lines.append(
                "\(counts.lost - counts.lostToDamage) readings lost: the spool was full, and the oldest went"
            )
        }
        if counts.atRisk > 0 {
            lines.append(
                "\(counts.atRisk) readings were acknowledged within 15 s before the broker went away; one"
                    + " that was killed may have lost(broker) them: scenario-runner reconcile --state"
                    + " \(state) --store STORE finds and repairs that")
        }
        return lines
    }

    static func print(_ counts: GeneratorCounts, _ plan: GeneratorPlan, asJSON: Bool) {
        let books = [
            ("generated", counts.generated), ("published", counts.published),
            ("acked", counts.acked), ("spooled", counts.spooled), ("lost", counts.lost),
        ]
        guard asJSON else {
            Terminal.print(books.map { "\($0.0) \($0.1)" }.joined(separator: "  "))
            return
        }
        var bytes = Array("{\"run\":".utf8)
        JSONBytes.append(quoted: plan.run, to: &bytes)
        let more = [
            ("resumed", counts.resumed), ("withheld", counts.withheld),
            ("broken", counts.broken), ("repeated", counts.repeated), ("resent", counts.resent),
            ("at_risk", counts.atRisk), ("lost_to_damage", counts.lostToDamage),
            ("truth_events", counts.truthEvents), ("reconnects", counts.reconnects),
            ("spool_peak", counts.spoolPeak),
        ]
        for (name, value) in books + more { bytes += Array(",\"\(name)\":\(value)".utf8) }
        for (name, value) in [
            ("late_p50_ms", counts.latenessP50), ("late_p99_ms", counts.latenessP99),
            ("late_max_ms", counts.latenessMax), ("seconds", counts.seconds),
        ] {
            bytes += Array(",\"\(name)\":".utf8)
            JSONBytes.append((value * 1000).rounded() / 1000, to: &bytes)
        }
        Terminal.print(String(decoding: bytes, as: UTF8.self) + "}")
    }
}
