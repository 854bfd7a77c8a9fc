import Catalog
import Documents
import Language
import Storage

/// The sources and references of the catalogue, or one of them with what rests on it.
public struct SourceReport: WrittenReport {
    private enum Subject {
        case all
        case source(Source)
        case reference(Reference)
    }

    private let uses: SourceUses
    private let subject: Subject

    /// All sources and references.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        uses = try SourceUses(snapshot)
        subject = .all
    }

    private init(_ uses: SourceUses, _ subject: Subject) {
        self.uses = uses
        self.subject = subject
    }

    /// One source or reference; nil when none has this id.
    public func about(_ id: String) -> SourceReport? {
        let wanted = Folding.letters(id)
        guard !wanted.isEmpty else { return nil }
        if let source = uses.info.sources.first(where: { Folding.letters($0.id) == wanted }) { return SourceReport(uses, .source(source)) }
        return uses.references.first { Folding.letters($0.id) == wanted }.map { SourceReport(uses, .reference($0)) }
    }

    /// Ids that a mistyped one may mean: the nearest, or else some that hold it, or whose text does.
    public func suggestions(for id: String) -> [String] {
        let texts = uses.info.sources.map { ($0.id, $0.title) } + uses.references.map { ($0.id, $0.citation) }
        if let near = Spelling.nearest(to: id, in: texts.map { $0.0 }) { return [near] }
        let wanted = Folding.letters(id)
        guard wanted.count >= 3 else { return [] }
        let holding = texts.filter { [$0.0, $0.1].contains { Folding.letters($0).holds(wanted) } }
        return Array(holding.map { $0.0 }.prefix(5))
    }

    private static func count(_ tools: Int) -> String { tools == 1 ? "1 middel" : "\(tools) middelen" }

    // MARK: For people

    public var document: Document {
        switch subject {
        case .all: all
        case .source(let source): page(source)
        case .reference(let reference): page(reference)
        }
    }

    private var all: Document {
        var page = Document()
        page.title("Bronnen")
        page.paragraph("`wegwijzer bron ID` laat zien wat erop rust.")
        page.section(
            "Documenten waaruit de catalogus is gemaakt",
            uses.info.sources.map { "\($0.id): \($0.title) (\($0.dated)); \(SourceReport.count(uses.listed(by: $0).count))" })
        page.section(
            "Verwijzingen die de tabellen noemen",
            uses.references.map { "\($0.id): \($0.citation) [\(SourceReport.count(uses.citing($0).count))]" })
        return page
    }

    private func page(_ source: Source) -> Document {
        var page = Document()
        page.title(source.title)
        page.field("Id", source.id)
        page.field("Van", source.organisation)
        page.field("Stand van", source.dated)
        page.field("Let op", source.note ?? "")
        add(uses.listed(by: source), to: &page, otherwise: "Geen enkel middel staat in dit document.")
        page.section(
            "Wat er verder op rust",
            uses.parts(of: source).map { "`wegwijzer \($0.command)`: \($0.lines) \($0.lines == 1 ? "regel" : "regels")" })
        return page
    }

    private func page(_ reference: Reference) -> Document {
        var page = Document()
        page.title(reference.id)
        page.paragraph(reference.citation)
        page.field("Webadres", reference.url ?? "")
        add(uses.citing(reference), to: &page, otherwise: "Geen enkel middel verwijst hiernaar.")
        return page
    }

    private func add(_ tools: [SourceUses.ToolUse], to page: inout Document, otherwise: String) {
        if tools.isEmpty { page.paragraph(otherwise) }
        for kind in Kind.allCases {
            let own = tools.filter { $0.tool.kind == kind }
            if !own.isEmpty { page.heading("\(kind.heading) die erop rusten: \(own.count)") }
            for use in own {
                page.item("\(use.tool.name) (`\(Destination.tool(use.tool.id).command)`)")
                for place in use.places { page.subitem(place) }
            }
        }
    }

    // MARK: For programs

    public func json() -> String {
        let sources: [Source]
        let references: [Reference]
        switch subject {
        case .all: (sources, references) = (uses.info.sources, uses.references)
        case .source(let source): (sources, references) = ([source], [])
        case .reference(let reference): (sources, references) = ([], [reference])
        }
        return JSONValue.object([
            ("format", .number(1)), ("sources", .list(sources.map { value($0) })), ("references", .list(references.map { value($0) })),
        ]).json() + "\n"
    }

    private func value(_ source: Source) -> JSONValue {
        .object([
            ("id", .text(source.id)), ("title", .text(source.title)), ("organisation", .text(source.organisation)),
            ("dated", .text(source.dated)), ("note", JSONValue(optional: source.note)), ("tools", value(uses.listed(by: source))),
            (
                "parts",
                .list(uses.parts(of: source).map { .object([("command", .text($0.command)), ("lines", .number($0.lines))]) })
            ),
        ])
    }

    private func value(_ reference: Reference) -> JSONValue {
        .object([
            ("id", .text(reference.id)), ("citation", .text(reference.citation)), ("url", JSONValue(optional: reference.url)),
            ("tools", value(uses.citing(reference))),
        ])
    }

    private func value(_ tools: [SourceUses.ToolUse]) -> JSONValue {
        .list(tools.map { .object([("id", .text($0.tool.id)), ("places", JSONValue($0.places))]) })
    }
}
