import Language

/// Numbers and units in letters.
enum NumberWord {
    private static let numbers: [(StaticString, Int32)] = [
        ("een", 1), ("twee", 2), ("drie", 3), ("vier", 4), ("vijf", 5), ("zes", 6), ("zeven", 7), ("acht", 8), ("negen", 9), ("tien", 10),
        ("elf", 11), ("twaalf", 12), ("dertien", 13), ("veertien", 14), ("vijftien", 15), ("zestien", 16), ("zeventien", 17),
        ("achttien", 18), ("negentien", 19), ("twintig", 20),
    ]
    private static let ordinals: [(StaticString, Int32)] = [
        ("eerste", 1), ("tweede", 2), ("derde", 3), ("vierde", 4), ("vijfde", 5), ("zesde", 6), ("zevende", 7), ("achtste", 8),
    ]

    /// “acht”, “eenentwintig”, “anderhalf”, “tweeenhalf”, “drieeneenhalf”, “half”, in twelfths; not “een”, which is an article.
    static func value(_ word: [UInt8]) -> Int32? {
        if word.equals("half") || word.equals("halve") { return 6 }
        if word.equals("een") { return nil }
        return any(word[...])
    }

    /// The years of “achtjarige”, “anderhalfjarig”, in twelfths.
    static func years(_ word: [UInt8]) -> Int32? {
        for end: StaticString in ["jarige", "jarig", "jarigen"] where word.count > end.utf8CodeUnitCount && word.ends(end) {
            return any(word.dropLast(end.utf8CodeUnitCount))
        }
        return nil
    }

    /// The number of “derde”.
    static func ordinal(_ word: [UInt8]) -> Int32? { value(word[...], in: ordinals) }

    private static func any(_ word: ArraySlice<UInt8>) -> Int32? {
        if let whole = value(word, in: numbers) { return whole * 12 }
        if word.equals("anderhalf") || word.equals("anderhalve") { return 18 }
        for end: StaticString in ["eneenhalf", "enhalf", "eneenhalve", "enhalve"] where word.ends(end) {
            if let whole = value(word.dropLast(end.utf8CodeUnitCount), in: numbers) { return whole * 12 + 6 }
        }
        // eenentwintig … negenentwintig
        if word.ends("entwintig"), let ones = value(word.dropLast(9), in: numbers), ones < 10 { return (20 + ones) * 12 }
        return nil
    }

    private static func value(_ word: ArraySlice<UInt8>, in list: [(StaticString, Int32)]) -> Int32? {
        for (text, value) in list where word.equals(text) { return value }
        return nil
    }
}

/// The words for units of age, as people write and mistype them.
enum AgeUnitWord {
    private static let years: [StaticString] = [
        "jaar", "jr", "jaren", "jrs", "jar", "jaartje", "jaartjes", "jrg", "jrige", "jarge", "jrigen",
    ]
    private static let months: [StaticString] = ["mnd", "mdn", "mnden", "mndn", "md", "mndje", "mndjes", "mnden"]
    private static let weeks: [StaticString] = ["wk", "wkn", "weken", "week", "wken", "weke", "wekne", "weekje", "weekjes"]
    private static let days: [StaticString] = ["dag", "dagen", "dgn", "dg"]

    /// The unit that a word is; nil when it is none.
    static func unit(_ word: [UInt8]) -> AgeUnit? {
        guard let first = word.first else { return nil }
        switch first {
        case 0x6A where word.starts("jarig") || years.contains(where: { word.equals($0) }) || isNear(word, "jaar"): return .years
        case 0x6D where word.starts("maand") || months.contains(where: { word.equals($0) }) || isNear(word, "maanden"): return .months
        case 0x77 where weeks.contains(where: { word.equals($0) }): return .weeks
        case 0x64 where days.contains(where: { word.equals($0) }): return .days
        default: return nil
        }
    }

    /// Whether one slip made the word of a unit: “maadnen”, “jaaar”.
    private static func isNear(_ word: [UInt8], _ unit: StaticString) -> Bool {
        guard word.count >= 4, abs(word.count - unit.utf8CodeUnitCount) <= 1 else { return false }
        return unit.withUTF8Buffer { Spelling.distance(word, Array($0), limit: 1) } != nil
    }
}

extension Collection<UInt8> {
    /// Whether these are the letters of a word.
    func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && starts(text) }

    /// Whether these letters begin so.
    func starts(_ text: StaticString) -> Bool { text.withUTF8Buffer { starts(with: $0) } }
}

extension BidirectionalCollection<UInt8> {
    /// Whether these letters end so.
    func ends(_ text: StaticString) -> Bool { suffix(text.utf8CodeUnitCount).equals(text) }
}
