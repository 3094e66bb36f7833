import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct ScenarioSchemaTests {
    @Test func `the schema beside the scenarios is the one the reader stands for`() throws {
        let file = packageRoot.appending(path: "scenarios/scenario.schema.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(
            text == ScenarioSchema.text,
            "scenario-runner validate --schema > scenarios/scenario.schema.json")
    }

    @Test func `no key of the schema is unknown to the reader and the reader knows no other`()
        throws
    {
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(ScenarioSchema.text.utf8))
                as? [String: Any])
        func keys(_ path: [String]) throws -> Set<String> {
            var node: Any = root
            for step in path { node = try #require((node as? [String: Any])?[step]) }
            return Set(try #require(node as? [String: Any]).keys)
        }
        // A key the reader does not know makes it list all that it knows.
        func allowed(_ text: String, _ path: String) throws -> Set<String> {
            let error = try #require(throws: ScenarioError.self) {
                try Scenario(text: text, name: "x")
            }
            let message = try #require(error.problems.first { $0.path == path }?.message)
            let list = message.components(separatedBy: "allowed: ")[1]
                .components(separatedBy: ";")[0]
            return Set(list.components(separatedBy: ", "))
        }
        #expect(try keys(["properties"]) == allowed("{ zzz: 1 }", "zzz"))
        for part in ["machines", "anomalies"] {
            let text = "{ \(part): [{ zzz: 1 }] }"
            #expect(
                try keys(["properties", part, "items", "properties"])
                    == allowed(text, "\(part)[0].zzz"))
        }
        for part in ["delivery", "alarms"] {
            #expect(
                try keys(["properties", part, "properties"])
                    == allowed("{ \(part): { zzz: 1 } }", "\(part).zzz"))
        }
    }
}
