/// The words of a text as the index knows them: the same for the catalogue's texts and for questions.
public enum Analysis {
    /// Stands before a concept in the index, so that no word is taken for one.
    public static let conceptMark: UInt8 = 0x23

    /// The index's term for a topic of the vocabulary.
    public static func concept(_ topic: Int32) -> [UInt8] { [conceptMark] + Array(String(topic).utf8) }

    /// The topic of the vocabulary that a term of the index is for; nil when the term is a word.
    public static func topic(ofTerm term: [UInt8]) -> UInt32? {
        guard term.first == conceptMark else { return nil }
        return term.dropFirst().reduce(0) { $0 &* 10 &+ UInt32($1 &- UInt8(ascii: "0")) }
    }
}
