import Language
import Options
import Search

/// Finds the command of a command line, and lets it do its work.
enum Dispatch {
    /// Carries out a command line.
    static func run(_ typed: [String]) throws -> Status {
        let arguments = commandFirst(typed)
        guard let first = arguments.first else {
            if Terminal.isInteractive { return try Conversation.hold() }
            throw Failure(.usage, "stel een vraag, bijvoorbeeld: wegwijzer zoek \"KOPP 4-12 signalering\" (of: wegwijzer --help)")
        }
        if first == "--help" || first == "-h" { return try HelpCommand.explain(arguments.dropFirst().first { !$0.hasPrefix("-") }) }
        if first == "--versie" || first == "--version" { return try version() }
        if let name = CommandName(typed: first) { return try carryOut(name.action, Array(arguments.dropFirst())) }
        try refuseMistyped(first)
        return try carryOut(CommandName.search.action, arguments)
    }

    /// The words with the command before the options that stand before it: `--formaat json lijst` is `lijst --formaat json`.
    private static func commandFirst(_ arguments: [String]) -> [String] {
        guard let first = arguments.first, first.hasPrefix("--"), first.count > 2 else { return arguments }
        let options = ProgramDefinition.program.commands.flatMap { $0.options }
        var place = 0
        while place < arguments.count, arguments[place].hasPrefix("--") {
            let name = arguments[place].dropFirst(2)
            let takesNext = options.contains { option in
                if case .flag = option.value { false } else { option.name == name }
            }
            place += takesNext ? 2 : 1
        }
        guard place < arguments.count, CommandName(typed: arguments[place]) != nil else { return arguments }
        return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
    }

    /// What words ask of a command.
    static func invocation(of command: Command, _ arguments: [String]) throws -> Invocation {
        try command.parse(arguments) { Spelling.nearest(to: $0, in: $1) }
    }

    private static func carryOut(_ action: Action, _ arguments: [String]) throws -> Status {
        let command = action.command
        let invocation = try invocation(of: command, arguments)
        if invocation.has("help") {
            try Terminal.write(command.help(program: "wegwijzer", width: Terminal.width ?? 100, values: CompletionLists.builtIn))
            return .found
        }
        return try action.run(invocation)
    }

    private static func version() throws -> Status {
        let info = try LoadedCatalog.builtIn().info()
        try Terminal.write("wegwijzer \(info.version), catalogus van \(info.date)\n")
        return .found
    }

    /// Refuses a first word that is nearly a command and no word of the catalogue, or nearly an option of the program and none of a search.
    private static func refuseMistyped(_ word: String) throws {
        if word.hasPrefix("--") { return try refuseMistypedOption(word) }
        guard !word.hasPrefix("-"), !word.contains(" ") else { return }
        guard let near = Spelling.nearest(to: word, in: ProgramDefinition.program.commands.map { $0.name }) else { return }
        let search = try LoadedCatalog.builtIn().search
        let isUnknown = try search.read(word).isEmpty
        if isUnknown { throw Failure(.usage, "er is geen opdracht ‘\(word)’; bedoelt u `wegwijzer \(near)`?") }
    }

    private static func refuseMistypedOption(_ word: String) throws {
        let typed = String(word.dropFirst(2))
        let options = ProgramDefinition.program.options.map { $0.name }
        let names = options + CommandName.search.action.command.options.map { $0.name }
        guard !names.contains(typed), let near = Spelling.nearest(to: typed, in: names), options.contains(near) else { return }
        throw Failure(.usage, "de optie \(word) bestaat niet; bedoelt u `wegwijzer --\(near)`?")
    }
}
