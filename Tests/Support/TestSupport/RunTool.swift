import Foundation
import Synchronization

/// What a tool did.
public struct ToolResult: Sendable {
    public var exitCode: Int32
    public var output: String
    public var errors: String
}

/// Where the package's own executables were built, beside the tests.
public let builtProducts: URL = {
    let candidates = [URL(filePath: CommandLine.arguments[0]), Bundle.main.bundleURL]
    for candidate in candidates {
        var folder = candidate
        while folder.path.count > 1 {
            if FileManager.default.fileExists(
                atPath: folder.appending(path: "scenario-runner").path)
            {
                return folder
            }
            folder.deleteLastPathComponent()
        }
    }
    return packageRoot.appending(path: ".build/release")
}()

/// Starts one of the package's tools and waits for it.
/// - Parameters:
///   - input: its standard input.
///   - environment: set over the test's own; a nil value takes a variable away.
///   - folder: where it runs; the package's root if nil.
///   - output: where its standard output goes, instead of into the result.
public func runTool(
    _ name: String, _ arguments: [String], input: Data = Data(),
    environment: [String: String?] = [:], in folder: URL? = nil, output: FileHandle? = nil
) throws -> ToolResult {
    let process = Process()
    process.executableURL = builtProducts.appending(path: name)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? packageRoot
    var merged = ProcessInfo.processInfo.environment
    for (key, value) in environment { merged[key] = value }
    process.environment = Canary.environment(merged)
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = output ?? stdout
    process.standardError = stderr
    try process.run()
    if output != nil { try stdout.fileHandleForWriting.close() }
    // All three at once, or a full pipe stops the tool.
    let pieces = Mutex<[Int: Data]>([:])
    let group = DispatchGroup()
    for (index, pipe) in [stdout, stderr].enumerated() {
        let handle = pipe.fileHandleForReading
        DispatchQueue.global().async(group: group) {
            let data = (try? handle.readToEnd()) ?? Data()
            pieces.withLock { $0[index] = data }
        }
    }
    let writing = stdin.fileHandleForWriting
    DispatchQueue.global().async(group: group) {
        // A tool that ends early closes its input; that is its right.
        try? writing.write(contentsOf: input)
        try? writing.close()
    }
    group.wait()
    process.waitUntilExit()
    let result = pieces.withLock { pieces in
        ToolResult(
            exitCode: process.terminationStatus,
            output: String(decoding: pieces[0] ?? Data(), as: UTF8.self),
            errors: String(decoding: pieces[1] ?? Data(), as: UTF8.self))
    }
    Canary.check(result.output, of: "the output of \(name)")
    Canary.check(result.errors, of: "the errors of \(name)")
    return result
}
