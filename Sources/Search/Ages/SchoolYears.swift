import Catalog
import Language

/// A kind of school whose years are numbered; the ages of a year overlap with those of the next, because a year has children of two ages.
enum School {
    /// Groep 1 to 8 of the Dutch basisschool.
    case primary
    /// Leerjaar 1 to 6 of the Flemish lagere school.
    case elementary
    /// Klas 1 to 6 of secondary school, in the Netherlands and in Flanders.
    case secondary
    /// The three years of the Flemish kleuterschool.
    case nursery
    /// A mbo's levels and years say nothing about age beyond the mbo itself.
    case vocational

    /// The ages of a year, in months; nil when the school has no such year.
    func months(_ year: Int32) -> (from: Int32, to: Int32)? {
        switch self {
        case .primary: (1...8).contains(year) ? span(year + 3) : nil
        case .elementary: (1...6).contains(year) ? span(year + 5) : nil
        case .secondary: (1...7).contains(year) ? span(year + 11) : nil
        case .nursery: (1...3).contains(year) ? (year == 1 ? 30 : 12 * (year + 2), 12 * (year + 3)) : nil
        case .vocational: (1...4).contains(year) ? (192, 276) : nil
        }
    }

    private func span(_ age: Int32) -> (from: Int32, to: Int32) { (12 * age, 12 * (age + 2)) }

    /// The school whose years are counted behind this word: “groep 8”, “havo 3”.
    static func counted(behind word: ArraySlice<UInt8>) -> School? { school(word, in: before) }

    /// The school whose years are counted before this word: “derde leerjaar”, “4 vwo”.
    static func counted(before word: [UInt8]) -> School? { school(word[...], in: after) }

    private static let before: [(School, [StaticString])] = [
        (.primary, ["groep", "groepen", "gr", "grp", "combinatiegroep", "combigroep", "jaargroep"]),
        (
            .secondary,
            [
                "klas", "klassen", "kl", "vmbo", "havo", "vwo", "mavo", "gymnasium", "gym", "atheneum", "lyceum", "middelbaar", "secundair",
                "aso", "tso", "kso",
            ]
        ),
        (.nursery, ["kleuterklas", "k"]),
        (.vocational, ["mbo"]),
    ]
    private static let after: [(School, [StaticString])] = [
        (.elementary, ["leerjaar", "lj", "lagere", "lager", "basisschool"]),
        (
            .secondary,
            [
                "middelbaar", "middelbare", "secundair", "secundaire", "sec", "humaniora", "vmbo", "havo", "vwo", "mavo", "gymnasium",
                "gym", "atheneum",
                "aso", "tso", "bso", "kso", "middelb", "voortgezet",
            ]
        ),
        (.nursery, ["kleuterklas", "kleuter", "kleuterschool", "kleuterklasje"]),
    ]

    private static func school(_ word: ArraySlice<UInt8>, in list: [(School, [StaticString])]) -> School? {
        for (school, words) in list where words.contains(where: { word.equals($0) }) { return school }
        return nil
    }
}

/// The years of school that stand for an age.
extension AgeReader {
    /// Reads “groep 6 7 8”, “gr. 7/8”, “derde leerjaar”, “havo 3”, “4 vwo”, “K3”, “1B”.
    mutating func schoolYear(at index: Int) -> Int? { yearsBehind(index) ?? yearsBefore(index) ?? stream(at: index) }

    // MARK: The school first

    private mutating func yearsBehind(_ index: Int) -> Int? {
        guard words.tokens[index].isWord else { return nil }
        let word = words.tokens[index].folded
        // “groep8”, “k3”
        let digits = word.reversed().prefix { $0 >= 0x31 && $0 <= 0x39 }.count
        guard digits < 2, let school = School.counted(behind: word.dropLast(digits)[...]) else { return nil }
        if digits == 1 {
            return addYears([Int32(word[word.count - 1]) - 0x30], of: school, index..<index + 1)
        }
        if word.equals("k") || isStop(index + 1) && !word.equals("gr") && !word.equals("kl") && !word.equals("grp") { return nil }
        var place = index + 1
        // “vmbo tl 3”, “mbo niveau 2”
        if words.isWord(place, in: ["tl", "t", "kb", "bb", "gl", "kader", "basis", "niveau", "leerjaar"]) { place += 1 }
        var years: [Int32] = []
        var end = place
        while let more = yearsWritten(at: place, isFirst: years.isEmpty), years.count < 8 {
            guard !isOtherAmount(after: place), more.allSatisfy({ school.months($0) != nil }) else {
                return years.isEmpty || isRange(end, place) ? nil : addYears(years, of: school, index..<end)
            }
            years += more
            end = place + 1
            if isGlued(end), words.tokens[end].folded.count == 1 { end += 1 }
            place = afterSeparator(end, school)
        }
        guard !years.isEmpty else { return nil }
        return addYears(years, of: school, index..<end)
    }

    /// The years that a token says: “7”, “acht”, and “6,7” that looks like a fraction.
    private func yearsWritten(at index: Int, isFirst: Bool) -> [Int32]? {
        guard words.tokens.indices.contains(index), !words.used[index] else { return nil }
        let token = words.tokens[index]
        if token.folded.count > 1, token.folded.count % 2 == 1, token.folded.count <= 15, token.folded[0] >= 0x30, token.folded[0] <= 0x39,
            token.folded.contains(0x2E)
        {
            var years: [Int32] = []
            for (offset, byte) in token.folded.enumerated() {
                if offset % 2 == 1 { if byte != 0x2E { return nil } } else { years.append(Int32(byte) - 0x30) }
            }
            return years
        }
        if let twelfths = token.twelfths { return twelfths % 12 == 0 ? [twelfths / 12] : nil }
        guard token.isWord, let twelfths = NumberWord.value(token.folded) ?? (isFirst && words.isWord(index, "een") ? 12 : nil),
            twelfths % 12 == 0
        else { return nil }
        return [twelfths / 12]
    }

    /// Where the next year may stand: behind “en”, “t/m”, “tot en met groep”, a comma, a hyphen, or nothing.
    private func afterSeparator(_ index: Int, _ school: School) -> Int {
        guard words.tokens.indices.contains(index), !isStop(index) else { return words.tokens.count }
        var place = index
        while place < index + 4, words.isWord(place, in: ["en", "of", "t", "m", "tm", "tem", "tot", "met", "a"]) { place += 1 }
        if words.tokens.indices.contains(place), words.tokens[place].isWord,
            School.counted(behind: words.tokens[place].folded[...]) == school
        {
            place += 1
        }
        return place
    }

    /// Whether the years before and behind are the bounds of one range, so that both are ages when one is.
    private func isRange(_ end: Int, _ place: Int) -> Bool { isHyphen(place) || words.isWord(end, in: ["tot", "t", "tm", "tem"]) }

    private func isStop(_ index: Int) -> Bool { words.tokens.indices.contains(index) && words.tokens[index].gap == .stop }

    /// “groep 8 jaar”, “klas 2 keer”: the number belongs to what follows.
    private func isOtherAmount(after place: Int) -> Bool {
        unit(at: place + 1) != nil
            || words.isWord(
                place + 1, in: ["keer", "x", "maal", "uur", "euro", "weken", "sessies", "bijeenkomsten", "+", "plus", "plussers"])
    }

    // MARK: The year first

    /// An ordinal, as a word or in figures, or a bare number before a kind of school.
    private func ordinal(at index: Int) -> (year: Int32, end: Int, isBare: Bool)? {
        guard words.tokens.indices.contains(index), !words.used[index] else { return nil }
        if let year = NumberWord.ordinal(words.tokens[index].folded) { return (year, index + 1, false) }
        guard let twelfths = words.tokens[index].twelfths, twelfths % 12 == 0, twelfths <= 8 * 12 else { return nil }
        if words.isWord(index + 1, in: ["e", "de", "ste", "es"]) { return (twelfths / 12, index + 2, false) }
        return (twelfths / 12, index + 1, true)
    }

    private mutating func yearsBefore(_ index: Int) -> Int? {
        guard let first = ordinal(at: index) else { return nil }
        var years = [first.year]
        var end = first.end
        if let place = words.tokens.indices.contains(end) ? afterSeparator(end, .vocational) : nil, place > end || isHyphen(place),
            let second = ordinal(at: place), second.isBare == first.isBare
        {
            years.append(second.year)
            end = second.end
        }
        if words.isWord(end, "levensjaar"), !first.isBare, first.year > 0 {
            add(12 * (years[0] - 1), 12 * years[years.count - 1], index..<end + 1)
            return end + 1
        }
        guard let (school, last, isGrade) = school(at: end, isBare: first.isBare) else { return nil }
        if isGrade {
            guard years.allSatisfy({ $0 <= 3 }) else { return nil }
            years = [2 * years[0] - 1, 2 * years[years.count - 1]]
        }
        return addYears(years, of: school, index..<last)
    }

    /// The school that a year belongs to: “leerjaar”, “jaar secundair”, “klas van de basisschool”, “graad middelbaar”.
    private func school(at index: Int, isBare: Bool) -> (School, Int, isGrade: Bool)? {
        guard words.tokens.indices.contains(index), !isStop(index) else { return nil }
        if isBare {
            // “4 vwo”, “5 aso”: only the names of school types.
            let isType = words.isWord(
                index, in: ["vmbo", "havo", "vwo", "mavo", "gymnasium", "gym", "atheneum", "aso", "tso", "bso", "kso"])
            return isType && words.tokens[index].gap != .hyphen ? (.secondary, index + 1, false) : nil
        }
        let isClass = words.isWord(index, in: ["klas", "jaar", "graad", "kl"])
        var place = isClass ? index + 1 : index
        while isClass, place < index + 4, words.isWord(place, in: ["van", "op", "het", "de", "in"]) { place += 1 }
        if words.tokens.indices.contains(place), let school = School.counted(before: words.tokens[place].folded) {
            let hasNoun = words.isWord(place + 1, in: ["school", "onderwijs", "leerjaar"])
            return (school, hasNoun ? place + 2 : place + 1, words.isWord(index, "graad"))
        }
        return words.isWord(index, in: ["klas", "kl"]) ? (.secondary, index + 1, false) : nil
    }

    /// “1B” and “2A”: the streams of the first two years in Flanders.
    private mutating func stream(at index: Int) -> Int? {
        guard let twelfths = words.tokens[index].twelfths, twelfths == 12 || twelfths == 24, words.isWord(index + 1, in: ["a", "b"]),
            isGlued(index + 1),
            number(index + 2) == nil
        else { return nil }
        return addYears([twelfths / 12], of: .secondary, index..<index + 2)
    }

    private mutating func addYears(_ years: [Int32], of school: School, _ range: Range<Int>) -> Int? {
        var from = Int32.max
        var to = Int32.min
        for year in years {
            guard let months = school.months(year) else { return nil }
            (from, to) = (min(from, months.from), max(to, months.to))
        }
        add(from, to, range)
        found[found.count - 1].isSchoolYear = true
        return range.upperBound
    }

    /// A year of school beside an age says no more than the age: “9 jaar, groep 5”.
    mutating func settleSchoolYears() {
        guard let exact = found.first(where: { !$0.isSchoolYear && !$0.isParents })?.age else { return }
        for place in found.indices where found[place].isSchoolYear {
            let year = found[place].age
            // The first that overlaps; a family has few children.
            let beside = found.prefix(12).first { !$0.isSchoolYear && !$0.isParents && $0.age.overlap(year) > 0 }?.age
            guard let age = beside ?? (exact.overlap(year) > 0 ? exact : nil) else { continue }
            found[place].age = AgeRange(from: age.from, to: age.to, stated: year.stated)
        }
    }
}
