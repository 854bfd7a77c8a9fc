import Options
import Reports
import Search

/// `bewijs`: what is known, for those who make policy.
enum EvidenceCommand {
    private static let formats: [DocumentFormat] = [.table, .csv, .xlsx, .markdown, .html, .json, .svg]
    private static let filters = ["soort", "doelgroep", "leeftijd", "setting", "erkenning", "rust-op"]

    static var action: Action {
        Action(
            command: Command(
                "bewijs", summary: "Telt per doelgroep hoe sterk het bewijs is, en noemt de gaten.",
                details: "`bewijs uitleg` legt de niveaus uit: wat zij betekenen, wanneer zij gegeven worden en wat zij niet zeggen.",
                operand: Operand(
                    "uitleg", count: 0...1, completes: .words(["uitleg"]), help: "Legt de niveaus uit, in plaats van te tellen."),
                options: FilterOptions.all.filter { filters.contains($0.name) } + [
                    Option("tel", .choice(EvidenceReport.Counting.allCases.map { $0.rawValue }), help: "Wat geteld wordt (vermeldingen)."),
                    Option("detail", .flag, help: "Noemt onder elk niveau de middelen, met de uitspraak en waar die staat."),
                    Option("cotan", .flag, help: "Noemt wat de COTAN van de instrumenten zegt."),
                    Option("verouderd", .flag, help: "Noemt verouderde normen, verlopen erkenningen en hoe oud de oordelen zijn."),
                    Option("grafiek", .flag, help: "Tekent staven in de terminal."),
                ] + DocumentOutput.options(formats) + SharedOptions.reading,
                examples: [
                    "wegwijzer bewijs", "wegwijzer bewijs --soort interventie --detail --uit bewijs.xlsx",
                    "wegwijzer bewijs --uit bewijs.svg",
                ]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        if let word = invocation.operands.first {
            guard word == "uitleg" else { throw Failure(.usage, "`bewijs` kent ‘\(word)’ niet; kies uitleg, of geef alleen opties") }
            return try explain(invocation)
        }
        let views = ["detail", "cotan", "verouderd", "grafiek"].filter { invocation.has($0) }
        if views.count > 1 { throw Failure(.usage, "--\(views[0]) en --\(views[1]) gaan niet samen; kies er één") }
        let output = try DocumentOutput(invocation, formats: formats, otherwise: .table)
        let search = try LoadedCatalog.load(invocation).search
        var question = Question()
        try FilterOptions.apply(invocation, to: &question, search)
        if invocation.has("cotan") { question.kind = .instrument }
        let report = try EvidenceReport(
            search.select(question), of: question,
            counting: invocation.value("tel").flatMap { EvidenceReport.Counting(rawValue: $0) } ?? .listings, title: output.title,
            search)
        try write(report, view: views.first, output)
        return .found
    }

    private static func write(_ report: EvidenceReport, view: String?, _ output: DocumentOutput) throws {
        switch (output.format, view) {
        case (.table, "grafiek"): try output.write(Array(report.bars(width: output.width ?? 100).utf8))
        case (_, "grafiek"), (.svg, nil): try writeChart(report, output)
        case (.svg, _), (.json, .some):
            throw Failure(.usage, "--formaat \(output.format.rawValue) gaat over de aantallen; laat --\(view ?? "") weg")
        case (.json, nil): try output.write(Array(report.json().utf8))
        default:
            let tables =
                switch view {
                case "detail": report.details()
                case "cotan": report.cotan()
                case "verouderd": report.outdated()
                default: output.format == .csv ? report.tidy() : report.matrix(isLettered: output.format == .table)
                }
            if let bytes = try output.bytes(of: tables, date: report.date) { try output.write(bytes) }
        }
    }

    private static func writeChart(_ report: EvidenceReport, _ output: DocumentOutput) throws {
        guard output.format == .svg else { throw Failure(.usage, "--grafiek is er voor de terminal en als --formaat svg") }
        try output.write(Array(report.svg().utf8))
    }

    private static func explain(_ invocation: Invocation) throws -> Status {
        let output = try DocumentOutput(invocation, formats: [.table, .markdown], otherwise: .table)
        let search = try LoadedCatalog.load(invocation).search
        let report = try ScaleReport(search)
        switch output.format {
        case .table: try output.write(Array(report.text(width: output.width).utf8))
        case .markdown: try output.write(Array(report.markdown().utf8))
        default: throw Failure(.usage, "`bewijs uitleg` is er als tabel (tekst) en als md")
        }
        return .found
    }
}
