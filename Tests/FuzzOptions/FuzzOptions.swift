import Catalog
import Fuzzing
import Language
import Options

@testable import wegwijzer

/// The input: a command's place, the width of the help, and words, one on a line.
@c(LLVMFuzzerTestOneInput)
public func testOptions(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = Input(data, size)
    let command = CommandLines.commands[Int(input.byte()) % CommandLines.commands.count]
    let width = Int(input.byte())
    let wantsHelp = input.isOne(in: 64)
    var words: [String] = []
    while !input.isEmpty { words.append(String(decoding: input.line(), as: UTF8.self)) }
    if wantsHelp { CommandLines.expectHelp(of: command, width: width) }
    CommandLines.parse(words, command)
    return 0
}

private enum CommandLines {
    /// The program's own definition.
    private static let program = ProgramDefinition.program
    static let commands = program.commands

    static func parse(_ words: [String], _ command: Command) {
        do throws(UsageError) {
            let invocation = try parsed(words, command)
            expectSense(invocation, words, command)
            expectSame(invocation, when: rewritten(invocation, command), command)
            expectSame(invocation, when: words, command)
        } catch {
            require(!error.message.isEmpty && error.message.count < 1000 + words.reduce(0) { $0 + $1.count }, "a refusal says why, briefly")
        }
    }

    private static func parsed(_ words: [String], _ command: Command) throws(UsageError) -> Invocation {
        try command.parse(words) { Spelling.nearest(to: $0, in: $1) }
    }

    /// What was understood is what the definition allows, and was typed.
    private static func expectSense(_ invocation: Invocation, _ words: [String], _ command: Command) {
        for operand in invocation.operands { require(words.contains(operand), "an operand was typed") }
        if !invocation.has("help") || command.operand == nil {
            require((command.operand?.count ?? 0...0).contains(invocation.operands.count), "as many operands as are allowed")
        }
        for option in command.options {
            for value in invocation.values(option.name) {
                switch option.value {
                case .flag: require(value.isEmpty, "a flag has no value")
                case .text: require(words.contains { $0.utf8.count >= value.utf8.count }, "a value was typed")
                case .number(_, let allowed): require(Int(value).map { allowed.contains($0) } ?? false, "a number within bounds: \(value)")
                case .choice(let allowed): require(allowed.contains(value), "a word that is allowed: \(value)")
                }
            }
        }
    }

    /// The same command line, written in full: every option with its long name and `=`, and `--` before the operands.
    private static func rewritten(_ invocation: Invocation, _ command: Command) -> [String] {
        let options = command.options.flatMap { option in
            invocation.values(option.name).map { value in
                if case .flag = option.value { "--\(option.name)" } else { "--\(option.name)=\(value)" }
            }
        }
        return options + ["--"] + invocation.operands
    }

    private static func expectSame(_ invocation: Invocation, when words: [String], _ command: Command) {
        let other = certain("it is understood when written otherwise") { () throws(UsageError) in try parsed(words, command) }
        require(other.operands == invocation.operands, "the same operands when written otherwise")
        for option in command.options {
            require(other.values(option.name) == invocation.values(option.name), "the same --\(option.name) when written otherwise")
        }
    }

    /// The help is shown at any width.
    static func expectHelp(of command: Command, width: Int) {
        require(command.help(program: program.name, width: width).hasSuffix("\n"), "a command's help ends its last line")
        require(program.help(width: width).hasSuffix("\n"), "the program's help ends its last line")
    }
}
