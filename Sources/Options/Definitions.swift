/// An option of a command, defined once: parsing, help, completion and man page come from here.
public struct Option: Sendable {
    /// What an option takes.
    public enum Value: Sendable {
        /// Nothing: it is there or not.
        case flag
        /// Any text; the name stands for it in the help.
        case text(String)
        /// A whole number within bounds.
        case number(String, ClosedRange<Int>)
        /// One of these words.
        case choice([String])
    }

    /// The long name, without hyphens.
    public let name: String
    /// The short name, if it has one.
    public let short: Character?
    public let value: Value
    /// What a shell fills in for its value.
    public let completion: Completion
    public let help: String
    /// Whether it may be given more than once; of one that may not, the last counts.
    public let repeats: Bool

    public init(
        _ name: String, short: Character? = nil, _ value: Value, completes completion: Completion = .nothing, repeats: Bool = false,
        help: String
    ) {
        self.name = name
        self.short = short
        self.value = value
        self.completion = if case .choice(let words) = value { .words(words) } else { completion }
        self.repeats = repeats
        self.help = help
    }
}

/// What a shell fills in where a word is asked for.
public enum Completion: Sendable, Equatable {
    /// What only the user knows.
    case nothing
    case file
    case directory
    /// The program's commands.
    case commands
    /// One of these words.
    case words([String])
    /// A word of the list that the program has under this name; the list stands in the shell's script.
    case list(String)
    /// Words of such a list, with commas between them.
    case sequence(String)
    /// A word of a list that may be long or change: the shell asks the program for it.
    case asked(String)
}

/// A word of a command that is no option.
public struct Operand: Sendable {
    public let name: String
    public let help: String
    /// How many there may be.
    public let count: ClosedRange<Int>
    /// What a shell fills in at the first place, the second and so on; the last is for all that follow.
    public let completions: [Completion]

    public init(_ name: String, count: ClosedRange<Int>, completes completions: Completion..., help: String) {
        self.name = name
        self.count = count
        self.completions = completions
        self.help = help
    }
}

/// A command of the program.
public struct Command: Sendable {
    public let name: String
    /// What it does, in a line.
    public let summary: String
    /// What it does, in a few sentences.
    public let details: String
    public let operand: Operand?
    public let options: [Option]
    /// Command lines to imitate.
    public let examples: [String]

    public init(
        _ name: String, summary: String, details: String = "", operand: Operand? = nil, options: [Option] = [], examples: [String] = []
    ) {
        self.name = name
        self.summary = summary
        self.details = details
        self.operand = operand
        self.options = options
        self.examples = examples
    }
}

/// A program: its commands and what it says of itself.
public struct Program: Sendable {
    public let name: String
    public let summary: String
    /// The commands by what people want to do, in the order in which the help shows them.
    public let groups: [(heading: String, commands: [Command])]
    /// What may stand in place of a command.
    public let options: [Option]
    /// The command that words belong to when the first is no command.
    public let standard: String
    /// What stands at the end of the help.
    public let epilogue: String

    public init(
        name: String, summary: String, groups: [(heading: String, commands: [Command])], options: [Option], standard: String,
        epilogue: String
    ) {
        self.name = name
        self.summary = summary
        self.groups = groups
        self.options = options
        self.standard = standard
        self.epilogue = epilogue
    }

    /// All commands.
    public var commands: [Command] { groups.flatMap { $0.commands } }

    /// The command with this name.
    public func command(_ name: String) -> Command? { commands.first { $0.name == name } }
}
