/// Words that Dutch writes as one.
public enum Compound {
    /// The two words of a compound, as they are written: *opvoedings·stress*.
    /// - Parameters:
    ///   - word: the compound, folded.
    ///   - isKnown: whether a part of it is a word.
    public static func parts<Failure: Error>(
        of word: [UInt8], isKnown: ([UInt8]) throws(Failure) -> Bool
    ) throws(Failure) -> (modifier: [UInt8], head: [UInt8])? {
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
