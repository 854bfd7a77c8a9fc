import Catalog

/// Finds the ages that a question states in figures.
///
/// The grammar of figures is code, because it is arithmetic; the names of phases of life (peuter, groep 8) are phrases of the vocabulary.
struct AgeReader {
    /// An age, and the tokens that say it.
    struct Found {
        var age: AgeRange
        var range: Range<Int>
        /// Whether it is the age of a parent, not of the child.
        var isParents = false
    }

    private enum Unit { case years, months, weeks }

    /// No child is older; a larger number is something else.
    private static let oldest: Int32 = 27

    private let words: Words
    private var found: [Found] = []

    /// All ages in figures, in order.
    static func ages(in words: Words) -> [Found] {
        var reader = AgeReader(words: words)
        reader.read()
        return reader.found
    }

    private init(words: Words) { self.words = words }

    private mutating func read() {
        var index = 0
        while index < words.tokens.count {
            if let next = other(at: index) ?? range(at: index) ?? single(at: index) { index = next } else { index += 1 }
        }
    }

    /// A number that no phrase and no name has taken; in twelfths.
    private func number(_ index: Int) -> Int32? {
        guard words.tokens.indices.contains(index), !words.used[index] else { return nil }
        if let piece = piece(at: index), piece.range.count > 1 || piece.has(.age) || piece.has(.targetGroup) { return nil }
        if let twelfths = words.tokens[index].twelfths {
            // “CRIES-13”, “DSM-5”: a number that hangs on a word is part of its name.
            if case .hyphen = words.tokens[index].gap, index > 0, words.tokens[index - 1].isWord,
                words.tokens[index].range.lowerBound - words.tokens[index - 1].range.upperBound == 1,
                !words.isWord(index - 1, in: ["van", "tot", "m", "vanaf"]), unit(at: index - 1) == nil
            {
                return nil
            }
            return twelfths
        }
        return piece(at: index)?.value(.number).map { $0 * 12 }
    }

    private func piece(at index: Int) -> Piece? { words.piece(at: index) }

    // MARK: What is no age

    /// The end of numbers that say how many or how long: “1 op de 3”, “3 jaar geleden”, “sinds 2 jaar”, “al 3 jaar depressief”.
    private func other(at index: Int) -> Int? {
        guard number(index) != nil else { return nil }
        if words.isWord(index + 1, "op"), words.isWord(index + 2, "de"), index + 3 < words.tokens.count,
            words.tokens[index + 3].twelfths != nil
        {
            return index + 4
        }
        guard unit(at: index + 1) != nil else { return nil }
        let next = index + 2
        let isPast = words.isWord(next, "geleden") || words.isWord(index - 1, in: ["sinds", "sedert"])
        return isPast || (words.isWord(index - 1, "al") && isLasting(before: next)) ? next : nil
    }

    /// Whether “al 3 jaar” says how long something has lasted; “hij is al 8 jaar” says how old he is.
    private func isLasting(before next: Int) -> Bool {
        if words.isWord(next, "oud") { return false }
        let follows = piece(at: next).map { $0.has(.condition) || $0.has(.targetGroup) } ?? false
        return follows || !words.isWord(next - 4, "is")
    }

    /// The unit at a token, and how many tokens it takes.
    private func unit(at index: Int) -> Unit? {
        guard words.tokens.indices.contains(index), words.tokens[index].isWord else { return nil }
        if words.isWord(index, in: ["jaar", "jr", "jaren", "j", "jrs"]) || words.begins(index, "jarig") { return .years }
        if words.isWord(index, in: ["mnd", "mnden", "mndn", "md"]) || words.begins(index, "maand") { return .months }
        if words.isWord(index, in: ["wk", "wkn", "weken", "week"]) { return .weeks }
        return nil
    }

    /// A number of twelfths of a unit, in months.
    private func months(_ twelfths: Int32, _ unit: Unit) -> Int32 {
        switch unit {
        case .years: twelfths
        case .months: twelfths / 12
        case .weeks: twelfths / 52
        }
    }

    /// The first month after an age: a whole number of years lasts twelve months, “1,5 jaar” is 18 months old.
    private func end(_ twelfths: Int32, _ unit: Unit) -> Int32 {
        switch unit {
        case .years: twelfths + (twelfths % 12 == 0 ? 12 : 1)
        case .months, .weeks: months(twelfths, unit) + 1
        }
    }

    // MARK: Two bounds

    /// “4-12”, “4 t/m 12 jaar”, “tussen 4 en 12”, “12 tot 36 maanden”.
    private mutating func range(at index: Int) -> Int? {
        guard let low = number(index) else { return nil }
        var next = index + 1
        let lowUnit = unit(at: next)
        if lowUnit != nil { next += 1 }
        guard let (link, high) = link(at: next, from: index), let upper = number(high) else { return nil }
        var end = high + 1
        let highUnit = unit(at: end)
        if highUnit != nil { end += 1 }
        let unit = highUnit ?? lowUnit ?? .years
        let from = months(low, lowUnit ?? unit)
        let to = link == .exclusive ? months(upper, unit) : self.end(upper, unit)
        guard from < to, months(upper, unit) <= 100 * 12 else { return nil }
        guard highUnit != nil || lowUnit != nil || (upper <= AgeReader.oldest * 12 && !isCounted(index..<end)) else { return nil }
        add(from, to, index..<end)
        return end
    }

    private enum Link { case inclusive, exclusive }

    /// What joins two bounds, and where the second one stands.
    private func link(at index: Int, from start: Int) -> (Link, Int)? {
        guard words.tokens.indices.contains(index) else { return nil }
        if case .hyphen = words.tokens[index].gap, words.tokens[index].twelfths != nil { return (.inclusive, index) }
        if words.isWord(index, "t"), words.isWord(index + 1, "m") { return (.inclusive, index + 2) }
        if words.isWord(index, "tm") || words.isWord(index, "a") || words.isWord(index, "tem") { return (.inclusive, index + 1) }
        if words.isWord(index, "tot") {
            if words.isWord(index + 1, "en"), words.isWord(index + 2, "met") { return (.inclusive, index + 3) }
            if words.isWord(index + 1, "aan") { return (.exclusive, index + 2) }
            return (.exclusive, index + 1)
        }
        if words.isWord(index, "en"), start > 0, words.isWord(start - 1, "tussen") || words.isWord(start - 2, "tussen") {
            return (.inclusive, index + 1)
        }
        return nil
    }

    // MARK: One bound, or one age

    private mutating func single(at index: Int) -> Int? {
        guard let value = number(index) else { return nil }
        var end = index + 1
        var stated = unit(at: end)
        if stated != nil { end += 1 } else { stated = sharedUnit(after: index) }
        let unit = stated ?? .years
        guard unit != .years || value <= AgeReader.oldest * 12 || stated != nil else { return nil }
        if let (from, to, range) = bounded(value, unit, index..<end) {
            if months(value, unit) > AgeReader.oldest * 12 { return nil }
            add(from, to, range)
            return range.upperBound
        }
        guard stated != nil || isPlausible(index) else { return nil }
        if stated == nil, isCounted(index..<end) || saysHowMany(index) { return nil }
        var beyond: Int32?
        if stated == .years, value % 12 == 0, let months = monthsBeyond(end) {
            beyond = months
            end += 3
        }
        if unit == .years, belongsToParent(index, value) {
            found.append(Found(age: AgeRange(from: value, to: value + 12), range: index..<end, isParents: true))
            return end
        }
        // The months of what is no age are none of their own.
        guard months(value, unit) <= AgeReader.oldest * 12 else { return beyond == nil ? nil : end }
        if let beyond {
            add(value + beyond, value + beyond + 1, index..<end)
            return end
        }
        if words.isWord(end, "oud") || words.isWord(end, "oude") { end += 1 }
        add(months(value, unit), self.end(value, unit), index..<end)
        return end
    }

    /// Whether a number without a unit counts children: “8 gezinnen”.
    private func saysHowMany(_ index: Int) -> Bool { words.isWord(index + 1, in: ["kinderen", "leerlingen", "jongeren", "gezinnen"]) }

    /// The months of “6 jaar en 3 maanden”, unless these are the ages of two children.
    private func monthsBeyond(_ end: Int) -> Int32? {
        guard words.isWord(end, "en"), unit(at: end + 2) == .months, let value = number(end + 1), value < 12 * 12 else { return nil }
        let isPlural = words.isWord(end - 4, "kinderen") || words.isWord(end - 3, "kinderen")
        return isPlural ? nil : value / 12
    }

    /// “3 en 9 jaar”, “3, 5 en 9 jaar”: the unit after the last holds for all.
    private func sharedUnit(after index: Int) -> Unit? {
        var next = index + 1
        // No family has more children; a text of nothing but numbers is not read to its end from each of them.
        let last = index + 2 * 12
        while next <= last, words.isWord(next, "en") || words.isWord(next, "of") || number(next) != nil {
            if number(next) != nil, let unit = unit(at: next + 1) { return unit }
            next += 1
        }
        return nil
    }

    /// “vanaf 8”, “tot 5”, “onder de 2”, “ouder dan 12”, “12+”, “> 12”.
    private func bounded(_ value: Int32, _ unit: Unit, _ range: Range<Int>) -> (Int32?, Int32?, Range<Int>)? {
        let bound = months(value, unit)
        var before = range.lowerBound - 1
        if words.isWord(before, "de") || words.isWord(before, "circa") || words.isWord(before, "ongeveer") { before -= 1 }
        if words.tokens.indices.contains(before) {
            if words.isWord(before, in: ["vanaf", "minstens", "minimaal"]) { return (bound, nil, before..<range.upperBound) }
            if words.isWord(before, "boven") { return (end(value, unit), nil, before..<range.upperBound) }
            if words.isWord(before, "dan"), words.isWord(before - 1, "ouder") { return (bound, nil, before - 1..<range.upperBound) }
            if words.isWord(before, "dan"), words.isWord(before - 1, "jonger") { return (nil, bound, before - 1..<range.upperBound) }
            if words.isWord(before, in: ["tot", "onder", "beneden", "voor"]),
                !words.isWord(before, "voor") || words.isWord(before + 1, "de")
            {
                return (nil, bound, before..<range.upperBound)
            }
            if words.isWord(before, "m"), words.isWord(before - 1, "t") { return (nil, end(value, unit), before - 1..<range.upperBound) }
            if words.isWord(before, "met"), words.isWord(before - 1, "en"), words.isWord(before - 2, "tot") {
                return (nil, end(value, unit), before - 2..<range.upperBound)
            }
            if case .sign = words.tokens[before].form {
                if words.isWord(before, "<") { return (nil, bound, before..<range.upperBound) }
                if words.isWord(before, "<=") { return (nil, end(value, unit), before..<range.upperBound) }
                if words.isWord(before, in: [">", ">="]) { return (bound, nil, before..<range.upperBound) }
            }
        }
        let after = range.upperBound
        if words.isWord(after, "+") || words.isWord(after, "plus") || words.isWord(after, "plussers") {
            return (bound, nil, range.lowerBound..<after + 1)
        }
        if words.isWord(after, "en"), words.isWord(after + 1, "ouder") { return (bound, nil, range.lowerBound..<after + 2) }
        if words.isWord(after, "of"), words.isWord(after + 1, "ouder") { return (bound, nil, range.lowerBound..<after + 2) }
        if words.isWord(after, "en"), words.isWord(after + 1, "jonger") { return (nil, end(value, unit), range.lowerBound..<after + 2) }
        if words.isWord(after, "of"), words.isWord(after + 1, "jonger") { return (nil, end(value, unit), range.lowerBound..<after + 2) }
        return nil
    }

    /// Whether a number without a unit stands where an age would.
    private func isPlausible(_ index: Int) -> Bool {
        guard words.tokens[index].twelfths != nil else {
            // A number in letters is an age only after “van”.
            return words.isWord(index - 1, "van") || words.isWord(index - 1, "en") && !found.isEmpty
        }
        return true
    }

    /// Whether a number counts something: children, a level, a version.
    private func isCounted(_ range: Range<Int>) -> Bool {
        for neighbour in [range.lowerBound - 1, range.upperBound] where piece(at: neighbour)?.has(.countable) == true { return true }
        // “niveau 4 en 5”
        if words.isWord(range.lowerBound - 1, "en"), range.lowerBound >= 3, words.tokens[range.lowerBound - 2].twelfths != nil,
            piece(at: range.lowerBound - 3)?.has(.countable) == true
        {
            return true
        }
        return false
    }

    /// Whether the nearest person before a number is a parent, and the number too high for a child that is only called by its parent.
    private func belongsToParent(_ index: Int, _ value: Int32) -> Bool {
        // A young parent is a youth too: her age is the child's.
        guard value >= 20 * 12 else { return false }
        for piece in words.pieces.reversed() where piece.range.upperBound <= index && index - piece.range.upperBound <= 3 {
            if let person = piece.person { return person == .parent }
        }
        return false
    }

    private mutating func add(_ from: Int32?, _ to: Int32?, _ range: Range<Int>) {
        found.append(Found(age: AgeRange(from: from, to: to, stated: words.text(of: range)), range: range))
    }
}
