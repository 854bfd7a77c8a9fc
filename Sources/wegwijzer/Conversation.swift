import Documents
import Reports
import Search

/// `wegwijzer` without a question, on a terminal: asks for one, and lets its answer be narrowed down and its tools be opened.
enum Conversation {
    static func hold() throws -> Status {
        let search = try LoadedCatalog.builtIn().search
        try Terminal.write("Waar zoekt u een middel voor? Schrijf zoals u denkt; niets wordt bewaard. Stoppen: q\n")
        var asked: [Asked] = []
        var shown: [UInt32] = []
        while let line = try Terminal.ask("\n> ") {
            let typed = line.split(separator: " ").joined(separator: " ")
            if typed.isEmpty { continue }
            if isEnd(typed) { break }
            if isHelp(typed) {
                try Terminal.write(DisplayText.fitted(help, width: Terminal.width))
                continue
            }
            if let command = command(typed) {
                try carryOut(command)
                continue
            }
            if let number = Int(typed), !shown.isEmpty {
                try open(number, shown, search)
                continue
            }
            if let numbers = compared(typed), !shown.isEmpty {
                try compare(numbers, shown, search)
                continue
            }
            switch typed.lowercased() {
            case "meer" where !asked.isEmpty: asked[asked.count - 1].limit += 5
            case "terug" where asked.count > 1: asked.removeLast()
            case "terug": continue
            // “+ 4-8 jaar” narrows the question down; anything else is a new one.
            default: asked.append(Asked(text: typed.hasPrefix("+") ? "\(asked.last?.text ?? "") \(typed.dropFirst())" : typed))
            }
            guard let last = asked.last else { continue }
            shown = try answer(last, search)
        }
        return .found
    }

    /// A question, and how many tools of each kind are shown.
    private struct Asked {
        let text: String
        var limit = UInt32(SearchCommand.fewest)
    }

    private static let help =
        "Schrijf waar u een middel voor zoekt, bijvoorbeeld: KOPP 4-12 signalering. Een nummer opent een middel; `vergelijk 1 3` zet er twee naast elkaar; `meer` toont er meer; `+ woorden` maakt de vraag nauwer; `terug` gaat naar de vraag ervoor; een opdracht die in een antwoord staat, kunt u hier typen, bijvoorbeeld: wegwijzer toon SDQ. q stopt."

    /// What people type to stop, in programs that they know.
    static func isEnd(_ typed: String) -> Bool {
        ["q", "stop", "stoppen", "exit", "quit", "einde", "bye", ":q", "exit()", "quit()"].contains(typed.lowercased())
    }

    /// What people type to be helped.
    static func isHelp(_ typed: String) -> Bool { ["?", "h", "help", "hulp", "--help", "-h", "/help"].contains(typed.lowercased()) }

    /// The words of a command line, as printed advice has it: after “wegwijzer”, or a command with a tool's name or with options. Nil for a question.
    private static func command(_ typed: String) -> [String]? {
        var words = TypedText.words(typed.filter { $0 != "`" })
        let isWhole = words.first?.lowercased() == "wegwijzer"
        if isWhole { words.removeFirst() }
        guard let first = words.first, !first.hasPrefix("-") else { return isWhole && !words.isEmpty ? words : nil }
        guard let name = CommandName(typed: first.lowercased()) else { return isWhole ? [CommandName.search.rawValue] + words : nil }
        words[0] = name.rawValue
        return isWhole || name == .show || words.contains { $0.hasPrefix("--") } ? words : nil
    }

    /// Carries out a command line; what goes wrong is said, and the conversation goes on.
    private static func carryOut(_ words: [String]) throws {
        do {
            guard words[0] == CommandName.search.rawValue else {
                _ = try Dispatch.run(words)
                return
            }
            // Alone, a search ends the program with its answer.
            try Terminal.write(SearchCommand.answer(Dispatch.invocation(of: SearchCommand.action.command, Array(words.dropFirst()))).text)
        } catch {
            let failure = Failure(error)
            guard failure.status != .file else { throw failure }
            Terminal.complain(failure.lines)
        }
    }

    private static func answer(_ asked: Asked, _ search: Search) throws -> [UInt32] {
        var answer = try search.answer(search.read(asked.text), limit: asked.limit)
        // Numbered through, so that every tool can be opened by its number.
        answer.results.sort { $0.tool.kind.rawValue < $1.tool.kind.rawValue }
        let report = try SearchReport(answer, search)
        try Terminal.write(report.firstLook(width: Terminal.width ?? 80, numbersThrough: true))
        try Terminal.write("Nummer, `meer`, `vergelijk 1 3`, `+ woorden`, `terug`, `?` of een nieuwe vraag; q stopt.\n")
        return answer.results.map { $0.index }
    }

    /// The numbers behind “vergelijk”; nil when something else was typed.
    private static func compared(_ typed: String) -> [Int]? {
        let words = typed.lowercased().split(separator: " ").filter { $0 != "en" && $0 != "met" }
        guard words.first == "vergelijk", words.count > 2 else { return nil }
        let numbers = words.dropFirst().compactMap { Int($0) }
        return numbers.count == words.count - 1 ? numbers : nil
    }

    private static func compare(_ numbers: [Int], _ shown: [UInt32], _ search: Search) throws {
        var words = [CommandName.compare.rawValue]
        for number in numbers {
            guard shown.indices.contains(number - 1) else {
                try Terminal.write("Kies nummers van 1 tot en met \(shown.count).\n")
                return
            }
            words.append(try search.snapshot.listedTool(shown[number - 1]).id)
        }
        try carryOut(words)
    }

    private static func open(_ number: Int, _ shown: [UInt32], _ search: Search) throws {
        guard shown.indices.contains(number - 1) else {
            try Terminal.write("Kies een nummer van 1 tot en met \(shown.count).\n")
            return
        }
        try open(shown[number - 1], search)
    }

    /// Shows everything of a tool.
    static func open(_ tool: UInt32, _ search: Search) throws {
        let page = try ToolPage(search.snapshot.tool(tool), search).text(width: Terminal.width)
        try Terminal.write(page)
    }
}
