import Telemetry

/// Collects what is wrong while the rest of the file is still read.
package final class ProblemList {
    private var found: [FileProblem] = []

    package init() {}

    /// As they stand in the file, whatever was looked at first.
    package var problems: [FileProblem] {
        found.enumerated().sorted {
            let (a, b) = ($0.element.position, $1.element.position)
            return (a?.line ?? 0, a?.column ?? 0, $0.offset)
                < (b?.line ?? 0, b?.column ?? 0, $1.offset)
        }.map(\.element)
    }

    package func add(_ path: String, _ position: TextPosition, _ message: String) {
        found.append(FileProblem(path: path, position: position, message: message))
    }
}

/// Reads the fields of one object; what is wrong goes to the list and the default comes back, so one
/// pass finds everything.
package struct ObjectReader {
    package let path: String
    package let position: TextPosition
    package let problems: ProblemList
    private let members: [JSON5Node.Member]

    /// Nil, with a problem noted, if `node` is no object. Keys beyond `known` are problems.
    package init?(_ node: JSON5Node, path: String, known: [String], _ problems: ProblemList) {
        guard case .object(let members) = node.value else {
            problems.add(path, node.position, "found \(node.kind); allowed: an object")
            return nil
        }
        self.path = path
        self.position = node.position
        self.problems = problems
        self.members = members
        for member in members where !known.contains(member.key) {
            problems.add(
                pathOf(member.key), member.keyPosition,
                "there is no such key; allowed: \(known.joined(separator: ", "))"
                    + Spelling.question(member.key, in: known))
        }
    }

    package func pathOf(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    package func has(_ key: String) -> Bool { self[key] != nil }

    package subscript(_ key: String) -> JSON5Node? { members.first { $0.key == key }?.value }

    package func wrong(_ key: String, _ message: String) {
        problems.add(pathOf(key), self[key]?.position ?? position, message)
    }

    private func mismatch(_ key: String, _ node: JSON5Node, _ allowed: String) {
        wrong(key, "found \(node.spelled); allowed: \(allowed)")
    }

    package func missing(_ key: String, _ allowed: String) {
        wrong(key, "is missing; allowed: \(allowed)")
    }

    package func string(_ key: String, allowed: String = "a string") -> String? {
        guard let node = self[key] else { return nil }
        if case .string(let text) = node.value { return text }
        mismatch(key, node, allowed)
        return nil
    }

    /// A name as machines, runs and files may have them.
    package func name(_ key: String) -> String? {
        let allowed = "1 to 64 letters, digits, \".\", \"_\", \"-\", the first a letter or digit"
        guard let text = string(key, allowed: allowed) else { return nil }
        if isName(text) { return text }
        wrong(key, "found \"\(text)\"; allowed: \(allowed)")
        return nil
    }

    package func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let node = self[key] else { return nil }
        if case .number(let value, _) = node.value, range.contains(value) { return value }
        mismatch(
            key, node, "a number from \(spell(range.lowerBound)) to \(spell(range.upperBound))")
        return nil
    }

    package func integer(_ key: String, in range: ClosedRange<UInt64>) -> UInt64? {
        guard let node = self[key] else { return nil }
        if case .number(_, let value?) = node.value, range.contains(value) { return value }
        mismatch(key, node, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    package func bool(_ key: String) -> Bool? {
        guard let node = self[key] else { return nil }
        if case .bool(let value) = node.value { return value }
        mismatch(key, node, "true or false")
        return nil
    }

    /// A length of time in nanoseconds, not below `least`.
    package func duration(_ key: String, atLeast least: Int64) -> Int64? {
        guard let node = self[key] else { return nil }
        if case .string(let text) = node.value, let value = DurationText.parse(text) {
            if value >= least { return value }
            wrong(key, "found \"\(text)\"; allowed: at least \(DurationText.text(least))")
        } else {
            mismatch(key, node, DurationText.allowed)
        }
        return nil
    }

    /// One length of time or a list of them.
    package func durations(_ key: String) -> [Int64] {
        guard let node = self[key] else { return [] }
        guard case .array = node.value else { return duration(key, atLeast: 0).map { [$0] } ?? [] }
        return strings(key)?.compactMap { text, path, position in
            if let value = DurationText.parse(text), value >= 0 { return value }
            problems.add(path, position, "found \"\(text)\"; allowed: \(DurationText.allowed)")
            return nil
        } ?? []
    }

    /// One number or a list of them.
    package func numbers(_ key: String, in range: ClosedRange<Double>) -> [Double] {
        guard let node = self[key] else { return [] }
        guard case .array(let items) = node.value else {
            return number(key, in: range).map { [$0] } ?? []
        }
        return items.enumerated().compactMap { index, item in
            if case .number(let value, _) = item.value, range.contains(value) { return value }
            problems.add(
                "\(pathOf(key))[\(index)]", item.position,
                "found \(item.spelled); allowed: \(spell(range.lowerBound)) to "
                    + spell(range.upperBound))
            return nil
        }
    }

    /// One string or a list of them, each with where it stands.
    package func texts(_ key: String) -> [(text: String, path: String, position: TextPosition)] {
        guard let node = self[key] else { return [] }
        if case .array = node.value { return strings(key) ?? [] }
        return string(key, allowed: "a string or a list of strings").map {
            [($0, pathOf(key), node.position)]
        } ?? []
    }

    /// One object or a list of them, each with its path.
    package func items(_ key: String) -> [(node: JSON5Node, path: String)] {
        guard let node = self[key] else { return [] }
        if case .object = node.value { return [(node, pathOf(key))] }
        return list(key) ?? []
    }

    package func instant(_ key: String) -> Int64? {
        guard let node = self[key] else { return nil }
        if case .string(let text) = node.value, let value = Instant.parse(text) {
            return value
        }
        mismatch(key, node, "a time as RFC 3339 has them, like \"2026-01-01T00:00:00Z\"")
        return nil
    }

    package func choice(_ key: String, of choices: [String]) -> String? {
        guard let text = string(key, allowed: choices.joined(separator: ", ")) else { return nil }
        if choices.contains(text) { return text }
        wrong(
            key,
            "found \"\(text)\"; allowed: \(choices.joined(separator: ", "))"
                + Spelling.question(text, in: choices))
        return nil
    }

    /// The items of a list, each with its path.
    package func list(_ key: String) -> [(node: JSON5Node, path: String)]? {
        guard let node = self[key] else { return nil }
        guard case .array(let items) = node.value else {
            mismatch(key, node, "a list")
            return nil
        }
        return items.enumerated().map { ($0.element, "\(pathOf(key))[\($0.offset)]") }
    }

    /// The strings of a list, each with where it stands.
    package func strings(_ key: String) -> [(text: String, path: String, position: TextPosition)]? {
        list(key)?.compactMap { node, path in
            if case .string(let text) = node.value { return (text, path, node.position) }
            problems.add(path, node.position, "found \(node.spelled); allowed: a string")
            return nil
        }
    }

    /// Numbers by name, in the order of the file.
    package func entries(_ key: String) -> [JSON5Node.Member]? {
        guard let node = self[key] else { return nil }
        if case .object(let members) = node.value { return members }
        mismatch(key, node, "an object")
        return nil
    }
}

/// Whether `text` may be a machine's id, a run's or a scenario's name.
public func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard let first = bytes.first, isPlain(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy { isPlain($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
}
