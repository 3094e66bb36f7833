import Telemetry

/// Why reports can't be compared.
public enum ComparisonRefusal: Error, Equatable, Sendable {
    case nothing
    case onlyOne(String)
    case unknownBaseline(String, known: [String])
    case nothingInCommon
    /// Two reports of one run and SPEC with different results, from one argument.
    case repeated(run: String, spec: String, String, String)
    case lostReadings(path: String, count: Int)
    /// Readings that were made are neither stored nor withheld, or stored and not scored.
    case unbalanced(path: String)
    /// Two scenarios of one name: each path and hash.
    case differentScenario(name: String, String, String, String, String)
    case differentRules(name: String, String, String)
    case missingRun(run: String, of: String, has: String)
    case differentEvents(run: String, String, String)
}

extension ComparisonRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nothing:
            return "there is no report to compare; name report files, or folders of them"
        case .onlyOne(let name):
            return "all reports are of one detector, \(name): name those of another one too"
        case .unknownBaseline(let name, let known):
            return "--baseline \(name): there is no report of it; there are"
                + " \(known.joined(separator: ", "))" + Spelling.question(name, in: known)
        case .nothingInCommon:
            return "there is no run (scenario and seed) that all detectors have"
        case .repeated(let run, let spec, let a, let b):
            return "\(run), \(spec): \(a) and \(b) are of the same run and differ;"
                + " name the one that counts, or put them in two folders to compare them"
        case .lostReadings(let path, let count):
            let lost = Report.Delivery.lostText(count)
            return "\(path): \(lost) on the way, so its figures are of other"
                + " data than the others'; run it again"
        case .unbalanced(let path):
            return "\(path): not every reading is accounted for; run it again"
        case .differentScenario(let name, let a, let hashA, let b, let hashB):
            return "\(name): \(a) and \(b) are of different scenarios (sha256"
                + " \(hashA.prefix(12))... and \(hashB.prefix(12))...): run both detectors on the"
                + " same file"
        case .differentRules(let name, let a, let b):
            return "\(name): \(a) and \(b) were scored by different rules (alarm rule, warm-up,"
                + " interval or machines): score both the same way"
        case .missingRun(let run, let missing, let has):
            return "\(run): there is a report of \(has) and none of \(missing); make it, or"
                + " compare only the runs that all have with --common"
        case .differentEvents(let run, let a, let b):
            return "\(run): \(a) and \(b) were scored against different events; run both again"
        }
    }
}
