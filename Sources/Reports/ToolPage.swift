import Catalog
import Search

/// Everything of one tool on a page.
public struct ToolPage {
    private let tool: Tool
    private let snapshot: Snapshot
    private let lists: TermLists
    private let info: CatalogInfo

    public init(_ tool: Tool, _ search: Search) throws(SnapshotError) {
        self.tool = tool
        snapshot = search.snapshot
        lists = search.lists
        info = try snapshot.record(.info, as: CatalogInfo.self)
    }

    /// The page as text.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func text(width: Int?) throws(SnapshotError) -> String {
        var page = Page(width: width)
        page.title(ToolText.name(tool))
        page.paragraph(tool.summary)
        page.field("Soort", tool.kind.name + (isSupplementary ? " (aanvullend: niet uit de tabellen van de kennissynthese)" : ""))
        page.field("Ook bekend als", tool.aliases.joined(separator: ", "))
        page.field("Voor wie", tool.audience)
        page.field("Gericht op", names(tool.aimedAt, lists.aimedAt))
        page.field("Leeftijd", ages(tool.ages))
        page.field("Werkwijze", tool.method)
        page.field("Vorm", names(tool.forms, lists.forms))
        page.field("Uitvoerder", ToolText.administeredBy(tool))
        page.field("Setting", names(tool.settings, lists.settings))
        page.field("Doel", tool.purpose)
        page.field("Onderwerpen", tool.topics.map { $0.replacing("-", with: " ") }.joined(separator: ", "))
        page.field("Beschikbaarheid", tool.availability ?? "")
        try evidence(&page)
        page.section("Opmerkingen", tool.remarks)
        listings(&page)
        page.section("Bronnen", try citations(tool.references))
        page.section("Links", tool.links.map { "\($0.title): \($0.url)" })
        page.section("Zie ook", try seeAlso())
        return page.text
    }

    private var isSupplementary: Bool { !tool.listings.contains { $0.source == info.mainSource } }

    private func names(_ ids: [String], _ terms: [Term]) -> String {
        ids.map { id in terms.first { $0.id == id }?.name ?? id }.joined(separator: ", ")
    }

    private func ages(_ ages: [AgeRange]) -> String {
        guard !ages.isEmpty else { return "niet vermeld" }
        return ages.map { age in
            let place = age.place.map { ", vermeld bij \($0)" } ?? ""
            return "\(AgeText.text(age)) (bron: “\(age.stated)”\(place))"
        }.joined(separator: "; ")
    }

    // MARK: Evidence

    private func evidence(_ page: inout Page) throws(SnapshotError) {
        let evidence = tool.evidence
        page.heading(tool.kind == .instrument ? "Psychometrische kwaliteit" : "Effectiviteit")
        let level = try snapshot.levels(of: tool.kind).first { $0.id == evidence.level }
        page.field("Niveau", level?.name ?? evidence.level)
        page.field("Betekent", level?.meaning ?? "")
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
            page.field("Erkenning", recognition?.name ?? "niet vermeld")
            page.field("Jaar", evidence.year.map { String($0) } ?? "")
        }
        page.items("Let op", evidence.caveats)
        page.items("Bron van het oordeel", try citations(evidence.references))
        let source = isSupplementary ? tool.listings.first?.source : info.mainSource
        if let source = info.sources.first(where: { $0.id == source }) {
            page.field("Stand van", source.dated + (isSupplementary ? "" : ". \(info.evidenceAdvice)"))
        }
    }

    private func cotan() throws(SnapshotError) -> String {
        guard let cotan = tool.evidence.cotan else { return "niet vermeld" }
        let status = try snapshot.items(.cotan, as: Term.self).first { $0.id == cotan.status }?.name ?? cotan.status
        let year = cotan.year.map { " (\($0))" } ?? ""
        let verdict = cotan.verdict.map { ": \($0)" } ?? ""
        return status + year + verdict
    }

    // MARK: Where it was read

    private func listings(_ page: inout Page) {
        page.heading("Vermeldingen")
        for listing in tool.listings {
            let group = lists.groups.first { $0.id == listing.targetGroup }?.name ?? listing.targetGroup
            var place = info.sources.first { $0.id == listing.source }?.title ?? listing.source
            if listing.table > 0 { place += ", tabel \(listing.table)" }
            if listing.row > 0 { place += ", rij \(listing.row)" }
            if listing.page > 0 { place += ", p. \(listing.page)" + (listing.pageEnd.map { "-\($0)" } ?? "") }
            page.item("\(group): \(place)" + (listing.pointer ? " (verwijzing: voor deze groep is geen eigen instrument gekozen)" : ""))
            for difference in differences(listing.differs) { page.subitem(difference) }
        }
        for other in tool.alsoServes {
            let group = lists.groups.first { $0.id == other.targetGroup }?.name ?? other.targetGroup
            page.item("Volgens de tekst ook voor \(group) (p. \(other.page))" + (other.note.map { ": \($0)" } ?? ""))
        }
    }

    private func differences(_ differs: Differences?) -> [String] {
        guard let differs else { return [] }
        let texts: [(String, String?)] = [
            ("naam", differs.name), ("voor wie", differs.audience), ("leeftijd", differs.ages.isEmpty ? nil : ages(differs.ages)),
            ("gericht op", differs.aimedAt.isEmpty ? nil : names(differs.aimedAt, lists.aimedAt)), ("werkwijze", differs.method),
            ("vorm", differs.forms.isEmpty ? nil : names(differs.forms, lists.forms)),
            ("uitvoerder", differs.administeredBy.isEmpty ? nil : differs.administeredBy.joined(separator: ", ")),
            ("setting", differs.settings.isEmpty ? nil : names(differs.settings, lists.settings)), ("doel", differs.purpose),
            ("oordeel", differs.statement),
        ]
        return texts.compactMap { label, text in text.map { "in deze rij, \(label): \($0)" } }
    }

    private func citations(_ ids: [String]) throws(SnapshotError) -> [String] {
        var citations: [String] = []
        for id in ids {
            guard let reference = try snapshot.reference(id) else { continue }
            let url = reference.url.map { reference.citation.contains($0) ? "" : " \($0)" } ?? ""
            citations.append(reference.citation + url)
        }
        return citations
    }

    private func seeAlso() throws(SnapshotError) -> [String] {
        var names: [String] = []
        for id in tool.seeAlso {
            guard let index = try snapshot.index(ofTool: id) else { continue }
            let other = try snapshot.tool(index)
            names.append("\(ToolText.name(other)), \(other.kind.name) (`wegwijzer toon \(id)`)")
        }
        return names
    }
}

/// A page of headed fields for the terminal.
struct Page {
    let width: Int?
    private(set) var text = ""

    init(width: Int?) { self.width = width }

    mutating func title(_ title: String) {
        let clean = DisplayText.clean(title)
        text += wrap(clean, indent: 0) + String(repeating: "═", count: min(DisplayText.width(clean), width ?? .max)) + "\n"
    }

    mutating func heading(_ heading: String) { text += "\n\(DisplayText.clean(heading))\n" }

    mutating func paragraph(_ paragraph: String) { text += wrap(paragraph, indent: 0) + "\n" }

    /// A label with its text; nothing when there is no text.
    mutating func field(_ label: String, _ value: String) {
        guard !value.isEmpty else { return }
        text += wrap("\(label): \(value)", indent: 2)
    }

    mutating func items(_ label: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        text += wrap("\(label):", indent: 2)
        for value in values { item(value) }
    }

    mutating func section(_ heading: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        self.heading(heading)
        for value in values { item(value) }
    }

    mutating func item(_ value: String) { text += wrap("- \(value)", indent: 4) }

    mutating func subitem(_ value: String) { text += wrap("· \(value)", indent: 6) }

    private func wrap(_ value: String, indent: Int) -> String {
        let first = max(0, indent - 2)
        let clean = DisplayText.clean(value)
        guard let width else { return String(repeating: " ", count: first) + clean + "\n" }
        return DisplayText.indented(clean, width: width, first: first, indent: indent)
    }
}
