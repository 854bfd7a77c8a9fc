import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    static var all: [Option] {
        [
            Option("soort", .choice(Kind.allCases.map { $0.id }), help: "Alleen instrumenten of alleen interventies."),
            Option("doelgroep", .text("DOELGROEP"), repeats: true, help: "Alleen deze doelgroep, bijvoorbeeld kopp-kov. Mag vaker."),
            Option(
                "leeftijd", .text("LEEFTIJD"), repeats: true,
                help: "De leeftijd van het kind: 7, 4-12, \"18 maanden\", \"vanaf 8\". Mag vaker."),
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
        if let kind = invocation.value("soort") { question.kind = Kind(id: kind) }
        if let kind = invocation.value("niet-soort") { question.excluded.kind = Kind(id: kind) }
        if let set = try set(invocation, "doelgroep", lists.groups) { question.groups = set }
        if let set = try set(invocation, "gericht-op", lists.aimedAt) { question.required.aimedAt = set }
        if let set = try set(invocation, "vorm", lists.forms) { question.required.forms = set }
        if let set = try set(invocation, "setting", lists.settings) { question.required.settings = set }
        if let set = try set(invocation, "niet-doelgroep", lists.groups) { question.excluded.groups |= set }
        if let set = try set(invocation, "niet-gericht-op", lists.aimedAt) { question.excluded.aimedAt |= set }
        if let set = try set(invocation, "niet-vorm", lists.forms) { question.excluded.forms |= set }
        if let set = try set(invocation, "niet-setting", lists.settings) { question.excluded.settings |= set }
        if invocation.has("leeftijd") {
            question.ages = []
            for stated in invocation.values("leeftijd") { question.ages += try ages(stated, search) }
        }
        if invocation.has("niveau") { question.required.levels = try levels(invocation.values("niveau"), search) }
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
        let near = Spelling.nearest(to: word, in: allowed).map { "; bedoelt u \($0)?" } ?? ""
        return "--\(option) kent ‘\(word)’ niet\(near) Kies uit: \(allowed.joined(separator: ", "))"
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
        for kind in Kind.allCases {
            let levels = try orFail { () throws(SnapshotError) in try search.snapshot.levels(of: kind) }
            for (place, level) in levels.enumerated() {
                if !allowed.contains(level.id) { allowed.append(level.id) }
                guard words.contains(level.id) || words.contains(level.name) else { continue }
                switch kind {
                case .instrument: sets.instrument |= 1 << UInt64(place)
                case .intervention: sets.intervention |= 1 << UInt64(place)
                }
            }
        }
        for word in words where !allowed.contains(word) && sets.instrument | sets.intervention == 0 {
            throw Failure(.usage, unknown(word, "niveau", allowed))
        }
        return sets
    }
}
