import Foundation

/// The system's folder for files that need not last.
public let temporaryFolder = FileManager.default.temporaryDirectory.path
