import Catalog
import Options
import Reports

/// `domeinen`: the domains of life of the Sociale Balans.
enum DomainCommand {
    static var action: Action {
        Action(
            command: Command(
                "domeinen", summary: "Toont de levensdomeinen van de Sociale Balans, met de middelen die eraan raken.",
                operand: Operand("WOORDEN", count: 0...100, help: "Alleen de domeinen die hierover gaan; zonder woorden alle."),
                options: [SharedOptions.documentFormat] + SharedOptions.reading,
                examples: ["wegwijzer domeinen", "wegwijzer domeinen schulden"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let search = try LoadedCatalog.load(invocation).search
        let report = try DomainReport(
            search.snapshot.record(.lifeDomains, as: LifeDomains.self),
            words: invocation.operands.joined(separator: " "), search)
        try invocation.write(report)
        return report.isEmpty ? .nothingFound : .found
    }
}
