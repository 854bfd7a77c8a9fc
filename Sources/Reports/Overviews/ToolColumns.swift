import Catalog
import Documents
import Search
import Storage

/// What the columns of an overview need beside a tool: names for ids.
public struct ToolContext: Sendable {
    let lists: TermLists
    let info: CatalogInfo
    let levels: [Kind: [Level]]
    let cotan: [Term]
    let recognition: [Term]
    let basis: [Term]
    let citations: [String: String]
    /// The ages that were asked for, in months: outside its scope a level does not hold.
    var asked: [AgeRange] = []

    /// Reads what columns need beside the tool.
    public init(_ search: Search) throws(SnapshotError) {
        lists = try TermLists(search.snapshot)
        let snapshot = search.snapshot
        info = try snapshot.record(.info, as: CatalogInfo.self)
        levels = [.instrument: try snapshot.levels(of: .instrument), .intervention: try snapshot.levels(of: .intervention)]
        cotan = try snapshot.items(.cotan, as: Term.self)
        recognition = try snapshot.items(.recognition, as: Term.self)
        basis = try snapshot.items(.basis, as: Term.self)
        var citations: [String: String] = [:]
        for reference in try snapshot.references() { citations[reference.id] = reference.citation }
        self.citations = citations
    }

    func levelName(_ tool: Tool) -> String { name(of: tool.evidence.level(forAges: asked), tool.kind) }

    private func name(of level: String, _ kind: Kind) -> String { levels[kind]?.first { $0.id == level }?.name ?? level }

    /// The level's name with what it holds for.
    func levelText(_ tool: Tool) -> String {
        ToolText.level(name(of: tool.evidence.level, tool.kind), tool.evidence, forAges: asked)
    }

    /// The year on which ages of verdicts are counted: that of the catalogue, since nothing here reads a clock.
    var year: Int32 { Int32(info.date.prefix(4)) ?? 0 }

    /// How strong a tool's level is: 0 for the strongest of its scale.
    func strength(_ tool: Tool) -> Int {
        let level = tool.evidence.level(forAges: asked)
        return levels[tool.kind]?.firstIndex { $0.id == level } ?? .max
    }

    func isSupplementary(_ tool: Tool) -> Bool { !tool.listings.contains { $0.source == info.mainSource } }

    /// The short names of the groups that list it.
    func groupNames(_ tool: Tool) -> [String] { names(tool.targetGroups, lists.groups) }

    func names(_ ids: [String], _ terms: [Term]) -> [String] { ids.map { id in terms.first { $0.id == id }?.name ?? id } }

    /// Where a source lists a tool, in words.
    func place(_ listing: Listing) -> String {
        var parts: [String] = []
        if listing.source != info.mainSource { parts.append(info.source(listing.source)?.title ?? listing.source) }
        if let group = lists.groups.first(where: { $0.id == listing.targetGroup }) { parts.append(group.name) }
        if let section = listing.section { parts.append(section) }
        if listing.table > 0 { parts.append("tabel \(listing.table)") }
        if listing.row > 0 { parts.append("rij \(listing.row)") }
        if listing.page > 0 { parts.append(PageText.text(listing.page, to: listing.pageEnd)) }
        return parts.joined(separator: ", ") + (listing.pointer ? " (verwijzing)" : "")
    }
}

/// A column of an overview: its heading, and what it says of a tool.
public struct ToolColumn: Sendable {
    /// Its heading and width.
    public let column: Table.Column
    let cell: @Sendable (Tool, ToolContext) -> Cell

    /// The word by which it is asked for.
    public var id: String { column.id }

    private init(
        _ id: String, _ heading: String, _ width: Int, narrowest: Int = 8, isNumber: Bool = false,
        _ cell: @escaping @Sendable (Tool, ToolContext) -> Cell
    ) {
        column = Table.Column(id: id, heading: heading, width: width, narrowest: narrowest, isNumber: isNumber)
        self.cell = cell
    }

    /// What the source says, or that it says nothing.
    private static func stated(_ text: String) -> Cell { .text(text.isEmpty ? "niet vermeld" : text) }

    private static func stated(_ texts: [String]) -> Cell { stated(texts.joined(separator: "; ")) }

    /// Something that most tools have none of.
    private static func optional(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    /// All columns, in the order of a full overview.
    public static let all: [ToolColumn] = [
        ToolColumn("naam", "Naam", 32, narrowest: 14) { tool, _ in .text(ToolText.name(tool)) },
        ToolColumn("soort", "Soort", 16, narrowest: 10) { tool, context in
            .text((tool.kind == .instrument ? "instrument" : tool.kind.name) + (context.isSupplementary(tool) ? " (aanvullend)" : ""))
        },
        ToolColumn("doelgroep", "Doelgroep", 22, narrowest: 10) { tool, context in stated(context.groupNames(tool)) },
        ToolColumn("leeftijd", "Leeftijd", 14) { tool, _ in .text(ToolText.ages(tool)) },
        ToolColumn("vanaf", "Vanaf (maanden)", 10, isNumber: true) { tool, _ in bound(tool.ages.map { $0.from }, { $0.min() }) },
        ToolColumn("tot", "Tot (maanden)", 10, isNumber: true) { tool, _ in bound(tool.ages.map { $0.to }, { $0.max() }) },
        ToolColumn("gericht-op", "Gericht op", 16) { tool, context in stated(context.names(tool.aimedAt, context.lists.aimedAt)) },
        ToolColumn("voor-wie", "Voor wie", 36, narrowest: 14) { tool, _ in stated(tool.audience) },
        ToolColumn("vorm", "Vorm", 16) { tool, context in stated(context.names(tool.forms, context.lists.forms)) },
        ToolColumn("uitvoerder", "Uitvoerder", 22, narrowest: 10) { tool, _ in stated(tool.administeredBy) },
        ToolColumn("setting", "Setting", 18) { tool, context in stated(context.names(tool.settings, context.lists.settings)) },
        ToolColumn("setting-ruim", "Setting, ruim gelezen", 18) { tool, context in
            optional(context.names(tool.settingsBroad, context.lists.settings).joined(separator: "; "))
        },
        ToolColumn("alleen-voor", "Alleen voor", 18) { tool, context in
            optional(context.names(tool.population, context.lists.populations).joined(separator: "; "))
        },
        ToolColumn("niveau", "Niveau", 18, narrowest: 10) { tool, context in .text(context.levelText(tool)) },
        ToolColumn("rust-op", "Niveau rust op", 22, narrowest: 10) { tool, context in
            optional(context.names(tool.evidence.basis, context.basis).joined(separator: "; "))
        },
        ToolColumn("oordeel", "Wat de bron zegt", 46, narrowest: 16) { tool, _ in .text(tool.evidence.statement) },
        ToolColumn("let-op", "Let op", 40, narrowest: 14) { tool, _ in optional(tool.evidence.caveats.joined(separator: " ")) },
        ToolColumn("cotan", "COTAN", 18) { tool, context in
            guard let cotan = tool.evidence.cotan else { return .empty }
            let parts: [String?] = [context.names([cotan.status], context.cotan)[0], cotan.year.map { String($0) }, cotan.verdict]
            return .text(parts.compactMap { $0 }.joined(separator: ", "))
        },
        ToolColumn("erkenning", "Erkenning", 16) { tool, context in
            tool.evidence.recognition.map {
                .text(ToolText.recognition(context.names([$0], context.recognition)[0], tool.evidence, in: context.year))
            } ?? .empty
        },
        ToolColumn("jaar", "Jaar van het oordeel", 10, isNumber: true) { tool, _ in tool.evidence.year.map { .number(Int($0)) } ?? .empty },
        ToolColumn("samenvatting", "Samenvatting", 40, narrowest: 16) { tool, _ in .text(tool.summary) },
        ToolColumn("doel", "Doel", 44, narrowest: 16) { tool, _ in stated(tool.purpose) },
        ToolColumn("werkwijze", "Werkwijze", 40, narrowest: 16) { tool, _ in stated(tool.method) },
        ToolColumn("onderwerpen", "Onderwerpen", 24) { tool, _ in
            stated(tool.topics.map { $0.asWords })
        },
        ToolColumn("vermeldingen", "Waar het staat", 36, narrowest: 16) { tool, context in
            .text(tool.listings.map { context.place($0) }.joined(separator: "; "))
        },
        ToolColumn("bronnen", "Bronnen", 46, narrowest: 16) { tool, context in
            optional(references(tool).map { context.citations[$0] ?? $0 }.joined(separator: " | "))
        },
        ToolColumn("links", "Links", 34, narrowest: 16) { tool, _ in
            switch tool.links.count {
            case 0: .empty
            case 1: .link(title: tool.links[0].title, url: tool.links[0].url)
            default: .links(tool.links.map { Cell.Link(title: $0.title, url: $0.url) })
            }
        },
        ToolColumn("beschikbaarheid", "Beschikbaarheid", 24) { tool, _ in optional(tool.availability ?? "") },
        ToolColumn("opmerkingen", "Opmerkingen", 44, narrowest: 16) { tool, _ in optional(tool.remarks.joined(separator: " ")) },
        ToolColumn("id", "Id", 20) { tool, _ in .text(tool.id) },
    ]

    /// The outermost bound of several ages; open, or not stated, is empty.
    private static func bound(_ bounds: [Int32?], _ outermost: ([Int32]) -> Int32?) -> Cell {
        let known = bounds.compactMap { $0 }
        guard known.count == bounds.count, let bound = outermost(known) else { return .empty }
        return .number(Int(bound))
    }

    /// The references of the tool and of its level, each once.
    private static func references(_ tool: Tool) -> [String] {
        var ids: [String] = []
        for id in tool.references + tool.evidence.references where !ids.contains(id) { ids.append(id) }
        return ids
    }

    /// The columns with these ids.
    public static func named(_ ids: [String]) -> [ToolColumn] { ids.compactMap { id in all.first { $0.id == id } } }

    /// What a terminal shows, and what a handout shows.
    public static let brief = named(["naam", "soort", "doelgroep", "leeftijd", "niveau", "uitvoerder"])
    /// What a handout shows.
    public static let handout = named([
        "naam", "soort", "doelgroep", "leeftijd", "uitvoerder", "niveau", "rust-op", "oordeel", "let-op", "vermeldingen",
    ])
}
