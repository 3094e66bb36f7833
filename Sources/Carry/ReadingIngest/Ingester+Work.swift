import MQTTTransport
import Telemetry
import Threading

/// What the thread does that judges and stores.
extension Ingester {
    /// Readings of one round, by series, in the order in which the series came up.
    private struct Round {
        var batches: [SeriesIdentity: ReadingBatch] = [:]
        var order: [SeriesIdentity] = []

        mutating func add(_ reading: ReadingGate.Reading, _ channels: [String]) {
            if batches[reading.series] == nil {
                batches[reading.series] = ReadingBatch(series: reading.series, channels: channels)
                order.append(reading.series)
            }
            batches[reading.series]?.append(
                time: reading.time, sequence: reading.sequence, row: reading.values)
        }

        var whole: [ReadingBatch] {
            order.compactMap { batches[$0] }.filter { !$0.isEmpty }
        }

        mutating func removeAll() {
            if order.count > 10_000 {
                self = Round()
            } else {
                for series in order { batches[series]?.removeAll() }
            }
        }
    }

    func work() {
        var gate = ReadingGate(configuration.rules)
        gate.take(folder.takePositions())
        do {
            try work(&gate)
        } catch {
            state.update { $0.problem = error }
        }
        publish(gate)
        folder.write(gate.positions)
    }

    private func work(_ gate: inout ReadingGate) throws {
        var round = Round()
        while true {
            var end: Journal.Position?
            var count = 0
            var deadline: Duration?
            while count < configuration.batchSize {
                let wait = deadline.map { max(.zero, $0 - Monotonic.now) } ?? .milliseconds(100)
                guard let message = try journal.next(atMost: wait) else { break }
                deadline = deadline ?? Monotonic.now + configuration.linger
                end = message.end
                count += 1
                guard !message.topic.isEmpty || !message.payload.isEmpty else {
                    gate.noteLostLink()
                    continue
                }
                if let reading = judge(message, &gate) {
                    round.add(reading, configuration.rules.channels)
                }
            }
            guard let end else {
                if state.withLock({ $0.isDraining }) { return }
                resumeIfRoom()
                continue
            }
            guard store(round.whole, &gate) else { return }
            round.removeAll()
            journal.release(upTo: end)
            publish(gate)
            resumeIfRoom()
        }
    }

    private func judge(
        _ message: Journal.Message, _ gate: inout ReadingGate
    ) -> ReadingGate.Reading? {
        message.topic.withUnsafeBytes { topic in
            message.payload.withUnsafeBytes { payload in
                do throws(Refusal) {
                    return try gate.judge(topic: topic, payload: payload)
                } catch {
                    if error != .duplicate {
                        deadLetters.note(error, topic: topic, payload: payload)
                    }
                    return nil
                }
            }
        }
    }

    /// Sends until the store has taken each reading, or has refused it for good.
    /// - Returns: false when told to end before it did.
    private func store(_ batches: [ReadingBatch], _ gate: inout ReadingGate) -> Bool {
        let total = batches.reduce(0) { $0 + $1.count }
        guard total > 0 else { return true }
        var failures = 0
        while true {
            do {
                try sink.send(batches)
                gate.noteStored(total)
                if failures > 0 { state.update { $0.problem = nil } }
                return true
            } catch {
                switch (error as? any RefusalTelling)?.refusal {
                case .some(let count, let examples)?:
                    let refused = min(count, total)
                    gate.noteRefusedByStore(refused)
                    gate.noteStored(total - refused)
                    for example in examples { deadLetters.note(storeRefused: example) }
                    if failures > 0 { state.update { $0.problem = nil } }
                    return true
                case .unnamed(let reason)?:
                    if failures > 0 { state.update { $0.problem = nil } }
                    return search(batches, reason, &gate)
                case nil:
                    guard waits(after: error, failures, &gate) else { return false }
                    failures += 1
                }
            }
        }
    }

    /// Finds what the store does not take by sending halves: some 2 log2 n requests for each reading that
    /// is to blame among n.
    private func search(
        _ batches: [ReadingBatch], _ reason: String, _ gate: inout ReadingGate
    ) -> Bool {
        if batches.count > 1 {
            let middle = batches.count / 2
            return store(Array(batches[..<middle]), &gate)
                && store(Array(batches[middle...]), &gate)
        }
        let batch = batches[0]
        guard batch.count > 1 else {
            gate.noteRefusedByStore(1)
            deadLetters.note(
                storeRefused: "\(reason): machine \(batch.series.machineID), provider"
                    + " \(batch.series.provider), run \(batch.series.run), seq \(batch.sequences[0]), time"
                    + " \(batch.times[0])")
            return true
        }
        let middle = batch.count / 2
        return store([batch.rows(0..<middle)], &gate)
            && store([batch.rows(middle..<batch.count)], &gate)
    }

    /// - Returns: false when told to end.
    private func waits(
        after error: any Error, _ failures: Int, _ gate: inout ReadingGate
    ) -> Bool {
        let delays = configuration.storeRetryDelays
        gate.noteRetry()
        publish(gate)
        state.update { $0.problem = error }
        let isEnding = state.wait(atMost: delays[min(failures, delays.count - 1)]) {
            $0.isDraining ? true : nil
        }
        return isEnding == nil
    }

    private func publish(_ gate: borrowing ReadingGate) {
        let counts = gate.counts
        state.update { $0.counts = counts }
    }

    private func resumeIfRoom() {
        guard journal.backlog <= journal.limit / 2 else { return }
        let wasPaused = state.withLock { state in
            guard state.isPaused, state.journalRetry.map({ $0 <= Monotonic.now }) ?? true else {
                return false
            }
            state.isPaused = false
            state.journalRetry = nil
            return true
        }
        if wasPaused { setPaused(false) }
    }
}

extension ReadingBatch {
    fileprivate func rows(_ range: Range<Int>) -> ReadingBatch {
        var part = ReadingBatch(series: series, channels: channels, capacity: range.count)
        for row in range {
            part.append(time: times[row], sequence: sequences[row], row: self.row(row))
        }
        return part
    }
}
