import Foundation
import TestSupport

/// A reader of bytes that come from outside, and sound inputs to begin with.
struct FuzzedReader: Sendable {
    /// Reads an input, or throws the reader's own error.
    typealias Read = ([UInt8]) throws -> Void

    let name: String
    /// How many inputs the long suite tries.
    let inputs: Int
    /// Sound inputs, made by the project's own writers where it has any.
    let corpus: @Sendable (Workbench) throws -> [[UInt8]]
    /// Prepares what the reader needs once.
    let prepare: @Sendable (Workbench) throws -> Read

    init(
        _ name: String, inputs: Int, corpus: @escaping @Sendable (Workbench) throws -> [[UInt8]],
        prepare: @escaping @Sendable (Workbench) throws -> Read
    ) {
        self.name = name
        self.inputs = inputs
        self.corpus = corpus
        self.prepare = prepare
    }

    /// A reader of short texts.
    init(
        _ name: String, inputs: Int, texts: [String],
        read: @escaping @Sendable (String) throws -> Void
    ) {
        let sound = texts.map { Array($0.utf8) }
        self.init(
            name, inputs: inputs, corpus: { _ in sound },
            prepare: { _ in { try read(String(decoding: $0, as: UTF8.self)) } })
    }

    static let all: [FuzzedReader] =
        scenarioReaders + csvReaders + reportReaders + stateReaders + checkpointReaders
        + recordReaders + panelReaders
        + influxReaders + textReaders + verdictReaders

    static func named(_ name: String) -> FuzzedReader? { all.first { $0.name == name } }
}

/// A folder of a reader's own.
struct Workbench: Sendable {
    let folder: String

    func path(_ name: String) -> String { folder + "/" + name }

    /// Puts `bytes` into a file, in the place of what was there.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = path(name)
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress! + done, bytes.count - done)
            }
            guard count > 0 else { throw CocoaError(.fileWriteUnknown) }
            done += count
        }
        return path
    }

    /// Empties the folder `name`, making it if it is not there.
    func emptyFolder(_ name: String) throws -> String {
        let path = path(name)
        for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            unlink(path + "/" + file)
        }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
