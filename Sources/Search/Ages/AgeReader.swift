import Catalog
import Language

/// Finds the ages that a question states in figures, and the years of school that stand for an age.
///
/// The grammar of figures is code, because it is arithmetic; the names of phases of life (peuter, basisschool) are phrases of the vocabulary.
/// At each figure: a year of school, or else what is no age, two bounds, or one age. Every step looks at a few words around it, so that
/// reading is linear in the words.
struct AgeReader {
    /// An age, and the tokens that say it.
    struct Found {
        var age: AgeRange
        var range: Range<Int>
        /// Whether it is the age of a parent or another grown-up, not of the child.
        var isParents = false
        /// Whether it is that of a brother, a sister or another relative, while the child's is said too.
        var isRelatives = false
        /// Whether it is a year of school.
        var isSchoolYear = false
        /// Whether the words name the child as well: “een 8-jarige”, “12-minners”.
        var namesChild = false
    }

    /// No child is older; a larger number is something else. In months.
    static let oldest: Int32 = 27 * 12

    let words: Words
    var found: [Found] = []
    /// The end of the last figure that counts or labels something: “niveau 4 en 5” goes on after it.
    var counted = -1
    /// Up to where a row of figures is known to be ages, so that it is looked through once.
    var rowEnd = 0

    /// All ages in figures, in order.
    static func ages(in words: Words) -> [Found] {
        var reader = AgeReader(words: words)
        reader.read()
        reader.settleSchoolYears()
        reader.settleYoungParents()
        reader.settleRelatives()
        return reader.found
    }

    private init(words: Words) { self.words = words }

    private mutating func read() {
        var index = 0
        while index < words.tokens.count {
            index = words.used[index] ? index + 1 : next(after: index)
        }
    }

    /// Reads what stands at a token.
    /// - Returns: where to go on.
    private mutating func next(after index: Int) -> Int {
        if let end = schoolYear(at: index) ?? otherNumber(at: index) { return end }
        guard let amount = amount(at: index) else { return index + 1 }
        return twoBounds(from: amount) ?? oneAge(amount)
    }

    mutating func add(_ from: Int32?, _ to: Int32?, _ range: Range<Int>, namesChild: Bool = false) {
        found.append(Found(age: AgeRange(from: from, to: to, stated: words.text(of: range)), range: range, namesChild: namesChild))
    }

    /// Notes that the figure that ends here is no age.
    private mutating func skip(to end: Int) -> Int {
        counted = end
        return end
    }

    // MARK: Two bounds

    private enum Link { case inclusive, exclusive }

    /// “4-12”, “4 t/m 12 jaar”, “tussen 4 en 12”, “12 tot 36 maanden”, “3;6-5;11”.
    private mutating func twoBounds(from low: Amount) -> Int? {
        guard let (link, place) = link(at: low.range.upperBound, from: low.range.lowerBound), let high = amount(at: place) else {
            return nil
        }
        let range = low.range.lowerBound..<high.range.upperBound
        let unit = high.unit ?? low.unit ?? .years
        let from = low.first(unit)
        let to = link == .exclusive ? high.first(unit) : high.end(unit)
        guard !isNoAge(low, high) else { return skip(to: range.upperBound) }
        // “12-3” is a date, a room, a result.
        guard from < to else { return isHyphen(place) ? skip(to: range.upperBound) : nil }
        let isStated = high.unit != nil || low.unit != nil
        guard high.first(unit) <= (isStated ? 100 * 12 : AgeReader.oldest) else { return nil }
        add(from, to, range, namesChild: high.namesChild)
        return range.upperBound
    }

    /// Whether two figures count something, or say how long it lasts.
    private func isNoAge(_ low: Amount, _ high: Amount) -> Bool {
        if high.unit == nil, isGlued(high.range.upperBound) { return true }
        let isStated = high.unit != nil || low.unit != nil
        guard isStated else {
            let names = hasLabel(before: low.range.lowerBound, isRange: true)
            return names || hasCount(at: high.range.upperBound) || words.isMonth(high.range.upperBound)
                || isPartOfProgramme(low.range.lowerBound, named: true)
        }
        return lasts(Amount(high, from: low.range.lowerBound), isRange: true)
    }

    /// What joins two bounds, and where the second one stands.
    private func link(at index: Int, from start: Int) -> (Link, Int)? {
        guard words.tokens.indices.contains(index) else { return nil }
        if isHyphen(index) {
            // “4- tot 6-jarigen” is joined by its word.
            if words.tokens[index].twelfths != nil { return (.inclusive, index) }
            if NumberWord.years(words.tokens[index].folded) != nil { return (.inclusive, index) }
        }
        var next = index
        let isTogether = words.isWord(next, "t") && words.isWord(next + 1, "m")
        if isTogether { return (.inclusive, next + 2) }
        if words.isWord(next, in: ["tm", "a", "tem"]) { return (.inclusive, next + 1) }
        if words.isWord(next, "t"), words.isWord(next + 1, "e"), words.isWord(next + 2, "m") { return (.inclusive, next + 3) }
        if words.isWord(next, "tot") {
            next += 1
            if words.isWord(next, "en"), words.isWord(next + 1, "met") { return (.inclusive, next + 2) }
            if words.isWord(next, "met") { return (.inclusive, next + 1) }
            if words.isWord(next, in: ["aan", "de"]) { next += 1 }
            return (.exclusive, next)
        }
        if words.isWord(next, "en"), words.isWord(start - 1, "tussen") || words.isWord(start - 2, "tussen") {
            return (.inclusive, words.isWord(next + 1, "de") ? next + 2 : next + 1)
        }
        return nil
    }

    // MARK: One age

    private mutating func oneAge(_ amount: Amount) -> Int {
        var amount = amount
        let end = amount.range.upperBound
        if amount.unit == nil { amount.unit = sharedUnit(after: amount.range) }
        if isPregnancy(amount) {
            add(-9, 0, amount.range)
            return end
        }
        let isOpenNumber = amount.unit == nil && isCount(amount)
        if let bound = openEnd(amount) {
            guard !isOpenNumber, !lasts(Amount(amount, from: bound.range.lowerBound), isRange: false) else { return skip(to: end) }
            guard amount.first(.years) <= AgeReader.oldest else { return end }
            add(bound.from, bound.to, bound.range, namesChild: bound.namesChild || amount.namesChild)
            return bound.range.upperBound
        }
        if isOpenNumber || (amount.unit == nil && !isPlausible(amount)) { return skip(to: end) }
        if isPast(amount) || (amount.unit != nil && lasts(amount, isRange: false)) { return skip(to: end) }
        return add(amount)
    }

    /// “Tienermoeder van 17 met een baby van 5 maanden”: the age of a parent who is a youth, when a small child's is said too.
    private mutating func settleYoungParents() {
        let isPregnant = words.pieces.contains { $0.value(.age).map { $0 < 0 } ?? false }
        guard isPregnant || found.contains(where: { !$0.isParents && $0.age.to.map { $0 <= 10 * 12 } ?? false }) else { return }
        // A pregnant youth is a youth too: her age is kept beside the child's.
        let parents: Range<Int32> = isPregnant ? 20 * 12..<46 * 12 : 13 * 12..<20 * 12
        for place in found.indices where !found[place].isParents {
            guard let from = found[place].age.from, parents.contains(from) else { continue }
            var before = beforeApproximation(found[place].range.lowerBound)
            if words.isWord(before, in: ["van", "v"]) { before -= 1 }
            let piece = words.piece(at: before)
            if piece?.person == .parent || (isPregnant && piece?.person == nil) { found[place].isParents = true }
        }
    }

    /// “Mijn zus (19) is ziek en ik ben 15”: who asks says her own age, and that of a brother or sister is not the child's.
    private mutating func settleRelatives() {
        func isOwn(_ place: Int) -> Bool {
            let start = found[place].range.lowerBound
            return words.isWord(start - 1, "ik")
                || (words.isWord(start - 1, "ben") && (words.isWord(start - 2, "ik") || words.isWord(start - 3, "ik")))
        }
        guard found.indices.contains(where: { isOwn($0) }) else { return }
        for place in found.indices where !isOwn(place) && person(before: found[place].range.lowerBound) == .relative {
            found[place].isRelatives = true
        }
    }

    /// Adds one age: a parent's, of someone who is nearly so old, or just this.
    private mutating func add(_ amount: Amount) -> Int {
        var range = amount.range
        let first = amount.first(.years)
        if words.isWord(range.upperBound, in: ["oud", "oude"]) { range = range.lowerBound..<range.upperBound + 1 }
        if belongsToParent(range.lowerBound, amount) {
            found.append(Found(age: AgeRange(from: first, to: amount.end(.years)), range: range, isParents: true))
            return range.upperBound
        }
        guard first <= AgeReader.oldest else { return range.upperBound }
        if isAhead(amount), first > 0 {
            let step: Int32 = (amount.unit ?? .years) == .years ? 12 : 1
            add(first - step, step == 1 ? first + 1 : first, range, namesChild: amount.namesChild)
        } else {
            add(first, amount.end(.years), range, namesChild: amount.namesChild)
        }
        return range.upperBound
    }

    /// “3 en 9 jaar”, “3, 5 en 9 jaar”: the unit after the last holds for all.
    private func sharedUnit(after range: Range<Int>) -> AgeUnit? {
        var next = range.upperBound
        // No family has more children; a text of nothing but numbers is not read to its end from each of them.
        let last = min(next + 2 * 12, words.tokens.count)
        while next < last {
            if words.isWord(next, in: ["en", "of"]) {
                next += 1
            } else if let value = number(next) {
                if let unit = unit(at: next + 1) ?? value.unit { return unit }
                next += 1
            } else {
                return nil
            }
        }
        return nil
    }

    // MARK: One bound

    private struct Bound {
        var from: Int32?
        var to: Int32?
        var range: Range<Int>
        var namesChild = false
    }

    /// “vanaf 8”, “tot 5”, “onder de 2”, “ouder dan 12”, “12+”, “> 12”, “18-”.
    private func openEnd(_ amount: Amount) -> Bound? { boundBefore(amount) ?? boundAfter(amount) }

    private func boundBefore(_ amount: Amount) -> Bound? {
        let first = amount.first(.years)
        let range = amount.range
        let before = beforeApproximation(range.lowerBound)
        let hasArticle = words.isWord(before + 1, "de")
        if words.isWord(before, "+"), before > 0, number(before - 1) != nil { return nil }
        func from(_ month: Int32, _ start: Int) -> Bound { Bound(from: month, to: nil, range: start..<range.upperBound) }
        func to(_ month: Int32, _ start: Int) -> Bound { Bound(from: nil, to: month, range: start..<range.upperBound) }
        if words.isWord(before, in: ["vanaf", "minstens", "minimaal", "minimum", ">", ">=", "+"]) { return from(first, before) }
        if words.isWord(before, "boven") { return from(amount.end(.years), before) }
        if words.isWord(before, in: ["dan", "als"]) {
            if words.isWord(before - 1, "ouder") { return from(first, before - 1) }
            if words.isWord(before - 1, "jonger") { return to(first, before - 1) }
        }
        if words.isWord(before, in: ["tot", "onder", "beneden", "<"]) || (words.isWord(before, "voor") && hasArticle) {
            return to(first, before)
        }
        if words.isWord(before, in: ["max", "maximaal", "maximum", "hoogstens", "hooguit", "<="]) { return to(amount.end(.years), before) }
        if words.isWord(before, "m"), words.isWord(before - 1, "t") { return to(amount.end(.years), before - 1) }
        if words.isWord(before, "met"), words.isWord(before - 1, "en"), words.isWord(before - 2, "tot") {
            return to(amount.end(.years), before - 2)
        }
        return nil
    }

    private func boundAfter(_ amount: Amount) -> Bound? {
        let start = amount.range.lowerBound
        let after = amount.range.upperBound
        let first = amount.first(.years)
        // “9+12” are two children.
        if words.isWord(after, "+"), number(after + 1) != nil { return nil }
        if isPlus(after) {
            return Bound(from: first, to: nil, range: start..<after + 1, namesChild: words.begins(after, "plusser"))
        }
        if isMinus(after) {
            return Bound(from: nil, to: first, range: start..<after + 1, namesChild: words.begins(after, "minner"))
        }
        if amount.unit == nil, hasTrailingHyphen(amount.range) { return Bound(from: nil, to: first, range: amount.range) }
        guard words.isWord(after, in: ["en", "of"]) else { return nil }
        if words.isWord(after + 1, in: ["ouder", "hoger", "meer"]) { return Bound(from: first, to: nil, range: start..<after + 2) }
        if words.isWord(after + 1, "jonger") { return Bound(from: nil, to: amount.end(.years), range: start..<after + 2) }
        return nil
    }

    func isPlus(_ index: Int) -> Bool { words.isWord(index, in: ["+", "plus", "plussers", "plusser"]) }

    /// “18min”, “18-min”, “12-minners”; “20 min” are minutes.
    func isMinus(_ index: Int) -> Bool {
        if words.begins(index, "minner") { return true }
        return words.isWord(index, "min") && (isGlued(index) || isHyphen(index))
    }

    /// “18-”: a hyphen that joins nothing.
    private func hasTrailingHyphen(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        let end = words.tokens[last].range.upperBound
        guard words.byte(end) == 0x2D, words.tokens[last].twelfths != nil else { return false }
        // “acht- en negenjarigen”
        if words.isWord(range.upperBound, in: ["en", "of", "tot", "t", "a"]) { return false }
        switch words.byte(end + 1) {
        case nil, 0x20, 0x2F, 0x29, 0x2C, 0x2E, 0x3F:
            return range.upperBound == words.tokens.count || words.tokens[range.upperBound].range.lowerBound > end + 1
        default: return false
        }
    }
}
