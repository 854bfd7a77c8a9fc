import Catalog
import Documents
import Language
import Search
import Storage

/// Tools that were selected, put in order and in groups.
public struct Overview: Sendable {
    /// What the tools are ordered by.
    public enum Order: String, CaseIterable, Sendable {
        case name = "naam"
        case age = "leeftijd"
        case level = "niveau"
        case group = "doelgroep"
    }

    /// What makes the groups of tools.
    public enum Grouping: String, CaseIterable, Sendable {
        case group = "doelgroep"
        case phase = "leeftijdsfase"
        case level = "niveau"
        case administrator = "uitvoerder"
        case kind = "soort"
    }

    let context: ToolContext
    private let title: String
    private let question: Question
    private let selection: Selection
    /// The tools, in order.
    public let tools: [Tool]
    /// The tools' places in groups; one without a name when they are not grouped.
    private let groups: [(name: String?, tools: [Int])]

    /// The tools of a selection, in an order and in groups, if any.
    public init(
        _ selection: Selection, of question: Question, title: String?, order: Order, grouping: Grouping?, _ search: Search
    ) throws(SnapshotError) {
        var context = try ToolContext(search)
        context.asked = question.ages
        var tools: [Tool] = []
        for index in selection.tools { tools.append(try search.snapshot.tool(index)) }
        let sorted = Overview.sorted(tools, by: order, context)
        self.tools = sorted
        self.context = context
        self.title = title ?? "Overzicht van signaleringsinstrumenten en interventies"
        self.question = question
        self.selection = selection
        groups = grouping.map { Overview.grouped(sorted, by: $0, context) } ?? Overview.bySetting(sorted, question[.setting], context)
    }

    /// The day of the catalogue, as YYYY-MM-DD.
    public var date: String { context.info.date }

    // MARK: Order and groups

    private static func sorted(_ tools: [Tool], by order: Order, _ context: ToolContext) -> [Tool] {
        let keys: [(key: Int32, name: [UInt8], place: Int)] = tools.enumerated().map { place, tool in
            let key: Int32 =
                switch order {
                case .name: 0
                // What states no age comes last.
                case .age: tool.ages.map { $0.months.lowerBound }.min() ?? .max
                case .level: Int32(tool.kind.rawValue) * 100 + Int32(min(99, context.strength(tool)))
                case .group: context.lists.groups.firstIndex { tool.targetGroups.contains($0.id) }.map { Int32($0) } ?? .max
                }
            return (key, Folding.letters(tool.name), place)
        }
        return keys.sorted {
            if $0.key != $1.key { return $0.key < $1.key }
            if $0.name != $1.name { return $0.name.lexicographicallyPrecedes($1.name) }
            return $0.place < $1.place
        }.map { tools[$0.place] }
    }

    private static func grouped(_ tools: [Tool], by grouping: Grouping, _ context: ToolContext) -> [(name: String?, tools: [Int])] {
        var groups: [(name: String?, tools: [Int])] = names(grouping, tools, context).map { ($0, []) }
        for (place, tool) in tools.enumerated() {
            for name in memberships(tool, grouping, context) {
                guard let group = groups.firstIndex(where: { $0.name == name }) else { continue }
                groups[group].tools.append(place)
            }
        }
        return groups.filter { !$0.tools.isEmpty }
    }

    /// When settings were asked for: first the tools of which the source prints one, then those whose users are named by a word for many.
    private static func bySetting(_ tools: [Tool], _ asked: UInt64, _ context: ToolContext) -> [(name: String?, tools: [Int])] {
        let settings = context.lists.settings.enumerated().filter { asked >> UInt64($0.offset) & 1 == 1 }.map { $0.element }
        let broad = tools.indices.filter { place in !settings.contains { tools[place].settings.contains($0.id) } }
        guard !settings.isEmpty, !broad.isEmpty else { return [(nil, Array(tools.indices))] }
        let names = settings.map { $0.name }.joined(separator: " of ")
        return [
            ("Volgens de bron voor \(names)", tools.indices.filter { !broad.contains($0) }),
            ("Uitvoerder ruim genoemd, kan ook voor \(names) zijn", broad),
        ].filter { !$0.tools.isEmpty }
    }

    private static let withoutGroup = "zonder doelgroep (aanvullend)"

    /// The names of all groups, in order.
    private static func names(_ grouping: Grouping, _ tools: [Tool], _ context: ToolContext) -> [String] {
        switch grouping {
        case .group: return context.lists.groups.map { $0.name } + [withoutGroup]
        case .phase: return LifePhase.allCases.map { $0.name } + [LifePhase.unstated]
        case .kind: return Kind.allCases.map { $0.heading }
        case .level: return Kind.allCases.flatMap { kind in (context.levels[kind] ?? []).map { "\(kind.heading): \($0.name)" } }
        case .administrator:
            var names: [String] = []
            for name in tools.flatMap({ memberships($0, .administrator, context) }) where !names.contains(name) { names.append(name) }
            return names.sorted { Folding.letters($0).lexicographicallyPrecedes(Folding.letters($1)) }
        }
    }

    /// The groups that a tool belongs to; often more than one.
    private static func memberships(_ tool: Tool, _ grouping: Grouping, _ context: ToolContext) -> [String] {
        switch grouping {
        case .group: tool.targetGroups.isEmpty ? [withoutGroup] : context.groupNames(tool)
        case .phase:
            tool.ages.isEmpty
                ? [LifePhase.unstated]
                : LifePhase.allCases.filter { phase in tool.ages.contains { $0.overlap(phase.ages) > 0 } }.map { $0.name }
        case .kind: [tool.kind.heading]
        case .level: ["\(tool.kind.heading): \(context.levelName(tool))"]
        case .administrator: tool.administeredBy.isEmpty ? ["niet vermeld"] : tool.administeredBy
        }
    }

    // MARK: For people

    /// The overview with these columns.
    public func report(_ columns: [ToolColumn]) -> TabularReport {
        let tables = groups.map { group in
            Table(
                title: group.name.map { "\($0) (\(group.tools.count))" }, columns: columns.map { $0.column },
                rows: group.tools.map { place in columns.map { $0.cell(tools[place], context) } })
        }
        return TabularReport(title: title, facts: facts, tables: tables, explanation: explanation, sources: sources)
    }

    private var facts: [(label: String, text: String)] {
        let chosen = question.readings.map { "\($0.facet) \($0.value)" }
        var topics: [String] = []
        for topic in question.topics where topic.isMain && !topics.contains(topic.shownName) { topics.append(topic.shownName) }
        let about = topics.isEmpty ? [] : ["onderwerp " + topics.joined(separator: " of ")]
        let instruments = tools.count { $0.kind == .instrument }
        let left = selection.total - tools.count
        var count =
            "\(tools.count) van de \(selection.total) middelen: \(instruments) signaleringsinstrumenten en \(tools.count - instruments) interventies"
        count += left == 0 ? "." : "; \(left) vallen buiten de keuze."
        if selection.withoutAge > 0 { count += " Van \(selection.withoutAge) is de leeftijd niet vermeld; die staan erbij." }
        return [
            ("Keuze", (chosen + about).isEmpty ? "alle middelen" : (chosen + about).joined(separator: " · ")), ("Aantal", count),
            ("Catalogus", "versie \(context.info.version), \(context.info.date)"),
        ]
    }

    private var explanation: [String] {
        var lines = [
            context.info.evidenceAdvice,
            "‘Niet vermeld’ betekent dat de bron er niets over zegt. Een niveau zegt niet dat een middel in uw situatie werkt of past.",
            "De leeftijd is die van het kind, zoals de bron haar geeft. In maanden: ‘tot’ is de eerste maand die er niet meer bij hoort; leeg is open of niet vermeld.",
        ]
        if tools.contains(where: { context.isSupplementary($0) }) {
            let claimed = context.info.claims.map { String($0.count) }.joined(separator: " en ")
            let uncounted = claimed.isEmpty ? "" : ", en niet meegeteld bij de \(claimed) die zij noemt"
            lines.append("Aanvullend: niet uit de tabellen van de kennissynthese\(uncounted).")
        }
        if groups.reduce(0, { $0 + $1.tools.count }) > tools.count, groups.count > 1 {
            lines.append("Een middel dat bij meer groepen hoort, staat bij elke groep.")
        }
        return lines
    }

    private var sources: [String] {
        context.info.sources.filter { source in tools.contains { $0.listings.contains { $0.source == source.id } } }
            .map { "\($0.title). \($0.organisation) (\($0.dated))." }
    }

    // MARK: For programs

    /// The overview as JSON, format 1: whole tools.
    public func json() -> String {
        JSONValue.object([
            ("format", .number(1)), ("title", .text(title)), ("selection", .text(facts[0].text)), ("total", .number(selection.total)),
            ("selected", .number(tools.count)), ("withoutAge", .number(selection.withoutAge)),
            ("catalog", .object([("version", .text(context.info.version)), ("date", .text(context.info.date))])),
            ("sources", JSONValue(sources)),
            (
                "groups",
                .list(
                    groups.filter { $0.name != nil }.map { group in
                        .object([("name", JSONValue(optional: group.name)), ("tools", JSONValue(group.tools.map { tools[$0].id }))])
                    })
            ), ("tools", .list(tools.map { JSONValue($0, context) })),
        ]).json() + "\n"
    }

    /// One tool a line, as in `json()`.
    public func ndjson() -> String { tools.map { JSONValue($0, context).line() + "\n" }.joined() }
}

/// Phases of a child's life, by which overviews group.
enum LifePhase: CaseIterable {
    case pregnancy, baby, toddler, schoolchild, teenager, youngAdult

    static let unstated = "leeftijd niet vermeld"

    var name: String {
        switch self {
        case .pregnancy: "zwangerschap"
        case .baby: "0 en 1 jaar"
        case .toddler: "2 en 3 jaar"
        case .schoolchild: "4 tot en met 11 jaar"
        case .teenager: "12 tot en met 17 jaar"
        case .youngAdult: "vanaf 18 jaar"
        }
    }

    var ages: AgeRange {
        switch self {
        case .pregnancy: AgeRange(from: -9, to: 0)
        case .baby: AgeRange(from: 0, to: 24)
        case .toddler: AgeRange(from: 24, to: 48)
        case .schoolchild: AgeRange(from: 48, to: 144)
        case .teenager: AgeRange(from: 144, to: 216)
        case .youngAdult: AgeRange(from: 216, to: nil)
        }
    }
}
