import Telemetry

/// A command line that has been understood.
public struct ParsedArguments: Sendable {
    /// Values of each option, in the order given; a switch has one empty value per mention.
    private var values: [String: [String]] = [:]
    /// What is not an option.
    public private(set) var positionals: [String] = []

    /// Whether the switch or option was given.
    public func has(_ name: String) -> Bool { values[name] != nil }
    /// The option's value, the last one if it was given several times.
    public func value(_ name: String) -> String? { values[name]?.last }
    /// All values of an option that repeats.
    public func values(_ name: String) -> [String] { values[name] ?? [] }

    /// The option's value as a whole number.
    /// - Throws: ``ToolFailure`` (usage) if it is none, or outside `range`.
    public func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ToolFailure.usage(
                "--\(name) \(text): give a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// The option's value as a finite number.
    /// - Throws: ``ToolFailure`` (usage) if it is none, or outside `range`.
    public func number(_ name: String, in range: ClosedRange<Double>) throws -> Double? {
        guard let text = value(name) else { return nil }
        guard let number = Double(text), number.isFinite, range.contains(number) else {
            throw ToolFailure.usage(
                "--\(name) \(text): give a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Reads `arguments` as `options` say: `--name value`, `--name=value`, switches, and `--` after
    /// which nothing is an option.
    /// - Throws: ``ToolFailure`` (usage) naming the argument and what was probably meant.
    public init(_ arguments: [String], options: [CommandOption]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positionals += rest
                break
            }
            guard argument.hasPrefix("--"), argument.count > 2 else {
                if argument.hasPrefix("-"), argument.count > 1 {
                    throw ToolFailure.usage(
                        "\(argument): options are written in full, as in --json; see --help")
                }
                positionals.append(argument)
                continue
            }
            let parts = argument.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = options.first(where: { $0.name == name }) else {
                throw ToolFailure.usage(
                    "--\(name) is not an option here"
                        + (Spelling.nearest(to: name, in: options.map(\.name)).map {
                            "; did you mean --\($0)?"
                        } ?? "; see --help"))
            }
            if !option.repeats, values[name] != nil {
                throw ToolFailure.usage("--\(name) is given twice; give it once")
            }
            if let valueName = option.value {
                if parts.count == 2 {
                    values[name, default: []].append(String(parts[1]))
                } else if let next = rest.popFirst() {
                    values[name, default: []].append(next)
                } else {
                    throw ToolFailure.usage("--\(name) needs a value: --\(name) \(valueName)")
                }
            } else {
                guard parts.count == 1 else {
                    throw ToolFailure.usage("--\(name) is a switch and takes no value")
                }
                values[name, default: []].append("")
            }
        }
    }
}
