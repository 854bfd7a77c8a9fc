import Catalog
import CatalogSource
import Options

/// `catalogus`: for those who keep a catalogue.
enum CatalogCommand {
    static var action: Action {
        Action(
            command: Command(
                "catalogus", summary: "Controleert een catalogus, of bouwt haar tot één bestand.",
                details: """
                    controleer [PAD]: controleert een map met JSON-bestanden of een gebouwde catalogus, en noemt elke fout met bestand en plaats; zonder PAD de ingebouwde.
                    bouw PAD --uit BESTAND: bouwt een map met JSON-bestanden tot één bestand, dat --catalogus leest.
                    """,
                operand: Operand(
                    "controleer|bouw", count: 1...2, completes: .words(["controleer", "bouw"]), .file,
                    help: "Wat te doen, en met welke catalogus."),
                options: [
                    Option("uit", short: "u", .text("BESTAND"), completes: .file, help: "Waar de gebouwde catalogus komt te staan."),
                    Option("overschrijf", .flag, help: "Vervangt het bestand als het al bestaat."),
                    SharedOptions.addition, SharedOptions.help,
                ],
                examples: ["wegwijzer catalogus controleer Catalog", "wegwijzer catalogus bouw Catalog --uit regio.wegwijzer"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws(Failure) -> Status {
        let path = invocation.operands.count > 1 ? invocation.operands[1] : nil
        switch invocation.operands[0] {
        case "controleer": return try check(path, additions: invocation.values("aanvulling-catalogus"))
        case "bouw": return try build(path, invocation)
        default:
            throw Failure(.usage, "`catalogus` kent ‘\(invocation.operands[0])’ niet; kies controleer of bouw")
        }
    }

    private static func check(_ path: String?, additions: [String]) throws(Failure) -> Status {
        let snapshot = try LoadedCatalog.open(path, additions: additions).snapshot
        let data = try orFail { () throws(SnapshotError) in
            try snapshot.verify()
            return try CatalogData(snapshot)
        }
        let instruments = data.tools.count { $0.kind == .instrument }
        let names =
            "\(instruments) signaleringsinstrumenten, \(data.tools.count - instruments) interventies, \(data.references.count) verwijzingen"
        try Terminal.write("De catalogus is in orde: \(names) (versie \(data.info.version), \(data.info.date)).\n")
        return .found
    }

    private static func build(_ path: String?, _ invocation: Invocation) throws(Failure) -> Status {
        guard let path else { throw Failure(.usage, "`catalogus bouw` wil nog weten: PAD, de map met JSON-bestanden") }
        guard let output = invocation.value("uit") else { throw Failure(.usage, "`catalogus bouw` wil nog weten: --uit BESTAND") }
        try OutputFile.refuse(output, unless: invocation.has("overschrijf"), option: "uit")
        let catalog = try LoadedCatalog.open(path, additions: invocation.values("aanvulling-catalogus"))
        try OutputFile.write(catalog.snapshot.bytes.base, to: output)
        return .found
    }
}
