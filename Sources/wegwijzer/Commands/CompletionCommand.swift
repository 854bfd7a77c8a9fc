import Catalog
import Decision
import Language
import Options
import Reports
import Search

/// `aanvulling`: what makes a shell complete command lines, and the manual page.
enum CompletionCommand {
    private static let kinds = ["bash", "zsh", "fish", "man"]
    /// By which a shell asks for a list; nobody else needs it.
    private static let list = "waarden"

    static var action: Action {
        Action(
            command: Command(
                "aanvulling", summary: "Laat uw shell opdrachten, opties en middelen aanvullen met de tabtoets; maakt ook de handleiding.",
                details: """
                    bash, zsh, fish: schrijft het script voor die shell. man: schrijft de bladzijde voor het programma man.
                    De lijsten in het script volgen de ingebouwde catalogus; maak het opnieuw na een nieuwe versie.
                    """,
                operand: Operand("bash|zsh|fish|man", count: 1...3, completes: .words(kinds), help: "Waarvoor."),
                options: [SharedOptions.help],
                examples: [
                    "wegwijzer aanvulling bash > ~/.local/share/bash-completion/completions/wegwijzer",
                    "wegwijzer aanvulling man > ~/.local/share/man/man1/wegwijzer.1",
                ]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let words = invocation.operands
        if words[0] == list { return try write(list: words.count > 1 ? words[1] : "", beginning: words.count > 2 ? words[2] : "") }
        guard words.count == 1 else { throw Failure(.usage, "`aanvulling` krijgt er één: \(kinds.joined(separator: ", "))") }
        let catalog = try LoadedCatalog.builtIn()
        let values = CompletionLists(search: catalog.search).values
        let script = CompletionScript(ProgramDefinition.program, asking: "aanvulling \(list)", suggestions: values)
        let text: String
        switch words[0] {
        case "bash": text = script.bash()
        case "zsh": text = script.zsh()
        case "fish": text = script.fish()
        case "man": text = try manual(catalog.info(), values)
        default:
            throw Failure(.usage, "`aanvulling` kent ‘\(words[0])’ niet; \(Spelling.advice(for: words[0], among: kinds))")
        }
        try Terminal.write(text)
        return .found
    }

    /// A word a line, with what it means after a tab.
    private static func write(list name: String, beginning typed: String) throws -> Status {
        let suggestions = try CompletionLists(search: LoadedCatalog.builtIn().search).suggestions(name, beginning: typed)
        try Terminal.write(suggestions.map { "\($0.word)\t\($0.help)\n" }.joined())
        return suggestions.isEmpty ? .nothingFound : .found
    }

    private static func manual(_ info: CatalogInfo, _ values: @escaping (String) -> [Suggestion]) -> String {
        ManPage(
            ProgramDefinition.program, version: info.version, date: info.date,
            sections: [
                (
                    "Omgeving",
                    [
                        "`COLUMNS`: hoe breed de uitvoer is, in tekens; anders zo breed als de terminal.",
                        "`PAGER`: het programma dat op een terminal toont wat niet op het scherm past, bijvoorbeeld `less`. Leeg: geen.",
                        "`TERM`: bij `dumb` wordt `PAGER` niet gebruikt. Kleuren zijn er nooit, ook niet zonder `NO_COLOR`.",
                    ]
                ),
                (
                    "Privacy",
                    [
                        "Het programma bewaart en verstuurt niets van wat u typt. Uw shell houdt wel een geschiedenis bij; `wegwijzer zoek -` leest de vraag van de standaardinvoer."
                    ]
                ),
            ], values: values
        ).text()
    }
}

/// The lists that a shell completes values from.
struct CompletionLists {
    let search: Search

    /// The words of a list by its name; none of a catalogue that is damaged, which every command that reads it says.
    var values: (String) -> [Suggestion] { { name in (try? suggestions(name)) ?? [] } }

    /// The lists of the built-in catalogue.
    static var builtIn: (String) -> [Suggestion] { (try? CompletionLists(search: LoadedCatalog.builtIn().search).values) ?? { _ in [] } }

    /// - Parameter typed: what was typed already. Ids are always listed; other names only when they begin so, for there are many.
    func suggestions(_ name: String, beginning typed: String = "") throws -> [Suggestion] {
        switch name {
        case "doelgroep":
            try search.snapshot.items(.targetGroups, as: TargetGroup.self).map { Suggestion($0.id, help: $0.name) }
        case "kolommen": [Suggestion("alle", help: "alle kolommen")] + ToolColumn.all.map { Suggestion($0.id, help: $0.column.heading) }
        case "achtergrond": try backgrounds()
        case "element": try cooperation().elements.map { Suggestion($0.id, help: $0.name) }
        case "project": try cooperation().projects.map { Suggestion(String($0.number), help: $0.name) }
        case "begrip": try glossary()
        case "bron": try sources()
        case "middel": try tools(beginning: typed)
        default: try Facet(id: name).map { try values(of: $0) } ?? []
        }
    }

    private func values(of facet: Facet) throws -> [Suggestion] {
        var found: [Suggestion] = []
        // A level that stands on both scales is one word.
        for value in try search.values(of: facet) where !found.contains(where: { $0.word == value.term.id }) {
            found.append(Suggestion(value.term.id, help: value.term.name))
        }
        return found
    }

    private func backgrounds() throws -> [Suggestion] {
        let schema = try search.snapshot.record(.decision, as: DecisionSchema.self)
        return [Suggestion("alle", help: "noemt ze allemaal")] + BackgroundReport(schema).ids.map { Suggestion($0) }
    }

    private func cooperation() throws -> Cooperation { try search.snapshot.record(.cooperation, as: Cooperation.self) }

    private func glossary() throws -> [Suggestion] {
        try search.snapshot.items(.glossary, as: GlossaryTerm.self).flatMap { term in
            ([term.term] + term.abbreviations).map { Suggestion($0, help: $0 == term.term ? "" : term.term) }
        }
    }

    private func sources() throws -> [Suggestion] {
        let info = try search.snapshot.record(.info, as: CatalogInfo.self)
        return info.sources.map { Suggestion($0.id, help: $0.title) }
            + (try search.snapshot.references().map { Suggestion($0.id, help: $0.citation) })
    }

    private func tools(beginning typed: String) throws -> [Suggestion] {
        var found: [Suggestion] = []
        for index in 0..<(try search.snapshot.toolCount) {
            let tool = try search.snapshot.listedTool(index)
            let help = "\(tool.name), \(tool.kind.name)"
            found.append(Suggestion(tool.id, help: help))
            guard !typed.isEmpty else { continue }
            let names = [tool.abbreviation ?? "", tool.name].filter { $0 != tool.id && $0.hasPrefix(typed) }
            found += names.map { Suggestion($0, help: help) }
        }
        return found
    }
}
