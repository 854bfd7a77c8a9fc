import Options
import Parenting
import Reports

/// `opvoedvraag`: the guideline's tables of what is normal by age, and of what fits parents' questions.
enum ParentingCommand {
    static var action: Action {
        Action(
            command: Command(
                "opvoedvraag", summary: "Toont bij een opvoedvraag wat bij de leeftijd hoort, en welke preventie en lichte hulp past.",
                details: """
                    Uit tabel 1 en 2 van de samenvatting van de JGZ-richtlijn Opvoedingsondersteuning (2013). Zonder woorden: de hele tabel, of die van een leeftijd.
                    """,
                operand: Operand("WOORDEN", count: 0...1000, help: "Waar de vraag over gaat, bijvoorbeeld driftbuien."),
                options: [
                    Option("leeftijd", .text("LEEFTIJD"), repeats: true, help: "De leeftijd van het kind: 3, 4-12, \"18 maanden\"."),
                    SharedOptions.documentFormat,
                ] + SharedOptions.reading,
                examples: ["wegwijzer opvoedvraag driftbuien 3 jaar", "wegwijzer opvoedvraag --leeftijd 14"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        var text = invocation.operands.joined(separator: " ")
        if text == "-" { text = try Terminal.readAll() }
        let search = try LoadedCatalog.load(invocation).search
        var question = try search.read(text)
        if invocation.has("leeftijd") { question.ages = try FilterOptions.ages(invocation, search) }
        let tables = try search.snapshot.record(.parenting, as: ParentingTables.self)
        let report = try ParentingReport(tables, question, notices: search.warnings(for: question), search)
        try invocation.write(report)
        return report.isFound ? .found : .nothingFound
    }
}
