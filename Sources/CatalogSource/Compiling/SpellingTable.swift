import Language
import Search
import Storage

/// The words that typing errors are corrected to, see `Speller`.
struct SpellingTable {
    /// Shorter names are looked for by `NameFinder`, which knows what else is asked.
    private static let shortestName = 6

    private var words: Set<[UInt8]> = []

    /// The words of all phrases and patterns that say something, and names that are one word.
    init(_ data: CatalogData) {
        let vocabulary = data.vocabulary
        for tool in data.tools {
            for name in [tool.name] + tool.aliases where Tokenizer.tokens(name).count == 1 && name.utf8.count >= SpellingTable.shortestName
            {
                add(wordsOf: name)
            }
        }
        for entry in vocabulary.phrases {
            let saysSomething = entry.effects.contains { $0.facet != .filler && $0.facet != .harmless }
            for phrase in entry.phrases where saysSomething { add(phrase) }
        }
        for wordClass in vocabulary.classes { for word in wordClass.words { add(word) } }
        for unit in Speller.units { add(unit) }
    }

    private mutating func add(_ phrase: String) {
        guard let pattern = PatternSyntax(phrase) else { return add(wordsOf: phrase) }
        for slot in pattern.slots { if case .words(let words) = slot { for word in words { add(wordsOf: word) } } }
    }

    /// Beginnings of words are no words.
    private mutating func add(wordsOf phrase: String) {
        guard !phrase.hasSuffix("*") else { return }
        for token in Tokenizer.tokens(phrase) where token.isWord && token.folded.count >= Speller.shortest {
            if token.folded.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { words.insert(token.folded) }
        }
    }

    func write(into sections: inout Sections) throws(SnapshotError) {
        var table = TableBuilder()
        for word in words {
            let sound = Spelling.sound(word)
            table.add(word, Speller.place(of: sound[0], size: sound.count), 0)
        }
        try table.write(.spellings, .spellingTexts, inOrderOfFirst: true, into: &sections)
    }
}
