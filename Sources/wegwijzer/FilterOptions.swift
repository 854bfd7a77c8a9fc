import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    static var all: [Option] {
        [
            Option("soort", .choice(Kind.allCases.map { $0.id }), repeats: true, help: "Alleen instrumenten of alleen interventies."),
            Option("doelgroep", .text("DOELGROEP"), repeats: true, help: "Alleen deze doelgroep, bijvoorbeeld kopp-kov."),
            Option(
                "leeftijd", .text("LEEFTIJD"), repeats: true,
                help: "De leeftijd van het kind: 7, 4-12, \"18 maanden\", \"vanaf 8\"."),
            Option("gericht-op", .text("WIE"), repeats: true, help: "Op wie het zich richt, bijvoorbeeld ouder."),
            Option("vorm", .text("VORM"), repeats: true, help: "In welke vorm, bijvoorbeeld groep."),
            Option("setting", .text("SETTING"), repeats: true, help: "Waar het gebruikt wordt, bijvoorbeeld onderwijs."),
            Option("niveau", .text("NIVEAU"), repeats: true, help: "Alleen met dit bewijsniveau, bijvoorbeeld goed-onderbouwd."),
            Option("niet-soort", .choice(Kind.allCases.map { $0.id }), help: "Deze soort niet."),
            Option("niet-doelgroep", .text("DOELGROEP"), repeats: true, help: "Deze doelgroep niet."),
            Option("niet-gericht-op", .text("WIE"), repeats: true, help: "Niet gericht op."),
            Option("niet-vorm", .text("VORM"), repeats: true, help: "Deze vorm niet."),
            Option("niet-setting", .text("SETTING"), repeats: true, help: "Deze setting niet."),
        ]
    }

    /// Puts what the options say into a question, in place of what its words said of the same.
    static func apply(_ invocation: Invocation, to question: inout Question, _ search: Search) throws(Failure) {
        let lists = search.lists
        applyKind(invocation, to: &question)
        try apply(
            Facet(option: "doelgroep", name: "doelgroep", terms: lists.groups), invocation, &question.groups, &question.excluded.groups,
            &question.readings)
        try apply(
            Facet(option: "gericht-op", name: "gericht op", terms: lists.aimedAt), invocation, &question.aimedAt,
            &question.excluded.aimedAt, &question.readings)
        try apply(
            Facet(option: "vorm", name: "vorm", terms: lists.forms), invocation, &question.forms, &question.excluded.forms,
            &question.readings)
        try apply(
            Facet(option: "setting", name: "setting", terms: lists.settings), invocation, &question.settings,
            &question.excluded.settings, &question.readings)
        // Words ask for these, options require them.
        if invocation.has("gericht-op") { question.required.aimedAt = question.aimedAt }
        if invocation.has("vorm") { question.required.forms = question.forms }
        if invocation.has("setting") { question.required.settings = question.settings }
        try applyAges(invocation, to: &question, search)
        try applyLevels(invocation, to: &question, search)
    }

    private static func applyKind(_ invocation: Invocation, to question: inout Question) {
        let kinds = Kind.allCases.filter { invocation.values("soort").contains($0.id) }
        if !kinds.isEmpty {
            // Both is any.
            question.kind = kinds.count == 1 ? kinds[0] : nil
            if let excluded = question.excluded.kind, kinds.contains(excluded) { question.excluded.kind = nil }
            question.readings.replace("soort", by: kinds.map { $0.name }, from: "--soort")
        }
        if let kind = invocation.value("niet-soort").flatMap({ Kind(id: $0) }) {
            question.excluded.kind = kind
            if question.kind == kind { question.kind = nil }
            question.readings.exclude("soort", [kind.name], from: "--niet-soort")
        }
    }

    /// A facet that is a set of terms: its option, how readings call it, and its terms.
    private struct Facet {
        let option: String
        let name: String
        let terms: [Term]
    }

    private static func apply(
        _ facet: Facet, _ invocation: Invocation, _ asked: inout UInt64, _ excluded: inout UInt64, _ readings: inout [Reading]
    ) throws(Failure) {
        if let wanted = try set(invocation, facet.option, facet.terms) {
            asked = wanted
            excluded &= ~wanted
            readings.replace(facet.name, by: TermLists.names(wanted, of: facet.terms), from: "--\(facet.option)")
        }
        if let unwanted = try set(invocation, "niet-\(facet.option)", facet.terms) {
            excluded |= unwanted
            asked &= ~unwanted
            readings.exclude(facet.name, TermLists.names(unwanted, of: facet.terms), from: "--niet-\(facet.option)")
        }
    }

    private static func applyAges(_ invocation: Invocation, to question: inout Question, _ search: Search) throws(Failure) {
        guard invocation.has("leeftijd") else { return }
        question.ages = try ages(invocation, search)
        question.readings.replace("leeftijd", by: question.ages.map { AgeText.text($0) }, from: "--leeftijd")
    }

    private static func applyLevels(_ invocation: Invocation, to question: inout Question, _ search: Search) throws(Failure) {
        guard invocation.has("niveau") else { return }
        let words = invocation.values("niveau")
        question.required.levels = try levels(words, search)
        question.levels = nil
        question.readings.replace("bewijs", by: words, from: "--niveau")
    }

    private static func set(_ invocation: Invocation, _ option: String, _ terms: [Term]) throws(Failure) -> UInt64? {
        guard invocation.has(option) else { return nil }
        var set: UInt64 = 0
        for word in invocation.values(option) {
            guard let place = terms.firstIndex(where: { matches($0, word) }) else {
                throw Failure(.usage, unknown(word, option, terms.map { $0.id }))
            }
            set |= 1 << UInt64(place)
        }
        return set
    }

    private static func matches(_ term: Term, _ word: String) -> Bool {
        let folded = Folding.letters(word)
        return Folding.letters(term.id) == folded || Folding.letters(term.name) == folded
    }

    private static func unknown(_ word: String, _ option: String, _ allowed: [String]) -> String {
        let near = Spelling.nearest(to: word, in: allowed).map { "bedoelt u \($0)? Kies" } ?? "kies"
        return "--\(option) kent ‘\(word)’ niet; \(near) uit: \(allowed.joined(separator: ", "))"
    }

    /// The ages that `--leeftijd` states.
    static func ages(_ invocation: Invocation, _ search: Search) throws(Failure) -> [AgeRange] {
        var found: [AgeRange] = []
        for stated in invocation.values("leeftijd") { found += try ages(stated, search) }
        return found
    }

    private static func ages(_ stated: String, _ search: Search) throws(Failure) -> [AgeRange] {
        let ages = try orFail { () throws(SnapshotError) in try search.read(stated) }.ages
        guard !ages.isEmpty else {
            throw Failure(
                .usage, "--leeftijd begrijpt ‘\(stated)’ niet; schrijf bijvoorbeeld 7, 4-12, \"18 maanden\", \"vanaf 8\" of peuter")
        }
        return ages
    }

    private static func levels(_ words: [String], _ search: Search) throws(Failure) -> LevelSets {
        var sets = LevelSets(instrument: 0, intervention: 0)
        var allowed: [String] = []
        var known: [String] = []
        for kind in Kind.allCases {
            let levels = try orFail { () throws(SnapshotError) in try search.snapshot.levels(of: kind) }
            for (place, level) in levels.enumerated() {
                if !allowed.contains(level.id) { allowed.append(level.id) }
                known += [level.id, level.name]
                guard words.contains(level.id) || words.contains(level.name) else { continue }
                switch kind {
                case .instrument: sets.instrument |= 1 << UInt64(place)
                case .intervention: sets.intervention |= 1 << UInt64(place)
                }
            }
        }
        for word in words where !known.contains(word) { throw Failure(.usage, unknown(word, "niveau", allowed)) }
        return sets
    }
}

extension [Reading] {
    /// Tells what an option asks for, in place of what words said of the same facet.
    fileprivate mutating func replace(_ facet: String, by values: [String], from option: String) {
        removeAll { $0.facet == facet }
        for value in values { append(Reading(words: option, facet: facet, value: value)) }
    }

    /// Tells what an option excludes, also where words asked for it.
    fileprivate mutating func exclude(_ facet: String, _ values: [String], from option: String) {
        removeAll { $0.facet == facet && values.contains($0.value) }
        for value in values { append(Reading(words: option, facet: "niet", value: value)) }
    }
}
