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

    /// The two words of a compound that the index knows neither whole nor as a phrase, as they are written: *opvoedings·stress*.
    /// - Parameters:
    ///   - word: the compound, folded.
    ///   - isKnown: whether a part of it is a word.
    public static func parts(
        ofCompound word: [UInt8], isKnown: ([UInt8]) throws(SnapshotError) -> Bool
    ) throws(SnapshotError) -> (modifier: [UInt8], head: [UInt8])? {
        guard word.count >= 8, word.count <= 40 else { return nil }
        // The longest head first: *gezins·hulpverlening* rather than *gezinshulp·verlening*.
        for cut in 4...(word.count - 4) {
            let head = Array(word[cut...])
            guard try isKnown(head) else { continue }
            for link in linkSizes(before: cut, in: word) {
                let modifier = Array(word[..<(cut - link)])
                if modifier.count >= 3, try isKnown(modifier) { return (modifier, head) }
            }
        }
        return nil
    }

    /// How many letters before `cut` may only join the two words: none, s, e, en.
    private static func linkSizes(before cut: Int, in word: [UInt8]) -> [Int] {
        var sizes = [0]
        if cut >= 5, word[cut - 1] == 0x73 || word[cut - 1] == 0x65 { sizes.append(1) }
        if cut >= 6, word[cut - 1] == 0x6E, word[cut - 2] == 0x65 { sizes.append(2) }
        return sizes
    }
}
