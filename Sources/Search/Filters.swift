import Catalog
import Language
import Storage

/// What is chosen beside the words of a question: by options in a terminal, by boxes on a page.
///
/// Values of one facet are alternatives; every facet must be met. What is chosen overrides what the words of a question say of the same.
public struct Filters: Sendable {
    /// What a value says no to is chosen with this before the facet's name: “niet-vorm”.
    private static let negation = "niet-"

    private var chosen: [(facet: String, value: String)] = []

    public init() {}

    /// - Parameter chosen: names of facets with the ids or names of what was chosen, and ages in words: `("leeftijd", "4-12")`.
    public init(_ chosen: [(facet: String, value: String)]) { self.chosen = chosen }

    /// Whether nothing is chosen.
    public var isEmpty: Bool { chosen.isEmpty }

    /// The names under which something can be chosen.
    public static var names: [String] {
        Facet.choices.map { $0.id } + ["leeftijd"]
            + Facet.choices.filter { $0.definition.option?.refusal != nil }.map { negation + $0.id }
    }

    /// These filters without what they choose of one facet.
    func without(_ facet: Facet) -> Filters { Filters(chosen.filter { $0.facet != facet.id }) }

    func values(_ name: String) -> [String] { chosen.filter { $0.facet == name }.map { $0.value } }

    /// Puts what was chosen into a question.
    /// - Throws: `FilterFailure.unknown` with a sentence that says what can be chosen.
    public func apply(to question: inout Question, _ search: Search) throws(FilterFailure) {
        for facet in Facet.choices {
            let unwantedName = Filters.negation + facet.id
            if let wanted = try set(facet.id, facet, search) {
                question.choose(facet, wanted.set)
                question.readings.replace(facet.name, by: wanted.names, from: "--\(facet.id)")
            }
            if let unwanted = try set(unwantedName, facet, search) {
                question.exclude(facet, unwanted.set)
                question.readings.exclude(facet.name, unwanted.names, from: "--\(unwantedName)")
            }
        }
        let ages = try Filters.ages(values("leeftijd"), search)
        if !ages.isEmpty {
            question.ages = ages
            question.readings.replace("leeftijd", by: ages.map { AgeText.text($0) }, from: "--leeftijd")
        }
    }

    /// The values chosen under a name, and what they are called; nil when none is.
    private func set(_ name: String, _ facet: Facet, _ search: Search) throws(FilterFailure) -> (set: UInt64, names: [String])? {
        let words = values(name)
        guard !words.isEmpty else { return nil }
        let values = try Filters.orFail { () throws(SnapshotError) in try search.values(of: facet) }
        var set: UInt64 = 0
        for word in words {
            let called = values.filter { $0.term.isCalled(word) }
            if !called.isEmpty {
                for value in called { set |= value.bit }
                continue
            }
            var allowed: [String] = []
            for value in values where !allowed.contains(value.term.id) { allowed.append(value.term.id) }
            // A slip is for the user to mend; other words mean what they mean in a question.
            let isKnown = try Filters.isPhrase(word, search)
            guard isKnown || Spelling.nearest(to: word, in: allowed) == nil, let meant = try Filters.meant(word, facet, search) else {
                throw .unknown(word, of: name, allowed: allowed)
            }
            set |= meant
        }
        var names: [String] = []
        for value in values where set & value.bit != 0 && !names.contains(value.term.name) { names.append(value.term.name) }
        return (set, names)
    }

    /// Whether the vocabulary has these words as they are.
    private static func isPhrase(_ words: String, _ search: Search) throws(FilterFailure) -> Bool {
        try orFail { () throws(SnapshotError) -> Bool in
            let tokens = Tokenizer.tokens(words)
            guard !tokens.isEmpty, let match = try Lexicon(search.snapshot).match(tokens, keys: tokens.map { PhraseKey.word($0) }, at: 0)
            else { return false }
            return match.count == tokens.count && match.form != .beginning
        }
    }

    /// What a question of these words alone asks for: “KOPP”, “LVB”, “instrument”. Nil when it asks for none of the facet, or holds more.
    private static func meant(_ words: String, _ facet: Facet, _ search: Search) throws(FilterFailure) -> UInt64? {
        let read = try orFail { () throws(SnapshotError) in try search.read(words) }
        let set = read.asked[facet] | read.implied[facet]
        return set == 0 || !read.unused.isEmpty ? nil : set
    }

    /// The ages that words state.
    /// - Throws: `FilterFailure.unknown` for words that state none.
    public static func ages(_ words: [String], _ search: Search) throws(FilterFailure) -> [AgeRange] {
        var found: [AgeRange] = []
        for stated in words {
            let words = try StatedAge.words(stated)
            let read = try orFail { () throws(SnapshotError) in try search.read(words) }
            guard !read.ages.isEmpty else { throw .unknown("--leeftijd begrijpt ‘\(stated)’ niet; \(StatedAge.examples)") }
            if let word = read.unused.first {
                throw .unknown("--leeftijd begrijpt ‘\(word)’ in ‘\(stated)’ niet; \(StatedAge.examples)")
            }
            found += read.ages
        }
        return found
    }

    private static func orFail<Value>(_ work: () throws(SnapshotError) -> Value) throws(FilterFailure) -> Value {
        do throws(SnapshotError) { return try work() } catch { throw .snapshot(error) }
    }
}

/// Why filters cannot be applied.
public enum FilterFailure: Error {
    /// Something was chosen that there is not: a Dutch line that says what there is.
    case unknown(String)
    case snapshot(SnapshotError)

    static func unknown(_ word: String, of name: String, allowed: [String]) -> FilterFailure {
        .unknown("--\(name) kent ‘\(word)’ niet; \(Spelling.advice(for: word, among: allowed))")
    }
}

extension Term {
    /// Whether a word is its id or its name, in another case or inflected.
    fileprivate func isCalled(_ word: String) -> Bool {
        let stems = PhraseKey(word).stems
        return !stems.isEmpty && (PhraseKey(id).stems == stems || PhraseKey(name).stems == stems)
    }
}

extension Question {
    /// Asks for any of a set of values, in place of what words said of the same.
    mutating func choose(_ facet: Facet, _ set: UInt64) {
        let force = facet.definition.force
        implied[facet] = 0
        excluded[facet] &= ~set
        asked[facet] = force == .requires ? 0 : set
        required[facet] = force == .asks ? 0 : set
    }

    /// Turns a set of values away.
    mutating func exclude(_ facet: Facet, _ set: UInt64) {
        asked[facet] &= ~set
        implied[facet] &= ~set
        required[facet] &= ~set
        excluded[facet] |= set
    }
}

extension [Reading] {
    /// Tells what a filter asks for, in place of what words said of the same facet.
    fileprivate mutating func replace(_ facet: String, by values: [String], from option: String) {
        removeAll { $0.facet == facet }
        for value in values { append(Reading(words: option, facet: facet, value: value)) }
    }

    /// Tells what a filter excludes, also where words asked for it.
    fileprivate mutating func exclude(_ facet: String, _ values: [String], from option: String) {
        removeAll { $0.facet == facet && values.contains($0.value) }
        for value in values { append(Reading(words: option, facet: "niet", value: value)) }
    }
}
