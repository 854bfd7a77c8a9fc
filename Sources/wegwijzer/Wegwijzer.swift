import Catalog
import CatalogSource
import Options

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program: finds the command, lets it do its work, and says how it ended.
@main
struct Wegwijzer {
    static func main() {
        // A reader that has seen enough, such as `head`, is a normal end.
        signal(SIGPIPE, SIG_IGN)
        // A file that may grow no further is a message, not an end.
        signal(SIGXFSZ, SIG_IGN)
        do throws(Failure) {
            try Terminal.expectMemory(4 << 20)
            exit(try run(Array(CommandLine.arguments.dropFirst())).rawValue)
        } catch {
            Terminal.complain(error.lines)
            exit(error.status.rawValue)
        }
    }

    private static func run(_ arguments: [String]) throws(Failure) -> Status {
        let program = ProgramDefinition.program
        guard let first = arguments.first else {
            if Terminal.isInteractive { return try Conversation.hold() }
            throw Failure(.usage, "stel een vraag, bijvoorbeeld: wegwijzer zoek \"KOPP 4-12 signalering\" (of: wegwijzer --help)")
        }
        if first == "--help" || first == "-h" || first == "help" { return try help(Array(arguments.dropFirst()), program) }
        if first == "--versie" { return try version() }
        if let command = program.command(first) { return try carryOut(command, Array(arguments.dropFirst())) }
        try refuseMistyped(first, arguments, program)
        guard let search = program.command("zoek") else { throw Failure(.usage, "onbekende opdracht ‘\(first)’") }
        return try carryOut(search, arguments)
    }

    private static func carryOut(_ command: Command, _ arguments: [String]) throws(Failure) -> Status {
        let invocation: Invocation
        do throws(UsageError) {
            invocation = try command.parse(arguments) { Spelling.nearest(to: $0, in: $1) }
        } catch {
            throw Failure(.usage, error.message)
        }
        if invocation.has("help") {
            try Terminal.write(command.help(program: "wegwijzer", width: Terminal.width ?? 100))
            return .found
        }
        guard let action = ProgramDefinition.actions.first(where: { $0.command.name == command.name }) else {
            throw Failure(.usage, "onbekende opdracht ‘\(command.name)’")
        }
        return try action.run(invocation)
    }

    private static func help(_ arguments: [String], _ program: Program) throws(Failure) -> Status {
        let width = Terminal.width ?? 100
        guard let name = arguments.first(where: { !$0.hasPrefix("-") }) else {
            try Terminal.write(program.help(width: width))
            return .found
        }
        guard let command = program.command(name) else {
            let near = Spelling.nearest(to: name, in: program.commands.map { $0.name })
            throw Failure(.usage, "er is geen opdracht ‘\(name)’" + (near.map { "; bedoelt u `\($0)`?" } ?? ""))
        }
        try Terminal.write(command.help(program: program.name, width: width))
        return .found
    }

    private static func version() throws(Failure) -> Status {
        let info = try LoadedCatalog.builtIn().info()
        try Terminal.write("wegwijzer \(info.version), catalogus van \(info.date)\n")
        return .found
    }

    /// A first word that is nearly a command and no word of the catalogue was mistyped.
    private static func refuseMistyped(_ word: String, _ arguments: [String], _ program: Program) throws(Failure) {
        let names = program.commands.map { $0.name } + ["help"]
        guard !word.hasPrefix("-"), !word.contains(" "), let near = Spelling.nearest(to: word, in: names) else { return }
        let search = try LoadedCatalog.builtIn().search()
        let isUnknown = try orFail { () throws(SnapshotError) in try search.read(word).isEmpty }
        if isUnknown { throw Failure(.usage, "er is geen opdracht ‘\(word)’; bedoelt u `wegwijzer \(near)`?") }
    }
}
