import Catalog
import Language
import Options
import Reports

/// `begrip`: words of the field, explained.
enum GlossaryCommand {
    static var action: Action {
        Action(
            command: Command(
                "begrip", summary: "Legt een woord of afkorting uit het vak uit, en vertelt wat de bron van een doelgroep weet.",
                operand: Operand(
                    "WOORD", count: 0...10, completes: .asked("begrip"),
                    help: "Het woord of de afkorting; zonder woord staan hier alle begrippen."),
                options: [SharedOptions.documentFormat] + SharedOptions.reading,
                examples: ["wegwijzer begrip COTAN", "wegwijzer begrip mantelzorg"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let search = try LoadedCatalog.load(invocation).search
        let snapshot = search.snapshot
        let all = try snapshot.items(.glossary, as: GlossaryTerm.self)
        let word = invocation.operands.joined(separator: " ")
        var terms = word.isEmpty ? all : GlossaryReport.terms(for: word, in: all)
        let names = all.flatMap { $0.names }
        let groups = try GlossaryReport.groups(for: word, search)
        // In other words: “psychische klachten”. A slip is suggested instead.
        if terms.isEmpty, groups.isEmpty, Spelling.nearest(to: word, in: names) == nil {
            terms = try GlossaryReport.terms(about: word, in: all, search)
        }
        guard !(terms.isEmpty && groups.isEmpty) else {
            let near =
                Spelling.nearest(to: word, in: names).map { "; bedoelt u ‘\($0)’?" }
                ?? "; `wegwijzer begrip` noemt ze allemaal"
            Terminal.complain(["het begrip ‘\(word)’ is niet bekend\(near)"])
            return .nothingFound
        }
        let report = try GlossaryReport(terms, groups: groups, snapshot)
        try invocation.write(report)
        return .found
    }
}
