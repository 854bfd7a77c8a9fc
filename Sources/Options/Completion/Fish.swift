extension CompletionScript {
    /// For fish.
    public func fish() -> String {
        let name = "__\(program.name)"
        return #"""
            \#(header("fish"))

            # The words of a list, with what they mean.
            function \#(name)_list
                switch $argv[1]
            \#(listCases)
                    case '*'
                        \#(program.name) \#(question) $argv[1] (commandline -ct | string replace -ra '^["\']|\\\\' '') 2>/dev/null
                end
            end

            # Whether no command stands there yet.
            function \#(name)_begins
                test (count (commandline -opc)) -eq 1
            end

            # Whether the command is one of these.
            function \#(name)_is
                set -l words (commandline -opc)
                set -q words[2]; or return 1
                contains -- $words[2] \#(program.commands.map { $0.name }.joined(separator: " ")); or set words[2] \#(program.standard)
                contains -- $words[2] $argv
            end

            # Whether the word that is no option stands at this place (-eq), or there or later (-ge).
            function \#(name)_at
                \#(name)_is $argv[1]; or return 1
                set -l words (commandline -opc)
                set -l place 0
                set -l skips 0
                for word in $words[3..-1]
                    if test $skips = 1
                        set skips 0
                        continue
                    end
                    switch $word
                        case \#(valueOptions.flatMap { $0.option.written }.unique.joined(separator: " "))
                            set skips 1
                        case '-*'
                        case '*'
                            set place (math $place + 1)
                    end
                end
                test $place $argv[2] $argv[3]
            end

            complete -c \#(program.name) -f
            \#(lines.joined(separator: "\n"))

            """#
    }

    private var listCases: String {
        lists.map { list in
            let words = list.words.map { "\($0.word.quotedForFish)\\t\($0.help.quotedForFish)" }
            return "        case \(list.name)\n            printf '%s\\n' \(words.joined(separator: " "))"
        }.joined(separator: "\n")
    }

    private var lines: [String] {
        let begins = "complete -c \(program.name) -n __\(program.name)_begins"
        return program.options.map { "\(begins) \($0.fishNames) -d \($0.phrase.quotedForFish)" }
            + program.commands.map { "\(begins) -a \($0.name) -d \($0.summary.quotedForFish)" }
            + optionLines + program.commands.flatMap { operandLines($0) }
    }

    /// An option that several commands have alike is one line.
    private var optionLines: [String] {
        var found: [(rest: String, commands: [String])] = []
        for command in program.commands {
            for option in command.options {
                let rest = "\(option.fishNames)\(option.takesValue ? action(option.completion) : "") -d \(option.phrase.quotedForFish)"
                if let place = found.firstIndex(where: { $0.rest == rest }) {
                    found[place].commands.append(command.name)
                } else {
                    found.append((rest, [command.name]))
                }
            }
        }
        return found.map { "complete -c \(program.name) -n '__\(program.name)_is \($0.commands.joined(separator: " "))' \($0.rest)" }
    }

    private func operandLines(_ command: Command) -> [String] {
        guard let operand = command.operand else { return [] }
        return operand.completions.enumerated().map { place, completion in
            let condition = "__\(program.name)_at \(command.name) \(operand.goesOn(after: place) ? "-ge" : "-eq") \(place)"
            return "complete -c \(program.name) -n '\(condition)'\(action(completion))"
        }
    }

    private func action(_ completion: Completion) -> String {
        switch completion {
        case .nothing: " -x"
        case .file: " -r -F"
        case .directory: " -x -a '(__fish_complete_directories)'"
        case .words, .commands: " -x -a \(words(completion).map { $0.word.quotedForFish }.joined(separator: " ").quotedForFish)"
        case .list(let name), .asked(let name): " -x -a '(__\(program.name)_list \(name))'"
        case .sequence(let name): " -x -a '(__fish_complete_list , \"__\(program.name)_list \(name)\")'"
        }
    }
}

extension Option {
    fileprivate var fishNames: String { (short.map { "-s \($0) " } ?? "") + "-l \(name)" }
}

extension String {
    /// Between single quotes, in which fish knows two escapes.
    fileprivate var quotedForFish: String { quotedForShell == self ? self : "'" + escaped("\\'") + "'" }
}

extension [String] {
    fileprivate var unique: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
