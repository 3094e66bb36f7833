/// A detector as a user names it: `NAME[:key=value[,key=value]...]`.
public struct DetectorSpec: Sendable, Equatable {
    public struct Option: Sendable, Equatable {
        public var key: String
        public var value: String
        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// As it was written.
    public let text: String
    public let name: String
    public var options: [Option]
    /// For `command:PROGRAM ARGS`, all after the colon; the options are empty then.
    public let command: String?

    /// - Throws: ``DetectorError/malformedSpec(spec:at:)``.
    public init(_ text: String) throws(DetectorError) {
        self.text = text
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        name = String(parts[0])
        options = []
        guard !name.isEmpty else { throw .malformedSpec(spec: text, at: "the name is empty") }
        let rest = parts.count == 2 ? parts[1] : nil
        if name == "command" {
            guard let rest, rest.contains(where: { $0 != " " }) else {
                throw .malformedSpec(spec: text, at: "name a program, as in command:./score.py")
            }
            command = String(rest)
            return
        }
        command = nil
        guard let rest else { return }
        for option in rest.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = option.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw .malformedSpec(spec: text, at: "\"\(option)\" is not key=value")
            }
            options.append(Option(String(sides[0]), String(sides[1])))
        }
    }
}
