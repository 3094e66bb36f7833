import Foundation
import TestSupport
import Testing

/// What a shell offers after `line`, with the completion of `tool`.
private func offered(_ tool: String, _ line: String) throws -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let script = try runTool(tool, ["completion", "bash"])
    #expect(script.exitCode == 0)
    let file = temporaryPath("completion")
    defer { removeTemporary(file) }
    try script.output.write(toFile: file, atomically: true, encoding: .utf8)
    let function = "_" + tool.replacing("-", with: "_")
    let bash = Process()
    bash.executableURL = URL(filePath: "/bin/bash")
    bash.arguments = [
        "-c",
        "set -u; source \(file); COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")));"
            + " COMP_CWORD=\(words.count - 1); \(function); printf '%s\\n' \"${COMPREPLY[@]}\"",
    ]
    let output = Pipe()
    bash.standardOutput = output
    try bash.run()
    let text = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    bash.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
}

@Suite struct `Completion and manual pages` {
    @Test(arguments: [
        ("scenario-runner", "scenario-runner ru", "run"),
        ("scenario-runner", "scenario-runner run overload-f", "overload-fault"),
        ("scenario-runner", "scenario-runner run x --detector half", "half-space-trees"),
        ("scenario-runner", "scenario-runner run x --vi", "--via"),
        ("scenario-runner", "scenario-runner run x --via st", "stack"),
        ("scenario-runner", "scenario-runner list det", "detectors"),
        ("anomaly-detector", "anomaly-detector score --thr", "--threshold"),
        ("machine-generator", "machine-generator --spe", "--speed"),
    ])
    func `bash is offered what can come next`(tool: String, line: String, word: String) throws {
        let words = try offered(tool, line)
        #expect(words.contains(word), "\(words)")
        #expect(words.allSatisfy { $0.hasPrefix(line.split(separator: " ").last ?? "") })
    }

    @Test func `a shell that is not known is refused with those that are`() throws {
        let answer = try runTool("scenario-runner", ["completion", "tcsh"])
        #expect(answer.exitCode == 2 && answer.errors.contains("bash, zsh, fish"))
    }

    @Test(arguments: ["scenario-runner", "anomaly-detector", "machine-generator"])
    func `the manual page tells every option and has no line that roff would take for a request`(
        tool: String
    ) throws {
        let page = try runTool(tool, ["manual"]).output
        let requests: Set<String> = ["TH", "SH", "SS", "TP", "PP", "br", "RS", "RE", "nf", "fi"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
        }
        for command in try runTool(tool, ["help"]).output.split(separator: "\n") {
            guard let option = command.firstMatch(of: /^ {2}--([a-z-]+)/) else { continue }
            #expect(page.contains(option.1.replacing("-", with: "\\-")))
        }
    }

    @Test func `a folder stands for the scenarios in it`() throws {
        let answer = try runTool("scenario-runner", ["validate", "scenarios/suite/"])
        #expect(answer.exitCode == 0, "\(answer.errors)")
        #expect(answer.output.contains("clean"))
        let empty = try runTool("scenario-runner", ["validate", "Sources/"])
        #expect(empty.exitCode == 2 && empty.errors.contains("no scenario in this folder"))
    }
}
