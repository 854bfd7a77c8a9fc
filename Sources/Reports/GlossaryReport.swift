import Catalog
import Search

/// Words of the field, explained.
public struct GlossaryReport: WrittenReport {
    private let terms: [GlossaryTerm]
    private let info: CatalogInfo

    /// Words explained.
    /// - Parameters:
    ///   - terms: those to show.
    ///   - snapshot: the catalogue that they are from.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public init(_ terms: [GlossaryTerm], _ snapshot: Snapshot) throws(SnapshotError) {
        self.terms = terms
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

    public var document: Document {
        var page = Document()
        page.heading("Begrippen")
        for term in terms {
            // An explanation that spells the letters out need not be preceded by them.
            let others = term.abbreviations.filter { !term.explanation.hasPrefix($0) }
            let names = others.isEmpty ? term.term : "\(term.term) (\(others.joined(separator: ", ")))"
            page.field(names, "\(term.explanation) [\(place(term))]")
        }
        return page
    }

    private func place(_ term: GlossaryTerm) -> String {
        guard let id = term.source else { return "uitleg van ons" }
        let title = info.source(id)?.title ?? id
        return title + (term.page.map { ", p. \($0)" } ?? "")
    }

    public func json() -> String {
        let items = terms.map { term in
            JSONValue.object([
                ("id", .text(term.id)), ("term", .text(term.term)), ("abbreviations", JSONValue(term.abbreviations)),
                ("explanation", .text(term.explanation)), ("source", JSONValue(optional: term.source)), ("page", JSONValue(term.page)),
            ])
        }
        return JSONValue.object([("format", .number(1)), ("terms", .list(items))]).json() + "\n"
    }
}
