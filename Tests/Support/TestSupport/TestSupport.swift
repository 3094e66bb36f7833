import Foundation

/// The system's folder for files that need not last.
public let temporaryFolder = FileManager.default.temporaryDirectory.path

/// The folder that holds Package.swift.
public let packageRoot = URL(filePath: RepositoryFiles.root)

/// Whether the long suite was asked for: `scripts/test --full`.
public let isFullSuite = ProcessInfo.processInfo.environment["TESTBED_FULL"] != nil

/// Whether `program` can be started from PATH.
public func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}
