import BuiltInCatalog
import Catalog
import Language
import Search
import Testing

/// What holds for every question, over the whole catalogue.
@Suite("Properties of search")
struct PropertyTests {
    private let search: Search
    private let tools: [Tool]

    init() throws {
        let search = Search(try BuiltInCatalog.snapshot())
        self.search = search
        tools = try (0..<search.snapshot.toolCount).map { try search.snapshot.tool($0) }
    }

    private func answer(_ question: Question) throws -> Answer { try search.answer(question, limit: .max) }
    private func answer(_ text: String) throws -> Answer { try answer(search.read(text)) }
    /// What fits; what only comes near is no answer to compare.
    private func ids(_ answer: Answer) -> [String] { answer.results.filter { !$0.isNear }.map { $0.tool.id } }

    // MARK: The same question, otherwise written

    @Test("the same question always gives the same order", arguments: Questions.varied)
    func sameOrder(question: String) throws {
        let first = try ids(answer(question))
        let second = try ids(PropertyTests().answer(question))
        #expect(first == second)
    }

    @Test("case, accents, punctuation and doubled spaces change neither the reading nor the order", arguments: Questions.varied)
    func sameReading(question: String) throws {
        let meaning = try Meaning(search.read(question))
        let order = try ids(answer(question))
        for variant in Variant.allCases {
            let written = variant.write(question)
            let read = try search.read(written)
            #expect(Meaning(read) == meaning, "\(written)")
            let found = try ids(answer(read))
            #expect(found == order, "\(written)")
        }
    }

    @Test("the order of keywords, and what separates them, changes neither the reading nor the order", arguments: Questions.keywords)
    func keywordOrder(keywords: [String]) throws {
        let question = keywords.joined(separator: " ")
        let meaning = try Meaning(search.read(question))
        let order = try ids(answer(question))
        for words in permutations(of: keywords) {
            for separator in [" ", ", ", "; "] {
                let written = words.joined(separator: separator)
                let read = try search.read(written)
                #expect(Meaning(read) == meaning, "\(written)")
                let found = try ids(answer(read))
                #expect(found == order, "\(written)")
            }
        }
    }

    private func permutations(of words: [String]) -> [[String]] {
        guard words.count > 1 else { return [words] }
        return words.indices.flatMap { index in
            var rest = words
            let word = rest.remove(at: index)
            return permutations(of: rest).map { [word] + $0 }
        }
    }

    // MARK: Ages

    @Test("a narrower age adds no tool, and none whose stated age does not overlap", arguments: Questions.varied)
    func narrowerAge(text: String) throws {
        var question = try search.read(text)
        guard question.names.isEmpty else { return }
        for (wide, narrow) in Questions.narrowerAges {
            question.ages = [wide]
            let all = try answer(question)
            question.ages = [narrow]
            let some = try answer(question)
            guard all.dropped == nil, some.dropped == nil else { continue }
            let added = Set(ids(some)).subtracting(ids(all))
            #expect(added.isEmpty, "\(wide.inMonths), \(narrow.inMonths)")
            for tool in some.results.map({ $0.tool }) where !tool.ages.isEmpty {
                #expect(tool.ages.contains { $0.overlap(narrow) > 0 }, "\(tool.id) for \(narrow.inMonths)")
            }
        }
    }

    // MARK: Names

    @Test("every tool is first, or among the tools of that name, for its name, abbreviation, id and aliases")
    func ownNames() throws {
        var bearers: [[UInt8]: Set<String>] = [:]
        for tool in tools {
            for name in names(of: tool) { bearers[letters(name), default: []].insert(tool.id) }
        }
        for tool in tools {
            for name in names(of: tool) {
                let equals = bearers[letters(name), default: []]
                let first = try ids(answer(name)).prefix(equals.count)
                #expect(Set(first) == equals, "“\(name)” of \(tool.id): \(first)")
            }
        }
    }

    @Test("a misspelt name still finds its tool: one letter left out in the middle of a long name")
    func misspeltNames() throws {
        var count = 0
        var lost: [String] = []
        for tool in tools {
            let name = Array(tool.name)
            guard name.count >= 10, name.allSatisfy({ $0.isLetter || $0 == " " }), name[name.count / 2] != " " else { continue }
            let misspelt = String(name[..<(name.count / 2)] + name[(name.count / 2 + 1)...])
            count += 1
            if try !ids(answer(misspelt)).prefix(2).contains(tool.id) { lost.append(misspelt) }
        }
        #expect(count >= 50)
        #expect(lost.count * 33 <= count, "\(lost) of \(count)")
    }

    private func names(of tool: Tool) -> [String] {
        [tool.name, tool.id] + [tool.abbreviation].compactMap { $0 } + tool.aliases
    }

    private func letters(_ name: String) -> [UInt8] { Folding.letters(name) }

    @Test("a tool that the source lists as both kinds is found as both")
    func bothKinds() throws {
        for question in ["GIZ", "GIZ-methodiek", "gezamenlijk inschatten van zorgbehoeften"] {
            let found = try Set(ids(answer(question)))
            #expect(found == ["giz-methodiek", "giz-methodiek-signalering"], "\(question)")
        }
        let samen = try Set(ids(answer("SamenStarten")).prefix(2))
        #expect(samen == ["samenstarten", "samenstarten-dmo"])
    }

    @Test(
        "a name that looks like another's is not taken for it",
        arguments: [("MIM-NL", "mim-nl"), ("JIM", "jim"), ("KOA", "koa"), ("VGO", "vgo")])
    func looksLike(name: String, tool: String) throws {
        #expect(try Asked(name).names == [tool])
        #expect(try ids(answer(name)) == [tool])
        for other in tools where other.id != tool {
            for otherName in names(of: other) {
                let called = try Asked(otherName).names
                #expect(!called.contains(tool), "“\(otherName)” of \(other.id)")
            }
        }
    }

    @Test(
        "“MIM” and “MIM-NL”, “NOSI” and “NOSIK” are each a tool of its own",
        arguments: [("MIM", "mim"), ("NOSI", "nosi"), ("NOSIK", "nosik")])
    func near(name: String, tool: String) throws { #expect(try Asked(name).names == [tool]) }

    // MARK: Facets

    @Test("a question made of what a tool states finds it", arguments: Kind.allCases)
    func statedFacets(kind: Kind) throws {
        let groups = try search.snapshot.items(.targetGroups, as: TargetGroup.self)
        for tool in tools where tool.kind == kind {
            for group in groups where tool.targetGroups.contains(group.id) {
                for name in [group.short, group.name] {
                    for age in tool.ages.map({ $0.stated }) + [""] {
                        let question = "\(kind.name) \(name) \(age)"
                        let found = try ids(answer(question))
                        #expect(found.contains(tool.id), "\(question): \(tool.id)")
                    }
                }
            }
        }
    }

    @Test("a printed age is read as the catalogue states it")
    func printedAges() throws {
        for tool in tools {
            for age in tool.ages where age.stated.contains(where: { $0.isNumber }) && age.place == nil {
                let read = try search.read(age.stated).ages
                #expect(read.contains { $0.overlap(age) > 0 }, "\(tool.id): \(age.stated), \(age.inMonths), \(read.map { $0.inMonths })")
            }
        }
    }

    @Test("what options require holds for every result", arguments: Questions.general)
    func requirements(text: String) throws {
        try forEachTerm(of: .forms) { try expectRequired(text, $0, \.forms, .form, $1) }
        try forEachTerm(of: .settings) { try expectRequired(text, $0, \.settings, .setting, $1) }
        try forEachTerm(of: .aimedAt) { try expectRequired(text, $0, \.aimedAt, .aimedAt, $1) }
    }

    /// Every term of a list, with the set of it alone.
    private func forEachTerm(of list: Snapshot.Section, _ expect: (Term, UInt64) throws -> Void) throws {
        let terms = try search.snapshot.items(list, as: Term.self)
        try #require(!terms.isEmpty)
        for (place, term) in terms.enumerated() { try expect(term, 1 << UInt64(place)) }
    }

    private func expectRequired(
        _ text: String, _ term: Term, _ terms: KeyPath<Tool, [String]>, _ facet: Facet, _ set: UInt64
    ) throws {
        var question = try search.read(text)
        question.required[facet] = set
        let answer = try answer(question)
        guard answer.dropped == nil else { return }
        // A user that the source names by a word for many may stand for the setting.
        #expect(
            answer.results.allSatisfy { result in
                let tool = tools[Int(result.index)]
                return (tool[keyPath: terms] + (terms == \.settings ? tool.settingsBroad : [])).contains(term.id)
            }, "\(text), \(term.id)")
    }

    @Test("a required level holds for every result", arguments: Kind.allCases)
    func requiredLevels(kind: Kind) throws {
        for (place, level) in try search.snapshot.levels(of: kind).enumerated() {
            var question = Question()
            question.kind = kind
            question.required[.level] = 1 << UInt64(place) | 1 << UInt64(32 + place)
            let answer = try answer(question)
            guard answer.dropped == nil else { continue }
            let wanted = tools.filter { $0.kind == kind && $0.evidence.level == level.id }
            #expect(Set(ids(answer)) == Set(wanted.map { $0.id }))
        }
    }

    @Test("what options exclude holds for every result", arguments: Questions.general)
    func exclusions(text: String) throws {
        try forEachTerm(of: .forms) { try expectExcluded(text, $0, \.forms, .form, $1) }
        try forEachTerm(of: .settings) { try expectExcluded(text, $0, \.settings, .setting, $1) }
        try forEachTerm(of: .aimedAt) { try expectExcluded(text, $0, \.aimedAt, .aimedAt, $1) }
        try forEachTerm(of: .groupTerms) { try expectExcluded(text, $0, \.targetGroups, .group, $1) }
    }

    private func expectExcluded(
        _ text: String, _ term: Term, _ terms: KeyPath<Tool, [String]>, _ facet: Facet, _ set: UInt64
    ) throws {
        var question = try search.read(text)
        question.excluded[facet] = set
        let answer = try answer(question)
        guard answer.dropped == nil else { return }
        #expect(answer.results.allSatisfy { !tools[Int($0.index)][keyPath: terms].contains(term.id) }, "\(text), \(term.id)")
    }

    @Test("an excluded kind is not among the results", arguments: Kind.allCases)
    func excludedKind(kind: Kind) throws {
        for text in Questions.general {
            var question = try search.read(text)
            question.excluded[.kind] = 1 << UInt64(kind.rawValue)
            let answer = try answer(question)
            guard answer.dropped == nil else { continue }
            #expect(answer.results.allSatisfy { $0.tool.kind != kind }, "\(text)")
        }
    }

    @Test("a named kind and named groups are kept to", arguments: Questions.varied)
    func facetsKept(text: String) throws {
        let question = try search.read(text)
        let answer = try answer(question)
        guard answer.dropped == nil else { return }
        for result in answer.results where !question.names.contains(result.index) {
            if let kind = question.kind, !question.kindIsImplied { #expect(result.tool.kind == kind, "\(result.tool.id)") }
            guard question[.group] != 0 else { continue }
            let served = result.tool.targetGroups + result.tool.alsoServes.map { $0.targetGroup }
            let asked = try search.ids(question[.group], of: .group)
            #expect(served.contains { asked.contains($0) }, "\(result.tool.id)")
        }
    }

    @Test("a limit keeps the best of each kind", arguments: Questions.varied)
    func limit(text: String) throws {
        let question = try search.read(text)
        let all = try answer(question)
        let some = try search.answer(question, limit: 3)
        for kind in Kind.allCases {
            let best = all.results.filter { $0.tool.kind == kind }.prefix(3).map { $0.tool.id }
            let found = some.results.filter { $0.tool.kind == kind }.map { $0.tool.id }
            #expect(found == best)
        }
        #expect(all.total == some.total)
    }
}

/// What a question was understood to mean, without the words it was read from.
struct Meaning: Equatable {
    private var sets: [FacetSets]
    private var ages: [String]
    private var names: [UInt32]
    private var topics: [[UInt8]: UInt32]
    private var scopes: [UInt32]
    private var notices: [UInt32]
    private var wantsSignals: Bool

    init(_ question: Question) {
        let excluded = question.excluded
        // What is implied is none of it, but for the kind.
        var asked = question.asked
        asked[.kind] |= question.implied[.kind]
        asked[.population] = 0
        sets = [asked, excluded.sets]
        ages = question.ages.map { $0.inMonths }.sorted()
        names = question.names.sorted()
        topics = Dictionary(question.topics.map { ($0.term, $0.weight) }) { first, _ in first }
        scopes = question.scopes.sorted()
        notices = question.notices.sorted()
        wantsSignals = question.wantsSignals
    }
}

/// Another way to write a question that means the same.
enum Variant: CaseIterable {
    case upperCase, lowerCase, accents, accentsApart, doubledSpaces, padded, tabs, quoted, questionMark, exclamation, stops, brackets

    func write(_ question: String) -> String {
        switch self {
        case .upperCase: question.uppercased()
        case .lowerCase: question.lowercased()
        case .accents: String(question.map { Variant.accented[$0] ?? $0 })
        case .accentsApart: String(question.flatMap { "aeiou".contains($0) ? [$0, "\u{301}"] : [$0] })
        case .doubledSpaces: question.split(separator: " ").joined(separator: "   ")
        case .padded: "  \(question)  "
        case .tabs: question.split(separator: " ").joined(separator: "\t")
        case .quoted: "“\(question)”"
        case .questionMark: question + "?"
        case .exclamation: question + "!"
        case .stops: question + " ..."
        case .brackets: "(\(question))"
        }
    }

    private static let accented: [Character: Character] = ["a": "á", "e": "ë", "i": "ï", "o": "ö", "u": "ü"]
}

/// Questions of all sorts.
enum Questions {
    static let varied = [
        "KOPP 4-12 signalering", "interventies armoede", "LVB ouders signaleren", "jonge mantelzorger 10 jaar vragenlijst",
        "18 jaar overgang volwassenheid instrument", "migratieachtergrond oudercursus", "eenoudergezin signalering",
        "baby 0-1 moeder depressie interventie", "kind van 9 met een vader die drinkt, wat kan ik inzetten",
        "moeder met een licht verstandelijke beperking heeft hulp nodig bij de opvoeding",
        "gezin met schulden, hoe breng ik de situatie in kaart",
        "onveilige hechting peuter observeren", "stress bij ouders meten", "overbelasting mantelzorger", "instrument voor de leerkracht",
        "huisarts schulden bespreken", "bewezen effectieve interventies KOPP", "online cursus KOPP jongeren 16-25",
        "Meisje van 7, moeder heeft borderline, welk lijstje kan ik gebruiken", "geldzorgen zwanger", "tienermoeder zonder netwerk",
        "puber met een vader die gokt", "kleuters van alleenstaande moeders", "statushouders opvoeden",
        "jongere van 17 gaat uit de jeugdhulp, wie begeleidt hem", "kind zorgt voor zijn zieke moeder", "broertje met autisme",
        "veerkracht van kinderen versterken", "sociaal netwerk in kaart brengen", "trauma screenen bij een kind van 8",
        "maatje voor een kind", "huisbezoek bij jonge gezinnen", "video-opnames ouder en baby", "praatplaat", "cotan beoordeeld hechting",
        "erkende interventie 0-4 jaar", "vragenlijst voor jongeren zelf 12-18", "cursus voor ouders, niet online",
        "hulp zonder groep voor KOPP",
        "kinderen van 3 en 9, vader is verslaafd", "18 maanden hechting", "ouder dan 12 mantelzorg", "tot 5 jaar armoede",
        "groep 8 mantelzorgtaken", "brugklas pesten", "kindermishandeling signaleren", "meisje van 15 snijdt zichzelf", "vechtscheiding",
        "wat kost een oudertraining", "vluchtelingenkinderen", "niet pluis gevoel", "welke signalen zijn er bij armoede", "SDQ",
        "tripple p",
        "NOSI stress", "signs of safety", "OCMW leefloon gezin", "CLB jonge mantelzorgers", "zelfredzaamheid", "spelen met je kind",
        "hechting", "xyzzy", "",
    ]

    /// Questions that leave much open.
    static let general = ["", "KOPP", "armoede interventie", "hechting", "signalering 4-12", "mantelzorg"]

    static let keywords: [[String]] = [
        ["KOPP", "4-12", "signalering"], ["armoede", "interventie", "peuter"], ["moeder depressie", "baby 0-1", "interventie"],
        ["hechting", "observeren", "18 maanden"], ["jonge mantelzorger", "10 jaar", "vragenlijst"], ["online", "KOPP", "16-25"],
        ["eenouder", "schulden", "huisarts"], ["goed onderbouwd", "KOPP", "0-4 jaar"], ["migratie", "opvoedcursus", "vanaf 4"],
        ["leerkracht", "mantelzorg", "basisschool"], ["armoede", "KOPP", "eenouder", "8 t/m 12"], ["huisbezoek", "zwanger", "schulden"],
        ["lvb ouders", "screening", "2 jaar"], ["18-/18+", "begeleiding", "vanaf 16 jaar"], ["opvoedstress", "meten", "peuter"],
        ["niet online", "KOPP", "12-18"], ["zonder groep", "armoede", "hulp"], ["lotgenotengroep", "KOPP", "8-12"],
        ["SDQ", "KOPP", "4-12"],
    ]

    static let narrowerAges: [(wide: AgeRange, narrow: AgeRange)] = [
        (AgeRange(from: 48, to: 156), AgeRange(from: 96, to: 156)), (AgeRange(from: 96, to: 156), AgeRange(from: 108, to: 120)),
        (AgeRange(from: 0, to: 60), AgeRange(from: 18, to: 19)), (AgeRange(from: nil, to: 60), AgeRange(from: 24, to: 36)),
        (AgeRange(from: 96, to: nil), AgeRange(from: 144, to: 156)), (AgeRange(from: 144, to: 312), AgeRange(from: 192, to: 216)),
        (AgeRange(from: -9, to: 24), AgeRange(from: -9, to: 0)),
    ]
}
