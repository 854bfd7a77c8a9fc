extension CompletionScript {
    /// For zsh: as a file `_NAME` in a directory of `fpath`, or read with `source` after `compinit`.
    public func zsh() -> String {
        let name = "_\(program.name)"
        return #"""
            #compdef \#(program.name)
            \#(header("zsh"))

            # The words of a list, with what they mean.
            \#(name)_list() {
              local -a words
              local line
              case $1 in
            \#(listCases)
                *)
                  for line in ${(f)"$(_call_program $1 $service \#(question) $1 ${(q)${(Q)PREFIX}} 2>/dev/null)"}; do
                    line=${${line//\\/\\\\}//:/\\:}
                    words+=("${line/$'\t'/:}")
                  done
                  ;;
              esac
              _describe -t $1 $1 words
            }

            \#(name)() {
              local curcontext=$curcontext state state_descr line command ret=1
              typeset -A opt_args
              _arguments -C -S \
                \#(program.options.flatMap { specifications($0, excluding: "(: * -)") }.joined(separator: " \\\n    ")) \
                '1:opdracht: \#(name)_list opdrachten' \
                '*:: :->rest' && ret=0
              [[ $state == rest ]] || return ret
              command=$words[1]
              [[ $command == (\#(program.commands.map { $0.name }.joined(separator: "|"))) ]] || command=\#(program.standard)
              curcontext=${curcontext%:*:*}:\#(program.name)-$command:
              case $command in
            \#(commandCases)
              esac
              return ret
            }

            if [[ $funcstack[1] == \#(name) ]]; then \#(name) "$@"; else compdef \#(name) \#(program.name); fi

            """#
    }

    private var listCases: String {
        ([("opdrachten", words(.commands))] + lists.map { ($0.name, $0.words) }).map { name, words in
            let lines = words.map { "      " + described($0).quotedForShell }
            return "    \(name)) words=(\n\(lines.joined(separator: "\n"))\n    ) ;;"
        }.joined(separator: "\n")
    }

    /// As `_describe` wants it.
    private func described(_ suggestion: Suggestion) -> String {
        suggestion.word.escaped("\\:") + (suggestion.help.isEmpty ? "" : ":\(suggestion.help.escaped("\\"))")
    }

    private var commandCases: String {
        program.commands.map { command in
            let specifications = command.options.flatMap { self.specifications($0, excluding: nil) } + operands(command)
            return
                "    \(command.name))\n      _arguments -S -s \\\n        \(specifications.joined(separator: " \\\n        ")) && ret=0\n      ;;"
        }.joined(separator: "\n")
    }

    /// One for every way to write an option.
    private func specifications(_ option: Option, excluding excluded: String?) -> [String] {
        let others = excluded ?? (option.repeats ? "*" : option.written.count > 1 ? "(\(option.written.joined(separator: " ")))" : "")
        let help = option.phrase.escaped("\\[]:")
        return option.written.map { written in
            let mark = option.takesValue ? (written.hasPrefix("--") ? "=" : "+") : ""
            let value = option.takesValue ? ":\(option.label.escaped("\\:")):\(action(option.completion))" : ""
            return "\(others)\(written)\(mark)[\(help)]\(value)".quotedForShell
        }
    }

    private func operands(_ command: Command) -> [String] {
        guard let operand = command.operand else { return [] }
        let completions = operand.completions.isEmpty ? [.nothing] : operand.completions
        return completions.enumerated().map { place, completion in
            let isRest = operand.goesOn(after: place)
            let colons = !isRest && place >= operand.count.lowerBound ? "::" : ":"
            // A mere message would keep options from being filled in.
            let action = completion == .nothing ? "()" : action(completion)
            return "\(isRest ? "*" : "\(place + 1)")\(colons)\(operand.name.escaped("\\:")):\(action)".quotedForShell
        }
    }

    private func action(_ completion: Completion) -> String {
        switch completion {
        case .nothing: " "
        case .file: "_files"
        case .directory: "_files -/"
        case .commands: " _\(program.name)_list opdrachten"
        case .words(let words): "(\(words.map { $0.escaped("\\ :()'\"") }.joined(separator: " ")))"
        case .list(let name), .asked(let name): " _\(program.name)_list \(name)"
        case .sequence: "_values -s , woord \(words(completion).map { valueWord($0) }.joined(separator: " "))"
        }
    }

    /// As `_values` wants it.
    private func valueWord(_ suggestion: Suggestion) -> String {
        let help = suggestion.help.isEmpty ? "" : "[\(suggestion.help.escaped("\\[]:"))]"
        return (suggestion.word.escaped("\\:[") + help).escaped(":").quotedForShell
    }
}

extension Option {
    /// What zsh calls its value.
    fileprivate var label: String { if case .choice = value { name } else { placeholder } }
}
