import Catalog
import Documents

extension JSONValue {
    /// What the Dutch test commission says: the same wherever it stands.
    init(_ cotan: Cotan) {
        self = .object([
            ("status", .text(cotan.status)), ("year", JSONValue(cotan.year)), ("verdict", JSONValue(optional: cotan.verdict)),
        ])
    }

    /// A whole tool, with the keys of the catalogue's files.
    public init(_ tool: Tool, _ context: ToolContext) {
        self = .object([
            ("id", .text(tool.id)), ("kind", .text(tool.kind.id)), ("name", .text(tool.name)),
            ("abbreviation", JSONValue(optional: tool.abbreviation)), ("aliases", JSONValue(tool.aliases)),
            ("summary", .text(tool.summary)),
            ("supplementary", .bool(context.isSupplementary(tool))), ("targetGroups", JSONValue(tool.targetGroups)),
            ("aimedAt", JSONValue(tool.aimedAt)), ("audience", JSONValue(stated: tool.audience)),
            ("ages", .list(tool.ages.map { JSONValue($0, stated: $0.stated) })), ("forms", JSONValue(tool.forms)),
            ("method", JSONValue(stated: tool.method)), ("administeredBy", JSONValue(tool.administeredBy)),
            ("settings", JSONValue(tool.settings)), ("settingsBroad", JSONValue(tool.settingsBroad)),
            ("population", JSONValue(tool.population)),
            ("purpose", JSONValue(stated: tool.purpose)), ("topics", JSONValue(tool.topics)), ("evidence", JSONValue(tool.evidence)),
            ("listings", .list(tool.listings.map { JSONValue($0) })), ("references", JSONValue(tool.references)),
            ("links", .list(tool.links.map { .object([("title", .text($0.title)), ("url", .text($0.url))]) })),
            ("seeAlso", JSONValue(tool.seeAlso)),
            (
                "alsoServes",
                .list(
                    tool.alsoServes.map {
                        .object([
                            ("targetGroup", .text($0.targetGroup)), ("source", .text($0.source)), ("page", .number(Int($0.page))),
                            ("note", JSONValue(optional: $0.note)),
                        ])
                    })
            ), ("availability", JSONValue(optional: tool.availability)), ("remarks", JSONValue(tool.remarks)),
        ])
    }

    private init(_ evidence: Evidence) {
        var members: [(String, JSONValue)] = [
            ("level", .text(evidence.level)), ("scope", JSONValue(evidence.scope)), ("basis", JSONValue(evidence.basis)),
            ("statement", .text(evidence.statement)),
        ]
        if let cotan = evidence.cotan {
            members += [
                ("reliability", JSONValue(optional: evidence.reliability)), ("validity", JSONValue(optional: evidence.validity)),
                ("norms", JSONValue(optional: evidence.norms)),
                ("cotan", JSONValue(cotan)),
            ]
        }
        if let recognition = evidence.recognition { members += [("recognition", .text(recognition)), ("year", JSONValue(evidence.year))] }
        members += [
            ("subgroups", .list(evidence.subgroups.map { .object([("name", .text($0.name)), ("level", .text($0.level))]) })),
            ("caveats", JSONValue(evidence.caveats)), ("references", JSONValue(evidence.references)),
        ]
        self = .object(members)
    }

    /// What a level holds for; null when the source binds it to nothing.
    init(_ scope: LevelScope?) {
        guard let scope else { self = .null; return }
        self = .object([("text", .text(scope.text)), ("ages", .list(scope.ages.map { JSONValue($0, stated: $0.stated) }))])
    }

    private init(_ listing: Listing) {
        func number(_ value: UInt32) -> JSONValue { value == 0 ? .null : .number(Int(value)) }
        self = .object([
            ("source", .text(listing.source)), ("section", JSONValue(optional: listing.section)), ("table", number(listing.table)),
            ("targetGroup", JSONValue(stated: listing.targetGroup)), ("row", number(listing.row)), ("page", number(listing.page)),
            ("pageEnd", JSONValue(listing.pageEnd)), ("pointer", .bool(listing.pointer)), ("references", JSONValue(listing.references)),
        ])
    }

    /// Null when the source says nothing.
    private init(stated text: String) { self.init(optional: text.isEmpty ? nil : text) }
}
