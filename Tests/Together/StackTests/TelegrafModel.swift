import Foundation

/// What Telegraf does with one MQTT message, as far as our configuration goes: its `json_v2` parser
/// with tag and field paths, the converter, and the influx serializer. Written after what a real
/// Telegraf 1.39 was seen to do, not after its source.
struct TelegrafModel {
    enum Outcome: Equatable {
        case line(String)
        /// Logged by Telegraf, acknowledged, gone.
        case dropped(String)
    }

    struct Field {
        let path: String
        let type: String
        let isOptional: Bool
    }

    let measurement: String
    let timestampPath: String
    let timestampFormat: String
    let tags: [String]
    let fields: [Field]
    /// Fields that the converter makes floats of.
    let toFloat: Set<String>
    /// New names of fields, by the old one, for messages of this event.
    let renamed: (event: String, fields: [String: String])
    /// Tags that are read and not written.
    let leftOut: Set<String>

    struct Unusable: Error { let what: String }

    /// - Parameter alias: of the plugin; nil is the one of the readings, which has none.
    init(_ configuration: TOMLTable, alias: String? = nil) throws {
        guard
            let input = configuration["inputs"].first?["mqtt_consumer"]
                .first(where: { $0.text("alias") == alias }),
            let parser = input["json_v2"].first, input.text("data_format") == "json_v2",
            let measurement = parser.text("measurement_name"),
            let path = parser.text("timestamp_path"),
            let format = parser.text("timestamp_format")
        else { throw Unusable(what: "no json_v2 parser") }
        self.measurement = measurement
        timestampPath = path
        timestampFormat = format
        tags = parser["tag"].compactMap { $0.text("path") }
        fields = parser["field"].map {
            Field(
                path: $0.text("path") ?? "", type: $0.text("type") ?? "",
                isOptional: $0.flag("optional") ?? false)
        }
        let converter = configuration["processors"].first?["converter"].first?["fields"].first
        toFloat = Set(converter?.texts("float") ?? [])
        leftOut = Set(
            configuration["outputs"].first?["influxdb_v3"].first?.texts("tagexclude") ?? [])
        let rename = configuration["processors"].first?["rename"].first {
            $0.texts("namepass") == [measurement]
        }
        renamed = (
            (rename?["tagpass"].first?.texts("event") ?? []).first ?? "",
            Dictionary(
                uniqueKeysWithValues: (rename?["replace"] ?? []).map {
                    ($0.text("field") ?? "", $0.text("dest") ?? "")
                })
        )
    }

    func outcome(of payload: String) -> Outcome {
        guard let parsed = try? JSONDecoder().decode(JSONNode.self, from: Data(payload.utf8)) else {
            return .dropped("invalid JSON")
        }
        guard case .object(let object) = parsed else { return .dropped("no object") }
        guard let time = object[timestampPath].flatMap(nanoseconds) else {
            return .dropped("time")
        }
        var line = escaped(measurement)
        for tag in tags.sorted() {
            guard let node = object[tag] else { return .dropped("tag \(tag)") }
            // A tag without text is no tag.
            guard case .text(let text) = node, !text.isEmpty, !leftOut.contains(tag) else {
                continue
            }
            line += "," + tag + "=" + escaped(text)
        }
        var written: [String] = []
        for field in fields {
            guard let node = object[field.path] else {
                if field.isOptional { continue }
                return .dropped("field \(field.path)")
            }
            switch value(node, field) {
            case .leftOut: continue
            case .wrong: return .dropped("field \(field.path)")
            case .written(let text):
                let isRenamed = object["event"] == .text(renamed.event)
                let name = isRenamed ? renamed.fields[field.path] ?? field.path : field.path
                written.append(name + "=" + text)
            }
        }
        guard !written.isEmpty else { return .dropped("no field") }
        return .line(line + " " + written.joined(separator: ",") + " \(time)")
    }

    private enum Conversion {
        case leftOut, wrong
        case written(String)
    }

    private func value(_ node: JSONNode, _ field: Field) -> Conversion {
        switch (node, field.type) {
        case (.null, _): return .leftOut
        case (.flag(let flag), _):
            // Passed through by the parser; the converter is what makes a number of it.
            guard toFloat.contains(field.path) else { return .written(flag ? "true" : "false") }
            return .written(flag ? "1" : "0")
        case (.integer(let number), "int"): return .written("\(number)i")
        case (.number(let number), "int"): return .written("\(Int64(number))i")
        case (.text(let text), "int"): return Int64(text).map { .written("\($0)i") } ?? .wrong
        case (.integer(let number), "float"): return float(Double(number))
        case (.number(let number), "float"): return float(number)
        case (.text(let text), "float"): return Double(text).map(float) ?? .wrong
        default: return .wrong
        }
    }

    private func float(_ number: Double) -> Conversion {
        number.isFinite ? .written(Self.withoutExponent(number)) : .leftOut
    }

    /// Shortest digits that give the number back, never with an exponent, no ".0".
    static func withoutExponent(_ number: Double) -> String {
        var text = number.description
        if text.hasSuffix(".0") { text.removeLast(2) }
        guard let mark = text.firstIndex(of: "e"),
            let exponent = Int(text[text.index(after: mark)...])
        else { return text }
        let isNegative = text.hasPrefix("-")
        let mantissa = text[..<mark].drop { $0 == "-" }
        let point = mantissa.firstIndex(of: ".") ?? mantissa.endIndex
        let whole = String(mantissa[..<point])
        var fraction = String(mantissa[point...].dropFirst())
        if fraction == "0" { fraction = "" }
        let digits = whole + fraction
        let place = whole.count + exponent
        let plain =
            place <= 0
            ? "0." + String(repeating: "0", count: -place) + digits
            : digits + String(repeating: "0", count: max(0, place - digits.count))
        return (isNegative ? "-" : "") + plain
    }

    private func nanoseconds(_ node: JSONNode) -> Int64? {
        guard timestampFormat == "unix_ns" else { return nil }
        switch node {
        case .integer(let number): return number
        case .number(let number): return Int64(exactly: number.rounded())
        case .text(let text): return Int64(text)
        default: return nil
        }
    }

    private func escaped(_ text: String) -> String {
        text.flatMap { ", =".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
    }
}

/// Any JSON.
enum JSONNode: Decodable, Equatable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case array([JSONNode])
    case object([String: JSONNode])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let array = try? container.decode([JSONNode].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONNode].self))
        }
    }

    subscript(key: String) -> JSONNode? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}
