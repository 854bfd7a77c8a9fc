import Catalog
import Documents
import Language
import Search
import Storage

/// Words of the field, explained.
public struct GlossaryReport: WrittenReport {
    private let terms: [GlossaryTerm]
    private let groups: [TargetGroup]
    private let info: CatalogInfo

    /// Words explained.
    /// - Parameters:
    ///   - terms: those to show.
    ///   - groups: target groups of which all is told that the source knows.
    ///   - snapshot: the catalogue that they are from.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public init(_ terms: [GlossaryTerm], groups: [TargetGroup] = [], _ snapshot: Snapshot) throws(SnapshotError) {
        self.terms = terms
        self.groups = groups
        info = try snapshot.record(.info, as: CatalogInfo.self)
    }

    /// The terms that a word may mean: those called so, or else those whose name begins so.
    public static func terms(for word: String, in all: [GlossaryTerm]) -> [GlossaryTerm] {
        let wanted = Folding.letters(word)
        let named = all.filter { term in term.names.contains { Folding.letters($0) == wanted } }
        if !named.isEmpty || wanted.count < 3 { return named }
        return all.filter { term in term.names.contains { Folding.letters($0).starts(with: wanted) } }
    }

    /// The terms whose names say what words say, understood as those of a question are.
    public static func terms(about words: String, in all: [GlossaryTerm], _ search: Search) throws(SnapshotError) -> [GlossaryTerm] {
        let wanted = try search.wanted(words)
        guard !wanted.isEmpty else { return [] }
        var terms: [GlossaryTerm] = []
        for term in all { if try search.isAbout(wanted, term.names.joined(separator: ". ")) { terms.append(term) } }
        return terms
    }

    /// The terms that occur in a text as words of their own.
    public static func terms(in text: String, of all: [GlossaryTerm]) -> [GlossaryTerm] {
        let words = Tokenizer.tokens(text).map { $0.folded }
        return all.filter { term in
            ([term.term] + term.abbreviations).contains { name in
                let wanted = Tokenizer.tokens(name).map { $0.folded }
                guard !wanted.isEmpty, wanted.count <= words.count else { return false }
                return (0...(words.count - wanted.count)).contains { Array(words[$0..<$0 + wanted.count]) == wanted }
            }
        }
    }

    /// The target groups that words name, by id, name or as in a question; none without words.
    public static func groups(for words: String, _ search: Search) throws(SnapshotError) -> [TargetGroup] {
        guard !words.utf8.isEmpty else { return [] }
        let wanted = Folding.letters(words)
        let all = try search.snapshot.items(.targetGroups, as: TargetGroup.self)
        let called = all.filter { [$0.id, $0.short, $0.name].contains { Folding.letters($0) == wanted } }
        if !called.isEmpty { return called }
        let question = try search.read(words)
        let isOnlyGroup = question.ages.isEmpty && question.names.isEmpty && question.unused.isEmpty
        return isOnlyGroup ? all.indices.filter { question[.group] >> UInt64($0) & 1 == 1 }.map { all[$0] } : []
    }

    public var document: Document {
        var page = Document()
        if !terms.isEmpty { page.heading("Begrippen") }
        for term in terms {
            // An explanation that spells the letters out need not be preceded by them.
            let others = term.abbreviations.filter { !term.explanation.hasPrefix($0) }
            let names = others.isEmpty ? term.term : "\(term.term) (\(others.joined(separator: ", ")))"
            page.field(names, "\(term.explanation) [\(place(term))]")
        }
        for group in groups { add(group, to: &page) }
        return page
    }

    private func add(_ group: TargetGroup, to page: inout Document) {
        page.heading("Doelgroep \(group.short): \(group.name)")
        page.paragraph(group.description)
        let lists = [
            ("Wat de bron van de groep telt en weet", group.figures), ("Middelen van andere groepen", group.alsoServes),
            ("Wat ontbreekt", group.gaps),
        ]
        for (label, texts) in lists { page.items(label, texts.map { "\($0.text) [\(place($0.source, page: $0.page))]" }) }
        page.items(
            "Hoeveel middelen de bron zegt te hebben gevonden",
            group.claims.map { "\($0.count) \($0.kind.plural) [\(place($0.source, page: $0.page))]" })
        page.items("Opmerkingen bij de bron", group.remarks)
    }

    private func place(_ term: GlossaryTerm) -> String {
        guard let id = term.source else { return "uitleg van ons" }
        return place(id, page: term.page.map { UInt32($0) } ?? 0)
    }

    private func place(_ source: String, page: UInt32) -> String {
        let title = info.source(source)?.title ?? source
        return title + (page > 0 ? ", p. \(page)" : "")
    }

    public func json() -> String {
        let items = terms.map { term in
            JSONValue.object([
                ("id", .text(term.id)), ("term", .text(term.term)), ("abbreviations", JSONValue(term.abbreviations)),
                ("explanation", .text(term.explanation)), ("source", JSONValue(optional: term.source)), ("page", JSONValue(term.page)),
            ])
        }
        return JSONValue.object([
            ("format", .number(1)), ("terms", .list(items)), ("targetGroups", .list(groups.map { value(of: $0) })),
        ]).json() + "\n"
    }

    private func value(of group: TargetGroup) -> JSONValue {
        func list(_ texts: [SourcedText]) -> JSONValue {
            .list(
                texts.map {
                    .object([("text", .text($0.text)), ("source", .text($0.source)), ("page", .number(Int($0.page)))])
                })
        }
        return .object([
            ("id", .text(group.id)), ("short", .text(group.short)), ("name", .text(group.name)),
            ("description", .text(group.description)), ("figures", list(group.figures)), ("alsoServes", list(group.alsoServes)),
            ("gaps", list(group.gaps)), ("remarks", JSONValue(group.remarks)),
        ])
    }
}
