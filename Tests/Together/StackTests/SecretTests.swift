import Foundation
import HTTPClient
import TestSupport
import Testing

@Suite struct `A secret` {
    @Test func `is found in what is printed, however it is written`() {
        let word = Array(Canary.word.utf8)
        #expect(Canary.isShown(in: Array("Bearer \(Canary.secret("token"))\n".utf8)))
        #expect(Canary.isShown(in: Array(word.map { String($0, radix: 16) }.joined().utf8)))
        for before in ["", "a", "ab", "abc", "user:"] {
            let bytes = Data(Array(before.utf8) + word + Array("tail".utf8))
            #expect(Canary.isShown(in: Array(bytes.base64EncodedString().utf8)), "\(before)")
        }
        #expect(!Canary.isShown(in: Array("canary".utf8)))
        #expect(!Canary.isShown(in: word.dropLast()))
        let secret = Secret(Canary.secret("token"))
        for text in ["\(secret)", String(reflecting: secret), "\([secret])"] {
            #expect(!Canary.isShown(in: Array(text.utf8)))
        }
    }

    @Test func `in a file that a test leaves fails that test`() throws {
        let folder = temporaryPath("leak")
        try FileManager.default.createDirectory(
            atPath: folder + "/secrets", withIntermediateDirectories: true)
        let token = Data(Canary.secret("token").utf8)
        try token.write(to: URL(filePath: folder + "/secrets/token"))
        try token.write(to: URL(filePath: folder + "/report.json"))
        withKnownIssue {
            removeTemporary(folder)
        } matching: { issue in
            "\(issue)".contains("report.json") && !"\(issue)".contains("secrets/token")
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `in what a tool prints fails the test`() {
        withKnownIssue {
            // `score` answers with the rows it was given.
            let rows = Data("label,load\n\(Canary.word),1\n".utf8)
            _ = try? runTool("anomaly-detector", ["score", "--detector", "mad"], input: rows)
        } matching: {
            "\($0)".contains("a secret stands in")
        }
    }

    /// Everything under version control; without git, everything but what is built.
    private func repository() throws -> [String] {
        let git = try ChildProcess(
            "/usr/bin/env", ["git", "-C", RepositoryFiles.root, "ls-files", "-z"])
        let listed = git.readToEnd().split(separator: "\0").map(String.init)
        if git.wait() == 0, !listed.isEmpty { return listed }
        let all = FileManager.default.enumerator(atPath: RepositoryFiles.root)
        return (all?.allObjects as? [String] ?? []).filter {
            !$0.hasPrefix(".build") && !$0.hasPrefix(".git/")
        }
    }

    @Test func `stands nowhere in the repository`() throws {
        // InfluxDB's tokens, Slack's addresses and tokens, keys, cloud and forge tokens, JSON web tokens,
        // passwords in addresses.
        let shapes = [
            #"apiv3_[A-Za-z0-9_-]{30,}"#, #"hooks\.slack\.com/services/T[A-Z0-9]{7,}"#,
            #"-----BEGIN [A-Z ]*PRIVATE KEY"#, #"xox[abpr]-[0-9A-Za-z-]{10,}"#,
            #"AKIA[0-9A-Z]{16}"#, #"gh[pousr]_[A-Za-z0-9]{30,}"#, #"glpat-[A-Za-z0-9_-]{15,}"#,
            #"eyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}"#,
            #"://[A-Za-z0-9._-]+:[A-Za-z0-9+/=_-]{20,}@"#,
        ]
        let names = try repository()
        #expect(names.count > 300)
        let list = temporaryPath("names")
        defer { removeTemporary(list) }
        // The patterns here are no secrets.
        try names.filter { !$0.hasSuffix("SecretTests.swift") }.joined(separator: "\0")
            .write(toFile: list, atomically: true, encoding: .utf8)
        func search(_ pattern: String) throws -> String {
            let grep = try ChildProcess(
                "/bin/bash",
                [
                    "-c", "cd \"$0\" && xargs -0 -a \"$1\" grep -nEI -e \"$2\" --",
                    RepositoryFiles.root, list, pattern,
                ])
            return grep.readToEnd()
        }
        #expect(try search("Machine anomaly testbed").contains("README.md"))
        for shape in shapes {
            let found = try search(shape)
            #expect(found.isEmpty, "\(shape): \(found)")
        }
    }
}
