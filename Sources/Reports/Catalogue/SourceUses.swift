import Catalog
import Decision
import Parenting
import Search
import Storage

/// Where the catalogue rests on its sources and references.
struct SourceUses {
    /// A tool that rests on something, and the places where it says so.
    struct ToolUse {
        let tool: Tool
        let places: [String]
    }

    /// Something beside the tools that rests on a source: the command that shows it, and how many of its lines do.
    struct PartUse {
        let command: String
        let lines: Int
    }

    let info: CatalogInfo
    let tools: [Tool]
    let references: [Reference]
    let projects: [CooperationProject]
    private let groups: [TargetGroup]
    private let parts: [(command: String, sources: [String])]
    private let citing: [String: [ToolUse]]

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        info = try snapshot.record(.info, as: CatalogInfo.self)
        groups = try snapshot.items(.targetGroups, as: TargetGroup.self)
        references = try snapshot.references()
        tools = try snapshot.tools()
        let cooperation = try snapshot.record(.cooperation, as: Cooperation.self)
        projects = cooperation.projects
        parts = try SourceUses.parts(snapshot, cooperation)
        var citing: [String: [ToolUse]] = [:]
        for tool in tools {
            for (id, places) in SourceUses.citations(tool, groups) { citing[id, default: []].append(ToolUse(tool: tool, places: places)) }
        }
        self.citing = citing
    }

    private static func parts(_ snapshot: Snapshot, _ cooperation: Cooperation) throws(SnapshotError) -> [(
        command: String, sources: [String]
    )] {
        var parts: [(command: String, sources: [String])] = []
        for (command, guide) in zip(Destination.View.guides.map { $0.id }, try snapshot.items(.guides, as: Guide.self)) {
            parts.append((command, guide.sections.flatMap { $0.items }.map { $0.source }))
        }
        let domains = try snapshot.record(.lifeDomains, as: LifeDomains.self)
        let parenting = try snapshot.record(.parenting, as: ParentingTables.self)
        let schema = try snapshot.record(.decision, as: DecisionSchema.self)
        return try parts + [
            ("begrip", snapshot.items(.glossary, as: GlossaryTerm.self).compactMap { $0.source }),
            ("domeinen", domains.groups.flatMap { $0.domains }.map { _ in domains.source }),
            ("samenwerken", cooperation.projects.map { _ in cooperation.source }),
            ("opvoedvraag", (parenting.phases.map { $0.id } + parenting.questions.map { $0.id }).map { _ in parenting.source }),
            ("beslis", schema.nodes.filter { !$0.isOurs }.map { _ in schema.source }),
        ]
    }

    /// The references of a tool, each with the places where it is cited.
    private static func citations(_ tool: Tool, _ groups: [TargetGroup]) -> [(id: String, places: [String])] {
        var found: [(id: String, places: [String])] = []
        func add(_ ids: [String], _ place: String) {
            for id in ids {
                if let index = found.firstIndex(where: { $0.id == id }) {
                    found[index].places.append(place)
                } else {
                    found.append((id, [place]))
                }
            }
        }
        for listing in tool.listings {
            let row = self.place(listing, groups)
            add(listing.references, row)
            add(listing.evidenceReferences, "\(row) (het oordeel)")
        }
        add(tool.evidence.references, "het oordeel")
        // These repeat the rows'; what they add is no row's.
        add(tool.references.filter { id in !found.contains { $0.id == id } }, "het middel")
        return found
    }

    /// A row as people look it up.
    private static func place(_ listing: Listing, _ groups: [TargetGroup]) -> String {
        var parts: [String] = []
        if let group = groups.first(where: { $0.id == listing.targetGroup }) { parts.append(group.short) }
        if let section = listing.section { parts.append(section) }
        if listing.table > 0 { parts.append("tabel \(listing.table)") }
        if listing.row > 0 { parts.append("rij \(listing.row)") }
        if listing.page > 0 { parts.append(PageText.text(listing.page, to: listing.pageEnd)) }
        return parts.isEmpty ? "een vermelding" : parts.joined(separator: ", ")
    }

    /// The tools that cite a reference.
    func citing(_ reference: Reference) -> [ToolUse] { citing[reference.id] ?? [] }

    /// The tools that a source lists, or says of whom else they serve.
    func listed(by source: Source) -> [ToolUse] {
        tools.compactMap { tool in
            let rows = tool.listings.filter { $0.source == source.id }.map { SourceUses.place($0, groups) }
            let others = tool.alsoServes.filter { $0.source == source.id }.map { other in
                "ook voor \(groups.first { $0.id == other.targetGroup }?.short ?? other.targetGroup), \(PageText.text(other.page))"
            }
            return rows.isEmpty && others.isEmpty ? nil : ToolUse(tool: tool, places: rows + others)
        }
    }

    /// What else rests on a source.
    func parts(of source: Source) -> [PartUse] {
        parts.compactMap { command, sources in
            let lines = sources.count { $0 == source.id }
            return lines == 0 ? nil : PartUse(command: command, lines: lines)
        }
    }
}
