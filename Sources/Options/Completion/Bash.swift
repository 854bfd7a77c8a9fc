extension CompletionScript {
    /// For bash, also where the package bash-completion is not installed.
    public func bash() -> String {
        let name = "_\(program.name)"
        return #"""
            \#(header("bash"))

            # The options of a command.
            \#(name)_options() {
              case $1 in
            \#(optionCases)
              esac
            }

            # What comes after an option; fails for one that takes no value.
            \#(name)_value() {
              case "$1 $2" in
            \#(valueCases)
                *) return 1 ;;
              esac
            }

            # What stands at a place among the words that are no options.
            \#(name)_operand() {
              case "$1 $2" in
            \#(operandCases)
              esac
            }

            # The words of a list.
            \#(name)_list() {
              case $1 in
            \#(listCases)
                *) "$program" \#(question) "$1" "$2" 2>/dev/null | cut -f 1 ;;
              esac
            }

            # Puts what begins as typed into COMPREPLY, quoted in the way that was begun.
            \#(name)_fill() {
              local kind=$1 begin=$current quote='' before='' colon='' word
              local -a words=()
              shift
              case $current in
                [\"\']*) quote=${current:0:1} begin=${current:1} ;;
                *) colon=${current%"${current##*:}"} ;;
              esac
              [[ $quote == \' ]] || begin=${begin//\\/}
              case $kind in
                '') return ;;
                file) compopt -o default 2>/dev/null; return ;;
                directory) compopt -o dirnames 2>/dev/null; return ;;
                words) words=("$@") ;;
                *) while IFS= read -r word; do words+=("$word"); done < <(\#(name)_list "$1" "$begin") ;;
              esac
              if [[ $kind == sequence ]]; then
                before=${begin%"${begin##*,}"} begin=${begin##*,}
                compopt -o nospace 2>/dev/null
              fi
              for word in "${words[@]}"; do
                [[ $word == "$begin"* && ,$before != *,"$word",* ]] || continue
                word=$before$word
                case $quote in
                  \') word=${word//\'/\'\\\'\'} ;;
                  \") word=${word//\\/\\\\} word=${word//\"/\\\"} word=${word//\$/\\\$} word=${word//\`/\\\`} ;;
                  *) printf -v word %q "$word" ;;
                esac
                # bash replaces no more than what follows a colon.
                [[ $COMP_WORDBREAKS != *:* ]] || word=${word#"$colon"}
                COMPREPLY+=("$word")
              done
            }

            \#(name)() {
              local program=$1 current command='' option='' place=0 word ended='' glued='' i
              local -a line=() options=() fill=()
              COMPREPLY=()
              # bash splits words at = and :.
              for ((i = 1; i <= COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if [[ ${#line[@]} -gt 0 && ($word == [=:]* || $glued) ]]; then line[${#line[@]}-1]+=$word; else line+=("$word"); fi
                [[ $word == *[=:] ]] && glued=1 || glued=''
              done
              current=${line[${#line[@]}-1]}
              for ((i = 0; i < ${#line[@]} - 1; i++)); do
                word=${line[i]}
                if [[ $option ]]; then option=''
                elif [[ ! $command ]]; then
                  command=$word
                  case $command in
                    \#(program.commands.map { $0.name }.joined(separator: " | "))) ;;
                    *)
                      command=\#(program.standard) place=1
                      ! \#(name)_value "$command" "$word" || option=$word
                      ;;
                  esac
                elif [[ $ended ]]; then ((place += 1))
                elif [[ $word == -- ]]; then ended=1
                elif \#(name)_value "$command" "$word"; then option=$word
                elif [[ $word != -* ]]; then ((place += 1))
                fi
              done
              if [[ ! $option && ! $ended && $current == --*=* ]]; then option=${current%%=*} current=${current#*=}; fi
              fill=()
              if [[ $option ]]; then
                \#(name)_value "${command:-\#(program.standard)}" "$option"
              elif [[ ! $ended && $current == -* ]]; then
                \#(name)_options "$command"
                fill=(words "${options[@]}")
              elif [[ ! $command ]]; then
                fill=(words \#(program.commands.map { $0.name }.joined(separator: " ")))
              else
                \#(name)_operand "$command" "$place"
              fi
              \#(name)_fill "${fill[@]}"
            }

            complete -F \#(name) \#(program.name)

            """#
    }

    private var optionCases: String {
        let commands = [("''", program.options)] + program.commands.map { ($0.name, $0.options) }
        return commands.map { name, options in
            "    \(name)) options=(\(options.flatMap { $0.written.reversed() }.joined(separator: " "))) ;;"
        }.joined(separator: "\n")
    }

    private var valueCases: String {
        valueOptions.map { value in
            let patterns = value.option.written.flatMap { written in
                value.isEverywhere ? ["*' \(written)'"] : value.commands.map { "'\($0) \(written)'" }
            }
            return "    \(patterns.joined(separator: " | "))) fill=(\(filling(value.option.completion))) ;;"
        }.joined(separator: "\n")
    }

    private var operandCases: String {
        program.commands.flatMap { command -> [String] in
            guard let operand = command.operand else { return [] }
            return operand.completions.enumerated().map { place, completion in
                let pattern = operand.goesOn(after: place) ? "'\(command.name) '*" : "'\(command.name) \(place)'"
                return "    \(pattern)) fill=(\(filling(completion))) ;;"
            }
        }.joined(separator: "\n")
    }

    private var listCases: String {
        lists.map { list in
            "    \(list.name)) printf '%s\\n' \(list.words.map { $0.word.quotedForShell }.joined(separator: " ")) ;;"
        }.joined(separator: "\n")
    }

    /// What `_fill` is called with.
    private func filling(_ completion: Completion) -> String {
        switch completion {
        case .nothing: "''"
        case .file: "file"
        case .directory: "directory"
        case .commands, .words: "words \(words(completion).map { $0.word.quotedForShell }.joined(separator: " "))"
        case .list(let name), .asked(let name): "list \(name)"
        case .sequence(let name): "sequence \(name)"
        }
    }
}
