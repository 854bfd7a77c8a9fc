/// Where a Dutch word may be broken.
package enum Syllables {
    /// How many letters may stand before the hyphen: the last place up to `limit` where a syllable begins.
    ///
    /// A syllable begins with the consonant before a vowel, and with *ch*, *sch* and, behind a consonant, *st* whole. Where none does, the word is cut as it comes.
    static func cut(_ word: [Character], notAfter limit: Int) -> Int {
        let letters = word.map { Character($0.lowercased().first.map { String($0) } ?? "-") }
        // Two letters alone look like a mistake.
        guard limit < word.count, limit >= 3 else { return limit }
        for place in stride(from: min(limit, word.count - 3), through: 3, by: -1) where begins(letters, at: place) { return place }
        // Behind a sign is a good place too: “en/of”.
        return word[..<limit].lastIndex { !$0.isLetter && !$0.isNumber }.map { $0 + 1 } ?? limit
    }

    private static func begins(_ letters: [Character], at place: Int) -> Bool {
        var first = place
        // “onder-steunen”, but “fees-ten”.
        let hasConsonant = letters[place - 1].isLetter && !isVowel(letters, place - 1)
        if letters[place] == "s", place + 1 < letters.count, letters[place + 1] == "t", hasConsonant { first += 1 }
        if letters[place] == "t", letters[place - 1] == "s", place > 1, !isVowel(letters, place - 2) { return false }
        while first + 1 < letters.count, !isVowel(letters, first + 1) {
            // Only ch and sch begin a syllable with more than one consonant here.
            let next = String(letters[first...(first + 1)])
            guard next == "ch" || next == "sc" else { return false }
            first += 1
        }
        guard first + 1 < letters.count, letters[place...first].allSatisfy({ $0.isLetter }), !isVowel(letters, place) else { return false }
        // “s-ch” and “c-h” are one.
        let before = letters[place - 1]
        return before.isLetter && !(letters[place] == "h" && before == "c") && !(letters[place] == "c" && before == "s")
    }

    /// “j” after “i” belongs to the vowel.
    private static func isVowel(_ letters: [Character], _ place: Int) -> Bool {
        if letters[place] == "j", place > 0, letters[place - 1] == "i" { return true }
        return "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(letters[place])
    }
}
