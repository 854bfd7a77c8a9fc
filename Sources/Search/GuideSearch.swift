import Catalog
import Language
import Storage

/// Words by which parts of a text are chosen, understood as those of a question are: “huilen” also finds “verdrietig”.
public struct WantedWords: Sendable {
    /// The stems of the words.
    var stems: [[UInt8]] = []
    /// What the words mean, see `Search.meanings(of:)`.
    var meanings: [[UInt8]] = []
    /// The child's ages that the words tell, in months.
    public var ages: [AgeRange] = []

    /// None: everything is wanted.
    public init() {}

    /// Whether no word chooses anything.
    public var isEmpty: Bool { stems.isEmpty && meanings.isEmpty }
}

/// Which items of a guide somebody wants to see; what is empty asks for all.
public struct GuideQuestion: Sendable {
    /// The words asked for.
    public var words = WantedWords()
    /// Ids of target groups and of people.
    public var tags: [String] = []
    /// Ids of settings.
    public var settings: [String] = []
    /// The child's ages, in months.
    public var ages: [AgeRange] = []

    public init() {}

    /// Whether an item is meant: it is about all that was asked for, or says nothing of it.
    func fits(_ item: GuideItem) -> Bool {
        let people = Guide.people
        let itsPeople = item.tags.filter { people.contains($0) }
        let asked = tags.filter { people.contains($0) }
        if !asked.isEmpty, !itsPeople.isEmpty, !itsPeople.contains(where: { asked.contains($0) }) { return false }
        let groups = tags.filter { !people.contains($0) }
        if !groups.isEmpty, !item.tags.contains(where: { groups.contains($0) }) { return false }
        if !settings.isEmpty, !item.settings.isEmpty, !item.settings.contains(where: { settings.contains($0) }) { return false }
        return ages.isEmpty || item.ages.isEmpty || item.ages.contains { own in ages.contains { own.overlap($0) > 0 } }
    }
}

extension Search {
    /// The stems of a text's words that carry meaning.
    public func stems(of text: String) throws(SnapshotError) -> [[UInt8]] {
        var stems: [[UInt8]] = []
        let lexicon = try Lexicon(snapshot)
        for token in Tokenizer.tokens(text) where token.isWord && token.folded.count > 2 {
            let stem = PhraseKey.word(token)
            if let effects = try lexicon.effects(ofStem: stem), effects.contains(where: { $0.facet == .filler }) { continue }
            if !stems.contains(stem) { stems.append(stem) }
        }
        return stems
    }

    /// Words that choose parts of a text. Words that carry no meaning choose only where there are no others: “tijd”, “beginnen”.
    public func wanted(_ text: String) throws(SnapshotError) -> WantedWords {
        let read = try self.read(text)
        var wanted = WantedWords()
        wanted.meanings = meanings(of: read)
        wanted.ages = read.ages
        wanted.stems = try stems(of: text)
        guard wanted.isEmpty, wanted.ages.isEmpty else { return wanted }
        wanted.stems = Tokenizer.tokens(text).filter { $0.isWord && $0.folded.count > 2 }.map { PhraseKey.word($0) }
        return wanted
    }

    /// What a question is about beside its words, as keys: concepts of the vocabulary, target groups, and what parents ask about.
    private func meanings(of question: Question) -> [[UInt8]] {
        var meanings = question.topics.filter { $0.isMain && $0.term.first == Analysis.conceptMark }.map { $0.term }
        for place in 0..<UInt64(64) where question.allGroups >> place & 1 == 1 { meanings.append(Search.key("g", place)) }
        for subject in question.parenting { meanings.append(Search.key("p", UInt64(subject))) }
        return meanings
    }

    private static func key(_ mark: String, _ number: UInt64) -> [UInt8] { Array("\(mark)\(number)".utf8) }

    /// The guide with the items that are meant; sections without any are left out.
    public func select(_ question: GuideQuestion, in guide: Guide) throws(SnapshotError) -> Guide {
        let groups = try snapshot.items(.groupTerms, as: Term.self)
        var selected = guide
        for place in selected.sections.indices {
            let section = selected.sections[place]
            var items: [GuideItem] = []
            for item in section.items where question.fits(item) {
                let tagged = groups.indices.filter { item.tags.contains(groups[$0].id) }.map { Search.key("g", UInt64($0)) }
                // A section's name and title hold for its items: “sociaal” above “een steunend netwerk”.
                if try isAbout(question.words, "\(section.id). \(section.title). \(item.text)", alsoMeaning: tagged) { items.append(item) }
            }
            selected.sections[place].items = items
        }
        selected.sections.removeAll { $0.items.isEmpty }
        return selected
    }

    /// Whether a text has the words, or half of what they mean: few texts have all of a question.
    /// - Parameters:
    ///   - wanted: the words.
    ///   - text: the text.
    ///   - others: what the text is known to mean beside its words.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public func isAbout(_ wanted: WantedWords, _ text: String, alsoMeaning others: [[UInt8]] = []) throws(SnapshotError) -> Bool {
        if wanted.isEmpty { return true }
        let words = Tokenizer.tokens(text).map { PhraseKey.word($0) }
        let found = wanted.stems.count { stem in words.contains { $0 == stem || stem.count >= 5 && $0.starts(with: stem) } }
        guard !wanted.meanings.isEmpty else { return found * 2 >= wanted.stems.count }
        // What is understood is looked for as such, unless every word stands there.
        if !wanted.stems.isEmpty, found == wanted.stems.count { return true }
        let own = try meanings(of: text) + others
        return wanted.meanings.count { own.contains($0) } * 2 >= wanted.meanings.count
    }

    /// What the phrases of a text of the catalogue mean, as the keys of a question. There is nothing in it to correct or to guess.
    private func meanings(of text: String) throws(SnapshotError) -> [[UInt8]] {
        let lexicon = try Lexicon(snapshot)
        let tokens = Tokenizer.tokens(text)
        let keys = tokens.map { PhraseKey.word($0) }
        var meanings: [[UInt8]] = []
        var place = 0
        while place < tokens.count {
            let match = try lexicon.match(tokens, keys: keys, at: place)
            for effect in match?.effects ?? [] {
                guard let value = effect.first else { continue }
                switch effect.facet {
                case .topic: meanings.append(Analysis.concept(value))
                case .targetGroup: meanings.append(Search.key("g", UInt64(max(0, value))))
                case .parenting: meanings.append(Search.key("p", UInt64(max(0, value))))
                default: break
                }
            }
            place += match?.count ?? 1
        }
        return meanings
    }
}
