import Options

/// A command and what carries it out.
struct Action {
    let command: Command
    let run: (Invocation) throws(Failure) -> Status
}

/// The program's commands, by what people want to do.
enum ProgramDefinition {
    private static var groups: [(heading: String, actions: [Action])] {
        [
            ("Een middel kiezen", [SearchCommand.action, ShowCommand.action, CompareCommand.action, DomainCommand.action]),
            ("Opmerken en praten", GuideCommand.actions),
            ("Een vraag over opvoeden", [ParentingCommand.action, DecisionCommand.action]),
            ("Overzicht en beleid", [ListCommand.list, ListCommand.overview, EvidenceCommand.action, CountCommand.action]),
            ("Samenwerken en begrijpen", [CooperationCommand.action, GlossaryCommand.action, SourceCommand.action]),
            ("De catalogus beheren", [CatalogCommand.action]),
        ]
    }

    static var actions: [Action] { groups.flatMap { $0.actions } }

    static var program: Program {
        Program(
            name: "wegwijzer",
            summary: "signaleringsinstrumenten en interventies voor kinderen in kwetsbare omstandigheden, met het bewijs erachter.",
            groups: groups.map { group in (group.heading, group.actions.map { $0.command }) },
            epilogue: """
                `wegwijzer VRAAG` is hetzelfde als `wegwijzer zoek VRAAG`. `wegwijzer OPDRACHT --help` legt een opdracht uit; `wegwijzer --versie` noemt de versie.
                Uitgang: 0 gevonden, 1 niets gevonden, 2 verkeerd gebruik, 3 catalogus ongeldig, 4 lezen of schrijven mislukt.
                Dit is niet de Wegwijzer bij Kwetsbare Opgroeisituaties van het Kenniscentrum Kinder- en Jeugdpsychiatrie. Het bouwt op hetzelfde rapport; die wegwijzer staat op https://kenniscentrum-kjp.nl/wegwijzer-kwetsbare-opgroeisituaties/
                """)
    }
}

/// Options that several commands share, the same everywhere.
enum SharedOptions {
    static let help = Option("help", short: "h", .flag, help: "Legt deze opdracht uit.")
    static let catalog = Option(
        "catalogus", .text("PAD"), help: "Gebruikt een andere catalogus: een map met JSON-bestanden of een gebouwde catalogus.")
    static let addition = Option(
        "aanvulling-catalogus", .text("MAP"), repeats: true,
        help: "Voegt de middelen uit een map toe aan de catalogus, bijvoorbeeld die van uw eigen regio.")
    static let format = Option(
        "formaat", .choice(["tabel", "json"]), help: "tabel om te lezen (zo gaat het vanzelf), json voor programma's.")
    static let documentFormat = Option(
        "formaat", .choice(["tabel", "json", "md"]),
        help: "tabel om te lezen (zo gaat het vanzelf), json voor programma's, md voor Markdown.")
    static let count = Option("aantal", short: "n", .number("N", 1...100_000), help: "Toont hoogstens N middelen van elke soort (10).")

    /// The options of every command that reads the catalogue.
    static var reading: [Option] { [catalog, addition, help] }
}
