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

    /// Phrases and beginnings of words, with the records that they lead to.
    public init(phrases: StringTable, prefixes: StringTable, effects: Bytes) {
        self.phrases = phrases
        self.prefixes = prefixes
        self.effects = effects
    }

    /// The phrases of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        phrases = StringTable(rows: try snapshot.section(.phrases), texts: try snapshot.section(.phraseTexts))
        prefixes = StringTable(rows: try snapshot.section(.prefixes), texts: try snapshot.section(.prefixTexts))
        effects = try snapshot.section(.effects)
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
        if let best { return best }
        let word = tokens[start].folded
        guard tokens[start].isWord, word.count >= 4 else { return nil }
        for size in stride(from: word.count, through: 4, by: -1) {
            if let row = try prefixes.find(Array(word[..<size])) {
                return Match(count: 1, effects: try list(at: row.first), form: .beginning)
            }
        }
        return nil
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

    private func isFiller(_ token: Token) throws(SnapshotError) -> Bool {
        guard let row = try phrases.find([PhraseKey.writtenMark] + token.folded) else { return false }
        return try list(at: row.first).contains { $0.facet == .filler }
    }

    /// What a single stem means; nil when no phrase is that stem.
    public func effects(ofStem stem: [UInt8]) throws(SnapshotError) -> [Effect]? {
        guard let row = try phrases.find(stem) else { return nil }
        return try list(at: row.first)
    }

    /// What a mistyped word means: the nearest word of the vocabulary that begins with the same letter.
    /// - Parameter word: a folded word that no phrase holds.
    public func effects(ofMisspelt word: [UInt8]) throws(SnapshotError) -> [Effect]? {
        guard word.count >= 6 else { return nil }
        let written = try nearest(to: [PhraseKey.writtenMark] + word, mark: 1)
        let stem = try nearest(to: Stemmer.stem(word), mark: 0)
        guard let nearest = [written, stem].compactMap({ $0 }).min(by: { $0.distance < $1.distance }) else { return nil }
        return try list(at: nearest.offset)
    }

    /// The nearest key that is one word and begins as another does.
    /// - Parameters:
    ///   - key: a key of the table of phrases.
    ///   - mark: how many bytes stand before its letters.
    private func nearest(to key: [UInt8], mark: Int) throws(SnapshotError) -> (offset: UInt32, distance: Int)? {
        let letters = Spelling.letters(Array(key.dropFirst(mark)))
        let beginning = Array(key.prefix(mark + 1))
        var limit = Spelling.tolerance(forLength: key.count - mark)
        var nearest: (offset: UInt32, distance: Int)?
        var row = try phrases.lowerBound(beginning)
        while row < phrases.count, limit > 0 {
            let text = try phrases.text(row)
            guard try text.begins(with: beginning) else { break }
            let values = try phrases.values(row)
            if abs(Int(text.count) - key.count) <= limit, (values.second ^ letters).nonzeroBitCount <= 2 * limit,
                let distance = Spelling.distance(key, Array(text.base), limit: limit)
            {
                nearest = (values.first, distance)
                limit = distance - 1
            }
            row += 1
        }
        return nearest
    }

    private func list(at offset: UInt32) throws(SnapshotError) -> [Effect] {
        var reader = ArchiveReader(effects, at: offset)
        var list: [Effect] = []
        try reader.items(&list)
        return list
    }
}
