extension Spelling {
    /// A folded word as it is heard: what Dutch writes in more than one way is written in one here, so that a word spelt by ear is the word itself.
    ///
    /// g and ch, k and c, s and z, f and v, ei and ij, ou and au, t and d at the end, and one letter for two.
    public static func sound(_ word: [UInt8]) -> [UInt8] {
        var sound: [UInt8] = []
        sound.reserveCapacity(word.count)
        var index = 0
        while index < word.count {
            let (heard, size) = heard(in: word, at: index)
            if sound.last != heard { sound.append(heard) }
            index += size
        }
        return sound
    }

    /// The sound that begins at a letter, and how many letters write it.
    private static func heard(in word: [UInt8], at index: Int) -> (sound: UInt8, size: Int) {
        let last = word.count - 1
        let next = index < last ? word[index + 1] : 0
        switch (word[index], next) {
        case (UInt8(ascii: "c"), UInt8(ascii: "h")): return (UInt8(ascii: "g"), 2)
        case (UInt8(ascii: "c"), UInt8(ascii: "e")), (UInt8(ascii: "c"), UInt8(ascii: "i")), (UInt8(ascii: "z"), _):
            return (UInt8(ascii: "s"), 1)
        case (UInt8(ascii: "c"), _): return (UInt8(ascii: "k"), 1)
        case (UInt8(ascii: "v"), _): return (UInt8(ascii: "f"), 1)
        case (UInt8(ascii: "p"), UInt8(ascii: "h")): return (UInt8(ascii: "f"), 2)
        case (UInt8(ascii: "t"), UInt8(ascii: "h")): return (UInt8(ascii: "t"), 2)
        case (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "i"), UInt8(ascii: "j")): return (UInt8(ascii: "y"), 2)
        case (UInt8(ascii: "a"), UInt8(ascii: "u")): return (UInt8(ascii: "o"), 1)
        case (UInt8(ascii: "d"), UInt8(ascii: "t")) where index + 1 == last: return (UInt8(ascii: "t"), 2)
        case (UInt8(ascii: "d"), _) where index == last: return (UInt8(ascii: "t"), 1)
        default: return (word[index], 1)
        }
    }
}
