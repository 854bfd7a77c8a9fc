import Catalog
import Options
import Reports
import Search

/// `toon`: everything of one tool.
enum ShowCommand {
    static var action: Action {
        Action(
            command: Command(
                "toon", summary: "Toont alles van één middel: voor wie, leeftijd, uitvoerder, bewijs en waar het vandaan komt.",
                operand: Operand(
                    "MIDDEL", count: 1...100, completes: .asked("middel"), help: "De naam, de afkorting of het id van het middel."),
                options: [Option("begrippen", .flag, help: "Legt eronder uit wat de vakwoorden op de bladzijde betekenen.")]
                    + SharedOptions.reading,
                examples: ["wegwijzer toon SDQ", "wegwijzer toon \"eigen kracht-conferentie\""]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let name = invocation.operands.joined(separator: " ")
        guard name.contains(where: { !$0.isWhitespace }) else { throw Failure(.usage, "`toon` wil nog weten: MIDDEL") }
        let search = try LoadedCatalog.load(invocation).search
        guard let index = try tool(named: name, search) else { return .nothingFound }
        let page = try ToolPage(search.snapshot.tool(index), search).text(width: Terminal.width)
        try Terminal.write(page + (invocation.has("begrippen") ? try explanation(of: page, search) : ""))
        return .found
    }

    /// The field's words that a page uses, explained.
    private static func explanation(of page: String, _ search: Search) throws -> String {
        let terms = GlossaryReport.terms(in: page, of: try search.snapshot.items(.glossary, as: GlossaryTerm.self))
        return terms.isEmpty ? "" : "\n" + (try GlossaryReport(terms, search.snapshot).text(width: Terminal.width))
    }

    /// The tool that is called so; nil, after saying what may have been meant, when there is not exactly one.
    static func tool(named name: String, _ search: Search) throws -> UInt32? {
        let found = try search.tools(named: name)
        if found.isExact, found.tools.count == 1 { return found.tools.first }
        try choose(name, found.tools, isExact: found.isExact, search)
        return nil
    }

    /// Shows what a name may have meant.
    private static func choose(_ name: String, _ tools: [UInt32], isExact: Bool, _ search: Search) throws {
        guard !tools.isEmpty else {
            Terminal.complain(["er is geen middel ‘\(name)’; `wegwijzer zoek` zoekt ook in de beschrijvingen"])
            return
        }
        var lines = [isExact ? "‘\(name)’ kan meer middelen betekenen; kies er een:" : "er is geen middel ‘\(name)’; bedoelt u:"]
        for index in tools {
            let tool = try search.snapshot.tool(index)
            lines.append("  wegwijzer toon \(tool.id)    \(tool.name), \(tool.kind.name)")
        }
        Terminal.complain(lines)
    }
}
