import Foundation
import Glibc

/// Works through a task in a process of its own: what brings that down is seen from outside.
struct FuzzWorker {
    /// What was wrong with answers that did not bring the process down.
    private(set) var complaints: [String] = []
    private let task: FuzzTask

    init(_ task: FuzzTask) { self.task = task }

    mutating func run() throws {
        guard let reader = FuzzedReader.named(task.reader) else {
            complaints.append("there is no reader \(task.reader)")
            return
        }
        try FileManager.default.createDirectory(
            atPath: task.folder, withIntermediateDirectories: true)
        let bench = Workbench(folder: task.folder)
        let corpus = try reader.corpus(bench)
        let read = try reader.prepare(bench)
        let progress = try FuzzProgress(path: task.progressPath)
        Self.listenToTimers()
        let memory = Self.peakMemory()
        for round in task.rounds {
            var mutator = Mutator(
                seed: task.seed, reader: reader.name, round: round, corpus: corpus)
            let input = mutator.input()
            progress.round = round
            Self.setTimers(seconds: FuzzTask.secondsEach, patience: FuzzTask.patience)
            do {
                try read(input)
                progress.taken += 1
            } catch {
                progress.refused += 1
                let text = "\(error)"
                if text.isEmpty || text.contains("Domain=NS") {
                    complaints.append("round \(round): an error that tells people nothing: \(text)")
                }
            }
            if Self.peakMemory() - memory > FuzzTask.memoryLimit {
                fatalError("more than \(FuzzTask.memoryLimit >> 20) MiB of memory")
            }
        }
        Self.setTimers(seconds: 0, patience: 0)
        progress.round = task.rounds.upperBound
    }

    /// Signals without a handler end the process, which is what is wanted; threads that tests run on
    /// block them.
    private static func listenToTimers() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPROF)
        sigaddset(&signals, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    private static func setTimers(seconds: Int, patience: Int) {
        for (timer, value) in [(ITIMER_PROF, seconds), (ITIMER_REAL, patience)] {
            var time = itimerval()
            time.it_value.tv_sec = value
            setitimer(__itimer_which_t(timer.rawValue), &time, nil)
        }
    }

    /// Most bytes that were ever resident.
    private static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss << 10
    }
}
