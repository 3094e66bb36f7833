/// A detector as a user names it: `NAME[:key=value[,key=value]...]`, or
/// `command[key=value,...]:PROGRAM ARGS` for a program.
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
    /// For a program, all after the colon.
    public let command: String?
    /// For a program with a manifest, variables of its environment and the folder it runs in.
    public private(set) var environment: [Option] = []
    public private(set) var folder: String?

    /// A program that a manifest describes.
    /// - Parameter text: as the manifest was named.
    package init(
        _ text: String, command: String, options: [Option], environment: [Option], folder: String
    ) {
        self.text = text
        name = "command"
        self.options = options
        self.command = command
        self.environment = environment
        self.folder = folder
    }

    /// - Throws: ``DetectorError/malformedSpec(spec:at:)``.
    public init(_ text: String) throws(DetectorError) {
        self.text = text
        if text.hasPrefix("command[") || text.hasPrefix("command:") || text == "command" {
            name = "command"
            (options, command) = try Self.program(text)
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        name = String(parts[0])
        guard !name.isEmpty else { throw .malformedSpec(spec: text, at: "the name is empty") }
        command = nil
        options = parts.count == 2 ? try Self.options(parts[1], of: text) : []
    }

    /// The options between the brackets, if there are any, and what is behind the colon.
    private static func program(
        _ text: String
    ) throws(DetectorError) -> (options: [Option], command: String) {
        var rest = text.dropFirst("command".count)
        var options: [Option] = []
        if rest.first == "[" {
            guard let end = rest.firstRange(of: "]:") else {
                throw .malformedSpec(
                    spec: text, at: "the bracket is not closed, as in command[threshold=1]:PROGRAM")
            }
            let inside = rest[rest.index(after: rest.startIndex)..<end.lowerBound]
            if !inside.isEmpty { options = try Self.options(inside, of: text) }
            rest = rest[rest.index(after: end.lowerBound)...]
        }
        let program = rest.dropFirst()
        guard program.contains(where: { $0 != " " }) else {
            throw .malformedSpec(spec: text, at: "name a program, as in command:./score.py")
        }
        return (options, String(program))
    }

    private static func options(
        _ list: Substring, of text: String
    ) throws(DetectorError) -> [Option] {
        var options: [Option] = []
        for option in list.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = option.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw .malformedSpec(spec: text, at: "\"\(option)\" is not key=value")
            }
            options.append(Option(String(sides[0]), String(sides[1])))
        }
        return options
    }
}
