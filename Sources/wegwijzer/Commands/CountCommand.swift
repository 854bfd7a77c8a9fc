import Options
import Reports

/// `telling`: the counts against the report.
enum CountCommand {
    static var action: Action {
        Action(
            command: Command(
                "telling", summary: "Telt de middelen per doelgroep, naast wat het rapport zelf zegt gevonden te hebben.",
                details: "Alle aantallen worden uit de catalogus geteld. Ook staat hier wat in de bron niet klopt.",
                options: [SharedOptions.format] + SharedOptions.reading, examples: ["wegwijzer telling"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let catalog = try LoadedCatalog.load(invocation)
        let report = try CountReport(catalog.snapshot)
        try Terminal.write(invocation.value("formaat") == "json" ? report.json() : report.text(width: Terminal.width))
        return .found
    }
}
