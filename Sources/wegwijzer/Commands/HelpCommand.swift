import Language
import Options

/// `help`: explains the program or a command.
enum HelpCommand {
    static var action: Action {
        Action(
            command: Command(
                "help", summary: "Legt de opdrachten uit, of één opdracht.",
                operand: Operand(
                    "OPDRACHT", count: 0...1, completes: .commands, help: "De opdracht; zonder opdracht noemt de hulp ze alle."),
                options: [SharedOptions.help], examples: ["wegwijzer help zoek"]),
            run: { invocation in try explain(invocation.operands.first) })
    }

    /// Writes the help of a command, or the overview of all.
    static func explain(_ name: String?) throws -> Status {
        let program = ProgramDefinition.program
        let width = Terminal.width ?? 100
        guard let name else {
            try Terminal.write(program.help(width: width))
            return .found
        }
        guard let command = program.command(name) else {
            let near = Spelling.nearest(to: name, in: program.commands.map { $0.name })
            throw Failure(.usage, "er is geen opdracht ‘\(name)’" + (near.map { "; bedoelt u `\($0)`?" } ?? ""))
        }
        try Terminal.write(command.help(program: program.name, width: width, values: CompletionLists.builtIn))
        return .found
    }
}
