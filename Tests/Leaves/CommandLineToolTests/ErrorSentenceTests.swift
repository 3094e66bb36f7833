import CommandLineTool
import Foundation
import Testing

@Suite struct `An error of the system libraries` {
    private func sentence(_ body: () throws -> Void) throws -> String {
        do { try body() } catch { return ErrorSentence.text(error) }
        Issue.record("nothing was thrown")
        return ""
    }

    /// What a dump of such an error has and a sentence has not.
    private func expectPlain(_ text: String) {
        for word in ["NSCocoa", "UserInfo", "Error Domain", "NSPOSIX", "Code=", "{"] {
            #expect(!text.contains(word), "\(text)")
        }
    }

    @Test func `is told as a path and a reason`() throws {
        let missing = try sentence { _ = try String(contentsOfFile: "/no/such", encoding: .utf8) }
        #expect(missing == "/no/such: No such file or directory")
        let folder = try sentence { _ = try Data(contentsOf: URL(filePath: "/")) }
        #expect(folder.hasPrefix("/: "), "\(folder)")
        let under = try sentence {
            try FileManager.default.createDirectory(
                atPath: "/dev/null/x", withIntermediateDirectories: true)
        }
        #expect(under.contains("/dev/null") && under.contains("Not a directory"), "\(under)")
        let full = try sentence { try Data([1]).write(to: URL(filePath: "/dev/full")) }
        for text in [missing, folder, under, full] { expectPlain(text) }
    }

    @Test func `about a value says where in the text it is`() throws {
        struct Whole: Decodable { var parts: [Part] }
        struct Part: Decodable { var number: Int }
        let text = try sentence {
            _ = try JSONDecoder().decode(
                Whole.self, from: Data(#"{"parts":[{"number":1},{"number":"x"}]}"#.utf8))
        }
        #expect(text == "parts[1].number: this is no Int")
        let broken = try sentence {
            _ = try JSONDecoder().decode(Whole.self, from: Data("{".utf8))
        }
        expectPlain(broken)
    }

    @Test func `of our own is its own sentence`() throws {
        struct Ours: Error, CustomStringConvertible { var description: String { "x: is y" } }
        #expect(try sentence { throw Ours() } == "x: is y")
    }
}
