import Catalog
import Language
import Storage

/// A piece of a question: one phrase or pattern of the vocabulary, or one token that is in none.
struct Piece {
    /// The tokens of a phrase; of a pattern, whose words may stand apart, the first.
    var range: Range<Int>
    var effects: [Effect]
    /// How it was recognised.
    var match = Reading.Match.exact
    /// The tokens of a pattern.
    var tokens: [Int] = []

    /// Whether only the beginning of a word was recognised.
    var isPrefix: Bool { match == .compound }

    func has(_ facet: Effect.Facet) -> Bool { effects.contains { $0.facet == facet } }

    /// The first value of the first effect of this facet.
    func value(_ facet: Effect.Facet) -> Int32? { effects.first { $0.facet == facet }?.first }

    /// Whether it is a phrase of the vocabulary, rather than a word that only begins as one does.
    var isWhole: Bool { !effects.isEmpty && !isPrefix }

    /// Whether it says nothing but what is spoken of.
    var isTopic: Bool { !effects.isEmpty && effects.allSatisfy { $0.facet == .topic } }

    /// Whether a pattern that only says what is spoken of may stand beside it: it names no tool, group or condition.
    var isBeside: Bool {
        effects.allSatisfy { effect in
            switch effect.facet {
            case .topic, .filler, .person, .age, .number, .adjective: true
            default: false
            }
        }
    }

    /// Whether both name a form, a setting, a target group, or whom something is aimed at.
    func isOf(_ other: Piece) -> Bool {
        effects.contains { effect in
            switch effect.facet {
            case .form, .setting, .targetGroup, .aimedAt: other.has(effect.facet)
            default: false
            }
        }
    }

    var person: Person? { value(.person).flatMap { Person(rawValue: UInt32(truncatingIfNeeded: $0)) } }

    /// Whether it only joins others: “met een”, “van de”.
    var isLink: Bool { has(.filler) || effects.isEmpty }
}

/// A question, cut into tokens and pieces.
struct Words {
    let text: String
    let tokens: [Token]
    let keys: [[UInt8]]
    /// Whether a token has been understood as part of a name, an age or a phrase.
    var used: [Bool]
    /// Whether a word that a pattern took names a child of a child.
    var tellsOfGrandchild = false
    /// In the order of their tokens.
    var pieces: [Piece] = []

    /// What was read as another word.
    let corrections: [Speller.Correction]

    /// The words of a text as they are typed.
    init(_ text: String) { self.init(text, tokens: Tokenizer.tokens(text), corrections: []) }

    /// The words of a text as they were meant.
    init(_ text: String, _ snapshot: Snapshot, _ lexicon: Lexicon) throws(SnapshotError) {
        let (tokens, corrections) = try Speller.read(text, snapshot, lexicon)
        self.init(text, tokens: tokens, corrections: corrections)
    }

    private init(_ text: String, tokens: [Token], corrections: [Speller.Correction]) {
        self.text = text
        self.tokens = tokens
        self.corrections = corrections
        keys = tokens.map { PhraseKey.word($0) }
        used = [Bool](repeating: false, count: tokens.count)
    }

    /// Cuts what is not yet used into pieces: by patterns first, which say most, and then by the longest phrases. A pattern that only says what is spoken
    /// of takes no word that says more.
    mutating func cut(by lexicon: Lexicon, _ patterns: [Patterns.Match] = []) throws(SnapshotError) {
        var taken = [Bool](repeating: false, count: tokens.count)
        var kept: [Piece] = []
        for pattern in patterns where !pattern.isTopic {
            guard let first = pattern.tokens.first, !pattern.tokens.contains(where: { used[$0] || taken[$0] }) else { continue }
            for token in pattern.tokens { taken[token] = true }
            let effects = try pattern.effects + ages(of: pattern, by: lexicon)
            kept.append(Piece(range: first..<first + 1, effects: effects, tokens: pattern.tokens))
        }
        var index = 0
        while index < tokens.count {
            if taken[index], let piece = kept.first(where: { $0.range.lowerBound == index }) { pieces.append(piece) }
            guard !used[index], !taken[index] else {
                index += 1
                continue
            }
            let end = tokens.indices[index...].first { used[$0] || taken[$0] }
            if let match = try lexicon.match(tokens, keys: keys, at: index, before: end) {
                pieces.append(Piece(range: index..<index + match.count, effects: match.effects, match: Reading.Match(match.form)))
                index += match.count
            } else {
                pieces.append(Piece(range: index..<index + 1, effects: []))
                index += 1
            }
        }
        for pattern in patterns where pattern.isTopic { add(topic: pattern) }
    }

    /// Makes one piece of the words of a pattern that say no more than what is spoken of; the others stay what they are.
    private mutating func add(topic pattern: Patterns.Match) {
        guard !pattern.tokens.contains(where: { used[$0] }) else { return }
        var own: [Int] = []
        for token in pattern.tokens {
            guard let piece = piece(at: token), piece.tokens.isEmpty, piece.isBeside else { return }
            if piece.isTopic || piece.isLink { own.append(token) }
        }
        guard let first = own.first else { return }
        var rest: [Piece] = []
        for piece in pieces {
            guard piece.tokens.isEmpty, piece.range.contains(where: { own.contains($0) }) else {
                rest.append(piece)
                continue
            }
            for token in piece.range {
                if token == first {
                    rest.append(Piece(range: token..<token + 1, effects: pattern.effects, tokens: own))
                } else if !own.contains(token) {
                    rest.append(Piece(range: token..<token + 1, effects: []))
                }
            }
        }
        pieces = rest
    }

    /// The ages that words of a pattern say by themselves, when the pattern says none: “kleuter”.
    private mutating func ages(of pattern: Patterns.Match, by lexicon: Lexicon) throws(SnapshotError) -> [Effect] {
        if pattern.effects.contains(where: { $0.facet == .age || $0.facet == .notice }) { return [] }
        let grandchild = Int32(Person.grandchild.rawValue)
        var ages: [Effect] = []
        for token in pattern.tokens {
            guard let match = try lexicon.match(tokens, keys: keys, at: token, before: token + 1) else { continue }
            ages += match.effects.filter { $0.facet == .age }
            if match.effects.contains(where: { $0.facet == .person && $0.first == grandchild }) { tellsOfGrandchild = true }
        }
        return ages
    }

    /// The piece that a token belongs to.
    func piece(at token: Int) -> Piece? {
        let place = pieces.indices.partitioningIndex { pieces[$0].range.upperBound <= token }
        return place < pieces.count && pieces[place].range.contains(token) ? pieces[place] : nil
    }

    /// The words of a piece as they were typed; “…” stands for what a pattern leaves between them.
    func text(of piece: Piece) -> String {
        guard let first = piece.tokens.first else { return text(of: piece.range) }
        var text = ""
        var last = first - 1
        for token in piece.tokens {
            if !text.isEmpty { text += token == last + 1 ? " " : " … " }
            text += self.text(of: token..<token + 1)
            last = token
        }
        return text
    }

    /// The words of the question as they were typed.
    func text(of range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let utf8 = text.utf8
        let lower = utf8.index(utf8.startIndex, offsetBy: tokens[first].range.lowerBound)
        let upper = utf8.index(utf8.startIndex, offsetBy: tokens[last].range.upperBound)
        return String(decoding: utf8[lower..<upper], as: UTF8.self)
    }

    /// Typed words with the words that were read instead; nil when none of them was mistyped.
    func corrected(_ typed: String) -> String? {
        guard !corrections.isEmpty else { return nil }
        var tokens = Tokenizer.tokens(typed).map { $0.folded }[...]
        var read = ""
        var isCorrected = false
        while let first = tokens.first {
            if !read.isEmpty { read += " " }
            if let correction = corrections.first(where: { tokens.starts(with: $0.typed) }) {
                read += correction.meant
                tokens = tokens.dropFirst(correction.typed.count)
                isCorrected = true
            } else {
                read += String(decoding: first, as: UTF8.self)
                tokens = tokens.dropFirst()
            }
        }
        return isCorrected ? read : nil
    }

    /// Whether a token follows the one before without a comma or the end of a sentence between them.
    func follows(_ index: Int) -> Bool {
        switch tokens[index].gap {
        case .comma, .stop, .start: false
        case .nothing, .space, .hyphen: true
        }
    }

    /// Whether a token is this word.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let folded = tokens[index].folded
        guard folded.count == word.utf8CodeUnitCount else { return false }
        for offset in folded.indices where folded[offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether a token is one of these words.
    func isWord(_ index: Int, in words: [StaticString]) -> Bool {
        for word in words where isWord(index, word) { return true }
        return false
    }

    /// Whether a token has these letters somewhere: “stiefmoeder” has “moeder”.
    func holds(_ index: Int, _ letters: String) -> Bool {
        let folded = tokens[index].folded
        let wanted = Array(letters.utf8)
        guard folded.count >= wanted.count else { return false }
        for start in 0...(folded.count - wanted.count) where folded[start..<start + wanted.count].elementsEqual(wanted) { return true }
        return false
    }

    /// Whether a token begins as this word does.
    func begins(_ index: Int, _ word: StaticString) -> Bool {
        guard tokens.indices.contains(index), tokens[index].folded.count >= word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount where tokens[index].folded[offset] != word.utf8Start[offset] { return false }
        return true
    }
}
