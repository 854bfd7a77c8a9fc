import Documents
import Language
import Options
import Reports
import Search

/// `lijst` and `overzicht`: tools that were selected, as a list or as a document.
enum ListCommand {
    private static let formats: [DocumentFormat] = [.table, .csv, .xlsx, .markdown, .html, .json, .ndjson]

    static var list: Action {
        Action(
            command: command(
                "lijst", summary: "Noemt alle middelen die aan de opties voldoen, zonder volgorde van geschiktheid.",
                examples: [
                    "wegwijzer lijst --doelgroep armoede --soort interventie",
                    "wegwijzer lijst --vrij hechting --leeftijd 0-4 --sorteer niveau",
                ]),
            run: { invocation in try run(invocation, columns: ToolColumn.brief, otherwise: .table) })
    }

    static var overview: Action {
        Action(
            command: command(
                "overzicht", summary: "Maakt van dezelfde keuze een document: werkmap, csv, Markdown of een pagina om te printen.",
                examples: [
                    "wegwijzer overzicht --doelgroep kopp-kov --uit kopp.xlsx",
                    "wegwijzer overzicht --per doelgroep --titel \"Cursus signaleren\" --uit cursus.html",
                ]),
            run: { invocation in try run(invocation, columns: ToolColumn.handout, otherwise: .markdown) })
    }

    private static func command(_ name: String, summary: String, examples: [String]) -> Command {
        Command(
            name, summary: summary,
            details: """
                Van één optie mogen meer waarden gegeven worden: een middel heeft er ten minste één van. Verschillende opties gelden allemaal. In het document staat wat gekozen is en hoeveel erbuiten valt.
                Kolommen: \(ToolColumn.all.map { $0.id }.joined(separator: ", ")).
                """,
            options: FilterOptions.all + [
                Option(
                    "vrij", .text("TEKST"), help: "Alleen wat over deze woorden gaat; ook een doelgroep of leeftijd in de woorden telt."),
                Option("sorteer", .choice(Overview.Order.allCases.map { $0.rawValue }), help: "De volgorde (naam)."),
                Option("per", .choice(Overview.Grouping.allCases.map { $0.rawValue }), help: "Zet de middelen in groepen."),
                Option(
                    "kolommen", .text("A,B,C"), completes: .sequence("kolommen"),
                    help: "Welke kolommen, in deze volgorde; `alle` voor allemaal."),
            ] + DocumentOutput.options(formats) + SharedOptions.reading, examples: examples)
    }

    private static func run(_ invocation: Invocation, columns: [ToolColumn], otherwise: DocumentFormat) throws -> Status {
        let output = try DocumentOutput(invocation, formats: formats, otherwise: otherwise)
        let columns = try self.columns(invocation, format: output.format, otherwise: columns)
        let search = try LoadedCatalog.load(invocation).search
        var question = try search.read(invocation.value("vrij") ?? "")
        try FilterOptions.apply(invocation, to: &question, search)
        if invocation.has("vrij"), question.isEmpty {
            throw Failure(
                .usage, "--vrij begrijpt ‘\(invocation.value("vrij") ?? "")’ niet; `wegwijzer zoek` zegt wat het van woorden begrijpt")
        }
        let overview = try Overview(
            search.select(question), of: question, title: output.title,
            order: invocation.value("sorteer").flatMap { Overview.Order(rawValue: $0) } ?? .name,
            grouping: invocation.value("per").flatMap { Overview.Grouping(rawValue: $0) }, search)
        let bytes =
            switch output.format {
            case .json: Array(overview.json().utf8)
            case .ndjson: Array(overview.ndjson().utf8)
            default: try output.bytes(of: overview.report(columns), date: overview.date) ?? []
            }
        let count = overview.tools.count
        try output.write(bytes, contents: count == 1 ? "1 middel" : "\(count) middelen")
        return overview.tools.isEmpty ? .nothingFound : .found
    }

    /// The columns that were asked for, or those that the format is best with.
    private static func columns(
        _ invocation: Invocation, format: DocumentFormat, otherwise: [ToolColumn]
    ) throws -> [ToolColumn] {
        guard let stated = invocation.value("kolommen") else {
            return format == .csv || format == .xlsx ? ToolColumn.all : format == .table ? ToolColumn.brief : otherwise
        }
        if stated == "alle" { return ToolColumn.all }
        var columns: [ToolColumn] = []
        for word in stated.split(separator: ",").map({ String($0.filter { $0 != " " }) }) {
            guard let column = ToolColumn.named([word.lowercased()]).first else {
                throw Failure(.usage, "--kolommen kent ‘\(word)’ niet; \(Spelling.advice(for: word, among: ToolColumn.all.map { $0.id }))")
            }
            columns.append(column)
        }
        guard !columns.isEmpty else { throw Failure(.usage, "--kolommen wil ten minste één kolom") }
        return columns
    }
}
