import Foundation
import JSONText
import Scenarios
import TestSupport
import Testing

/// The JSON Schema beside the scenarios, held against a validator that is not ours.
@Suite struct SchemaValidatorTests {
    private static let rich = """
        { name: "rich", description: "d", level: "easy", seed: 3, start: "2026-01-01T00:00:00Z",
          duration: "3h", interval: "1s", warmup: "10m", $schema: "scenario.schema.json",
          machines: [{ id: "pump1", profile: "pump", provider: "S", barcode: "1",
                       parameters: { duty: "pieces", tau_T: 500 } },
                     { count: 2, prefix: "m", from: 3, profile: "demo" }],
          anomalies: [
            { id: "hot", machine: "pump1", kind: "cooling_loss", at: "1h", for: "40m",
              magnitude: 1.5, parameters: { k: 1.4 }, ramp_in: "2m", ramp_out: "1m30s" },
            { machine: "pump1", kind: "trip", after: "hot", delay: "5s", for: "5m",
              when: { channel: "temperature", above: 55, hold: "3s" } },
            { machine: "pump1", kind: "stuck", after: "hot", delay: "1m", for: "5m",
              channels: ["power"] },
            { machines: ["m*", "pump1"], kind: "spike", at: ["30m", "50m"], for: "3s",
              stagger: "10s", parameters: { sign: "down" } },
            { machine: "all", kind: "noise", at: "20m", every: "47m", for: "1m",
              shape: "intermittent", mean_on: "5s", mean_off: "6s" },
            { machine: "m3", kind: "recipe_change", at: "2h", for: "1h", grace: "5m" } ],
          random: [{ machine: "m4", rate: 2, min_gap: "5m", kinds: { overload: 3, stuck: 1 },
                     for: ["30s", "5m"], magnitude: [0.5, 2], from: "1h", to: "2h" },
                   { rate: 0.1, kinds: ["imbalance"] }],
          delivery: { drop: 0.01, duplicate: 0.02, delay: "3s" },
          alarms: { merge_gap: "10s", min_rows: 1, cap: "300s", budget: 1 } }
        """

    /// Which of `documents` the validator takes for valid.
    private func verdicts(_ documents: [JSONValue]) throws -> [Bool] {
        let folder = URL(filePath: temporaryPath("schema"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "documents.jsonl")
        try Data(documents.map { $0.text() + "\n" }.joined().utf8).write(to: file)
        let schema = packageRoot.appending(path: "scenarios/scenario.schema.json")
        let program = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for line in open(sys.argv[2]): print(int(validator.is_valid(json.loads(line))))
            """
        let python = try ChildProcess(
            "/usr/bin/env", ["python3", "-c", program, schema.path, file.path],
            errorsTo: folder.appending(path: "errors").path)
        var found: [Bool] = []
        while let line = python.readLine() { found.append(line == "1") }
        let errors = try? String(
            contentsOf: folder.appending(path: "errors"), encoding: .utf8)
        try #require(found.count == documents.count, "\(errors ?? "")")
        return found
    }

    private func readerTakes(_ document: JSONValue) -> Bool {
        (try? Scenario(text: document.text(), name: "x")) != nil
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func `every scenario that ships is valid`() throws {
        let folder = packageRoot.appending(path: "scenarios")
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".json5") }
        #expect(paths.count > 25)
        let documents = try paths.map { path in
            try ScenarioText.json(
                String(contentsOf: folder.appending(path: path), encoding: .utf8), name: path)
        }
        for (path, isValid) in zip(paths, try verdicts(documents)) {
            #expect(isValid, "\(path)")
        }
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func `reader and schema refuse the same broken scenarios`() throws {
        let whole = try ScenarioText.json(Self.rich, name: "rich")
        #expect(readerTakes(whole))
        var broken: [Broken] = [Broken(name: "whole", document: whole, isStructural: false)]
        for mutation in Mutation.allCases {
            broken += whole.broken(by: mutation, path: "")
        }
        #expect(broken.count > 500)
        for (broken, isValid) in zip(broken, try verdicts(broken.map(\.document))) {
            let isTaken = readerTakes(broken.document)
            // What the reader takes an editor must not underline; the other way round there is more
            // that the reader knows: names that are not there, times that do not fit.
            if isTaken { #expect(isValid, "the schema refuses \(broken.name)") }
            if broken.isStructural {
                #expect(!isValid, "the schema takes \(broken.name)")
                #expect(!isTaken, "the reader takes \(broken.name)")
            }
        }
    }
}

/// Whether Python and its JSON Schema validator can be run.
private let hasValidator: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
        "python3", "-c", "import jsonschema; jsonschema.Draft202012Validator",
    ]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}()

private struct Broken {
    var name: String
    var document: JSONValue
    /// Whether the form alone shows that it is wrong.
    var isStructural: Bool
}

private enum Mutation: CaseIterable {
    case truth, null, number, text, list, unknownKey, missingKey

    /// What stands in place of `value`; nil where it stays.
    func replacement(for value: JSONValue) -> JSONValue? {
        switch (self, value) {
        case (.truth, _): .bool(true)
        case (.null, _): .null
        case (.number, .integer), (.number, .number): .number(-1e12)
        case (.number, .string): .integer(7)
        case (.text, .string): .string("?!")
        case (.text, .integer), (.text, .number): .string("1")
        case (.list, .array): .object([])
        case (.list, _): .array([])
        default: nil
        }
    }
}

extension JSONValue {
    /// This document with one thing broken, once for each place where that can be done.
    fileprivate func broken(by mutation: Mutation, path: String) -> [Broken] {
        var found: [Broken] = []
        func add(_ place: String, _ document: JSONValue, _ isStructural: Bool) {
            found.append(
                Broken(
                    name: "\(mutation) at \(path)\(place)", document: document,
                    isStructural: isStructural))
        }
        if let value = mutation.replacement(for: self) {
            // A word may be any word, and a list may be empty, as far as the form goes.
            add("", value, ![.text, .list].contains(mutation) || isNumeric)
        }
        switch self {
        case .object(let members):
            if mutation == .unknownKey { add("", .object(members + [("zzz", .integer(1))]), true) }
            for (place, member) in members.enumerated() {
                var others = members
                others.remove(at: place)
                if mutation == .missingKey { add("/\(member.key)", .object(others), false) }
                found += member.value.broken(by: mutation, path: "\(path)/\(member.key)").map {
                    var changed = members
                    changed[place].value = $0.document
                    return Broken(
                        name: $0.name, document: .object(changed), isStructural: $0.isStructural)
                }
            }
        case .array(let items):
            for (place, item) in items.enumerated() {
                found += item.broken(by: mutation, path: "\(path)[\(place)]").map {
                    var changed = items
                    changed[place] = $0.document
                    return Broken(
                        name: $0.name, document: .array(changed), isStructural: $0.isStructural)
                }
            }
        default: break
        }
        return found
    }

    private var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
