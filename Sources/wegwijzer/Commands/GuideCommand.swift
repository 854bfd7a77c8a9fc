import Catalog
import Options
import Reports
import Search

/// `signalen`, `gesprek`, `factoren` and `praktijk`: what the sources say beside their tables of tools.
struct GuideCommand {
    private let name: String
    /// The guide's place in `Guide.ids`.
    private let guide: UInt32
    private let summary: String
    private let example: String

    static var actions: [Action] {
        [
            GuideCommand(
                name: "signalen", guide: 0, summary: "Noemt wat op een kwetsbare situatie kan wijzen, en wat vaak gemist wordt.",
                example: "wegwijzer signalen school --leeftijd 8"),
            GuideCommand(
                name: "gesprek", guide: 1, summary: "Helpt een gesprek over een zorg voor te bereiden, te openen en te voeren.",
                example: "wegwijzer gesprek --met ouder"),
            GuideCommand(
                name: "factoren", guide: 2, summary: "Noemt wat beschermt en wat risico geeft, met de interventies die eraan werken.",
                example: "wegwijzer factoren \"sociaal netwerk\""),
            GuideCommand(
                name: "praktijk", guide: 3,
                summary: "Vertelt wat professionals in onderzoek zeiden: wat belemmert, wat helpt, wat zij gebruiken.",
                example: "wegwijzer praktijk instrumenten --setting onderwijs"),
        ].map { guide in Action(command: guide.command, run: guide.run) }
    }

    /// Factors lead to the interventions that are about what was asked for.
    private func interventions(for question: Question, _ search: Search) throws(SnapshotError) -> [Tool] {
        guard name == "factoren", !question.isEmpty else { return [] }
        var question = question
        question.kind = .intervention
        return try search.answer(question, limit: 8).results.map { $0.tool }.filter { !$0.purpose.isEmpty }
    }

    private var command: Command {
        Command(
            name, summary: summary, details: "Uit de documenten waarop de catalogus rust, in onze woorden; bij alles staat de bladzijde.",
            operand: Operand("WOORDEN", count: 0...1000, help: "Alleen wat hierover gaat; zonder woorden alles."),
            options: [
                Option("met", .choice(["jeugdige", "ouder"]), help: "Over wie of met wie het gaat."),
                Option("doelgroep", .text("DOELGROEP"), repeats: true, help: "Alleen wat over deze doelgroep gaat, bijvoorbeeld kopp-kov."),
                Option(
                    "leeftijd", .text("LEEFTIJD"), repeats: true, help: "De leeftijd van het kind; wat geen leeftijd noemt, staat er ook."),
                Option("setting", .text("SETTING"), repeats: true, help: "Waar u werkt; wat geen setting noemt, staat er ook."),
                SharedOptions.documentFormat,
            ] + SharedOptions.reading, examples: ["wegwijzer \(name)", example])
    }

    private func run(_ invocation: Invocation) throws(Failure) -> Status {
        let search = try LoadedCatalog.load(invocation).search()
        let text = invocation.operands.joined(separator: " ")
        var read = Question()
        try FilterOptions.apply(invocation, to: &read, search)
        var chosen = read.readings.map { "\($0.facet) \($0.value)" }
        var question = GuideQuestion()
        question.ages = read.ages
        question.settings = TermLists.ids(read.settings, of: search.lists.settings)
        question.tags = TermLists.ids(read.groups, of: search.lists.groups)
        switch invocation.value("met") {
        case "jeugdige": question.tags += ["kind", "jongere", "jeugdige"]
        case "ouder": question.tags += ["ouder"]
        default: break
        }
        if let with = invocation.value("met") { chosen.append("met \(with)") }
        if !text.isEmpty { chosen.append("woorden \(text)") }
        let report = try orFail { () throws(SnapshotError) in
            question.stems = try search.stems(of: text)
            let guide = try search.snapshot.item(.guides, at: guide, as: Guide.self)
            let selected = search.select(question, in: guide)
            let asked = try search.read(text)
            return try GuideReport(
                selected, chosen: chosen, warnings: search.warnings(for: asked), interventions: interventions(for: asked, search), search)
        }
        try invocation.write(report)
        return report.isEmpty ? .nothingFound : .found
    }
}
