import Catalog
import Documents
import Language
import Search
import Storage

/// The domains of life, with the tools that touch them.
public struct DomainReport: WrittenReport {
    private let domains: LifeDomains
    /// The groups with the domains that were asked for.
    private let groups: [DomainGroup]
    private let names: ToolNames
    private let source: Source
    private let isWhole: Bool

    /// The domains that words are about.
    /// - Parameters:
    ///   - domains: all of them.
    ///   - words: those asked for; none asks for all.
    ///   - search: the search whose catalogue it shows.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public init(_ domains: LifeDomains, words: String, _ search: Search) throws(SnapshotError) {
        self.domains = domains
        let wanted = try search.wanted(words)
        isWhole = words.isEmpty
        var groups: [DomainGroup] = []
        for group in domains.groups {
            var chosen = group
            chosen.domains = []
            for domain in group.domains where isWhole || !wanted.isEmpty {
                if try search.isAbout(wanted, ([group.name, domain.name] + domain.parts).joined(separator: ". ")) {
                    chosen.domains.append(domain)
                }
            }
            if !chosen.domains.isEmpty { groups.append(chosen) }
        }
        self.groups = groups
        names = try ToolNames(groups.flatMap { $0.domains }.flatMap { $0.tools }, search.snapshot)
        let info = try search.snapshot.record(.info, as: CatalogInfo.self)
        source = info.source(domains.source) ?? Source()
    }

    /// Whether no domain was found.
    public var isEmpty: Bool { groups.isEmpty }

    public var document: Document {
        var page = Document()
        page.title(domains.title)
        if isWhole { page.paragraph(domains.about) }
        if isEmpty { page.paragraph("Niets gevonden. Zonder woorden staan hier alle domeinen.") }
        for group in groups {
            page.heading(group.name)
            for domain in group.domains { add(domain, to: &page) }
        }
        if isWhole {
            page.section(
                "De schaal",
                domains.scale.map { value in
                    let part = value.domain.map { " (\($0.replacing(sign: "-", with: " ")))" } ?? ""
                    return "\(value.value)\(part): \(value.label)" + (value.isShortened ? " (door ons ingekort)" : "")
                })
            page.section("Voorwaarden", domains.conditions.map { PageText.text(of: $0) })
            page.section("Gebruik", domains.use.map { PageText.text(of: $0) })
        }
        if isWhole {
            page.section("Let op", domains.remarks)
        } else {
            page.paragraph("`wegwijzer domeinen` toont alle domeinen, met de schaal, het gebruik en wat u moet weten.")
        }
        page.section("Bron", ["\(source.title) (\(source.dated))"])
        return page
    }

    private func add(_ domain: LifeDomain, to page: inout Document) {
        page.item(domain.name + (domain.marks.map { " \($0)" } ?? "") + " [p. \(domain.page)]")
        if !domain.parts.isEmpty { page.subitem(domain.parts.joined(separator: "; ")) }
        if !domain.tools.isEmpty { page.subitem("Middelen: \(names.line(domain.tools))") }
    }

    public func json() -> String {
        let items = groups.map { group in
            JSONValue.object([
                ("id", .text(group.id)), ("name", .text(group.name)),
                (
                    "domains",
                    .list(
                        group.domains.map { domain in
                            .object([
                                ("id", .text(domain.id)), ("name", .text(domain.name)), ("marks", JSONValue(optional: domain.marks)),
                                ("parts", JSONValue(domain.parts)), ("page", .number(Int(domain.page))), ("tools", JSONValue(domain.tools)),
                            ])
                        })
                ),
            ])
        }
        return JSONValue.object([
            ("format", .number(1)), ("title", .text(domains.title)), ("source", .text(domains.source)), ("groups", .list(items)),
            (
                "scale",
                .list(
                    domains.scale.map {
                        .object([("value", .number(Int($0.value))), ("domain", JSONValue(optional: $0.domain)), ("label", .text($0.label))])
                    })
            ),
        ]).json() + "\n"
    }
}
