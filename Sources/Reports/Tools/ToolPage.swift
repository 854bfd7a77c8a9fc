import Catalog
import Documents
import Language
import Search
import Storage

/// Everything of one tool on a page.
public struct ToolPage {
    private let tool: Tool
    private let snapshot: Snapshot
    private let lists: TermLists
    private let info: CatalogInfo

    /// The page of a tool of the search's catalogue, read whole.
    public init(_ tool: Tool, _ search: Search) throws(SnapshotError) {
        self.tool = tool
        snapshot = search.snapshot
        lists = try TermLists(search.snapshot)
        info = try snapshot.record(.info, as: CatalogInfo.self)
    }

    /// The page as text.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func text(width: Int?) throws(SnapshotError) -> String { try document().text(width: width) }

    /// - Parameter explains: whether it also says what holds for all tools: what a level means, of when the levels are, and which source the tables are in.
    public func document(explains: Bool = true) throws(SnapshotError) -> Document {
        var page = Document()
        page.title(ToolText.name(tool))
        page.paragraph(tool.summary)
        page.field("Soort", tool.kind.name + (isSupplementary ? " (aanvullend: niet uit de tabellen van de kennissynthese)" : ""))
        page.field("Ook bekend als", tool.aliases.joined(separator: ", "))
        page.field("Voor wie", stated(tool.audience))
        page.field("Gericht op", names(tool.aimedAt, lists.aimedAt))
        page.field("Leeftijd", ages(tool.ages))
        page.field("Werkwijze", stated(tool.method))
        page.field("Vorm", names(tool.forms, lists.forms))
        page.field("Uitvoerder", ToolText.administeredBy(tool))
        page.field("Setting", ToolText.settings(terms(tool.settings, lists.settings), broad: terms(tool.settingsBroad, lists.settings)))
        page.field("Alleen voor", names(tool.population, lists.populations))
        page.field("Doel", stated(tool.purpose))
        page.field("Onderwerpen", tool.topics.map { $0.asWords }.joined(separator: ", "))
        page.field("Beschikbaarheid", tool.availability ?? "")
        try evidence(&page, explains: explains)
        page.section("Opmerkingen", tool.remarks)
        listings(&page, explains: explains)
        page.section("Bronnen", try citations(tool.references))
        page.section("Links", tool.links.map { "\($0.title): \($0.url)" })
        page.section("Zie ook", try seeAlso())
        return page
    }

    private var isSupplementary: Bool { !tool.listings.contains { $0.source == info.mainSource } }

    /// The source that the level comes from.
    private var levelSource: String? { isSupplementary ? tool.listings.first?.source : info.mainSource }

    private func stated(_ text: String) -> String { text.isEmpty ? "niet vermeld" : text }

    private func terms(_ ids: [String], _ terms: [Term]) -> [String] { ids.map { id in terms.first { $0.id == id }?.name ?? id } }

    private func names(_ ids: [String], _ terms: [Term]) -> String { self.terms(ids, terms).joined(separator: ", ") }

    private func ages(_ ages: [AgeRange]) -> String {
        guard !ages.isEmpty else { return "niet vermeld" }
        return ages.map { age in
            let place = age.place.map { ", vermeld bij \($0)" } ?? ""
            return "\(AgeText.text(age)) (bron: “\(age.stated)”\(place))"
        }.joined(separator: "; ")
    }

    // MARK: Evidence

    private func evidence(_ page: inout Document, explains: Bool) throws(SnapshotError) {
        let evidence = tool.evidence
        page.heading(tool.kind == .instrument ? "Psychometrische kwaliteit" : "Effectiviteit")
        let level = try snapshot.levels(of: tool.kind).first { $0.id == evidence.level }
        page.field("Niveau", ToolText.level(level?.name ?? evidence.level, evidence))
        page.field("Rust op", terms(evidence.basis, try snapshot.items(.basis, as: Term.self)).joined(separator: "; "))
        if explains { page.field("Betekent", level?.meaning ?? "") }
        for subgroup in evidence.subgroups {
            let name = try snapshot.levels(of: tool.kind).first { $0.id == subgroup.level }?.name ?? subgroup.level
            page.field("Alleen \(subgroup.name)", name)
        }
        page.field("Volgens de bron", evidence.statement)
        if tool.kind == .instrument {
            page.field("Betrouwbaarheid", evidence.reliability ?? "niet vermeld")
            page.field("Validiteit", evidence.validity ?? "niet vermeld")
            page.field("Normen", evidence.norms ?? "niet vermeld")
            page.field("COTAN", try cotan())
        } else {
            let recognition = try snapshot.items(.recognition, as: Term.self).first { $0.id == evidence.recognition }
            page.field("Erkenning", self.recognition(recognition?.name ?? "niet vermeld"))
        }
        page.items("Let op", evidence.caveats)
        page.items("Bron van het oordeel", try citations(evidence.references))
        if explains || isSupplementary, let source = levelSource.flatMap({ info.source($0) }) {
            page.field("Stand van", source.dated + (isSupplementary ? "" : ". \(info.evidenceAdvice)"))
        }
        // What another source says stands beside the level, with its date.
        for listing in tool.listings where listing.source != levelSource {
            guard let statement = listing.differs?.statement else { continue }
            let other = info.source(listing.source)
            page.field("Volgens \(other?.title ?? listing.source) (\(other?.dated ?? ""))", statement)
        }
    }

    /// The recognition with its age; one that is older than it holds in principle says so.
    private func recognition(_ name: String) -> String {
        let year = Int32(info.date.prefix(4)) ?? 0
        let text = ToolText.recognition(name, tool.evidence, in: year)
        guard tool.evidence.recognition == "geldig", let age = tool.evidence.age(in: year), age > 5 else { return text }
        return "\(text). Een erkenning geldt in principe vijf jaar: kijk of zij er nog is."
    }

    private func cotan() throws(SnapshotError) -> String {
        guard let cotan = tool.evidence.cotan else { return "niet vermeld" }
        let status = try snapshot.items(.cotan, as: Term.self).first { $0.id == cotan.status }?.name ?? cotan.status
        let year = cotan.year.map { " (\($0))" } ?? ""
        let verdict = cotan.verdict.map { ": \($0)" } ?? ""
        return status + year + verdict
    }

    // MARK: Where it was read

    private func listings(_ page: inout Document, explains: Bool) {
        page.heading("Vermeldingen")
        for listing in tool.listings {
            let group = lists.groups.first { $0.id == listing.targetGroup }?.name
            let namesSource = explains || listing.source != info.mainSource
            var parts = namesSource ? [info.source(listing.source)?.title ?? listing.source] : []
            if let section = listing.section { parts.append(section) }
            if listing.table > 0 { parts.append("tabel \(listing.table)") }
            if listing.row > 0 { parts.append("rij \(listing.row)") }
            if listing.page > 0 { parts.append(PageText.text(listing.page, to: listing.pageEnd)) }
            let place = parts.joined(separator: ", ")
            page.item(
                (group.map { "\($0): " } ?? "") + place
                    + (listing.pointer ? " (verwijzing: voor deze groep is geen eigen instrument gekozen)" : ""))
            for difference in differences(listing) { page.subitem(difference) }
        }
        for other in tool.alsoServes {
            let group = lists.groups.first { $0.id == other.targetGroup }?.name ?? other.targetGroup
            page.item("Volgens de tekst ook voor \(group) (p. \(other.page))" + (other.note.map { ": \($0)" } ?? ""))
        }
    }

    private func differences(_ listing: Listing) -> [String] {
        guard let differs = listing.differs else { return [] }
        let here = listing.row > 0 ? "in deze rij" : "hier"
        let texts: [(String, String?)] = [
            ("naam", differs.name), ("voor wie", differs.audience), ("leeftijd", differs.ages.isEmpty ? nil : ages(differs.ages)),
            ("gericht op", differs.aimedAt.isEmpty ? nil : names(differs.aimedAt, lists.aimedAt)), ("werkwijze", differs.method),
            ("vorm", differs.forms.isEmpty ? nil : names(differs.forms, lists.forms)),
            ("uitvoerder", differs.administeredBy.isEmpty ? nil : differs.administeredBy.joined(separator: ", ")),
            ("setting", differs.settings.isEmpty ? nil : names(differs.settings, lists.settings)), ("doel", differs.purpose),
            ("oordeel", listing.source == levelSource ? differs.statement : nil),
        ]
        return texts.compactMap { label, text in text.map { "\(here), \(label): \($0)" } }
    }

    private func citations(_ ids: [String]) throws(SnapshotError) -> [String] {
        var citations: [String] = []
        for id in ids {
            guard let reference = try snapshot.reference(id) else { continue }
            let url = reference.url.map { reference.citation.holds($0) ? "" : " \($0)" } ?? ""
            citations.append(reference.citation + url)
        }
        return citations
    }

    private func seeAlso() throws(SnapshotError) -> [String] {
        var names: [String] = []
        for id in tool.seeAlso {
            guard let index = try snapshot.index(ofTool: id) else { continue }
            let other = try snapshot.tool(index)
            names.append("\(ToolText.name(other)), \(other.kind.name) (`\(Destination.tool(id).command)`)")
        }
        return names
    }
}
