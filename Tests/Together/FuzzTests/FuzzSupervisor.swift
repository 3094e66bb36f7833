import Foundation
import TestSupport

/// Runs a reader's rounds in a process; where that falls, notes the input and goes on behind it.
struct FuzzSupervisor {
    private(set) var findings: [String] = []
    private(set) var taken = 0
    private(set) var refused = 0
    private let reader: FuzzedReader
    private let seed: UInt64

    init(reader: FuzzedReader, seed: UInt64) {
        self.reader = reader
        self.seed = seed
    }

    mutating func run(_ rounds: Int, findingsAtMost limit: Int) throws {
        let folder = temporaryPath("fuzz-\(reader.name)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        var next = 0
        while next < rounds, findings.count < limit {
            let task = FuzzTask(
                reader: reader.name, seed: seed, rounds: next..<rounds,
                progressPath: "\(folder)/progress-\(next)", folder: folder + "/bench")
            let progress = try FuzzProgress(path: task.progressPath)
            progress.round = next
            let output = "\(folder)/output"
            let child = try ChildProcess(
                CommandLine.arguments[0],
                ["--testing-library", "swift-testing", "--filter", "FuzzWorkerTests"],
                environment: task.environment, outputTo: output)
            let status = child.wait()
            taken += progress.taken
            refused += progress.refused
            let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            if progress.round == rounds {
                // It came to its end; what it had to say stands in its output.
                if status != 0 { findings.append(Self.lines(of: text)) }
                return
            }
            findings.append(try describe(progress.round, status, text, bench: folder + "/bench"))
            next = progress.round + 1
        }
    }

    /// Keeps the input, and says how to try it again.
    private func describe(_ round: Int, _ status: Int32, _ output: String, bench: String) throws
        -> String
    {
        let corpus = try reader.corpus(Workbench(folder: bench))
        var mutator = Mutator(seed: seed, reader: reader.name, round: round, corpus: corpus)
        let input = mutator.input()
        let path = "\(temporaryFolder)/fuzz-finding-\(reader.name)-\(seed)-\(round)"
        try Data(input).write(to: URL(filePath: path))
        let end =
            switch status {
            case SIGPROF: "took more than \(FuzzTask.secondsEach) s of processor time"
            case SIGALRM: "stood still for \(FuzzTask.patience) s"
            default: "ended with signal or status \(status)"
            }
        let start = String(decoding: input.prefix(400), as: UTF8.self).debugDescription
        return """
            \(reader.name), round \(round): \(end); input (\(input.count) bytes) is kept in \(path), \
            again with FUZZ_READER=\(reader.name) FUZZ_SEED=\(seed) FUZZ_ROUNDS=\(round)-\(round + 1) \
            scripts/test --filter FuzzWorkerTests
            \(start)
            \(Self.lines(of: output))
            """
    }

    /// What the process had to say, without the words of a test run that goes well.
    private static func lines(of output: String) -> String {
        output.split(separator: "\n").filter { line in
            line.contains("rror") || line.contains("issue") || line.contains(" in ")
        }.prefix(24).joined(separator: "\n")
    }
}
