import Language
import Options
import Reports
import Search

/// `zoek`: answers a question.
enum SearchCommand {
    static var action: Action {
        Action(
            command: Command(
                "zoek", summary: "Zoekt de middelen die bij een vraag passen, de beste eerst.",
                details: """
                    Schrijf zoals u denkt: trefwoorden of een hele zin. De opdracht zegt hoe zij de vraag begreep. Opties gaan voor op de woorden van de vraag.
                    Niets van wat u typt wordt bewaard of verstuurd.
                    """,
                operand: Operand("VRAAG", count: 0...10_000, help: "De vraag; `-` leest haar van de standaardinvoer."),
                options: FilterOptions.all + [
                    SharedOptions.format, SharedOptions.count,
                    Option("alles", .flag, help: "Toont alle middelen die passen."),
                    Option("uitleg", .flag, help: "Toont waarop elke plaats in de volgorde rust."),
                ] + SharedOptions.reading,
                examples: [
                    "wegwijzer zoek \"KOPP 4-12 signalering\"",
                    "wegwijzer zoek \"Meisje van 7, moeder heeft borderline: welk lijstje?\"",
                    "wegwijzer zoek opvoedstress --soort signalering --leeftijd 0-4 --formaat json",
                ]),
            run: run)
    }

    /// How many tools of each kind a first look shows.
    static let fewest = 3

    private static func run(_ invocation: Invocation) throws -> Status {
        let (text, status) = try answer(invocation)
        try Terminal.end(with: text, status)
    }

    /// The answer, and whether there is anything in it.
    static func answer(_ invocation: Invocation) throws -> (text: String, status: Status) {
        var text = invocation.operands.line(" ")
        if text == "-" { text = try Terminal.readAll() }
        let search = try LoadedCatalog.load(invocation).search
        var question = try search.read(text)
        try FilterOptions.apply(invocation, to: &question, search)
        guard text.contains(where: { !$0.isWhitespace }) || !question.isEmpty else { throw Failure(.usage, "`zoek` wil nog weten: VRAAG") }
        let isFirstLook =
            Terminal.showsOutput && !invocation.has("alles") && !invocation.has("uitleg") && invocation.number("aantal") == nil
        let limit = invocation.has("alles") ? .max : UInt32(invocation.number("aantal") ?? (isFirstLook ? fewest : 10))
        let answer = try search.answer(question, limit: limit)
        let report = try SearchReport(answer, search)
        let status: Status = answer.results.isEmpty || answer.dropped != nil ? .nothingFound : .found
        if invocation.value("formaat") == "json" { return (report.json(explains: invocation.has("uitleg")), status) }
        if isFirstLook, let width = Terminal.width {
            let more = answer.total > answer.results.count ? "Meer: dezelfde opdracht met `--alles`. " : ""
            return (report.firstLook(width: width) + more + "Een middel: `wegwijzer toon NAAM`.\n", status)
        }
        return (report.text(width: Terminal.width, explains: invocation.has("uitleg")), status)
    }
}
