import Catalog
import Documents
import Language
import Search
import Storage

/// What is known of the tools of a selection: how many there are at each level, for each group.
public struct EvidenceReport: Sendable {
    /// What is counted.
    public enum Counting: String, CaseIterable, Sendable {
        /// Rows of the main source's tables, without pointer rows.
        case listings = "vermeldingen"
        /// Distinct tools, those of pointer rows included.
        case tools = "middelen"

        /// What stands above its numbers.
        var heading: String {
            switch self {
            case .listings: "Vermeldingen"
            case .tools: "Middelen"
            }
        }
    }

    /// The counts of one kind and one group.
    struct Line: Sendable {
        let kind: Kind
        /// Nil for the totals.
        let group: Term?
        /// For each level of the kind's scale, strongest first.
        var listings: [Int]
        var tools: [Int]

        func counts(_ counting: Counting) -> [Int] {
            switch counting {
            case .listings: listings
            case .tools: tools
            }
        }
    }

    let context: ToolContext
    let counting: Counting
    let kinds: [Kind]
    let lines: [Line]
    let tools: [Tool]
    private let groups: [TargetGroup]
    private let question: Question
    private let title: String?

    /// The evidence of the tools of a selection, counted as rows or as tools.
    public init(
        _ selection: Selection, of question: Question, counting: Counting, title: String?, _ search: Search
    ) throws(SnapshotError) {
        let context = try ToolContext(search)
        var tools: [Tool] = []
        for index in selection.tools { tools.append(try search.snapshot.tool(index)) }
        let all = try search.snapshot.items(.targetGroups, as: TargetGroup.self)
        groups = all.enumerated().filter { question[.group] == 0 || question[.group] >> UInt64($0.offset) & 1 == 1 }.map { $0.element }
        let kinds = Kind.allCases.filter { question.kind == nil || question.kind == $0 }
        var lines: [Line] = []
        for kind in kinds {
            let own = tools.filter { $0.kind == kind }
            let names = groups.map { $0.id }
            for group in groups {
                let term = context.lists.groups.first { $0.id == group.id }
                lines.append(EvidenceReport.line(kind, term, own, [group.id], context))
            }
            lines.append(EvidenceReport.line(kind, nil, own, names, context))
        }
        self.context = context
        self.counting = counting
        self.kinds = kinds
        self.lines = lines
        self.tools = tools.sorted { Folding.letters($0.name).lexicographicallyPrecedes(Folding.letters($1.name)) }
        self.question = question
        self.title = title
    }

    private static func line(_ kind: Kind, _ group: Term?, _ tools: [Tool], _ groups: [String], _ context: ToolContext) -> Line {
        let count = context.levels[kind]?.count ?? 0
        var line = Line(kind: kind, group: group, listings: Array(repeating: 0, count: count), tools: Array(repeating: 0, count: count))
        for tool in tools {
            let own = tool.listings.filter { $0.source == context.info.mainSource && groups.contains($0.targetGroup) }
            let level = context.strength(tool)
            guard !own.isEmpty, level < count else { continue }
            line.listings[level] += own.count { !$0.pointer }
            line.tools[level] += 1
        }
        return line
    }

    /// The day of the catalogue, as YYYY-MM-DD.
    public var date: String { context.info.date }

    // MARK: The matrix

    func levels(_ kind: Kind) -> [Level] { context.levels[kind] ?? [] }

    /// Letters for the levels of a scale, strongest first: a bar says without colour what it is made of, and a narrow column what it holds.
    static let letters = Array("ABCDEFGHIJKL").map { String($0) }

    /// What the letters mean for a kind.
    func legend(_ kind: Kind) -> String { zip(Self.letters, levels(kind)).map { "\($0) \($1.name)" }.joined(separator: " · ") }

    /// The numbers, with what they leave open in words.
    /// - Parameter isLettered: whether letters stand for the levels, for a narrow screen.
    public func matrix(isLettered: Bool = false) -> TabularReport {
        let tables = kinds.map { kind in
            let levels = levels(kind)
            let headings = isLettered ? Array(Self.letters.prefix(levels.count)) : levels.map { $0.name }
            let columns =
                [Table.Column(id: "doelgroep", heading: "Doelgroep", width: 24, narrowest: 10)]
                + zip(levels, headings).map { Table.Column(id: $0.id, heading: $1, width: 14, narrowest: 3, isNumber: true) }
                + [Table.Column(id: "totaal", heading: "totaal", width: 10, narrowest: 4, isNumber: true)]
            let rows = lines.filter { $0.kind == kind }.map { line in
                let counts = line.counts(counting)
                return [Cell.text(line.group?.name ?? "alle doelgroepen")] + (counts + [counts.reduce(0, +)]).map { Cell.number($0) }
            }
            return Table(
                title: "\(kind.heading), \(counting.rawValue)", tab: kind.heading, columns: columns, rows: rows, hasTotals: true)
        }
        let legends = isLettered ? kinds.map { "\($0.heading): \(legend($0))." } : []
        var report = report("Bewijsniveaus per doelgroep", tables, legends + bases + [totals] + caution)
        report.findings = [("Gaten", gaps)]
        return report
    }

    /// What judgements of instruments rest on, a sentence for each level.
    private var bases: [String] {
        levels(.instrument).filter { $0.judgement }.compactMap { level in
            let counts = basisCounts.filter { $0.level.id == level.id && $0.tools > 0 }
            guard let of = counts.first?.of else { return nil }
            let parts = counts.map { "‘\($0.basis.name)’ bij \($0.tools)" }.joined(separator: ", ")
            let unsourced = tools.count { isCounted($0) && $0.evidence.level == level.id && $0.evidence.references.isEmpty }
            return
                "Waar ‘\(level.name)’ op rust, bij \(of) \(of == 1 ? "instrument" : "instrumenten"): \(parts); zonder bron bij het oordeel: \(unsourced). Bij één instrument kan meer gelden."
        }
    }

    private func isCounted(_ tool: Tool) -> Bool { tool.kind == .instrument && !context.isSupplementary(tool) }

    /// For each judgement and each thing that it can rest on: how many instruments of the tables do, of how many.
    private var basisCounts: [(level: Level, basis: Term, tools: Int, of: Int)] {
        let instruments = tools.filter { isCounted($0) }
        var counts: [(level: Level, basis: Term, tools: Int, of: Int)] = []
        for level in levels(.instrument) where level.judgement {
            let own = instruments.filter { $0.evidence.level == level.id }
            for basis in context.basis {
                counts.append((level: level, basis: basis, tools: own.count { $0.evidence.basis.contains(basis.id) }, of: own.count))
            }
        }
        return counts
    }

    /// The numbers for a program that adds and turns tables: one number a row, and what it counts beside it.
    public func tidy() -> TabularReport {
        let columns = [
            Table.Column(id: "soort", heading: "Soort", width: 24), Table.Column(id: "doelgroep", heading: "Doelgroep", width: 24),
            Table.Column(id: "niveau", heading: "Niveau", width: 24),
            Table.Column(id: counting.rawValue, heading: counting.heading, width: 14, isNumber: true),
        ]
        let rows = lines.flatMap { line in
            zip(levels(line.kind), line.counts(counting)).map { level, count in
                [.text(line.kind.name), .text(line.group?.name ?? "alle doelgroepen"), .text(level.name), Cell.number(count)]
            }
        }
        return report("Bewijsniveaus per doelgroep", [Table(columns: columns, rows: rows)], [totals] + caution)
    }

    private func report(_ heading: String, _ tables: [Table], _ explanation: [String]) -> TabularReport {
        let chosen = question.readings.map { "\($0.facet) \($0.value)" }
        return TabularReport(
            title: title ?? heading,
            facts: [
                ("Keuze", chosen.isEmpty ? "alle middelen" : chosen.joined(separator: " · ")),
                ("Catalogus", "versie \(context.info.version), \(context.info.date)"),
                ("Stand van", context.info.source(context.info.mainSource)?.dated ?? ""),
            ], tables: tables, explanation: explanation,
            sources: context.info.sources.filter { source in tools.contains { $0.listings.contains { $0.source == source.id } } }
                .map { "\($0.title). \($0.organisation) (\($0.dated))." })
    }

    /// What the numbers count.
    private var totals: String {
        let supplementary = tools.count { context.isSupplementary($0) }
        let aside = supplementary == 0 ? "" : " \(supplementary) aanvullende middelen, van andere bronnen, tellen niet mee."
        switch counting {
        case .listings:
            return
                "Geteld zijn rijen van de tabellen: een middel dat bij meer groepen staat, telt bij elke groep en in het totaal meer keer."
                + aside
        case .tools:
            return "Geteld zijn verschillende middelen: wat bij meer groepen staat, telt bij elke groep, maar in het totaal één keer."
                + aside
        }
    }

    private var caution: [String] {
        [
            context.info.evidenceAdvice,
            "Geen bewijs is geen bewijs dat iets niet werkt; een hoog niveau is geen belofte voor een andere groep of plaats. `wegwijzer bewijs uitleg` legt de niveaus uit.",
        ]
    }

    /// What is missing: groups without tools, and groups for which nothing is known to be good.
    var gaps: [String] {
        var gaps: [String] = []
        for kind in kinds {
            let levels = levels(kind)
            for line in lines where line.kind == kind {
                guard let group = line.group else { continue }
                let own = groups.first { $0.id == group.id }
                guard line.listings.reduce(0, +) > 0 else {
                    let said = own?.gaps.first.map { " \($0.text)" } ?? ""
                    gaps.append("\(group.name): geen \(kind.plural) in de tabel." + (kind == .instrument ? said : ""))
                    continue
                }
                guard let best = line.listings.firstIndex(where: { $0 > 0 }), !levels[best].strong else { continue }
                gaps.append("\(group.name): bij de \(kind.plural) is niets sterker dan ‘\(levels[best].name)’.")
            }
        }
        return gaps
    }

    // MARK: Details

    /// Under each level the tools, with the statement that it rests on and where that was read.
    public func details() -> TabularReport {
        let columns = ToolColumn.named(["naam", "niveau", "rust-op", "erkenning", "oordeel", "let-op", "vermeldingen"])
        let references = Table.Column(id: "bron", heading: "Bron van het oordeel", width: 46, narrowest: 16)
        var tables: [Table] = []
        for kind in kinds {
            for level in levels(kind) {
                let own = tools.filter { $0.kind == kind && $0.evidence.level == level.id }
                guard !own.isEmpty else { continue }
                let rows = own.map { tool in
                    columns.map { $0.cell(tool, context) }
                        + [.text(tool.evidence.references.map { context.citations[$0] ?? $0 }.joined(separator: " | "))]
                }
                tables.append(
                    Table(
                        title: "\(kind.heading): \(level.name) (\(own.count))", columns: columns.map { $0.column } + [references],
                        rows: rows))
            }
        }
        return report("Bewijsniveaus, met de uitspraak erachter", tables, caution)
    }

    /// What the Dutch test commission says of the instruments.
    public func cotan() -> TabularReport {
        let columns = [
            Table.Column(id: "naam", heading: "Naam", width: 34, narrowest: 14),
            Table.Column(id: "jaar", heading: "Jaar", width: 8, isNumber: true),
            Table.Column(id: "oordeel", heading: "Oordeel van de COTAN", width: 46, narrowest: 14),
        ]
        let tables = context.cotan.compactMap { status -> Table? in
            let own = tools.filter { $0.evidence.cotan?.status == status.id }
            guard !own.isEmpty else { return nil }
            let rows = own.map { tool in
                [
                    .text(ToolText.name(tool)), tool.evidence.cotan?.year.map { Cell.number(Int($0)) } ?? .empty,
                    tool.evidence.cotan?.verdict.map { Cell.text($0) } ?? .empty,
                ]
            }
            return Table(title: "\(status.name) (\(own.count))", columns: columns, rows: rows)
        }
        return report("Instrumenten en de COTAN", tables, caution)
    }

    /// What is outdated or expired, and how old the dated verdicts are.
    public func outdated() -> TabularReport {
        let thisYear = Int(context.year)
        var rows: [(year: Int, cells: [Cell])] = []
        for tool in tools {
            let year = (tool.evidence.year ?? tool.evidence.cotan?.year).map { Int($0) }
            guard let what = staleness(tool) ?? year.map({ "oordeel van \($0)" }) else { continue }
            let age = year.map { Cell.number(thisYear - $0) } ?? .empty
            rows.append(
                (year ?? .max, [.text(ToolText.name(tool)), .text(tool.kind.name), .text(what), year.map { .number($0) } ?? .empty, age]))
        }
        rows.sort { $0.year < $1.year }
        let columns = [
            Table.Column(id: "naam", heading: "Naam", width: 34, narrowest: 14), Table.Column(id: "soort", heading: "Soort", width: 18),
            Table.Column(id: "wat", heading: "Wat", width: 46, narrowest: 14),
            Table.Column(id: "jaar", heading: "Jaar", width: 8, isNumber: true),
            Table.Column(id: "ouderdom", heading: "Jaren oud", width: 10, isNumber: true),
        ]
        let unknown = tools.count { $0.evidence.year == nil && $0.evidence.cotan?.year == nil }
        let note =
            "Van \(unknown) van de \(tools.count) middelen noemt de bron geen jaar bij het oordeel. Het jaar is dat van het oordeel, niet van het onderzoek."
        let supplementary = tools.filter { context.isSupplementary($0) }
        let others = context.info.sources.filter { source in supplementary.contains { $0.listings.contains { $0.source == source.id } } }
        let aside = others.map { "Aanvullend, van \($0.dated): middelen uit \($0.title)." }
        return report("Verouderd, verlopen en gedateerd", [Table(columns: columns, rows: rows.map { $0.cells })], [note] + aside + caution)
    }

    /// Why a verdict can no longer be relied on, if the source says so.
    private func staleness(_ tool: Tool) -> String? {
        switch tool.evidence.recognition {
        case "verlopen", "in-herbeoordeling": return context.names([tool.evidence.recognition ?? ""], context.recognition)[0]
        default: break
        }
        let texts = [tool.evidence.norms, tool.evidence.cotan?.verdict, tool.evidence.statement].compactMap { $0 }
        return texts.contains { $0.holds("verouderd") } ? "normen verouderd" : nil
    }

    // MARK: For programs

    /// The numbers as JSON, format 1.
    public func json() -> String { value.json() + "\n" }

    /// The numbers for programs, not yet written.
    public var value: JSONValue {
        let cells = lines.flatMap { line in
            zip(levels(line.kind), zip(line.listings, line.tools)).map { level, counts in
                JSONValue.object([
                    ("kind", .text(line.kind.id)), ("targetGroup", JSONValue(optional: line.group?.id)), ("level", .text(level.id)),
                    ("listings", .number(counts.0)), ("tools", .number(counts.1)),
                ])
            }
        }
        let basis = basisCounts.map { count in
            JSONValue.object([
                ("level", .text(count.level.id)), ("basis", .text(count.basis.id)), ("tools", .number(count.tools)),
                ("of", .number(count.of)),
            ])
        }
        return .object([
            ("format", .number(1)), ("matrix", .list(cells)), ("basis", .list(basis)), ("gaps", JSONValue(gaps)),
            ("supplementary", .number(tools.count { context.isSupplementary($0) })), ("date", .text(context.info.date)),
        ])
    }
}
