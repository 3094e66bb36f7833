import JSON5Text
import JSONText

/// Scenario files as text, whatever they say.
public enum ScenarioText {
    /// What a JSON5 text says as plain JSON, for tools that read no more: comments gone, keys quoted, in
    /// the order of the file. NaN and infinities, which JSON does not have, become null.
    /// - Throws: ``ScenarioError`` where it is not JSON5; a scenario it need not be.
    public static func json(_ text: String, name: String) throws(ScenarioError) -> JSONValue {
        var parser = JSON5Parser(text)
        do { return try parser.parse().json } catch {
            throw ScenarioError(
                file: name,
                problems: [
                    FileProblem(path: "", position: error.position, message: error.message)
                ])
        }
    }
}

extension JSON5Node {
    fileprivate var json: JSONValue {
        switch value {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let value, let integer):
            integer.map { .whole($0) } ?? .number(value)
        case .string(let text): .string(text)
        case .array(let items): .array(items.map(\.json))
        case .object(let members): .object(members.map { ($0.key, $0.value.json) })
        }
    }
}
