import Catalog
import Documents
import Language
import Search
import Storage

/// What is shown of the guide to cooperation.
public enum CooperationView: Sendable {
    /// The elements, for one audience or all.
    case overview
    case element(CooperationElement)
    case project(CooperationProject)
}

/// The guide to cooperation: from audience to elements to projects, and back.
public struct CooperationReport: WrittenReport {
    private let cooperation: Cooperation
    private let view: CooperationView
    private let audience: Audience?
    private let names: ToolNames
    private let source: Source

    /// A view of what the source says of cooperation, to one audience or to all (nil).
    public init(_ cooperation: Cooperation, view: CooperationView, audience: Audience?, _ search: Search) throws(SnapshotError) {
        self.cooperation = cooperation
        self.view = view
        self.audience = audience
        names = try ToolNames(cooperation.projects.flatMap { $0.tools }, search.snapshot)
        let info = try search.snapshot.record(.info, as: CatalogInfo.self)
        source = info.source(cooperation.source) ?? Source()
    }

    private var audiences: [Audience] { audience.map { [$0, .everyone] } ?? Audience.allCases }

    public var document: Document {
        var page = Document()
        switch view {
        case .overview: addOverview(to: &page)
        case .element(let element): add(element, to: &page)
        case .project(let project): add(project, to: &page)
        }
        page.section("Bron", ["\(source.title) (\(source.dated))"])
        return page
    }

    private func addOverview(to page: inout Document) {
        page.title(cooperation.title)
        page.paragraph(cooperation.about)
        for audience in audiences where Audience.main.contains(audience) {
            page.heading("Voor \(audience.id)")
            for element in cooperation.elements where element.summaries.contains(where: { $0.audience == audience }) {
                page.field(label(element), "`wegwijzer samenwerken --element \(element.id) --voor \(audience.id)`")
            }
        }
        let others = cooperation.elements.filter { $0.summaries.isEmpty }.map { label($0) + ($0.remark.map { ": \($0)" } ?? "") }
        page.section("Alleen genoemd", others)
        page.section("Projecten", cooperation.projects.map { line($0) })
        page.section("Over deze wegwijzer in samenwerken", cooperation.general.map { PageText.text(of: $0) })
    }

    private func label(_ element: CooperationElement) -> String { (element.number.map { "\($0) " } ?? "") + element.name }

    private func add(_ element: CooperationElement, to page: inout Document) {
        page.title(label(element))
        for summary in element.summaries where audiences.contains(summary.audience) {
            page.heading("Voor \(summary.audience.id)")
            page.paragraph(summary.text + (summary.page.map { " [p. \($0)]" } ?? ""))
        }
        page.section("Projecten volgens de overzichten", element.projects.compactMap { cooperation.project($0) }.map { line($0) })
        let own = cooperation.projects.filter { project in project.elements.contains { $0.elements.contains(element.id) } }
        page.section(
            "Projecten die dit element zelf noemen",
            own.map { project in
                let audiences = project.elements.filter { $0.elements.contains(element.id) }.map { $0.audience.id }
                return "\(label(project)) (\(audiences.joined(separator: ", ")))"
            })
        if let remark = element.remark { page.field("Let op", remark) }
    }

    private func label(_ project: CooperationProject) -> String { "\(project.number) \(project.name)" }

    /// A project with the command that shows it.
    private func line(_ project: CooperationProject) -> String {
        "\(label(project)) (`\(Destination(.cooperation, "project", String(project.number)).command)`)"
    }

    private func add(_ project: CooperationProject, to page: inout Document) {
        page.title("Project \(project.number): \(project.name)")
        page.field("Thema", project.theme ?? "niet vermeld")
        page.field("Doelgroep", project.targetGroup ?? "niet vermeld")
        page.field("Organisatie", project.organisation ?? "")
        page.field("Effect", project.effect ?? "niet vermeld")
        page.field("Borging", project.securing ?? "niet vermeld")
        page.field("Financiering", project.financing ?? "niet vermeld")
        page.field("Partners", project.partners.joined(separator: "; "))
        for named in project.elements where audiences.contains(named.audience) {
            let labels = named.elements.compactMap { id in cooperation.elements.first { $0.id == id }.map { label($0) } }
            page.field("Elementen voor \(named.audience.id)", labels.joined(separator: "; "))
        }
        page.section("Boodschap", project.messages.filter { audiences.contains($0.audience) }.map { "Voor \($0.audience.id): \($0.text)" })
        page.section("Tips", project.tips)
        if !project.tools.isEmpty { page.section("Middelen", [names.line(project.tools)]) }
        page.section("Literatuur", project.literature)
        page.section("Links", project.links.map { "\($0.title): \($0.url)" })
        page.field("Waar het staat", PageText.text(project.page, to: project.pageEnd))
        if let remark = project.remark { page.field("Let op", remark) }
    }

    /// The whole guide as JSON, format 1, whatever is shown of it.
    public func json() -> String {
        func texts(_ texts: [AudienceText]) -> JSONValue {
            .list(texts.map { .object([("audience", .text($0.audience.id)), ("text", .text($0.text)), ("page", JSONValue($0.page))]) })
        }
        let elements = cooperation.elements.map { element in
            JSONValue.object([
                ("id", .text(element.id)), ("number", JSONValue(element.number)), ("name", .text(element.name)),
                ("summaries", texts(element.summaries)), ("projects", .list(element.projects.map { .number(Int($0)) })),
                ("remark", JSONValue(optional: element.remark)),
            ])
        }
        let projects = cooperation.projects.map { project in
            JSONValue.object([
                ("number", .number(Int(project.number))), ("name", .text(project.name)), ("theme", JSONValue(optional: project.theme)),
                ("targetGroup", JSONValue(optional: project.targetGroup)), ("organisation", JSONValue(optional: project.organisation)),
                (
                    "elements",
                    .list(project.elements.map { .object([("audience", .text($0.audience.id)), ("elements", JSONValue($0.elements))]) })
                ), ("effect", JSONValue(optional: project.effect)), ("securing", JSONValue(optional: project.securing)),
                ("financing", JSONValue(optional: project.financing)), ("partners", JSONValue(project.partners)),
                ("tips", JSONValue(project.tips)),
                ("messages", texts(project.messages)), ("literature", JSONValue(project.literature)),
                ("links", .list(project.links.map { .object([("title", .text($0.title)), ("url", .text($0.url))]) })),
                ("tools", JSONValue(project.tools)), ("page", .number(Int(project.page))), ("pageEnd", JSONValue(project.pageEnd)),
                ("remark", JSONValue(optional: project.remark)),
            ])
        }
        return JSONValue.object([
            ("format", .number(1)), ("title", .text(cooperation.title)), ("source", .text(cooperation.source)),
            ("elements", .list(elements)),
            ("projects", .list(projects)),
        ]).json() + "\n"
    }
}

extension Cooperation {
    /// The element with this number, id or name.
    public func element(called word: String) -> CooperationElement? {
        let wanted = Folding.letters(word)
        return elements.first { element in
            element.number.map { String($0) } == word || [element.id, element.name].contains { Folding.letters($0) == wanted }
        }
    }

    /// The project with this number; nil when there is none.
    public func project(_ number: UInt32) -> CooperationProject? { projects.first { $0.number == number } }
}
