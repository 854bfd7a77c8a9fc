extension Option {
    /// What stands for its value in the help.
    var placeholder: String {
        switch value {
        case .flag: ""
        case .text(let name), .number(let name, _): name
        case .choice(let words): words.joined(separator: "|")
        }
    }

    /// How it is written: `-n, --aantal N`.
    var usage: String {
        let names = (short.map { "-\($0), " } ?? "    ") + "--\(name)"
        return placeholder.isEmpty ? names : "\(names) \(placeholder)"
    }
}

extension Command {
    /// Which values an option allows, as a sentence: at the first option of the command that allows these, and from there on only where that is.
    ///
    /// Nothing for an option that shows them in place of its value, or allows any.
    /// - Parameter values: the words of a list by its name.
    func allowed(_ option: Option, values: (String) -> [Suggestion]) -> String {
        guard case .text = option.value else { return "" }
        let words: [String] =
            switch option.completion {
            case .words(let words): words
            case .list(let name): values(name).map { $0.word }
            case .nothing, .file, .directory, .commands, .sequence, .asked: []
            }
        guard !words.isEmpty else { return "" }
        let first = options.first { $0.completion == option.completion } ?? option
        return first.name == option.name ? " Kies uit: \(words.joined(separator: ", "))." : " Kies als bij \(first.name)."
    }
}

extension Program {
    /// The overview of all commands.
    /// - Parameter width: how many characters fit on a line.
    public func help(width: Int) -> String {
        let longest = commands.map { $0.name.count }.max() ?? 0
        var text = Wrap.lines("\(name): \(summary)", width: width)
        for group in groups {
            text += "\n\(group.heading)\n"
            for command in group.commands {
                let label = "  \(command.name)" + String(repeating: " ", count: longest - command.name.count + 2)
                text += Wrap.lines(command.summary, width: width, first: label, indent: label.count)
            }
        }
        return text + "\n" + Wrap.lines(epilogue, width: width)
    }
}

extension Command {
    /// The command's own help.
    /// - Parameters:
    ///   - width: how many characters fit on a line.
    ///   - values: the words of a list by its name.
    public func help(program: String, width: Int, values: (String) -> [Suggestion] = { _ in [] }) -> String {
        let operand = operand.map { $0.count.lowerBound == 0 ? " [\($0.name)]" : " \($0.name)" } ?? ""
        let dots = (self.operand?.count.upperBound ?? 1) > 1 ? "…" : ""
        var text = "Gebruik: \(program) \(name)\(operand)\(dots)\(options.isEmpty ? "" : " [opties]")\n\n"
        text += Wrap.lines(summary, width: width)
        if !details.isEmpty { text += "\n" + Wrap.lines(details, width: width) }
        if let operand = self.operand {
            text += "\n" + Wrap.lines(operand.help, width: width, first: "  \(operand.name)  ", indent: operand.name.count + 4)
        }
        if !options.isEmpty {
            text += "\nOpties:\n"
            for option in options {
                let help = option.help + allowed(option, values: values) + (option.repeats ? " Mag vaker." : "")
                text += Wrap.lines(help, width: width, first: "  \(option.usage)", indent: 10, own: true)
            }
        }
        if !examples.isEmpty { text += "\nVoorbeelden:\n" + examples.map { "  \($0)\n" }.joined() }
        return text
    }
}

/// Breaks text into lines, at words only.
enum Wrap {
    /// - Parameters:
    ///   - first: what stands before the first line.
    ///   - indent: how far the other lines stand from the left.
    ///   - own: whether the text begins on a line of its own when `first` is long.
    static func lines(_ text: String, width: Int, first: String = "", indent: Int = 0, own: Bool = false) -> String {
        let margin = String(repeating: " ", count: indent)
        var result = ""
        var line = first
        if own {
            result = first + "\n"
            line = margin
        }
        var isEmpty = true
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !isEmpty || paragraph.isEmpty {
                result += line + "\n"
                line = margin
                isEmpty = true
            }
            for word in paragraph.split(separator: " ") {
                if !isEmpty, line.count + 1 + word.count > width {
                    result += line + "\n"
                    line = margin
                    isEmpty = true
                }
                line += isEmpty ? String(word) : " \(word)"
                isEmpty = false
            }
        }
        return isEmpty ? result : result + line + "\n"
    }
}
