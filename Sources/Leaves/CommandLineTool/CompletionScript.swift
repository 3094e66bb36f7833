/// Shells that a tool can write a completion script for.
public enum CompletionShell: String, CaseIterable, Sendable {
    case bash, zsh, fish
}

/// The one place that words completion scripts; they are made from the commands' own descriptions.
struct CompletionScript {
    var tool: Tool

    func text(for shell: CompletionShell) -> String {
        switch shell {
        case .bash: bash
        // zsh reads bash's scripts by itself.
        case .zsh: "#compdef \(tool.name)\nautoload -U +X bashcompinit && bashcompinit\n" + bash
        case .fish: fish
        }
    }

    /// The command that a line without one belongs to, if any.
    private var only: Command? {
        tool.defaultCommand.flatMap { name in tool.commands.first { $0.name == name } }
    }

    private func words(for placeholder: String) -> [String] {
        placeholder.split { !$0.isLetter }.flatMap { tool.words(String($0)) }
    }

    // MARK: - bash

    private var bash: String {
        let function = "_" + tool.name.replacing("-", with: "_")
        return """
            # Completion of \(tool.name); made by: \(tool.name) completion bash
            \(function)() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=
                local index
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case ${COMP_WORDS[index]} in -*) ;; *) command=${COMP_WORDS[index]}; break ;; esac
                done
                local words=
                case $command in
            \(tool.commands.map(bashCase).joined(separator: "\n"))
                *)
                    words=\(quoted(topWords.joined(separator: " ")))
            \(only.map(bashValues) ?? "")        ;;
                esac
                COMPREPLY=($(compgen -W "$words" -- "$word"))
                [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
            }
            complete -o filenames -o bashdefault -F \(function) \(tool.name)

            """
    }

    private var topWords: [String] {
        tool.commands.map(\.name) + ["help", "completion", "--help", "--version"]
            + (only.map(options) ?? []) + (only.map { words(for: $0.arguments) } ?? [])
    }

    private func options(_ command: Command) -> [String] {
        command.options.map { "--" + $0.name } + ["--help"]
    }

    private func bashCase(_ command: Command) -> String {
        let all = options(command) + words(for: command.arguments)
        return """
                \(command.name))
                    words=\(quoted(all.joined(separator: " ")))
            \(bashValues(command))        ;;
            """
    }

    /// What may follow an option, where that is known.
    private func bashValues(_ command: Command) -> String {
        let cases = command.options.compactMap { option -> String? in
            guard let value = option.value else { return nil }
            return
                "            --\(option.name)) words=\(quoted(words(for: value).joined(separator: " "))) ;;\n"
        }
        if cases.isEmpty { return "" }
        return "            case $before in\n" + cases.joined() + "            esac\n"
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }

    // MARK: - fish

    private var fish: String {
        var lines = ["# Completion of \(tool.name); made by: \(tool.name) completion fish"]
        let names = tool.commands.map(\.name).joined(separator: " ")
        for command in tool.commands {
            lines.append(
                "complete -c \(tool.name) -n 'not __fish_seen_subcommand_from \(names)' -f"
                    + " -a \(command.name) -d \(quoted(command.summary))")
            let seen = "-n '__fish_seen_subcommand_from \(command.name)'"
            let values = words(for: command.arguments)
            if !values.isEmpty {
                lines.append(
                    "complete -c \(tool.name) \(seen) -a \(quoted(values.joined(separator: " ")))")
            }
            for option in command.options {
                var line =
                    "complete -c \(tool.name) \(seen) -l \(option.name) -d \(quoted(option.help))"
                if let value = option.value {
                    line += " -r"
                    let known = words(for: value)
                    if !known.isEmpty { line += " -a \(quoted(known.joined(separator: " ")))" }
                }
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
