import Catalog
import Language
import Storage

/// Reads the words of a question as they were meant, before anything else is read: words written apart that are one, abbreviations with stops, and typing
/// errors. A word that is Dutch or that the catalogue knows stays as it is.
public struct Speller {
    /// Words that were read as another.
    public struct Correction: Sendable, Equatable {
        /// The words as typed, folded.
        public var typed: [[UInt8]]
        /// The word that was read.
        public var meant: String

        /// The words as typed, as text.
        public var words: String {
            var text = ""
            for word in typed { text += (text.isEmpty ? "" : " ") + String(decoding: word, as: UTF8.self) }
            return text
        }
    }

    /// Words by which `AgeReader` knows an age, besides those of the vocabulary.
    public static let units = ["jaar", "jaren", "maand", "maanden", "week", "weken", "jarig", "jarige"]
    /// No word of fewer letters is corrected, and none is a correction.
    public static let shortest = 4

    private let lexicon: Lexicon
    private let patterns: Patterns
    private let index, spellings: StringTable
    private let dutch: DutchWords
    private var corrections: [Correction] = []

    private init(_ snapshot: Snapshot, _ lexicon: Lexicon) throws(SnapshotError) {
        self.lexicon = lexicon
        patterns = try Patterns(snapshot)
        index = StringTable(rows: try snapshot.section(.terms), texts: try snapshot.section(.termTexts))
        spellings = StringTable(rows: try snapshot.section(.spellings), texts: try snapshot.section(.spellingTexts))
        dutch = try DutchWords(snapshot)
    }

    /// The tokens of a text, each with the word that was meant, and what was read as another.
    public static func read(
        _ text: String, _ snapshot: Snapshot, _ lexicon: Lexicon
    ) throws(SnapshotError) -> (tokens: [Token], corrections: [Correction]) {
        var speller = try Speller(snapshot, lexicon)
        let typed = joinedInitials(Tokenizer.tokens(text), in: text)
        var known: [Bool] = []
        known.reserveCapacity(typed.count)
        for token in typed { known.append(try speller.isKnown(token)) }
        var tokens: [Token] = []
        tokens.reserveCapacity(typed.count)
        var place = 0
        while place < typed.count {
            if let joined = try speller.joined(typed, at: place, known) {
                tokens.append(joined)
                place += 2
            } else {
                tokens.append(known[place] ? typed[place] : try speller.corrected(typed[place]))
                place += 1
            }
        }
        return (tokens, speller.corrections)
    }

    // MARK: What is known

    /// Whether a token is left as it is: no word, or a word of the vocabulary or of the catalogue's texts.
    private func isKnown(_ token: Token) throws(SnapshotError) -> Bool {
        guard Speller.isWholeWord(token) else { return true }
        if try lexicon.isPhrase(token) { return true }
        if try patterns.holds(token.folded) { return true }
        return try index.find(PhraseKey.word(token)) != nil
    }

    /// Whether a token has letters only, and enough of them.
    private static func isWholeWord(_ token: Token) -> Bool {
        token.isWord && token.folded.count >= shortest && token.folded.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }

    // MARK: Typing errors

    private mutating func corrected(_ token: Token) throws(SnapshotError) -> Token {
        guard let meant = try nearest(to: token.folded), try dutch.sort(of: token.folded) == nil else { return token }
        corrections.append(Correction(typed: [token.folded], meant: String(decoding: meant, as: UTF8.self)))
        return Token(form: .word, gap: token.gap, folded: meant, range: token.range)
    }

    /// How near a word is: by ear or letter by letter, whichever is nearer; and then letter by letter.
    private struct Nearness: Comparable {
        var least, written: Int

        static func < (first: Nearness, second: Nearness) -> Bool {
            first.least != second.least ? first.least < second.least : first.written < second.written
        }
    }

    /// - Returns: nil when the words are farther apart than the limit.
    private static func nearness(of word: [UInt8], _ sound: [UInt8], to other: [UInt8], limit: Int) -> Nearness? {
        let written = Spelling.distance(word, other, limit: limit + 3) ?? limit + 4
        let least = min(Spelling.distance(sound, Spelling.sound(other), limit: limit) ?? written, written)
        // Of a short word one letter is much: it may be left out, doubled or swapped, but not be another.
        let isOther = word.count < 6 && least > 0 && other.count == word.count && !isSwap(word, other)
        return least <= limit && !isOther ? Nearness(least: least, written: written) : nil
    }

    /// The word of the catalogue that is nearest; nil when none is near, or when it cannot be told which of two is meant.
    /// - Parameter word: a folded word that the catalogue does not know; nil as well when it turns out to be a word of some phrase.
    private func nearest(to word: [UInt8]) throws(SnapshotError) -> [UInt8]? {
        let sound = Spelling.sound(word)
        let letters = Spelling.letters(sound)
        let limit = max(1, min(3, word.count / 6))
        var best: (word: [UInt8], nearness: Nearness, isSure: Bool)?
        for row in try rows(from: sound, limit: limit) {
            let other = Array(try spellings.text(row).base)
            // One letter mistyped can change two sounds: “leerkravht”.
            guard (Spelling.letters(Spelling.sound(other)) ^ letters).nonzeroBitCount <= 2 * limit + 2 else { continue }
            if other == word { return nil }
            guard let nearness = Speller.nearness(of: word, sound, to: other, limit: limit) else { continue }
            if let known = best {
                guard nearness < known.nearness else {
                    if nearness == known.nearness, try !isSame(other, known.word) { best?.isSure = false }
                    continue
                }
            }
            best = (other, nearness, true)
        }
        return best.flatMap { $0.isSure ? $0.word : nil }
    }

    /// Whether it makes no difference which of two words is meant.
    private func isSame(_ first: [UInt8], _ second: [UInt8]) throws(SnapshotError) -> Bool {
        if Stemmer.stem(first) == Stemmer.stem(second) { return true }
        guard let meaning = try lexicon.entry(ofWritten: first) else { return false }
        return try lexicon.entry(ofWritten: second) == meaning
    }

    /// Whether two words have the same letters.
    private static func isSwap(_ first: [UInt8], _ second: [UInt8]) -> Bool { first.sorted() == second.sorted() }

    /// The rows of words that begin with the same sound and are about as long.
    private func rows(from sound: [UInt8], limit: Int) throws(SnapshotError) -> Range<UInt32> {
        guard sound.count >= 2 else { return 0..<0 }
        let shortest = Speller.place(of: sound[0], size: max(1, sound.count - limit))
        return try row(from: shortest)..<(try row(from: Speller.place(of: sound[0], size: sound.count + limit) + 1))
    }

    private func row(from place: UInt32) throws(SnapshotError) -> UInt32 {
        try (0..<spellings.count).partitioningIndex { (row) throws(SnapshotError) in try spellings.values(row).first < place }
    }

    /// What the words of `spellings` are ordered by: the first sound, then how many there are.
    public static func place(of sound: UInt8, size: Int) -> UInt32 { UInt32(sound) << 8 | UInt32(min(size, 255)) }

    // MARK: Words written apart

    /// “mantel zorger” as one word, when that is a word of the vocabulary and the two side by side are not.
    private mutating func joined(_ tokens: [Token], at place: Int, _ known: [Bool]) throws(SnapshotError) -> Token? {
        guard place + 1 < tokens.count, case .space = tokens[place + 1].gap else { return nil }
        let (first, second) = (tokens[place], tokens[place + 1])
        guard first.isWord, second.isWord, first.folded.count >= 3, second.folded.count >= 3 else { return nil }
        let joined = Token(
            form: .word, gap: first.gap, folded: first.folded + second.folded, range: first.range.lowerBound..<second.range.upperBound)
        guard joined.folded.count >= 8, try lexicon.isPhrase(joined), try !isJoining(first, second), try !isJoining(second, first) else {
            return nil
        }
        if let phrase = try lexicon.match([first, second], keys: [PhraseKey.word(first), PhraseKey.word(second)], at: 0), phrase.count == 2
        {
            return nil
        }
        corrections.append(Correction(typed: [first.folded, second.folded], meant: String(decoding: joined.folded, as: UTF8.self)))
        return joined
    }

    /// Whether a word only joins one that has a meaning of its own to others: “voor lezen”.
    private func isJoining(_ word: Token, _ other: Token) throws(SnapshotError) -> Bool {
        guard try lexicon.isFiller(word) else { return false }
        return try lexicon.isPhrase(other)
    }

    // MARK: Abbreviations

    /// “A.D.H.D.” as one word.
    private static func joinedInitials(_ tokens: [Token], in text: String) -> [Token] {
        guard tokens.indices.contains(where: { goesOn(tokens, at: $0) }) else { return tokens }
        var result: [Token] = []
        for place in tokens.indices {
            if goesOn(tokens, at: place), let last = result.last {
                let range = last.range.lowerBound..<tokens[place].range.upperBound
                result[result.count - 1] = Token(form: .word, gap: last.gap, folded: last.folded + tokens[place].folded, range: range)
            } else {
                let followsOne = place > 0 && goesOn(tokens, at: place - 1) && !beginsSentence(tokens[place], in: text)
                let gap = followsOne ? Token.Gap.space : tokens[place].gap
                result.append(Token(form: tokens[place].form, gap: gap, folded: tokens[place].folded, range: tokens[place].range))
            }
        }
        return result
    }

    /// Whether a letter and the one before it have one stop between them and nothing else.
    private static func goesOn(_ tokens: [Token], at place: Int) -> Bool {
        guard place > 0, case .stop = tokens[place].gap else { return false }
        let before = tokens[place - 1]
        return tokens[place].isWord && before.isWord && tokens[place].folded.count == 1 && before.folded.count == 1
            && tokens[place].range.lowerBound == before.range.upperBound + 1
    }

    private static func beginsSentence(_ token: Token, in text: String) -> Bool {
        let utf8 = text.utf8
        return (0x41...0x5A).contains(utf8[utf8.index(utf8.startIndex, offsetBy: token.range.lowerBound)])
    }
}
