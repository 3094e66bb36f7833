import Digests
import DurableFiles
import Foundation

/// A checkpoint cannot be written, or none can be used.
public enum CheckpointError: Error, Equatable, Sendable, CustomStringConvertible {
    case cannotWrite(path: String, reason: String)
    /// Files are there and none is sound.
    case noneUsable(folder: String, reasons: [String])
    /// Sound, but saved by a detector set up differently.
    case otherSetup(path: String, saved: String, now: String)
    /// Another detector works in this folder.
    case locked(folder: String)

    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason):
            return "\(path): the checkpoint cannot be written: \(reason); free space or name"
                + " another folder with --checkpoint"
        case .noneUsable(let folder, let reasons):
            return "\(folder): no checkpoint is usable (\(reasons.joined(separator: "; ")));"
                + " --fresh starts without one, and scores everything again"
        case .otherSetup(let path, let saved, let now):
            return "\(path): was saved by \(saved), and this is \(now); use another folder, or"
                + " --fresh to start over"
        case .locked(let folder):
            return "\(folder): another anomaly-detector works here; stop it, or give this one a"
                + " --checkpoint folder of its own"
        }
    }
}

/// Checkpoints in one folder: each replaces the one before it atomically, and the last three stay.
///
/// A file is: magic and version (8 bytes), length of what follows up to the digest (8 bytes),
/// length of the setup's name and the name, the body, and the SHA-256 of all before it. A torn,
/// truncated or altered file fails one of these and the one before it is used.
public final class CheckpointFolder: Sendable {
    private static let magic: [UInt8] = Array("ADCKPT\u{1}\n".utf8)
    static let kept = 3

    private let folder: String
    private let lock: FileLock

    /// Takes the folder for this process; made if it is not there.
    public init(folder: String) throws {
        self.folder = folder
        do throws(SystemError) { try Files.makeFolder(folder, mode: 0o700) } catch {
            throw CheckpointError.cannotWrite(path: folder, reason: "the folder cannot be made")
        }
        do throws(FileLock.Refusal) { lock = try FileLock(fileIn: folder) } catch {
            switch error {
            case .held: throw CheckpointError.locked(folder: folder)
            case .impossible(let cause):
                throw CheckpointError.cannotWrite(path: folder, reason: cause.reason)
            }
        }
    }

    /// Writes `body` under the next number.
    /// - Parameter setup: names detector, parameters and store; only the same setup may load it.
    public func save(_ body: [UInt8], setup: String) throws {
        let next = (numbers().last ?? 0) + 1
        var header = Self.magic
        let name = Array(setup.utf8)
        func append(_ value: Int) {
            header += (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        append(8 + name.count + body.count)
        append(name.count)
        header += name
        var digest = SHA256()
        digest.update(header)
        digest.update(body)
        // In pieces: with ten thousand machines the body is hundreds of megabytes, and is not copied.
        do throws(UnwritableFile) {
            try AtomicFile.replace(
                path(next), with: [header, body, digest.finalize()], mode: 0o600, isSynced: true)
        } catch { throw CheckpointError.cannotWrite(path: error.path, reason: error.cause.reason) }
        for old in numbers().dropLast(Self.kept) { unlink(path(old)) }
    }

    /// The newest sound checkpoint.
    /// - Returns: nil where there has been none; with a note for each newer file passed over.
    /// - Throws: ``CheckpointError`` where there are files and none can be used.
    public func load(setup: String) throws -> (body: [UInt8], notes: [String])? {
        var reasons: [String] = []
        for number in numbers().reversed() {
            let path = path(number)
            guard var bytes = try? Files.contents(of: path) else {
                reasons.append("\(path) cannot be read")
                continue
            }
            do {
                let saved = try Self.reduceToBody(&bytes)
                guard saved == setup else {
                    throw CheckpointError.otherSetup(path: path, saved: saved, now: setup)
                }
                return (bytes, reasons)
            } catch let reason as Unsound { reasons.append("\(path) \(reason.text)") }
        }
        guard reasons.isEmpty else {
            throw CheckpointError.noneUsable(folder: folder, reasons: reasons)
        }
        return nil
    }

    /// Deletes all checkpoints.
    public func clear() { for number in numbers() { unlink(path(number)) } }

    private struct Unsound: Error { var text: String }

    /// Checks a file's bytes and takes away all but the body, in place.
    /// - Returns: the setup's name.
    private static func reduceToBody(_ bytes: inout [UInt8]) throws -> String {
        func integer(at offset: Int) -> Int {
            (0..<8).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        guard bytes.count >= 56 else { throw Unsound(text: "is too short (\(bytes.count) bytes)") }
        guard bytes.starts(with: magic) else {
            throw Unsound(text: "is no checkpoint of this version")
        }
        guard integer(at: 8) == bytes.count - 48 else { throw Unsound(text: "is not whole") }
        guard SHA256.digest(bytes.dropLast(32)) == Array(bytes.suffix(32)) else {
            throw Unsound(text: "fails its checksum")
        }
        let nameLength = integer(at: 16)
        guard nameLength >= 0, nameLength <= bytes.count - 56 else {
            throw Unsound(text: "has a damaged header")
        }
        let setup = String(decoding: bytes[24..<24 + nameLength], as: UTF8.self)
        bytes.removeLast(32)
        bytes.removeSubrange(0..<24 + nameLength)
        return setup
    }

    private func path(_ number: Int) -> String { "\(folder)/checkpoint-\(number)" }

    private func numbers() -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            name.hasPrefix("checkpoint-") ? Int(name.dropFirst("checkpoint-".count)) : nil
        }.filter { (0..<Int.max / 2).contains($0) }.sorted()
    }
}
