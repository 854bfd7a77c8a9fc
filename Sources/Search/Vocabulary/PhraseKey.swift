import Language

/// How a phrase is found: by its words as they are written, or else by their stems. A trailing `*` means: any word that begins so.
/// A phrase that begins with `~` or `>` is a `Pattern` instead.
public struct PhraseKey: Sendable {
    /// The words, folded.
    public let written: [[UInt8]]
    /// The words, stemmed.
    public let stems: [[UInt8]]
    /// Whether it stands for any word that begins so.
    public let isPrefix: Bool

    /// Stands before a phrase that is found as it is written, so that it is not taken for stems.
    static let writtenMark: UInt8 = 0x3D

    /// The key of a phrase of the vocabulary.
    public init(_ phrase: String) {
        isPrefix = phrase.hasSuffix("*")
        let tokens = Tokenizer.tokens(phrase)
        written = tokens.map { $0.folded }
        stems = tokens.map { PhraseKey.word($0) }
    }

    /// What a token is looked up by when it is not found as written.
    public static func word(_ token: Token) -> [UInt8] {
        token.isWord ? Stemmer.stem(token.folded) : token.folded
    }

    /// The key of the phrase as written; of a beginning of a word, the letters.
    public var writtenKey: [UInt8] { isPrefix ? written.first ?? [] : [PhraseKey.writtenMark] + Array(written.joined(separator: [0x20])) }

    /// The key of the phrase's stems.
    public var stemKey: [UInt8] { Array(stems.joined(separator: [0x20])) }
}
