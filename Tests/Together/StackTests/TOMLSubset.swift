/// As much TOML as telegraf.conf uses: tables, arrays of tables, and one-line values that are
/// strings, numbers, booleans or arrays of strings. Anything else is an error of the test.
enum TOMLValue: Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case texts([String])
}

/// A table: its own values, and the tables inside it in the order of the file.
final class TOMLTable {
    private(set) var values: [String: TOMLValue] = [:]
    private(set) var tables: [(name: String, table: TOMLTable)] = []

    struct Failure: Error { let line: String }

    init() {}

    init(parsing text: String) throws {
        var current = self
        for raw in text.split(separator: "\n") {
            let line = Self.trimmed(raw)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[[") {
                current = descend(line.dropFirst(2).dropLast(2), isNew: true)
            } else if line.hasPrefix("[") {
                current = descend(line.dropFirst().dropLast(), isNew: false)
            } else {
                guard let equals = line.firstIndex(of: "=") else { throw Failure(line: line) }
                let key = Self.trimmed(line[..<equals])
                guard let value = Self.value(Self.trimmed(line[line.index(after: equals)...])),
                    current.values.updateValue(value, forKey: key) == nil
                else { throw Failure(line: line) }
            }
        }
    }

    subscript(name: String) -> [TOMLTable] { tables.filter { $0.name == name }.map(\.table) }

    func text(_ key: String) -> String? {
        if case .text(let text) = values[key] { text } else { nil }
    }

    func texts(_ key: String) -> [String]? {
        if case .texts(let texts) = values[key] { texts } else { nil }
    }

    func number(_ key: String) -> Double? {
        if case .number(let number) = values[key] { number } else { nil }
    }

    func flag(_ key: String) -> Bool? {
        if case .flag(let flag) = values[key] { flag } else { nil }
    }

    /// A dotted path goes through the last table of each name.
    private func descend(_ path: Substring, isNew: Bool) -> TOMLTable {
        var table = self
        let names = path.split(separator: ".").map(String.init)
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            if let known = table[name].last, !(isLast && isNew) {
                table = known
            } else {
                let made = TOMLTable()
                table.tables.append((name, made))
                table = made
            }
        }
        return table
    }

    private static func value(_ text: String) -> TOMLValue? {
        if text == "true" || text == "false" { return .flag(text == "true") }
        if text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2 {
            return .text(String(text.dropFirst().dropLast()))
        }
        if text.hasPrefix("["), text.hasSuffix("]") {
            let items = text.dropFirst().dropLast().split(separator: ",").map { trimmed($0) }
            guard items.allSatisfy({ $0.hasPrefix("\"") && $0.hasSuffix("\"") }) else { return nil }
            return .texts(items.map { String($0.dropFirst().dropLast()) })
        }
        return Double(text).map(TOMLValue.number)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
