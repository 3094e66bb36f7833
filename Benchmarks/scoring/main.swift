// Times each family of metrics alone on rows that are in memory already; compare.py starts it.
//
//     scoring-benchmark FOLDER WINDOW
//
// FOLDER holds what the reference packages are given, as bare arrays: labels.u8, flags.u8, scores.f64.
// Reading them is not timed; making truth events of the labels is. Prints a line per family: its name,
// the least processor time of several runs in seconds, then names and values of its metrics.
import Glibc
import Scoring
import Telemetry

/// Seconds of processor time that this program has taken: other people's load does not count.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func array<Element: BitwiseCopyable>(_ path: String, _ zero: Element) -> [Element] {
    guard let file = fopen(path, "rb") else { fatalError("\(path): cannot be read") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / MemoryLayout<Element>.stride
    rewind(file)
    var elements = [Element](repeating: zero, count: count)
    let read = fread(&elements, MemoryLayout<Element>.stride, count, file)
    precondition(read == count, "\(path): cut short")
    return elements
}

func time(_ name: String, repeats: Int, _ body: () throws -> [(String, Double?)]) rethrows {
    var best = Double.infinity
    var values: [(String, Double?)] = []
    for _ in 0..<repeats {
        let start = processorTime()
        values = try body()
        best = min(best, processorTime() - start)
    }
    let text = values.map { name, value in "\(name)=\(value ?? .nan)" }
    print(name, best, text.joined(separator: " "))
}

guard CommandLine.arguments.count == 3, let window = Int(CommandLine.arguments[2]) else {
    print("scoring-benchmark FOLDER WINDOW; see compare.py")
    exit(2)
}
let folder = CommandLine.arguments[1]
let labels = array("\(folder)/labels.u8", UInt8(0)).map { $0 != 0 }
let flags = array("\(folder)/flags.u8", UInt8(0)).map { $0 != 0 }
let scores = array("\(folder)/scores.f64", 0.0)
let second: Int64 = 1_000_000_000
let times = labels.indices.map { Int64($0) * second }
let rows = LabelledRows(machine: "m", times: times, labels: labels)
let options = ScoringOptions(vusWindow: window)

func series() -> ScoredSeries {
    rows.scored(
        scores: scores, flags: flags, truth: rows.truth(period: second), probationEnd: .min,
        period: second)
}

for family in MetricFamily.allCases {
    try time(family.rawValue, repeats: 7) {
        let metrics = try family.metrics(of: series(), options)
        switch family {
        case .point: return [("point.f1", metrics.point.f1), ("point.mcc", metrics.point.mcc)]
        case .ranking:
            return [
                ("auc_roc", metrics.aucROC), ("auc_pr", metrics.aucPR),
                ("pr_auc_trapezoid", metrics.prAUCTrapezoid), ("best_f1.f1", metrics.bestF1.f1),
            ]
        case .range:
            return [
                ("range.precision", metrics.range.precision),
                ("range.recall", metrics.range.recall),
            ]
        case .affiliation:
            return [
                ("affiliation.precision", metrics.affiliation.precision),
                ("affiliation.recall", metrics.affiliation.recall),
            ]
        case .nab: return [("nab.standard", metrics.nab.standard)]
        case .vus: return [("vus_roc", metrics.vusROC), ("vus_pr", metrics.vusPR)]
        }
    }
}
try time("everything", repeats: 5) {
    let card = try Scorer.evaluate([series()], options: options)
    return [("headline_f1", card.pooled.headlineF1)]
}
