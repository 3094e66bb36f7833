import Telemetry

/// Where the verdicts of a system that already runs come out, as a detector SPEC names it:
/// `KIND:PLACE[,key=value...]` or `KIND[key=value,...]:PLACE`.
public struct VerdictSourceSpec: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A file of alarms, exported afterwards.
        case alerts
        /// An HTTP receiver for notifications.
        case webhook
        /// Messages of a broker.
        case mqtt
        /// Rows that another program writes to InfluxDB.
        case influxdb

        /// What stands behind the colon.
        public var place: String {
            switch self {
            case .alerts: "FILE.csv or FILE.jsonl"
            case .webhook: "[HOST:]PORT"
            case .mqtt: "TOPIC"
            case .influxdb: "TABLE"
            }
        }

        /// Settings that it knows.
        public var keys: [String] {
            switch self {
            case .alerts: ["name", "clock"]
            case .webhook:
                ["name", "clock", "machine", "time", "end", "flag", "score", "token-file"]
            case .mqtt: ["name", "clock", "machine", "time", "end", "flag", "score"]
            case .influxdb: ["name", "clock", "machine", "time", "flag", "score", "where"]
            }
        }

        /// Whether verdicts come while the scenario is played, and not out of a file.
        public var isLive: Bool { self != .alerts }
    }

    public let kind: Kind
    /// As on the command line, or the name that it was given.
    public let text: String
    public let place: String
    public let options: [(key: String, value: String)]

    public static func == (a: Self, b: Self) -> Bool {
        a.kind == b.kind && a.text == b.text && a.place == b.place
            && a.options.map(\.key) == b.options.map(\.key)
            && a.options.map(\.value) == b.options.map(\.value)
    }

    public func option(_ key: String) -> String? { options.first { $0.key == key }?.value }

    /// Whose clock times are of; nil for what the source's form of message has.
    public let clock: VerdictClock?

    /// - Returns: nil where `text` names no source of verdicts.
    /// - Throws: ``VerdictSourceError``.
    public init?(_ text: String) throws(VerdictSourceError) {
        let name = text.prefix { $0 != ":" && $0 != "[" }
        guard name.count < text.count, let kind = Kind(rawValue: String(name)) else {
            if Kind(rawValue: text) != nil {
                throw .malformed(spec: text, reason: "nothing stands behind the name")
            }
            return nil
        }
        var rest = text[name.endIndex...]
        var list: [Substring] = []
        if rest.first == "[" {
            guard let close = rest.firstRange(of: "]:") else {
                throw .malformed(spec: text, reason: "the bracket is not closed")
            }
            list = Self.settings(
                rest[rest.index(after: rest.startIndex)..<close.lowerBound], kind)
            rest = rest[rest.index(after: close.lowerBound)...]
        }
        rest = rest.dropFirst()
        // A file's name and a topic may hold commas: only what reads like a setting is one.
        let parts = Self.settings(rest, kind)
        list += parts.dropFirst()
        place = String(parts.first ?? "")
        guard !place.isEmpty else {
            throw .malformed(spec: text, reason: "\(kind.place) is missing")
        }
        var options: [(key: String, value: String)] = []
        for setting in list {
            let sides = setting.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = String(sides[0])
            guard sides.count == 2, kind.keys.contains(key), !sides[1].isEmpty else {
                throw .unknownSetting(
                    spec: text, setting: String(setting), known: kind.keys)
            }
            guard !options.contains(where: { $0.key == key }) else {
                throw .malformed(spec: text, reason: "\(key) is set twice")
            }
            options.append((key, String(sides[1])))
        }
        self.kind = kind
        self.options = options
        self.text = options.first { $0.key == "name" }?.value ?? text
        guard let clock = options.first(where: { $0.key == "clock" })?.value else {
            self.clock = nil
            return
        }
        guard let known = VerdictClock(rawValue: clock) else {
            throw .malformed(spec: text, reason: "clock=\(clock): it is data or wall")
        }
        self.clock = known
    }

    /// The parts of a list between commas that begin a setting; `where` takes all that follows.
    private static func settings(_ list: Substring, _ kind: Kind) -> [Substring] {
        var parts: [Substring] = []
        var start = list.startIndex
        var index = list.startIndex
        while let comma = list[index...].firstIndex(of: ",") {
            index = list.index(after: comma)
            let rest = list[index...]
            guard kind.keys.contains(where: { rest.hasPrefix($0 + "=") }) else { continue }
            parts.append(list[start..<comma])
            start = index
            if rest.hasPrefix("where=") { break }
        }
        parts.append(list[start...])
        return parts
    }
}

/// Why a source of verdicts cannot be used.
public enum VerdictSourceError: Error, Equatable, Sendable {
    case malformed(spec: String, reason: String)
    case unknownSetting(spec: String, setting: String, known: [String])
    case unreadable(file: String, reason: String)
}

extension VerdictSourceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let spec, let reason): "\(spec): \(reason); \(Self.forms)"
        case .unknownSetting(let spec, let setting, let known):
            "\(spec): \"\(setting)\" is no setting of it: there are "
                + known.map { $0 + "=" }.joined(separator: ", ")
        case .unreadable(let file, let reason): "\(file): \(reason)"
        }
    }

    private static let forms =
        "write "
        + VerdictSourceSpec.Kind.allCases.map { "\($0.rawValue):\($0.place)" }
        .joined(separator: ", ")
}
