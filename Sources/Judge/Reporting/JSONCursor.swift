import JSONText
import Scoring
import Telemetry

/// A place inside a JSON document, which knows its path for errors.
struct JSONCursor {
    var value: JSONValue
    var path: String

    init(_ value: JSONValue, path: String = "") {
        self.value = value
        self.path = path
    }

    private func expected(_ what: String) -> ReportError {
        .member(path: path.isEmpty ? "the document" : path, expected: what)
    }

    /// The member `key`; null where there is none.
    subscript(key: String) -> JSONCursor {
        JSONCursor(value[key] ?? .null, path: path.isEmpty ? key : path + "." + key)
    }

    func string() throws(ReportError) -> String {
        guard case .string(let text) = value else { throw expected("a text") }
        return text
    }

    func optionalString() throws(ReportError) -> String? {
        if case .null = value { return nil }
        return try string()
    }

    func bool() throws(ReportError) -> Bool {
        guard case .bool(let flag) = value else { throw expected("true or false") }
        return flag
    }

    func integer() throws(ReportError) -> Int {
        guard case .integer(let number) = value else { throw expected("a whole number") }
        return number
    }

    /// A whole number from 0 to 2^64 - 1, to the last digit.
    func seed() throws(ReportError) -> UInt64 {
        switch value {
        case .integer(let number) where number >= 0: return UInt64(number)
        case .unsigned(let number): return number
        default: throw expected("a whole number from 0 to \(UInt64.max)")
        }
    }

    /// A number of things.
    func count() throws(ReportError) -> Int {
        let number = try integer()
        guard (0...Self.largestCount).contains(number) else {
            throw expected("a whole number from 0 to \(Self.largestCount)")
        }
        return number
    }

    /// More than any run has; sums over half a million of them are whole numbers still.
    private static let largestCount = 1 << 44

    func optionalCount() throws(ReportError) -> Int? {
        if case .null = value { return nil }
        return try count()
    }

    /// A number whose sums and squares are numbers too.
    func metric() throws(ReportError) -> Double {
        let number = try number()
        guard number.magnitude <= 1e100 else { throw expected("a number from -1e100 to 1e100") }
        return number
    }

    func optionalMetric() throws(ReportError) -> Double? {
        if case .null = value { return nil }
        return try metric()
    }

    /// As ``metric()``, and not negative.
    func amount() throws(ReportError) -> Double {
        let number = try metric()
        guard number >= 0 else { throw expected("a number from 0 up") }
        return number
    }

    func optionalAmount() throws(ReportError) -> Double? {
        if case .null = value { return nil }
        return try amount()
    }

    func number() throws(ReportError) -> Double {
        switch value {
        case .integer(let number): return Double(number)
        case .unsigned(let number): return Double(number)
        // JSON knows numbers that are beyond a double, and those come as infinite.
        case .number(let number) where number.isFinite: return number
        default: throw expected("a number")
        }
    }

    func optionalNumber() throws(ReportError) -> Double? {
        if case .null = value { return nil }
        return try number()
    }

    func time() throws(ReportError) -> Int64 {
        guard case .string(let text) = value, let time = Instant.parse(text) else {
            throw expected("a time as in 2026-01-01T00:00:00Z")
        }
        return time
    }

    func optionalTime() throws(ReportError) -> Int64? {
        if case .null = value { return nil }
        return try time()
    }

    func window() throws(ReportError) -> TimeWindow {
        let (start, end) = (try self["start"].time(), try self["end"].time())
        guard start <= end else { throw self["end"].expected("a time after its start") }
        return TimeWindow(start: start, end: end)
    }

    func elements() throws(ReportError) -> [JSONCursor] {
        guard case .array(let values) = value else { throw expected("a list") }
        return values.enumerated().map { JSONCursor($1, path: "\(path)[\($0)]") }
    }

    func members() throws(ReportError) -> [(key: String, value: JSONCursor)] {
        guard case .object(let members) = value else { throw expected("an object") }
        return members.map { ($0.key, self[$0.key]) }
    }

    func strings() throws(ReportError) -> [String] {
        var result: [String] = []
        for element in try elements() { result.append(try element.string()) }
        return result
    }
}
