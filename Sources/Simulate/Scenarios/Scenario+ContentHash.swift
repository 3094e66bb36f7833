import Digests
import JSON5Text

extension JSON5Node {
    /// The SHA-256 of what a scenario file says, hexadecimal: the same hash, the same readings for
    /// the same seed, and the same judgement of them.
    ///
    /// Comments, blanks, the order of keys and the order in which machines are listed change nothing
    /// that happens, and so not the hash; nor do the description and the file's own seed, which a
    /// report states beside it.
    var contentHash: String {
        guard case .object(let members) = value else { return SHA256.hex(canonical.utf8) }
        let aside: Set = ["description", "seed", "$schema"]
        let parts = members.filter { !aside.contains($0.key) }.map { member in
            guard member.key == "machines", case .array(let items) = member.value.value else {
                return (member.key, member.value.canonical)
            }
            let machines = items.map(\.canonical).sorted(by: Self.precedes)
            return (member.key, "[\(machines.joined(separator: ","))]")
        }
        return SHA256.hex(Self.object(parts).utf8)
    }

    /// The value as JSON with sorted keys and nothing needless.
    private var canonical: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value, let integer): integer.map { "\($0)" } ?? spell(value)
        case .string(let text): Self.quoted(text)
        case .array(let items): "[\(items.map(\.canonical).joined(separator: ","))]"
        case .object(let members): Self.object(members.map { ($0.key, $0.value.canonical) })
        }
    }

    private static func object(_ members: [(key: String, text: String)]) -> String {
        let texts = members.sorted { precedes($0.key, $1.key) }.map {
            "\(quoted($0.key)):\($0.text)"
        }
        return "{\(texts.joined(separator: ","))}"
    }

    /// Only what would let two texts look like one needs an escape here.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// By scalars: no locale and no normal form.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    }
}
