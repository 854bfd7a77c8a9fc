/// An option of a command, defined once: parsing and help both come from here.
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
    public let help: String
    /// Whether it may be given more than once; of one that may not, the last counts.
    public let repeats: Bool

    public init(_ name: String, short: Character? = nil, _ value: Value, repeats: Bool = false, help: String) {
        self.name = name
        self.short = short
        self.value = value
        self.repeats = repeats
        self.help = help
    }
}

/// A word of a command that is no option.
public struct Operand: Sendable {
    public let name: String
    public let help: String
    /// How many there may be.
    public let count: ClosedRange<Int>

    public init(_ name: String, count: ClosedRange<Int>, help: String) {
        self.name = name
        self.count = count
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
    /// What stands at the end of the help.
    public let epilogue: String

    public init(name: String, summary: String, groups: [(heading: String, commands: [Command])], epilogue: String) {
        self.name = name
        self.summary = summary
        self.groups = groups
        self.epilogue = epilogue
    }

    /// All commands.
    public var commands: [Command] { groups.flatMap { $0.commands } }

    /// The command with this name.
    public func command(_ name: String) -> Command? { commands.first { $0.name == name } }
}
