import Catalog
import Language
import Storage

/// Finds what people say in more than one way: words of a sentence that need not stand side by side.
///
/// A pattern is a phrase of the vocabulary that begins with a sign: `> vader @slaan @kind` in this order, `~ er alleen voor @staan` in any. Between two of
/// its words others may stand, but no end of a sentence. A word stands for itself as it is written, `(a|b)` for either, `@class` for any word of a class,
/// `word*` for all that begin so, `#` for a number.
///
/// Each pattern is looked for by its rarest word only. `patterns` holds, for each class of words that some pattern is looked for by, its patterns one
/// after another, all as numbers: whether the order matters, how many words may stand in between, where its effects begin, which of its slots is the
/// rarest, how many slots there are, and the class of each.
public struct Patterns: Sendable {
    /// A pattern found.
    public struct Match: Sendable {
        /// The tokens that it took, in the order of the text.
        public var tokens: [Int]
        /// What the pattern means.
        public var effects: [Effect]

        /// Whether it says nothing but what is spoken of.
        public var isTopic: Bool { effects.allSatisfy { $0.facet == .topic } }

        /// Whether it took one of the tokens.
        public func overlaps(_ other: [Int]) -> Bool { tokens.contains { other.contains($0) } }
    }

    /// The class of all numbers.
    public static let numberClass: UInt32 = 0
    /// No pattern has more words.
    public static let mostSlots = 8
    /// How many other words may stand between the words of a pattern unless it says otherwise.
    public static let usualGap = 3

    private let words, prefixes: StringTable
    private let classes, starts, patterns: Column
    private let effects: Bytes

    /// The patterns of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        words = StringTable(rows: try snapshot.section(.patternWords), texts: try snapshot.section(.patternWordTexts))
        prefixes = StringTable(rows: try snapshot.section(.patternPrefixes), texts: try snapshot.section(.patternPrefixTexts))
        classes = try snapshot.column(.patternClasses)
        starts = try snapshot.column(.patternStarts)
        patterns = try snapshot.column(.patterns)
        effects = try snapshot.section(.effects)
    }

    /// All patterns in a text, in the order of their rarest words.
    public func matches(in tokens: [Token]) throws(SnapshotError) -> [Match] {
        var found: [[UInt32]] = []
        found.reserveCapacity(tokens.count)
        for token in tokens { found.append(try classes(of: token)) }
        var matches: [Match] = []
        for token in tokens.indices {
            for itsClass in found[token] {
                guard itsClass &* 2 < starts.count else { continue }
                var place = try starts.number(itsClass * 2)
                for _ in 0..<(try starts.number(itsClass * 2 + 1)) {
                    let (pattern, next) = try pattern(at: place)
                    if let taken = Patterns.tokens(of: pattern, from: token, tokens, found) {
                        matches.append(Match(tokens: taken, effects: try effects(at: pattern.effects)))
                    }
                    place = next
                }
            }
        }
        return matches
    }

    /// Whether a word as it is written stands in some pattern.
    public func holds(_ word: [UInt8]) throws(SnapshotError) -> Bool { try words.find(word) != nil }

    private struct Pattern {
        var isOrdered: Bool
        var gap: Int
        var effects: UInt32
        var rarest: Int
        var slots: [UInt32]
    }

    private func pattern(at place: UInt32) throws(SnapshotError) -> (Pattern, next: UInt32) {
        let count = try patterns.number(place + 4)
        guard count >= 1, count <= Patterns.mostSlots else { throw .damaged(offset: place) }
        var pattern = Pattern(
            isOrdered: try patterns.number(place) == 1, gap: Int(try patterns.number(place + 1)),
            effects: try patterns.number(place + 2), rarest: Int(try patterns.number(place + 3)), slots: [])
        guard pattern.rarest < Int(count) else { throw .damaged(offset: place) }
        for slot in 0..<count { pattern.slots.append(try patterns.number(place + 5 + slot)) }
        return (pattern, place + 5 + count)
    }

    private func classes(of token: Token) throws(SnapshotError) -> [UInt32] {
        var found: [UInt32] = token.twelfths == nil ? [] : [Patterns.numberClass]
        if let row = try words.find(token.folded) { try add(row, to: &found) }
        guard token.isWord else { return found }
        // A beginning of the word sorts before it, and only other beginnings of it can stand between.
        var row = try prefixes.lowerBound(token.folded)
        if row < prefixes.count, try prefixes.text(row).compare(token.folded) == 0 { row += 1 }
        for _ in 0..<3 where row > 0 {
            row -= 1
            let text = try prefixes.text(row)
            guard text.count <= token.folded.count, text.isBeginning(of: token.folded) else { continue }
            try add(try prefixes.values(row), to: &found)
        }
        return found
    }

    private func add(_ row: (first: UInt32, second: UInt32), to found: inout [UInt32]) throws(SnapshotError) {
        guard row.second <= classes.count, row.first <= classes.count - row.second else { throw .damaged(offset: row.first) }
        for place in row.first..<row.first + row.second { found.append(try classes.number(place)) }
    }

    /// The tokens that a pattern takes when its rarest word is this token.
    private static func tokens(of pattern: Pattern, from token: Int, _ tokens: [Token], _ classes: [[UInt32]]) -> [Int]? {
        if pattern.slots.count == 1 { return [token] }
        return pattern.isOrdered
            ? inOrder(pattern, from: token, tokens, classes) : inAnyOrder(pattern, from: token, tokens, classes)
    }

    private static func inOrder(_ pattern: Pattern, from token: Int, _ tokens: [Token], _ classes: [[UInt32]]) -> [Int]? {
        var taken = [token]
        var last = token
        for slot in stride(from: pattern.rarest - 1, through: 0, by: -1) {
            guard let place = nearest(pattern.slots[slot], from: last, step: -1, reach: pattern.gap + 1, tokens, classes, not: taken) else {
                return nil
            }
            taken.insert(place, at: 0)
            last = place
        }
        last = token
        for slot in pattern.rarest + 1..<max(pattern.rarest + 1, pattern.slots.count) {
            guard let place = nearest(pattern.slots[slot], from: last, step: 1, reach: pattern.gap + 1, tokens, classes, not: taken) else {
                return nil
            }
            taken.append(place)
            last = place
        }
        return taken
    }

    private static func inAnyOrder(_ pattern: Pattern, from token: Int, _ tokens: [Token], _ classes: [[UInt32]]) -> [Int]? {
        var taken = [token]
        let reach = pattern.slots.count - 1 + pattern.gap
        for slot in pattern.slots.indices where slot != pattern.rarest {
            let behind = nearest(pattern.slots[slot], from: token, step: 1, reach: reach, tokens, classes, not: taken)
            let before = nearest(pattern.slots[slot], from: token, step: -1, reach: reach, tokens, classes, not: taken)
            let place: Int
            switch (before, behind) {
            case (let before?, let behind?): place = token - before < behind - token ? before : behind
            case (let before?, nil): place = before
            case (nil, let behind?): place = behind
            case (nil, nil): return nil
            }
            taken.append(place)
        }
        taken.sort()
        guard let first = taken.first, let last = taken.last, last - first <= reach else { return nil }
        return taken
    }

    /// The nearest token of a class on one side, within a sentence. A comma counts as one more word.
    private static func nearest(
        _ wanted: UInt32, from start: Int, step: Int, reach: Int, _ tokens: [Token], _ classes: [[UInt32]], not taken: [Int]
    ) -> Int? {
        var place = start
        var left = reach
        while left > 0 {
            switch tokens[step > 0 ? min(place + 1, tokens.count - 1) : place].gap {
            case .stop: return nil
            case .comma: left -= 1
            case .start, .nothing, .space, .hyphen: break
            }
            place += step
            guard tokens.indices.contains(place) else { return nil }
            if classes[place].contains(wanted), !taken.contains(place) { return place }
            left -= 1
        }
        return nil
    }

    private func effects(at offset: UInt32) throws(SnapshotError) -> [Effect] {
        var reader = ArchiveReader(effects, at: offset)
        var list: [Effect] = []
        try reader.items(&list)
        return list
    }
}
