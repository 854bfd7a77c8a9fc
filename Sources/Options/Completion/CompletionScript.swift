/// A word that a shell fills in, and what it says beside it.
public struct Suggestion: Sendable {
    public let word: String
    public let help: String

    public init(_ word: String, help: String = "") {
        self.word = word
        self.help = help
    }
}

/// What makes a shell complete the program's command lines, made from the definition of its options.
public struct CompletionScript {
    let program: Program
    /// The words after the program's name by which a shell asks it for a list.
    let question: String
    private let suggestions: (String) -> [Suggestion]

    /// - Parameters:
    ///   - question: the words after the program's name by which a shell asks it for a list; the list's name and what is typed come behind.
    ///   - suggestions: the words of a list.
    public init(_ program: Program, asking question: String, suggestions: @escaping (String) -> [Suggestion]) {
        self.program = program
        self.question = question
        self.suggestions = suggestions
    }

    /// What stands at the top of every script.
    func header(_ shell: String) -> String {
        "# Vult opdrachten, opties en waarden van \(program.name) aan in \(shell). Gemaakt door `\(program.name) \(question.split(separator: " ").first ?? "") \(shell)`."
    }

    // MARK: What all shells need

    /// The words that a completion offers and that stand in the script itself.
    func words(_ completion: Completion) -> [Suggestion] {
        switch completion {
        case .words(let words): words.map { Suggestion($0) }
        case .commands: program.commands.map { Suggestion($0.name, help: $0.summary) }
        case .list(let name), .sequence(let name): suggestions(name)
        case .nothing, .file, .directory, .asked: []
        }
    }

    /// The lists that stand in the script, by their names.
    var lists: [(name: String, words: [Suggestion])] {
        var names: [String] = []
        for completion in completions {
            if case .list(let name) = completion, !names.contains(name) { names.append(name) }
            if case .sequence(let name) = completion, !names.contains(name) { names.append(name) }
        }
        return names.map { ($0, suggestions($0)) }
    }

    private var completions: [Completion] {
        program.commands.flatMap { command in command.options.map { $0.completion } + (command.operand?.completions ?? []) }
    }

    /// An option that takes a value, in all commands where that value is completed alike.
    struct ValueOption {
        let option: Option
        var commands: [String]
        /// Whether the name means this in every command that has it.
        var isEverywhere = true
    }

    var valueOptions: [ValueOption] {
        var found: [ValueOption] = []
        for command in program.commands {
            for option in command.options where option.takesValue {
                let place = found.firstIndex { $0.option.written == option.written && $0.option.completion == option.completion }
                if let place {
                    found[place].commands.append(command.name)
                } else {
                    found.append(ValueOption(option: option, commands: [command.name]))
                }
            }
        }
        for place in found.indices {
            let written = found[place].option.written
            let all = program.commands.count { command in command.options.contains { !Set($0.written).isDisjoint(with: written) } }
            found[place].isEverywhere = found[place].commands.count == all
        }
        return found
    }
}

extension Operand {
    /// Whether what is filled in at a place is filled in for all words after it too.
    func goesOn(after place: Int) -> Bool {
        let places = max(1, completions.count)
        return place == places - 1 && count.upperBound > places
    }
}

extension Option {
    var takesValue: Bool { if case .flag = value { false } else { true } }

    /// The ways to write it: `--aantal`, `-n`.
    var written: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }

    /// Its help as a phrase, for lists.
    var phrase: String { help.hasSuffix(".") ? String(help.dropLast()) : help }
}

extension String {
    /// Between single quotes, for bash and zsh; plain where nothing needs them.
    var quotedForShell: String {
        let isPlain =
            !isEmpty
            && unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./,".unicodeScalars.contains($0) }
        return isPlain ? self : "'" + replaced("'", by: "'\\''") + "'"
    }

    /// With every occurrence of a character replaced.
    func replaced(_ character: Character, by other: String) -> String { reduce(into: "") { $0 += $1 == character ? other : String($1) } }

    /// With a backslash before each of these characters.
    func escaped(_ characters: String) -> String { reduce(into: "") { $0 += characters.contains($1) ? "\\\($1)" : String($1) } }
}
