import Options
import Reports

/// `signalen`, `gesprek`, `factoren` and `praktijk`: what the sources say beside their tables of tools.
struct GuideCommand {
    private let name: String
    /// One of `Guide.ids`.
    private let guide: String
    private let summary: String
    private let example: String

    static let signals = GuideCommand(
        name: "signalen", guide: "signals", summary: "Noemt wat op een kwetsbare situatie kan wijzen, en wat vaak gemist wordt.",
        example: "wegwijzer signalen schoolverzuim --leeftijd 8")
    static let conversation = GuideCommand(
        name: "gesprek", guide: "conversation", summary: "Helpt een gesprek over een zorg voor te bereiden, te openen en te voeren.",
        example: "wegwijzer gesprek openen --met ouder")
    static let factors = GuideCommand(
        name: "factoren", guide: "protective-factors",
        summary: "Noemt wat beschermt en wat risico geeft, met de interventies die eraan werken.",
        example: "wegwijzer factoren respijtzorg")
    static let practice = GuideCommand(
        name: "praktijk", guide: "practice",
        summary: "Vertelt wat professionals in onderzoek zeiden: wat belemmert, wat helpt, wat zij gebruiken.",
        example: "wegwijzer praktijk vrijwilligers")

    var action: Action { Action(command: command, run: run) }

    private var command: Command {
        Command(
            name, summary: summary, details: "Uit de documenten waarop de catalogus rust, in onze woorden; bij alles staat de bladzijde.",
            operand: Operand("WOORDEN", count: 0...1000, help: "Alleen wat hierover gaat; zonder woorden alles."),
            options: [
                Option("met", .choice(["jeugdige", "ouder"]), help: "Over wie of met wie het gaat."),
                Option(
                    "doelgroep", .text("DOELGROEP"), completes: .list("doelgroep"), repeats: true,
                    help: "Alleen wat over deze doelgroep gaat, bijvoorbeeld kopp-kov."),
                Option(
                    "leeftijd", .text("LEEFTIJD"), repeats: true, help: "De leeftijd van het kind; wat geen leeftijd noemt, staat er ook."),
                Option(
                    "setting", .text("SETTING"), completes: .list("setting"), repeats: true,
                    help: "Waar u werkt; wat geen setting noemt, staat er ook."),
                SharedOptions.documentFormat,
            ] + SharedOptions.reading, examples: ["wegwijzer \(name)", example])
    }

    private func run(_ invocation: Invocation) throws -> Status {
        let search = try LoadedCatalog.load(invocation).search
        let words = invocation.operands.joined(separator: " ")
        let filters = FilterOptions.filters(invocation)
        let report = try GuideReport(guide, words: words, filters, with: invocation.value("met"), search)
        try invocation.write(report)
        return report.isEmpty ? .nothingFound : .found
    }
}
