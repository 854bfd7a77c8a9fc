/// A manual page, made from the definition of the program's options, in the language of man(7).
public struct ManPage {
    let program: Program
    let version: String
    /// As YYYY-MM-DD.
    let date: String
    /// What else there is to say: paragraphs under headings.
    let sections: [(heading: String, paragraphs: [String])]
    private let values: (String) -> [Suggestion]

    /// - Parameter values: the words of a list by its name.
    public init(
        _ program: Program, version: String, date: String, sections: [(heading: String, paragraphs: [String])],
        values: @escaping (String) -> [Suggestion] = { _ in [] }
    ) {
        self.values = values
        self.program = program
        self.version = version
        self.date = date
        self.sections = sections
    }

    /// The page.
    public func text() -> String {
        let title = program.name.uppercased()
        var page = Roff()
        page.macro("TH", title, "1", date, "\(program.name) \(version)", "Handleiding")
        page.macro("SH", "NAAM")
        page.filled("\(Roff.escaped(program.name)) \\- \(Roff.escaped(program.summary.trimmingPeriod))")
        page.macro("SH", "GEBRUIK")
        for command in program.commands {
            page.line(usage(command))
            page.macro("br")
        }
        page.line(
            "\\fB\(Roff.escaped(program.name))\\fR \(program.options.map { "\\fB\(Roff.escaped("--\($0.name)"))\\fR" }.joined(separator: " | "))"
        )
        page.macro("SH", "BESCHRIJVING")
        page.paragraphs(program.epilogue)
        for group in program.groups {
            page.macro("SH", group.heading.uppercased())
            for command in group.commands { write(command, to: &page) }
        }
        page.macro("SH", "GEMEENSCHAPPELIJKE OPTIES")
        page.line(Roff.escaped("Wat een opdracht na ‘Ook’ noemt, betekent dit."))
        for option in shared {
            if let command = program.commands.first(where: { $0.options.contains { $0.isAlike(option) } }) {
                write(option, of: command, to: &page)
            }
        }
        for section in sections {
            page.macro("SH", section.heading.uppercased())
            page.paragraphs(section.paragraphs.joined(separator: "\n"))
        }
        return page.text
    }

    /// The options that three commands or more have alike: explained once. Of two that share a name, the first.
    private var shared: [Option] {
        let all = program.commands.flatMap { $0.options }
        return all.reduce(into: []) { shared, option in
            guard !shared.contains(where: { $0.name == option.name }) else { return }
            if all.count(where: { $0.isAlike(option) }) >= 3 { shared.append(option) }
        }
    }

    private func usage(_ command: Command) -> String {
        var line = "\\fB\(Roff.escaped("\(program.name) \(command.name)"))\\fR"
        if let operand = command.operand {
            let dots = operand.count.upperBound > 1 ? " ..." : ""
            let name = "\\fI\(Roff.escaped(operand.name))\\fR\(dots)"
            line += operand.count.lowerBound == 0 ? " [\(name)]" : " \(name)"
        }
        return line + (command.options.isEmpty ? "" : " [\\fIopties\\fR]")
    }

    private func write(_ command: Command, to page: inout Roff) {
        page.macro("SS", "\(program.name) \(command.name)")
        page.paragraphs(([command.summary] + (command.details.isEmpty ? [] : [command.details])).joined(separator: "\n"))
        if let operand = command.operand { page.item("\\fI\(Roff.escaped(operand.name))\\fR", operand.help) }
        let shared = shared
        for option in command.options where !shared.contains(where: { $0.isAlike(option) }) { write(option, of: command, to: &page) }
        let others = command.options.filter { option in shared.contains { $0.isAlike(option) } }
        if !others.isEmpty {
            page.macro("PP")
            page.filled("Ook: \(others.map { "\\fB\(Roff.escaped("--\($0.name)"))\\fR" }.joined(separator: ", ")).")
        }
        if !command.examples.isEmpty {
            page.macro("PP")
            page.line(command.examples.count == 1 ? "Voorbeeld:" : "Voorbeelden:")
            page.macro("PP")
            page.macro("RS", "4")
            page.macro("nf")
            for example in command.examples { page.line(Roff.escaped(example)) }
            page.macro("fi")
            page.macro("RE")
        }
    }

    private func write(_ option: Option, of command: Command, to page: inout Roff) {
        let names = option.written.reversed().map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: ", ")
        let value =
            switch option.value {
            case .flag: ""
            case .choice(let words): " " + words.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: "|")
            case .text(let name), .number(let name, _): " \\fI\(Roff.escaped(name))\\fR"
            }
        page.item(names + value, option.help + command.allowed(option, values: values) + (option.repeats ? " Mag vaker." : ""))
    }
}

extension Option {
    /// Whether it is the same option of another command.
    fileprivate func isAlike(_ other: Option) -> Bool {
        written == other.written && placeholder == other.placeholder && help == other.help && repeats == other.repeats
    }
}

extension String {
    fileprivate var trimmingPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}

/// Text for a formatter of manual pages.
struct Roff {
    private(set) var text = ""

    /// A line that is already escaped and stays one. If it begins like a request, it is none.
    mutating func line(_ line: some StringProtocol) { text += (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n" }

    /// Text that is already escaped, on lines of a decent length.
    mutating func filled(_ text: String) {
        for line in Wrap.lines(text, width: 78).split(separator: "\n") { self.line(line) }
    }

    mutating func macro(_ name: String, _ arguments: String...) {
        text += ".\(name)\(arguments.map { " \"\($0.allSatisfy { $0.isNumber || $0 == "-" } ? $0 : Roff.escaped($0))\"" }.joined())\n"
    }

    /// Every line of a text as a paragraph.
    mutating func paragraphs(_ text: String) {
        for (place, paragraph) in text.split(separator: "\n").enumerated() {
            if place > 0 { macro("PP") }
            filled(Roff.marked(String(paragraph)))
        }
    }

    /// A name with what it means.
    mutating func item(_ name: String, _ meaning: String) {
        macro("TP")
        line(name)
        filled(Roff.marked(meaning))
    }

    /// Escaped; what stands between backticks is bold, and an address is never hyphenated.
    static func marked(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, part in
            let words = part.split(separator: " ", omittingEmptySubsequences: false).map { word in
                (word.contains("://") ? "\\%" : "") + escaped(String(word))
            }
            let line = words.joined(separator: " ")
            return place % 2 == 1 ? "\\fB\(line)\\fR" : line
        }.joined()
    }

    /// What a formatter would read as its own, or may not know.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "\"": escaped += "\\(dq"
            case "'": escaped += "\\(aq"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "`": escaped += "\\(ga"
            case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
            }
        }
        return escaped
    }
}
