import Catalog
import Language
import Storage

/// The phrases of the vocabulary, found in a text by the longest match.
public struct Lexicon: Sendable {
    /// A phrase found.
    public struct Match: Sendable {
        /// How many tokens it took.
        public let count: Int
        /// What the phrase means.
        public let effects: [Effect]
        /// How much of it was recognised.
        public let form: Form
    }

    /// How a phrase was recognised: as it is written, by its stems, or only the beginning of a word.
    public enum Form: Sendable { case written, stems, beginning }

    /// No phrase has more words.
    public static let longestPhrase = 7

    private let phrases: StringTable
    private let prefixes: StringTable
    private let effects: Bytes
    private let dutch: DutchWords

    /// Phrases and beginnings of words, with the records that they lead to, and the words that are no form of them.
    public init(phrases: StringTable, prefixes: StringTable, effects: Bytes, dutch: DutchWords) {
        self.phrases = phrases
        self.prefixes = prefixes
        self.effects = effects
        self.dutch = dutch
    }

    /// The phrases of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        phrases = StringTable(rows: try snapshot.section(.phrases), texts: try snapshot.section(.phraseTexts))
        prefixes = StringTable(rows: try snapshot.section(.prefixes), texts: try snapshot.section(.prefixTexts))
        effects = try snapshot.section(.effects)
        dutch = try DutchWords(snapshot)
    }

    /// The longest phrase that begins at a token.
    /// - Parameters:
    ///   - tokens: the text.
    ///   - keys: what each token is looked up by, see `PhraseKey.word(_:)`.
    ///   - start: where the phrase is to begin.
    ///   - end: the first token that it may not take; nil for none.
    public func match(
        _ tokens: [Token], keys: [[UInt8]], at start: Int, before end: Int? = nil
    ) throws(SnapshotError) -> Match? {
        // Word by word, as long as some phrase goes on so; a phrase crosses no comma and no end of a sentence.
        var written = Trail([PhraseKey.writtenMark])
        var stems = Trail([])
        var best: Match?
        for index in start..<min(start + Lexicon.longestPhrase, end ?? tokens.count) {
            let before = (written, stems)
            if index > start {
                if case .stop = tokens[index].gap { break }
                if case .comma = tokens[index].gap, tokens[index].isWord { break }
                written.text.append(0x20)
                stems.text.append(0x20)
            }
            let asWritten = try follow(&written, with: tokens[index].folded)
            let asStems = try follow(&stems, with: keys[index])
            if let offset = asWritten ?? asStems {
                let effects = try list(at: offset)
                let splitsAge = index > start && effects.contains { $0.facet == .age } && beginsAge(tokens, at: index)
                if !splitsAge { best = Match(count: index - start + 1, effects: effects, form: asWritten != nil ? .written : .stems) }
            }
            if !written.goesOn, !stems.goesOn {
                // “Verlaat straks het pleeggezin”: a word that carries nothing may stand within a phrase.
                // Not beside a figure, though: “zoon van 4 en dochter” has no four daughters.
                guard index > start, tokens[index - 1].isWord, index + 1 < tokens.count, tokens[index + 1].isWord,
                    try isFiller(tokens[index]),
                    try !isFiller(tokens[start])
                else { break }
                (written, stems) = before
            }
        }
        if let best { return best.count == 1 && best.form == .stems ? try judged(best, tokens[start]) : best }
        guard tokens[start].isWord, let effects = try effects(ofBeginning: tokens[start].folded) else { return nil }
        return try judged(Match(count: 1, effects: effects, form: .beginning), tokens[start])
    }

    /// A match of a word that is not written as the vocabulary has it, unless it is a Dutch word that means something else.
    private func judged(_ match: Match, _ token: Token) throws(SnapshotError) -> Match? {
        switch try dutch.sort(of: token.folded) {
        case .other: nil
        case .weak: Match(count: match.count, effects: match.effects.compactMap { $0.weakened }, form: match.form)
        case .word, nil: match
        }
    }

    /// Whether the number that ends a phrase belongs to an age: “groep 8-12” and “groep 8 jaar” are not the eighth year of school.
    private func beginsAge(_ tokens: [Token], at index: Int) -> Bool {
        guard tokens[index].twelfths != nil, index + 1 < tokens.count else { return false }
        var next = index + 1
        if case .hyphen = tokens[next].gap, tokens[next].twelfths != nil { return true }
        if tokens[next].folded.starts(with: "jaar".utf8) || tokens[next].folded.starts(with: "jarig".utf8) { return true }
        guard tokens[next].folded.first == 0x74 else { return false }
        let links = ["t", "m", "tm", "tot", "en", "met"]
        while next < tokens.count, links.contains(where: { tokens[next].folded.elementsEqual($0.utf8) }) { next += 1 }
        return next > index + 1 && next < tokens.count && tokens[next].twelfths != nil
    }

    /// What has been read of a phrase.
    private struct Trail {
        var text: [UInt8]
        /// Whether some phrase begins so.
        var goesOn = true
        init(_ text: [UInt8]) { self.text = text }
    }

    /// Adds a word to a trail.
    /// - Returns: where the effects of the phrase begin, if the trail is one.
    private func follow(_ trail: inout Trail, with word: [UInt8]) throws(SnapshotError) -> UInt32? {
        guard trail.goesOn else { return nil }
        trail.text += word
        let (offset, goesOn) = try phrases.follow(trail.text)
        trail.goesOn = goesOn
        return offset
    }

    /// Whether a word says nothing by itself.
    func isFiller(_ token: Token) throws(SnapshotError) -> Bool {
        guard let row = try phrases.find([PhraseKey.writtenMark] + token.folded) else { return false }
        return try list(at: row.first).contains { $0.facet == .filler }
    }

    /// What a single stem means; nil when no phrase is that stem.
    public func effects(ofStem stem: [UInt8]) throws(SnapshotError) -> [Effect]? {
        guard let row = try phrases.find(stem) else { return nil }
        return try list(at: row.first)
    }

    /// What a single word means as it is written; nil when no phrase is that word.
    /// - Parameter word: a folded word.
    public func effects(ofWritten word: [UInt8]) throws(SnapshotError) -> [Effect]? { try effects(ofStem: [PhraseKey.writtenMark] + word) }

    /// Where the meaning of a word as it is written stands: the same for words that mean the same.
    func entry(ofWritten word: [UInt8]) throws(SnapshotError) -> UInt32? { try phrases.find([PhraseKey.writtenMark] + word)?.first }

    /// Whether a word is a phrase, as it is written or in another form.
    public func isPhrase(_ token: Token) throws(SnapshotError) -> Bool {
        if try phrases.find([PhraseKey.writtenMark] + token.folded) != nil { return true }
        return try phrases.find(PhraseKey.word(token)) != nil
    }

    /// What the beginning of a word means: the longest that the vocabulary has.
    private func effects(ofBeginning word: [UInt8]) throws(SnapshotError) -> [Effect]? {
        guard word.count >= 4 else { return nil }
        for size in stride(from: word.count, through: 4, by: -1) {
            if let row = try prefixes.find(Array(word[..<size])) { return try list(at: row.first) }
        }
        return nil
    }

    private func list(at offset: UInt32) throws(SnapshotError) -> [Effect] {
        var reader = ArchiveReader(effects, at: offset)
        var list: [Effect] = []
        try reader.items(&list)
        return list
    }
}

extension Effect {
    /// What it may still mean when its word often means something else: it lifts, and shuts nothing out.
    var weakened: Effect? {
        switch facet {
        case .kind, .targetGroup: Effect(facet, first, 1)
        case .topic, .condition, .form, .setting, .aimedAt, .filler: self
        default: nil
        }
    }
}
