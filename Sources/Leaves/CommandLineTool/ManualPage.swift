/// The one place that words manual pages; they are made from the commands' own descriptions.
struct ManualPage {
    var tool: Tool

    /// The page in the man macros of roff.
    var text: String {
        var lines = [
            ".TH \(tool.name.uppercased()) 1 \"\" \"\(tool.name) \(Tool.version)\" \"User Commands\"",
            ".SH NAME", escaped("\(tool.name) - \(tool.summary)"), ".SH SYNOPSIS",
        ]
        for (place, command) in tool.commands.enumerated() {
            if place > 0 { lines.append(".br") }
            lines.append(synopsis(command))
        }
        lines.append(".SH COMMANDS")
        for command in tool.commands { lines += section(command) }
        lines += [
            ".SH EXIT STATUS",
            "0 done, 1 failed, 2 wrong usage or input, 3 a stated bar not met, 130 or 143 stopped by a signal.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func call(_ command: Command) -> String {
        tool.defaultCommand == command.name ? tool.name : "\(tool.name) \(command.name)"
    }

    private func synopsis(_ command: Command) -> String {
        "\\fB\(escaped(call(command)))\\fR"
            + (command.arguments.isEmpty ? "" : " \\fI\(escaped(command.arguments))\\fR")
            + (command.options.isEmpty ? "" : " [\\fIOPTION\\fR]...")
    }

    private func section(_ command: Command) -> [String] {
        var lines = [".SS \(escaped(call(command)))", escaped(command.summary)]
        for option in command.options {
            let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
            lines += [
                ".TP",
                "\\fB\\-\\-\(escaped(option.name))\\fR\(value)\(option.repeats ? "..." : "")",
                escaped(option.help),
            ]
        }
        if !command.notes.isEmpty { lines += [".PP"] + paragraphs(command.notes) }
        for example in command.examples {
            lines += [
                ".PP", escaped(example.does), ".RS 4", ".nf", escaped(example.line), ".fi", ".RE",
            ]
        }
        return lines
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ".PP" : escaped(String($0)) }
    }

    /// Text as roff prints it to the letter: no escapes, no dots that would be requests, no typographic hyphens.
    private func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\n", with: " ")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}
