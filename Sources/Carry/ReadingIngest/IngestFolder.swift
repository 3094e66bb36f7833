import DurableFiles
import Foundation

/// Why an ingester cannot work in its folder.
public enum IngestError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another ingester works there.
    case folderInUse(String)
    case cannotUse(path: String, reason: String)

    public var description: String {
        switch self {
        case .folderInUse(let path):
            "\(path) is used by another ingester; stop it, or name another folder with --journal"
        case .cannotUse(let path, let reason):
            "\(path): \(reason); name a folder that may be written with --journal"
        }
    }
}

/// The folder of one ingester: locked while it works, and keeper of the name by which the broker knows
/// it.
///
/// `lock` is held with `flock`, so a killed ingester leaves none behind. `client-id` holds the name, made
/// up once; a second line says that the broker keeps a session under it. `positions` holds the newest
/// reading of each machine from the last end in order; it is gone while an ingester works.
final class IngestFolder: Sendable {
    /// What all ingesters were called before each had a name of its own.
    static let formerID = "scenario-runner-ingest"

    let path: String
    private let lock: FileLock

    /// - Throws: ``IngestError``.
    init(_ path: String) throws(IngestError) {
        self.path = path
        do throws(SystemError) { try Files.makeFolder(path, mode: 0o700) } catch {
            throw .cannotUse(path: path, reason: "the folder cannot be made")
        }
        do throws(FileLock.Refusal) { lock = try FileLock(fileIn: path) } catch {
            switch error {
            case .held: throw .folderInUse(path)
            case .impossible(let cause): throw .cannotUse(path: path, reason: cause.reason)
            }
        }
    }

    /// Lets another ingester in.
    func unlock() { lock.release() }

    // MARK: The name

    private var namePath: String { path + "/client-id" }

    /// The name in the folder; one is made up and kept where there is none.
    /// - Parameter hasBacklog: whether the journal holds messages. With a backlog and without a name it is
    ///   an earlier version's, and the broker keeps its session under the name all of them had.
    /// - Throws: ``IngestError``.
    func clientID(hasBacklog: Bool) throws(IngestError) -> String {
        if let known = lines(namePath).first, !known.isEmpty { return known }
        var random = SystemRandomNumberGenerator()
        let name =
            hasBacklog
            ? Self.formerID : "\(Self.formerID)-\(String(random.next() as UInt64, radix: 36))"
        try write(name + "\n", to: namePath)
        return name
    }

    /// Keeps `name` from now on.
    /// - Throws: ``IngestError``.
    func keep(clientID name: String) throws(IngestError) {
        guard lines(namePath).first != name else { return }
        try write(name + "\n", to: namePath)
    }

    /// Whether the broker has a session of `name`, as far as this folder knows.
    func hasSession(of name: String) -> Bool {
        let lines = lines(namePath)
        return lines.count > 1 && lines[0] == name && lines[1] == "session"
    }

    /// Notes that it has one from now on.
    func noteSession(of name: String) {
        // Without the note a lost session is told less surely, and that is all.
        try? write(name + "\nsession\n", to: namePath)
    }

    // MARK: Positions

    private var positionsPath: String { path + "/positions" }

    /// The newest reading of each machine when the last ingester ended in order; forgotten with the call,
    /// because it is out of date from now on.
    func takePositions() -> [ReadingGate.Key: Int64] {
        defer { unlink(positionsPath) }
        var positions: [ReadingGate.Key: Int64] = [:]
        for line in lines(positionsPath) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let highest = Int64(parts[2]), highest > 0 else { continue }
            positions[ReadingGate.Key(machine: String(parts[1]), run: String(parts[0]))] = highest
        }
        return positions
    }

    func write(_ positions: [ReadingGate.Key: Int64]) {
        guard !positions.isEmpty else { return }
        let text = positions.map { "\($0.key.run)\t\($0.key.machine)\t\($0.value)\n" }.sorted()
        // Without them gaps across the restart are not seen, and that is all.
        try? write(text.joined(), to: positionsPath)
    }

    private func lines(_ path: String) -> [String] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
            .split(separator: "\n").map(String.init)
    }

    private func write(_ text: String, to path: String) throws(IngestError) {
        do throws(UnwritableFile) { try AtomicFile.replace(path, with: text) } catch {
            throw .cannotUse(path: path, reason: error.cause.reason)
        }
    }
}
