import Catalog
import Decision
import Documents
import Parenting
import Search
import Storage

/// The catalogue's closed lists, and what it is: what a page needs to name things and to offer choices.
public struct CatalogLists {
    private let info: CatalogInfo
    private let groups: [TargetGroup]
    private let levels: [(kind: Kind, levels: [Level])]
    private let facets: [(facet: Facet, values: [FacetValue])]
    private let questions: [ParentingQuestion]
    private let backgrounds: [Background]
    private let counts: [(kind: Kind, count: Int)]

    /// Reads what the lists show.
    public init(_ search: Search) throws(SnapshotError) {
        let snapshot = search.snapshot
        info = try snapshot.record(.info, as: CatalogInfo.self)
        groups = try snapshot.items(.targetGroups, as: TargetGroup.self)
        questions = try snapshot.record(.parenting, as: ParentingTables.self).questions
        backgrounds = try snapshot.record(.decision, as: DecisionSchema.self).backgrounds
        var levels: [(kind: Kind, levels: [Level])] = []
        var counts: [(kind: Kind, count: Int)] = []
        for kind in Kind.allCases {
            levels.append((kind, try snapshot.levels(of: kind)))
            var question = Question()
            question.kind = kind
            counts.append((kind, try search.select(question).tools.count))
        }
        self.levels = levels
        self.counts = counts
        var facets: [(facet: Facet, values: [FacetValue])] = []
        for facet in Facet.choices { facets.append((facet, try search.values(of: facet))) }
        self.facets = facets
    }

    /// The documents that the catalogue rests on, and what was noticed in them.
    public var sources: Document {
        var page = Document()
        for source in info.sources {
            page.heading(source.title)
            page.field("Van", source.organisation)
            page.field("Stand van", source.dated)
            page.paragraph(source.note ?? "")
        }
        return page
    }

    /// The lists as JSON.
    public var value: JSONValue {
        .object([
            ("title", .text(info.title)), ("version", .text(info.version)), ("date", .text(info.date)),
            ("evidenceAdvice", .text(info.evidenceAdvice)),
            ("kinds", .list(counts.map { value(of: $0.kind, count: $0.count) })), ("groups", .list(groups.map { value(of: $0) })),
            ("levels", .list(levels.flatMap { scale in scale.levels.map { value(of: $0, scale.kind) } })),
            ("facets", .list(facets.map { value(of: $0.facet, $0.values) })),
            ("audiences", JSONValue(Audience.main.map { $0.id })),
            (
                "questions",
                .list(
                    questions.map {
                        .object([("id", .text($0.id)), ("name", .text($0.name)), ("under", JSONValue(optional: $0.under))])
                    })
            ),
            ("backgrounds", .list(backgrounds.map { .object([("id", .text($0.id)), ("title", .text($0.title))]) })),
            (
                "sources",
                .list(
                    info.sources.map {
                        .object([
                            ("id", .text($0.id)), ("title", .text($0.title)), ("organisation", .text($0.organisation)),
                            ("dated", .text($0.dated)),
                        ])
                    })
            ),
        ])
    }

    private func value(of facet: Facet, _ values: [FacetValue]) -> JSONValue {
        let values = values.map { JSONValue.object([("id", .text($0.term.id)), ("name", .text($0.term.name))]) }
        return .object([("id", .text(facet.id)), ("heading", .text(facet.definition.heading)), ("values", .list(values))])
    }

    private func value(of kind: Kind, count: Int) -> JSONValue {
        .object([("id", .text(kind.id)), ("name", .text(kind.name)), ("heading", .text(kind.heading)), ("count", .number(count))])
    }

    private func value(of group: TargetGroup) -> JSONValue {
        .object([
            ("id", .text(group.id)), ("short", .text(group.short)), ("name", .text(group.name)),
            ("description", .text(group.description)), ("gaps", JSONValue(group.gaps.map { $0.text })),
        ])
    }

    private func value(of level: Level, _ kind: Kind) -> JSONValue {
        .object([
            ("id", .text(level.id)), ("kind", .text(kind.id)), ("name", .text(level.name)), ("meaning", .text(level.meaning)),
            ("judgement", .bool(level.judgement)), ("strong", .bool(level.strong)),
        ])
    }
}

extension JSONValue {
    /// How many tools each value of each facet would leave.
    public init(_ facets: [FacetCounts]) {
        self = .list(
            facets.map { facet in
                .object([
                    ("id", .text(facet.facet.id)), ("name", .text(facet.facet.name)),
                    (
                        "values",
                        .list(
                            facet.values.map { value in
                                .object([
                                    ("id", .text(value.id)), ("name", .text(value.name)), ("count", .number(Int(value.count))),
                                    ("chosen", .bool(value.isChosen)), ("kind", JSONValue(optional: value.kind?.id)),
                                ])
                            })
                    ),
                ])
            })
    }
}
