import Catalog
import Reports
import Search

/// `wegwijzer` without a question, on a terminal: asks for one, and lets its answer be narrowed down and its tools be opened.
enum Conversation {
    static func hold() throws(Failure) -> Status {
        let search = try LoadedCatalog.builtIn().search
        try Terminal.write("Waar zoekt u een middel voor? Schrijf zoals u denkt; niets wordt bewaard. Stoppen: q\n")
        var text = ""
        var shown: [UInt32] = []
        while let line = try Terminal.ask("\n> ") {
            let typed = line.split(separator: " ").joined(separator: " ")
            if typed == "q" || typed == "stop" { break }
            if typed.isEmpty { continue }
            if let number = Int(typed), !shown.isEmpty {
                try open(number, shown, search)
                continue
            }
            // “+ 4-8 jaar” narrows the question down; anything else is a new one.
            text = typed.hasPrefix("+") ? "\(text) \(typed.dropFirst())" : typed
            shown = try answer(text, search)
        }
        return .found
    }

    private static func answer(_ text: String, _ search: Search) throws(Failure) -> [UInt32] {
        var answer = try orFail { () throws(SnapshotError) in try search.answer(search.read(text), limit: 5) }
        // Numbered through, so that every tool can be opened by its number.
        answer.results.sort { $0.tool.kind.rawValue < $1.tool.kind.rawValue }
        let report = try orFail { () throws(SnapshotError) in try SearchReport(answer, search) }
        try Terminal.write(report.text(width: Terminal.width, explains: false, numbersThrough: true))
        try Terminal.write("Een nummer opent een middel; `+ woorden` maakt de vraag nauwer; iets anders is een nieuwe vraag; q stopt.\n")
        return answer.results.map { $0.index }
    }

    private static func open(_ number: Int, _ shown: [UInt32], _ search: Search) throws(Failure) {
        guard shown.indices.contains(number - 1) else {
            try Terminal.write("Kies een nummer van 1 tot en met \(shown.count).\n")
            return
        }
        try open(shown[number - 1], search)
    }

    /// Shows everything of a tool.
    static func open(_ tool: UInt32, _ search: Search) throws(Failure) {
        let page = try orFail { () throws(SnapshotError) in try ToolPage(search.snapshot.tool(tool), search).text(width: Terminal.width) }
        try Terminal.write(page)
    }
}
