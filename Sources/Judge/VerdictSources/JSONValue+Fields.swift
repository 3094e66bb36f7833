import CSVFiles
import JSONText

extension JSONValue {
    /// A text, or a number as it is written; nil for anything else.
    var plainText: String? {
        switch self {
        case .string(let text): text
        case .integer, .unsigned, .number: text()
        default: nil
        }
    }

    /// A number, also one that is written as a text.
    var double: Double? {
        (asNumber ?? asString.flatMap(Double.init)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Whether it says yes: true, a number that is not 0, or a word as rules say it.
    var flag: Bool? {
        switch self {
        case .bool(let flag): flag
        case .integer, .unsigned, .number: double.map { $0 != 0 }
        case .string(let text):
            switch text.lowercased() {
            case "true", "1", "yes", "firing", "alerting", "alert", "anomaly", "anomalous",
                "active",
                "crit", "critical", "warn", "warning":
                true
            case "false", "0", "no", "resolved", "ok", "normal", "inactive", "": false
            default: nil
            }
        default: nil
        }
    }

    /// The value that a JSON pointer (RFC 6901) leads to; a name without a slash is a member's.
    func value(at pointer: String) -> JSONValue? {
        guard pointer.hasPrefix("/") else { return pointer.isEmpty ? self : self[pointer] }
        var value = self
        for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let key = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
            switch value {
            case .object:
                guard let next = value[key] else { return nil }
                value = next
            case .array(let values):
                guard let index = Int(key), values.indices.contains(index) else { return nil }
                value = values[index]
            default: return nil
            }
        }
        return value
    }
}

extension TimeCells {
    /// A time as text or as a count since 1970.
    mutating func nanoseconds(_ value: JSONValue) -> Int64? {
        guard var text = value.plainText else { return nil }
        return text.withUTF8 { nanoseconds(CSVCell(bytes: UnsafeRawBufferPointer($0))) }
    }
}
