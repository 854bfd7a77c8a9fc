import Catalog

/// Finds the tools that a question calls by name.
struct NameFinder {
    /// A tool called by name, and the tokens that call it.
    struct Found {
        var tools: [UInt32]
        var range: Range<Int>
        /// How far the spelling is from the name's.
        var distance: Int
        /// Whether it is only words of a name.
        var isPart = false
    }

    /// No name has more words.
    private static let longestName = 14

    private let table: StringTable
    private let lists: Bytes

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        table = StringTable(rows: try snapshot.section(.names), texts: try snapshot.section(.nameTexts))
        lists = try snapshot.section(.nameTools)
    }

    /// Names as they are spelt, however they are spaced or hyphenated; the longest first.
    /// - Parameter isFiller: whether a token says nothing beside a name: when all others do, a name that is also a word may be meant.
    func exact(in words: Words, isFiller: (Int) -> Bool) throws(SnapshotError) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < words.tokens.count {
            if let name = try longest(at: index, in: words, isFiller: isFiller) {
                found.append(name)
                index = name.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func longest(
        at start: Int, in words: Words, isFiller: (Int) -> Bool
    ) throws(SnapshotError) -> Found? {
        guard !words.used[start] else { return nil }
        var joined: [UInt8] = []
        var best: Found?
        for end in start..<min(start + NameFinder.longestName, words.tokens.count) {
            if words.used[end] { break }
            joined += words.tokens[end].folded
            let (offset, goesOn) = try table.follow(joined)
            guard goesOn else { break }
            guard let offset else { continue }
            let alone = !words.tokens.indices.contains { ($0 < start || $0 > end) && !isFiller($0) }
            let (tools, isPart) = try self.tools(at: offset, alone: alone)
            if !tools.isEmpty { best = Found(tools: tools, range: start..<end + 1, distance: 0, isPart: isPart) }
        }
        return best
    }

    /// The tools of a name, and whether it is only a part of theirs. One that is also a word counts only when nothing else is asked.
    private func tools(at offset: UInt32, alone: Bool) throws(SnapshotError) -> (tools: [UInt32], isPart: Bool) {
        var tools: [UInt32] = []
        var isPart = true
        for index in 0..<(try lists.number(at: offset)) {
            let entry = offset + Bytes.numberSize * (1 + 2 * index)
            let form = NameForm(rawValue: try lists.number(at: entry + Bytes.numberSize))
            if form != .word || alone {
                tools.append(try lists.number(at: entry))
                isPart = isPart && form == .part
            }
        }
        return (tools, isPart)
    }

    /// The names nearest to words that mean nothing else: mistyped names.
    /// - Parameter isPlain: whether a token has a meaning of its own, so that a name must hold more than such tokens.
    func misspelt(in words: Words, isPlain: (Int) -> Bool) throws(SnapshotError) -> Found? {
        var best: Found?
        for start in words.tokens.indices where !words.used[start] {
            var joined: [UInt8] = []
            var unknown = 0
            for end in start..<min(start + 8, words.tokens.count) {
                if words.used[end] { break }
                if case .sign = words.tokens[end].form { break }
                joined += words.tokens[end].folded
                if !isPlain(end) { unknown += words.tokens[end].folded.count }
                // Most of a mistyped name is no word of the vocabulary, unless nothing else is asked: “peuter in zcht”.
                let isAll = start == 0 && end == words.tokens.count - 1
                guard unknown * 2 >= joined.count || isAll && unknown > 0, joined.count >= 4, joined.count <= 60 else { continue }
                if let near = try nearest(to: joined, range: start..<end + 1, than: best) { best = near }
            }
        }
        return best
    }

    private func nearest(to word: [UInt8], range: Range<Int>, than best: Found?) throws(SnapshotError) -> Found? {
        let letters = Spelling.letters(word)
        var limit = min(Spelling.tolerance(forLength: word.count), best?.distance ?? .max)
        var nearest: (row: UInt32, distance: Int)?
        for row in 0..<table.count {
            let size = Int(try table.size(row))
            guard abs(size - word.count) <= limit, size >= 4 else { continue }
            let values = try table.values(row)
            guard (values.second ^ letters).nonzeroBitCount <= 2 * limit else { continue }
            let name = Array(try table.text(row).base)
            guard let distance = Spelling.distance(word, name, limit: limit) else { continue }
            if distance < nearest?.distance ?? .max {
                nearest = (values.first, distance)
                limit = distance
            }
        }
        guard let nearest else { return nil }
        // As near as another reading: the one that explains more of the question.
        if let best, nearest.distance == best.distance, range.count <= best.range.count { return nil }
        let (tools, isPart) = try tools(at: nearest.row, alone: true)
        return Found(tools: tools, range: range, distance: nearest.distance, isPart: isPart)
    }
}
