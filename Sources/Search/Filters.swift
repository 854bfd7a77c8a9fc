import Catalog

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
        let facets = Facet.allCases.map { $0.id }
        return facets + ["leeftijd"] + (facets.filter { $0 != Facet.level.id }.map { negation + $0 })
    }

    /// These filters without what they choose of one facet.
    func without(_ facet: Facet) -> Filters { Filters(chosen.filter { $0.facet != facet.id }) }

    private func isChosen(_ facet: Facet) -> Bool {
        chosen.contains { $0.facet == facet.id || $0.facet == Filters.negation + facet.id }
    }

    func values(_ name: String) -> [String] { chosen.filter { $0.facet == name }.map { $0.value } }

    /// Puts what was chosen into a question.
    /// - Throws: `FilterFailure.unknown` with a sentence that says what can be chosen.
    public func apply(to question: inout Question, _ search: Search) throws(FilterFailure) {
        try applyKinds(to: &question, search)
        for facet in Facet.allCases {
            guard let list = facet.list, isChosen(facet) else { continue }
            let terms = try Filters.orFail { () throws(SnapshotError) in try search.snapshot.items(list, as: Term.self) }
            func names(_ set: UInt64) -> [String] { terms.indices.filter { set >> UInt64($0) & 1 == 1 }.map { terms[$0].name } }
            if let wanted = try set(facet.id, facet, terms, search) {
                question.choose(facet, wanted)
                question.readings.replace(facet.name, by: names(wanted), from: "--\(facet.id)")
            }
            if let unwanted = try set(Filters.negation + facet.id, facet, terms, search) {
                question.exclude(facet, unwanted)
                question.readings.exclude(facet.name, names(unwanted), from: "--\(Filters.negation)\(facet.id)")
            }
        }
        let ages = try Filters.ages(values("leeftijd"), search)
        if !ages.isEmpty {
            question.ages = ages
            question.readings.replace("leeftijd", by: ages.map { AgeText.text($0) }, from: "--leeftijd")
        }
        try applyLevels(to: &question, search)
    }

    private func applyKinds(to question: inout Question, _ search: Search) throws(FilterFailure) {
        let kinds = try self.kinds(Facet.kind.id, search)
        if !kinds.isEmpty {
            // Both is any.
            question.choose(kinds.count == 1 ? kinds[0] : nil, from: kinds)
            question.readings.replace(Facet.kind.name, by: kinds.map { $0.name }, from: "--\(Facet.kind.id)")
        }
        let excluded = "\(Filters.negation)\(Facet.kind.id)"
        if let kind = try self.kinds(excluded, search).first {
            question.excluded.kind = kind
            if question.kind == kind { question.kind = nil }
            question.readings.exclude(Facet.kind.name, [kind.name], from: "--\(excluded)")
        }
    }

    private func kinds(_ name: String, _ search: Search) throws(FilterFailure) -> [Kind] {
        let terms = Kind.allCases.map { Term(id: $0.id, name: $0.name) }
        guard let set = try set(name, .kind, terms, search) else { return [] }
        return Kind.allCases.enumerated().filter { set >> UInt64($0.offset) & 1 == 1 }.map { $0.element }
    }

    private func applyLevels(to question: inout Question, _ search: Search) throws(FilterFailure) {
        let words = values(Facet.level.id)
        guard !words.isEmpty else { return }
        question.choose(levels: try Filters.levels(words, search))
        question.readings.replace(Facet.level.name, by: words, from: "--\(Facet.level.id)")
    }

    /// The terms chosen under a name; nil when none is.
    private func set(_ name: String, _ facet: Facet, _ terms: [Term], _ search: Search) throws(FilterFailure) -> UInt64? {
        let words = values(name)
        guard !words.isEmpty else { return nil }
        var set: UInt64 = 0
        for word in words {
            if let place = terms.firstIndex(where: { $0.isCalled(word) }) {
                set |= 1 << UInt64(place)
                continue
            }
            let allowed = terms.map { $0.id }
            // A slip is for the user to mend; other words mean what they mean in a question.
            let isKnown = try Filters.isPhrase(word, search)
            guard isKnown || Spelling.nearest(to: word, in: allowed) == nil, let meant = try Filters.meant(word, facet, search) else {
                throw .unknown(word, of: name, allowed: allowed)
            }
            set |= meant
        }
        return set
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
        let set: UInt64 =
            switch facet {
            case .kind: read.kind.map { 1 << UInt64($0.rawValue) } ?? 0
            case .group: read.groups | read.impliedGroups
            case .aimedAt: read.aimedAt
            case .form: read.forms
            case .setting: read.settings
            case .level: 0
            }
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

    private static func levels(_ words: [String], _ search: Search) throws(FilterFailure) -> LevelSets {
        var sets = LevelSets(instrument: 0, intervention: 0)
        var allowed: [Term] = []
        for kind in Kind.allCases {
            let levels = try orFail { () throws(SnapshotError) in try search.snapshot.levelTerms(of: kind) }
            for (place, level) in levels.enumerated() {
                if !allowed.contains(where: { $0.id == level.id }) { allowed.append(level) }
                guard words.contains(where: { level.isCalled($0) }) else { continue }
                sets.insert(UInt64(place), for: kind)
            }
        }
        for word in words where !allowed.contains(where: { $0.isCalled(word) }) {
            throw .unknown(word, of: Facet.level.id, allowed: allowed.map { $0.id })
        }
        return sets
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
        let near = Spelling.nearest(to: word, in: allowed).map { "bedoelt u \($0)? Kies" } ?? "kies"
        return .unknown("--\(name) kent ‘\(word)’ niet; \(near) uit: \(allowed.joined(separator: ", "))")
    }
}

/// A property of tools from a closed list, by which they can be chosen.
public enum Facet: CaseIterable, Sendable {
    case kind, group, aimedAt, form, setting, level

    /// The name of the option that chooses it.
    public var id: String {
        switch self {
        case .kind: "soort"
        case .group: "doelgroep"
        case .aimedAt: "gericht-op"
        case .form: "vorm"
        case .setting: "setting"
        case .level: "niveau"
        }
    }

    /// What readings call it.
    public var name: String {
        switch self {
        case .kind: "soort"
        case .group: "doelgroep"
        case .aimedAt: "gericht op"
        case .form: "vorm"
        case .setting: "setting"
        case .level: "bewijs"
        }
    }

    /// The list of its values, where they are terms.
    var list: Snapshot.Section? {
        switch self {
        case .group: .groupTerms
        case .aimedAt: .aimedAt
        case .form: .forms
        case .setting: .settings
        case .kind, .level: nil
        }
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
    /// Asks for any of a set of terms. Words ask for forms, settings and whom a tool is aimed at; filters require them.
    mutating func choose(_ facet: Facet, _ set: UInt64) {
        switch facet {
        case .group: (groups, impliedGroups, excluded.groups) = (set, 0, excluded.groups & ~set)
        case .aimedAt: (aimedAt, required.aimedAt, excluded.aimedAt) = (set, set, excluded.aimedAt & ~set)
        case .form: (forms, required.forms, excluded.forms) = (set, set, excluded.forms & ~set)
        case .setting: (settings, required.settings, excluded.settings) = (set, set, excluded.settings & ~set)
        case .kind, .level: break
        }
    }

    /// Turns a set of terms away.
    mutating func exclude(_ facet: Facet, _ set: UInt64) {
        switch facet {
        case .group: (groups, impliedGroups, excluded.groups) = (groups & ~set, impliedGroups & ~set, excluded.groups | set)
        case .aimedAt: (aimedAt, required.aimedAt, excluded.aimedAt) = (aimedAt & ~set, required.aimedAt & ~set, excluded.aimedAt | set)
        case .form: (forms, required.forms, excluded.forms) = (forms & ~set, required.forms & ~set, excluded.forms | set)
        case .setting:
            (settings, required.settings, excluded.settings) = (settings & ~set, required.settings & ~set, excluded.settings | set)
        case .kind, .level: break
        }
    }

    /// Asks for a kind, or for any when it is nil.
    mutating func choose(_ kind: Kind?, from kinds: [Kind]) {
        self.kind = kind
        kindIsImplied = false
        if let excluded = excluded.kind, kinds.contains(excluded) { self.excluded.kind = nil }
    }

    mutating func choose(levels: LevelSets) {
        required.levels = levels
        self.levels = nil
    }
}

extension LevelSets {
    /// Adds the level at a place of a kind's scale.
    mutating func insert(_ place: UInt64, for kind: Kind) {
        switch kind {
        case .instrument: instrument |= 1 << place
        case .intervention: intervention |= 1 << place
        }
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
