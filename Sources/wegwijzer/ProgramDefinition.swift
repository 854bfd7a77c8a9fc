import Documents
import Options

/// A command and what carries it out.
struct Action {
    let command: Command
    let run: (Invocation) throws -> Status
}

/// The commands, by what users type. A definition is made only when it is asked for: a search does not pay for the options of the others.
enum CommandName: String, CaseIterable {
    case search = "zoek"
    case show = "toon"
    case compare = "vergelijk"
    case domains = "domeinen"
    case signals = "signalen"
    case conversation = "gesprek"
    case factors = "factoren"
    case practice = "praktijk"
    case parenting = "opvoedvraag"
    case decision = "beslis"
    case list = "lijst"
    case overview = "overzicht"
    case evidence = "bewijs"
    case counts = "telling"
    case cooperation = "samenwerken"
    case glossary = "begrip"
    case source = "bron"
    case catalog = "catalogus"
    case help
    case completion = "aanvulling"

    /// The command of a word, without the dictionary of all names that `init(rawValue:)` would make for this many.
    init?(typed word: String) {
        guard let name = CommandName.allCases.first(where: { $0.rawValue == word }) else { return nil }
        self = name
    }

    var action: Action {
        switch self {
        case .search: SearchCommand.action
        case .show: ShowCommand.action
        case .compare: CompareCommand.action
        case .domains: DomainCommand.action
        case .signals: GuideCommand.signals.action
        case .conversation: GuideCommand.conversation.action
        case .factors: GuideCommand.factors.action
        case .practice: GuideCommand.practice.action
        case .parenting: ParentingCommand.action
        case .decision: DecisionCommand.action
        case .list: ListCommand.list
        case .overview: ListCommand.overview
        case .evidence: EvidenceCommand.action
        case .counts: CountCommand.action
        case .cooperation: CooperationCommand.action
        case .glossary: GlossaryCommand.action
        case .source: SourceCommand.action
        case .catalog: CatalogCommand.action
        case .help: HelpCommand.action
        case .completion: CompletionCommand.action
        }
    }
}

/// The program, whole: what help, completions and suggestions come from.
enum ProgramDefinition {
    /// The commands by what people want to do.
    private static var groups: [(heading: String, names: [CommandName])] {
        [
            ("Een middel kiezen", [.search, .show, .compare, .domains]),
            ("Opmerken en praten", [.signals, .conversation, .factors, .practice]),
            ("Een vraag over opvoeden", [.parenting, .decision]),
            ("Overzicht en beleid", [.list, .overview, .evidence, .counts]),
            ("Samenwerken en begrijpen", [.cooperation, .glossary, .source]),
            ("De catalogus beheren", [.catalog]),
            ("De opdrachtregel", [.help, .completion]),
        ]
    }

    private static let help = Option("help", short: "h", .flag, help: "Noemt de opdrachten.")
    private static let version = Option("versie", .flag, help: "Noemt de versie, en de datum van de catalogus.")

    static var program: Program {
        Program(
            name: "wegwijzer",
            summary: "signaleringsinstrumenten en interventies voor kinderen in kwetsbare omstandigheden, met het bewijs erachter.",
            groups: groups.map { group in (group.heading, group.names.map { $0.action.command }) }, options: [help, version],
            standard: CommandName.search.rawValue,
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
        "catalogus", .text("PAD"), completes: .file,
        help: "Gebruikt een andere catalogus: een map met JSON-bestanden of een gebouwde catalogus.")
    static let addition = Option(
        "aanvulling-catalogus", .text("MAP"), completes: .directory, repeats: true,
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
