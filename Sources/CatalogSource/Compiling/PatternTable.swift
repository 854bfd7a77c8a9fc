import Catalog
import Language
import Search
import Storage

/// The patterns of a vocabulary while they are being compiled; `Patterns` says how they are written.
struct PatternTable {
    private struct Entry {
        var syntax: PatternSyntax
        var gap: Int
        var effects: Int
    }

    private let classes: [String: [String]]
    private var entries: [Entry] = []

    init(_ vocabulary: Vocabulary) { classes = vocabulary.allClasses }

    /// Adds a phrase that is a pattern, or one that tells of danger: that is looked for whatever else its words mean.
    mutating func add(_ phrase: String, of entry: PhraseEntry, effects: Int) {
        if let syntax = PatternSyntax(phrase) {
            entries.append(Entry(syntax: syntax, gap: entry.gap.map { Int($0) } ?? Patterns.usualGap, effects: effects))
        } else if entry.isAboutDanger {
            entries.append(Entry(syntax: PatternSyntax(adjacent: phrase), gap: 0, effects: effects))
        }
    }

    func write(into sections: inout Sections) throws(SnapshotError) {
        var numbers: [PatternSyntax.Slot: UInt32] = [.number: Patterns.numberClass]
        var words: [[PatternSyntax.Slot]] = []
        for entry in entries {
            for slot in entry.syntax.slots where numbers[slot] == nil { numbers[slot] = UInt32(numbers.count) }
            words.append(entry.syntax.slots)
        }
        try writeWords(numbers, into: &sections)
        var byRarest: [[(entry: Entry, rarest: Int)]] = Array(repeating: [], count: numbers.count)
        for entry in entries {
            let rarest = rarestSlot(of: entry.syntax)
            byRarest[Int(numbers[entry.syntax.slots[rarest]] ?? 0)].append((entry, rarest))
        }
        var starts = ArchiveWriter()
        var patterns = ArchiveWriter()
        var place = 0
        for list in byRarest {
            try starts.append(place)
            try starts.append(list.count)
            for (entry, rarest) in list {
                for number in [entry.syntax.isOrdered ? 1 : 0, entry.gap, entry.effects, rarest, entry.syntax.slots.count] {
                    try patterns.append(number)
                }
                for slot in entry.syntax.slots { try patterns.append(numbers[slot] ?? 0) }
                place += 5 + entry.syntax.slots.count
            }
        }
        sections[.patternStarts] = starts.bytes
        sections[.patterns] = patterns.bytes
    }

    /// Each word with the classes that it belongs to.
    private func writeWords(_ numbers: [PatternSyntax.Slot: UInt32], into sections: inout Sections) throws(SnapshotError) {
        var itsClasses: [String: Set<UInt32>] = [:]
        for (slot, number) in numbers { for word in self.words(of: slot) { itsClasses[word, default: []].insert(number) } }
        var words = TableBuilder()
        var prefixes = TableBuilder()
        var lists = ArchiveWriter()
        var place: UInt32 = 0
        for (word, classes) in itsClasses.sorted(by: { $0.key < $1.key }) {
            if word.hasSuffix("*") {
                prefixes.add(Array(word.dropLast().utf8), place, UInt32(classes.count))
            } else {
                words.add(Array(word.utf8), place, UInt32(classes.count))
            }
            for number in classes.sorted() { try lists.append(number) }
            place += UInt32(classes.count)
        }
        sections[.patternClasses] = lists.bytes
        try words.write(.patternWords, .patternWordTexts, into: &sections)
        try prefixes.write(.patternPrefixes, .patternPrefixTexts, into: &sections)
    }

    private func words(of slot: PatternSyntax.Slot) -> [String] {
        switch slot {
        case .number: []
        case .words(let words): words
        case .wordClass(let id): classes[id] ?? []
        }
    }

    /// The slot that the fewest questions will have: long words are rare, and classes of many words are not.
    private func rarestSlot(of syntax: PatternSyntax) -> Int {
        func rarity(_ slot: PatternSyntax.Slot) -> Int {
            if slot == .number { return -1000 }
            let words = words(of: slot)
            return 4 * (words.map { $0.utf8.count }.min() ?? 0) - words.count
        }
        return syntax.slots.indices.max { rarity(syntax.slots[$0]) < rarity(syntax.slots[$1]) } ?? 0
    }
}

extension Vocabulary {
    /// The classes that patterns may name: those of the file, and the persons that phrases of one word name.
    var allClasses: [String: [String]] {
        var all = Dictionary(classes.map { ($0.id, $0.words.map { PatternSyntax.folded($0) }) }, uniquingKeysWith: { $0 + $1 })
        for entry in phrases {
            guard let person = entry.effects.first(where: { $0.facet == .person })?.first,
                let id = Person(rawValue: UInt32(person))?.id
            else { continue }
            for phrase in entry.phrases where !PatternSyntax.isPattern(phrase) {
                let tokens = Tokenizer.tokens(phrase)
                if tokens.count == 1, let word = tokens.first?.folded, !phrase.hasSuffix("*") {
                    all[id, default: []].append(String(decoding: word, as: UTF8.self))
                }
            }
        }
        all[Person.child.id, default: []] += (all[Person.descendant.id] ?? []) + (all[Person.grandchild.id] ?? [])
        return all
    }
}

extension PhraseEntry {
    /// Whether it raises or cancels a notice.
    var isAboutDanger: Bool { effects.contains { $0.facet == .notice || $0.facet == .harmless } }
}
