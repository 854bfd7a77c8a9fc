import Options
import Reports

/// `bron`: what the catalogue rests on.
enum SourceCommand {
    static var action: Action {
        Action(
            command: Command(
                "bron", summary: "Noemt de bronnen en verwijzingen, of laat zien welke middelen en rijen op één ervan rusten.",
                operand: Operand(
                    "ID", count: 0...10, completes: .asked("bron"), help: "De bron of verwijzing; zonder ID staan zij hier allemaal."),
                options: [SharedOptions.documentFormat] + SharedOptions.reading,
                examples: ["wegwijzer bron", "wegwijzer bron slim-samenwerken"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let snapshot = try LoadedCatalog.load(invocation).snapshot
        let all = try SourceReport(snapshot)
        let id = invocation.operands.joined(separator: " ")
        guard !id.isEmpty else {
            try invocation.write(all)
            return .found
        }
        guard let report = all.about(id) else {
            let near = all.suggestions(for: id)
            let advice = near.isEmpty ? "`wegwijzer bron` noemt ze allemaal" : "bedoelt u \(near.joined(separator: ", "))?"
            Terminal.complain(["de bron ‘\(id)’ is niet bekend; \(advice)"])
            return .nothingFound
        }
        try invocation.write(report)
        return .found
    }
}
