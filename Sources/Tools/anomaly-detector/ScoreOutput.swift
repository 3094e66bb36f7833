import AnomalyDetection
import CSVFiles

/// Writes rows with what was found of them, in the order they came.
///
/// A row whose verdict comes with it is copied from the reader's memory to the writer's. Others wait,
/// and all behind them.
struct ScoreOutput {
    private final class Sink {
        var writer = CSVWriter()
    }

    private struct Held {
        var bytes: [UInt8]
        var isCRLF: Bool
        var verdict: Verdict?

        init(_ reader: CSVReader) {
            bytes = Array(reader.row)
            isCRLF = reader.rowEndsWithCRLF
        }
    }

    private let sink = Sink()
    /// Bytes of the header until they have been written.
    private var header: [UInt8] = []
    private var separator = UInt8(ascii: ",")
    private var held: [Held] = []
    /// Rows at the front of `held` that have been written.
    private var done = 0
    /// Rows ever held and taken out: the number of `held`'s first.
    private var offset = 0
    /// Per series, numbers of its held rows without a verdict, oldest first.
    private var owed: [[Int]] = []

    /// Takes the header of a reader that has read no row yet, to be written with the first row or at
    /// the end.
    mutating func keepHeader(of reader: CSVReader) {
        separator = reader.separator
        header = reader.headerRow
        let end = reader.rowEndsWithCRLF ? "\r\n" : "\n"
        for name in ScoreColumns.addedNames {
            header.append(separator)
            header += Array(name.utf8)
        }
        header += Array(end.utf8)
    }

    /// Writes the header, if that has not been done.
    mutating func begin() throws {
        guard !header.isEmpty else { return }
        try header.withUnsafeBytes { try sink.writer.append($0) }
        header = []
    }

    /// Takes the reader's present row, of series `place`, and verdicts for the oldest rows of that
    /// series.
    mutating func add(_ reader: CSVReader, series place: Int, _ verdicts: [Verdict]) throws {
        try begin()
        if held.isEmpty, verdicts.count == 1 {
            return try write(reader.row, reader.rowEndsWithCRLF, verdicts[0])
        }
        while owed.count <= place { owed.append([]) }
        owed[place].append(offset + held.count)
        held.append(Held(reader))
        try settle(series: place, verdicts)
    }

    /// Verdicts for the oldest rows of series `place` that have none.
    mutating func settle(series place: Int, _ verdicts: [Verdict]) throws {
        guard !verdicts.isEmpty else { return }
        for (number, verdict) in zip(owed[place], verdicts) {
            held[number - offset].verdict = verdict
        }
        owed[place].removeFirst(verdicts.count)
        while done < held.count, let verdict = held[done].verdict {
            try held[done].bytes.withUnsafeBytes { try write($0, held[done].isCRLF, verdict) }
            done += 1
        }
        if done == held.count || done > 4096 {
            held.removeFirst(done)
            offset += done
            done = 0
        }
    }

    mutating func flush() throws { try sink.writer.flush() }

    private func write(_ row: UnsafeRawBufferPointer, _ isCRLF: Bool, _ verdict: Verdict) throws {
        try sink.writer.append(row)
        try withUnsafeBytes(of: separator) { try sink.writer.append($0) }
        try sink.writer.append(verdict.score)
        try withUnsafeBytes(of: separator) { try sink.writer.append($0) }
        if isCRLF {
            try sink.writer.append(verdict.isAnomaly ? "1\r\n" : "0\r\n")
        } else {
            try sink.writer.append(verdict.isAnomaly ? "1\n" : "0\n")
        }
    }
}
