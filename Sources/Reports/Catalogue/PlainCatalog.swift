import Catalog
import Decision
import Documents
import Parenting
import Search
import Storage

/// The whole catalogue as plain HTML: what a browser shows that runs no script.
public struct PlainCatalog {
    private let search: Search
    private var snapshot: Snapshot { search.snapshot }

    /// The whole catalogue.
    public init(_ search: Search) { self.search = search }

    /// The catalogue as HTML that is read without a script.
    public func html() throws(FilterFailure) -> String {
        let guides = try guides()
        do throws(SnapshotError) {
            // What holds for all tools stands once, before them.
            return try scales() + tools() + guides + parenting() + cooperation() + others()
        } catch { throw .snapshot(error) }
    }

    private func section(_ heading: String, _ pages: [Document]) -> String {
        "<h2>\(HTML.escaped(heading))</h2>\n" + pages.map { $0.html(level: 3) }.joined()
    }

    private func scales() throws(SnapshotError) -> String {
        let info = try snapshot.record(.info, as: CatalogInfo.self)
        let source = info.source(info.mainSource)?.title ?? info.mainSource
        let tables = Document(paragraph: "Waar alleen een tabel en een rij staan, zijn het die van: \(source).")
        return section("De niveaus", [try ScaleReport(search).document, tables])
    }

    private func tools() throws(SnapshotError) -> String {
        let tools = try snapshot.tools()
        var html = ""
        for kind in Kind.allCases {
            var pages: [Document] = []
            for tool in tools where tool.kind == kind { pages.append(try ToolPage(tool, search).document(explains: false)) }
            html += section(kind.heading, pages)
        }
        return html
    }

    private func parenting() throws(SnapshotError) -> String {
        let tables = try snapshot.record(.parenting, as: ParentingTables.self)
        let schema = try snapshot.record(.decision, as: DecisionSchema.self)
        return section(
            "Vragen over opvoeden",
            [try ParentingReport(tables, Question(), notices: [], search).document, DecisionDrawing(schema).document])
    }

    private func guides() throws(FilterFailure) -> String {
        var pages: [Document] = []
        for id in Guide.ids { pages.append(try GuideReport(id, words: "", Filters(), with: nil, search).document) }
        return section("Opmerken en praten", pages)
    }

    private func cooperation() throws(SnapshotError) -> String {
        let cooperation = try snapshot.record(.cooperation, as: Cooperation.self)
        let views =
            [CooperationView.overview] + cooperation.elements.filter { !$0.summaries.isEmpty }.map { .element($0) }
            + cooperation.projects.map { .project($0) }
        var pages: [Document] = []
        for view in views { pages.append(try CooperationReport(cooperation, view: view, audience: nil, search).document) }
        return section("Samenwerken", pages)
    }

    private func others() throws(SnapshotError) -> String {
        let domains = try DomainReport(snapshot.record(.lifeDomains, as: LifeDomains.self), words: "", search)
        let terms = try GlossaryReport(snapshot.items(.glossary, as: GlossaryTerm.self), snapshot)
        return section(
            "Uitleg",
            [
                domains.document, terms.document, try CountReport(snapshot).document,
                try CatalogLists(search).sources,
            ])
    }
}
