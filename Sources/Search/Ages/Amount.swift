import Catalog
import Language

/// The unit of an age.
enum AgeUnit {
    case years, months, weeks, days

    /// A number of twelfths of this unit, in months.
    func months(_ twelfths: Int32) -> Int32 {
        switch self {
        case .years: twelfths
        case .months: twelfths / 12
        case .weeks: twelfths / 52
        case .days: twelfths / 365
        }
    }

    /// The first month after an age: a whole number of years lasts twelve months, “1,5 jaar” is 18 months old.
    func end(_ twelfths: Int32) -> Int32 { months(twelfths) + (self == .years && twelfths % 12 == 0 ? 12 : 1) }
}

/// A figure that may be an age: a number, its unit, and the months beyond the years.
struct Amount {
    /// The tokens that say it.
    var range: Range<Int>
    /// In twelfths of the unit.
    var twelfths: Int32
    var unit: AgeUnit?
    /// The months of “4 jaar en 3 maanden”, “4;3”.
    var beyond: Int32?
    /// Whether it is written in letters.
    var isInLetters = false
    /// Whether the words name the child as well: “8-jarige”.
    var namesChild = false

    /// Its first month, if its unit is not stated in this one.
    func first(_ shared: AgeUnit) -> Int32 { (unit ?? shared).months(twelfths) + (beyond ?? 0) }

    /// The first month after it.
    func end(_ shared: AgeUnit) -> Int32 { beyond == nil ? (unit ?? shared).end(twelfths) : first(shared) + 1 }
}

extension Amount {
    /// The same amount, seen together with the words before it.
    init(_ amount: Amount, from start: Int) {
        self = amount
        range = start..<amount.range.upperBound
    }
}

extension AgeReader {
    /// A number that no phrase and no name has taken.
    struct Number {
        var twelfths: Int32
        var isInLetters = false
        /// The unit that is part of the same word: “achtjarige”.
        var unit: AgeUnit?
    }

    /// The number at a token.
    func number(_ index: Int) -> Number? {
        guard words.tokens.indices.contains(index), !words.used[index] else { return nil }
        if let piece = words.piece(at: index), piece.range.count > 1 && !piece.has(.filler) || piece.has(.targetGroup) {
            // “Bijna 18” names a group, and says how old.
            guard index > piece.range.lowerBound, words.isWord(index - 1, in: AgeSurroundings.ahead) else { return nil }
        }
        let token = words.tokens[index]
        if let twelfths = token.twelfths { return hangsOnWord(index) ? nil : Number(twelfths: twelfths) }
        if let twelfths = NumberWord.value(token.folded) { return Number(twelfths: twelfths, isInLetters: true) }
        if let twelfths = NumberWord.years(token.folded) { return Number(twelfths: twelfths, isInLetters: true, unit: .years) }
        return nil
    }

    /// “CRIES-13”, “DSM-5”: a number that hangs on a word is part of its name.
    private func hangsOnWord(_ index: Int) -> Bool {
        guard isHyphen(index), index > 0, words.tokens[index - 1].isWord,
            words.tokens[index].range.lowerBound - words.tokens[index - 1].range.upperBound == 1
        else { return false }
        return !words.isWord(index - 1, in: ["van", "tot", "m", "vanaf", "leeftijd"]) && unit(at: index - 1) == nil
    }

    /// A number with its unit, as far as that is said beside it.
    func amount(at index: Int) -> Amount? {
        guard let number = number(index) else { return one(at: index) }
        var amount = Amount(range: index..<index + 1, twelfths: number.twelfths, unit: number.unit, isInLetters: number.isInLetters)
        if number.unit != nil {
            amount.namesChild = words.tokens[index].folded.last != 0x67
            return amount
        }
        var end = index + 1
        if let half = half(at: end, after: number.twelfths) {
            amount.twelfths += 6
            end = half
        } else if let months = monthsAfterSemicolon(index) {
            (amount.unit, amount.beyond) = (.years, months)
            end += 1
            if unit(at: end) == .years { end += 1 }
        }
        if amount.unit == nil, let unit = unit(at: end) {
            amount.unit = unit
            amount.namesChild = words.begins(end, "jarige")
            end += 1
            (end, amount.beyond) = beyond(at: end, amount, from: index)
        }
        // Without a year after it, “half” is no number: “half Nederland”.
        if amount.unit != .years, amount.isInLetters, amount.twelfths == 6 { return nil }
        amount.range = index..<end
        return amount
    }

    /// “Kind van een jaar”, “een week oud”; elsewhere “een” is an article.
    private func one(at index: Int) -> Amount? {
        guard words.isWord(index, in: ["een", "n"]), !words.used[index], let unit = unit(at: index + 1) else { return nil }
        let isAge = words.isWord(index + 2, in: ["oud", "oude"]) || (words.isWord(index - 1, "van") && person(before: index - 1) == .child)
        guard isAge, !words.isWord(index + 2, "of") else { return nil }
        return Amount(range: index..<index + 2, twelfths: 12, unit: unit)
    }

    /// The end of the half in “2 ½”, “2 1/2”, “twee en een half”.
    private func half(at index: Int, after twelfths: Int32) -> Int? {
        guard twelfths % 12 == 0, words.tokens.indices.contains(index) else { return nil }
        if words.tokens[index].twelfths == 6 { return index + 1 }
        if words.tokens[index].twelfths == 12, words.byte(words.tokens[index].range.upperBound) == 0x2F, index + 1 < words.tokens.count,
            words.tokens[index + 1].twelfths == 24, words.tokens[index].gap == .space
        {
            return index + 2
        }
        guard words.isWord(index, "en") else { return nil }
        let next = words.isWord(index + 1, in: ["een", "n"]) ? index + 2 : index + 1
        return words.isWord(next, in: ["half", "halve", "halfjarige", "halfjarig"]) ? next + 1 : nil
    }

    /// The months of “7;3”, as tests write an age.
    private func monthsAfterSemicolon(_ index: Int) -> Int32? {
        let end = words.tokens[index].range.upperBound
        // “1;2;3” is a list.
        guard words.byte(end) == 0x3B, words.byte(words.tokens[index].range.lowerBound - 1) != 0x3B, index + 1 < words.tokens.count,
            words.tokens[index + 1].range.lowerBound == end + 1,
            let twelfths = words.tokens[index + 1].twelfths, twelfths % 12 == 0, twelfths < 12 * 12,
            words.byte(words.tokens[index + 1].range.upperBound) != 0x3B
        else { return nil }
        return twelfths / 12
    }

    /// The months of “6 jaar en 3 maanden”, “3j9m”, unless these are the ages of two children; weeks beyond months are dropped.
    private func beyond(at end: Int, _ amount: Amount, from start: Int) -> (Int, Int32?) {
        guard let unit = amount.unit, amount.twelfths % 12 == 0, !amount.namesChild else { return (end, nil) }
        var next = end
        if words.isWord(next, "en") { next += 1 }
        if unit == .years, words.isWord(words.isWord(next, "een") ? next + 1 : next, "half"), next > end {
            return (words.isWord(next, "een") ? next + 2 : next + 1, 6)
        }
        guard let value = words.tokens.indices.contains(next) ? words.tokens[next].twelfths : nil, value % 12 == 0,
            let smaller = self.unit(at: next + 1)
        else { return (end, nil) }
        switch (unit, smaller) {
        case (.years, .months) where value < 12 * 12 && !speaksOfSeveral(before: start): return (next + 2, value / 12)
        case (.years, .weeks) where next > end && value < 53 * 12: return (next + 2, value / 52)
        case (.months, .weeks) where value < 5 * 12, (.months, .days) where value < 32 * 12: return (next + 2, nil)
        case (.weeks, .days) where value < 7 * 12: return (next + 2, nil)
        default: return (end, nil)
        }
    }

    /// “kinderen van 2 jaar en 8 maanden” are two children.
    private func speaksOfSeveral(before start: Int) -> Bool {
        for index in [start - 2, start - 1] where isPlural(index) && words.piece(at: index)?.person == .child { return true }
        return false
    }

    /// The unit at a token.
    func unit(at index: Int) -> AgeUnit? {
        guard words.tokens.indices.contains(index), words.tokens[index].isWord else { return nil }
        let word = words.tokens[index].folded
        if word.count == 1 {
            // “9m”; apart only at the end: “8 m adhd” is “met”.
            guard isGlued(index) || (index > 0 && words.tokens[index - 1].twelfths != nil && endsClause(index)) else { return nil }
            switch word[0] {
            case 0x6A: return .years
            case 0x6D: return .months
            case 0x77: return .weeks
            case 0x64: return .days
            default: return nil
            }
        }
        return AgeUnitWord.unit(word)
    }

    // MARK: Signs

    /// Whether a token is joined to the one before by a hyphen or a slash.
    func isHyphen(_ index: Int) -> Bool { words.tokens.indices.contains(index) && words.tokens[index].gap == .hyphen }

    /// Whether nothing stands between a word and the number before it.
    func isGlued(_ index: Int) -> Bool {
        guard index > 0, words.tokens.indices.contains(index), words.tokens[index].isWord else { return false }
        return words.tokens[index].gap == .nothing && words.tokens[index - 1].twelfths != nil
    }

    /// Whether nothing of the same clause follows a token.
    func endsClause(_ index: Int) -> Bool {
        guard index + 1 < words.tokens.count else { return true }
        if words.tokens[index + 1].twelfths != nil { return words.tokens[index + 1].gap != .hyphen }
        return !words.follows(index + 1) || words.isWord(index + 1, in: ["oud", "oude", "en"])
            || words.byte(words.tokens[index].range.upperBound) == 0x29
    }
}

extension Words {
    /// The byte of the text at an offset; nil outside of it.
    func byte(_ offset: Int) -> UInt8? {
        guard offset >= 0, offset < text.utf8.count else { return nil }
        return text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: offset)]
    }
}
