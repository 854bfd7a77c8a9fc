import Catalog

/// Which items of a guide somebody wants to see; what is empty asks for all.
public struct GuideQuestion: Sendable {
    /// Stems of the words asked for, without fillers.
    public var stems: [[UInt8]] = []
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

    /// The guide with the items that are meant; sections without any are left out.
    public func select(_ question: GuideQuestion, in guide: Guide) -> Guide {
        var selected = guide
        for place in selected.sections.indices {
            let section = selected.sections[place]
            // A section's title holds for its items: “sociaal” above “een steunend netwerk”.
            selected.sections[place].items = section.items.filter { item in
                question.fits(item) && contains(question.stems, in: "\(section.title) \(item.text)")
            }
        }
        selected.sections.removeAll { $0.items.isEmpty }
        return selected
    }

    /// Whether a text has at least half of the stems, whole or as the beginning of a longer word: few texts have every word of a question.
    public func contains(_ stems: [[UInt8]], in text: String) -> Bool {
        guard !stems.isEmpty else { return true }
        let words = Tokenizer.tokens(text).map { PhraseKey.word($0) }
        let found = stems.count { stem in words.contains { $0 == stem || stem.count >= 5 && $0.starts(with: stem) } }
        return found * 2 >= stems.count
    }
}
