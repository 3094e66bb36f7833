/// The one place that words help pages.
enum HelpText {
    static func tool(_ tool: Tool) -> String {
        var text = "\(tool.name): \(tool.summary)\n\nUsage:\n"
        let width = tool.commands.map { tool.name.count + 1 + $0.name.count }.max() ?? 0
        for command in tool.commands {
            let call = "\(tool.name) \(command.name)"
            text += "  " + pad(call, width + 2) + command.summary + "\n"
        }
        text += "\n\(tool.name) COMMAND --help explains a command; --version prints the version;"
        text +=
            "\n\(tool.name) completion bash|zsh|fish prints what your shell completes from, manual a man page."
        return text
    }

    static func command(_ command: Command, of tool: Tool) -> String {
        let isOnly = tool.defaultCommand == command.name
        var usage = isOnly ? tool.name : "\(tool.name) \(command.name)"
        if !command.arguments.isEmpty { usage += " \(command.arguments)" }
        if !command.options.isEmpty { usage += " [OPTION]..." }
        var text = "\(command.summary)\n\nUsage: \(usage)\n"
        if !command.options.isEmpty {
            text += "\nOptions:\n"
            let calls = command.options.map { option in
                "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
                    + (option.repeats ? "..." : "")
            }
            let width = min(calls.map(\.count).max() ?? 0, 30)
            for (call, option) in zip(calls, command.options) {
                let lines = wrap(option.help, at: 96 - width - 4)
                if call.count > width {
                    text += "  \(call)\n"
                    for line in lines { text += pad("", width + 4) + line + "\n" }
                } else {
                    for (index, line) in lines.enumerated() {
                        text += "  " + pad(index == 0 ? call : "", width + 2) + line + "\n"
                    }
                }
            }
        }
        if !command.notes.isEmpty { text += "\n\(command.notes)\n" }
        if !command.examples.isEmpty {
            text += "\nExamples:\n"
            for example in command.examples {
                text += "  \(example.line)\n      \(example.does)\n"
            }
        }
        text += "\nExit codes: 0 done, 1 failed, 2 wrong usage or input"
        if command.options.contains(where: { $0.name.hasPrefix("fail-") }) {
            text += ", 3 a stated bar not met"
        }
        text += ", 130 or 143 stopped by a signal."
        return text
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func wrap(_ text: String, at width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines
    }
}
