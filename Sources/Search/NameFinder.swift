import Catalog
import Language
import Storage

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

    private let snapshot: Snapshot
    private let table: StringTable
    private let lists: Bytes

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        self.snapshot = snapshot
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
            let (tools, isPart) = try self.tools(at: offset) { (tool) throws(SnapshotError) in
                if alone { return true }
                return try isWrittenAsName(start..<end + 1, of: tool, in: words)
            }
            // A whole name is not a part of a longer one: “KopOpOuders voor …”.
            if tools.isEmpty || isPart && best?.isPart == false { continue }
            best = Found(tools: tools, range: start..<end + 1, distance: 0, isPart: isPart)
        }
        return best
    }

    /// The tools of a name, and whether it is only a part of theirs.
    /// - Parameter isMeant: whether a tool is meant by a name that is also a word.
    private func tools(
        at offset: UInt32, isMeant: (UInt32) throws(SnapshotError) -> Bool
    ) throws(SnapshotError) -> (tools: [UInt32], isPart: Bool) {
        var tools: [UInt32] = []
        var isPart = true
        for index in 0..<(try lists.number(at: offset)) {
            let entry = offset + Bytes.numberSize * (1 + 2 * index)
            let tool = try lists.number(at: entry)
            let form = NameForm(rawValue: try lists.number(at: entry + Bytes.numberSize))
            if form == .word, try !isMeant(tool) { continue }
            tools.append(tool)
            isPart = isPart && form == .part
        }
        return (tools, isPart)
    }

    /// Words that say that a name follows: “de interventie Opstapje”.
    private static let announcements: [StaticString] = [
        "interventie", "methode", "methodiek", "training", "programma", "cursus", "instrument", "vragenlijst", "aanpak", "lijst",
    ]

    /// Whether a name that is also a word is written as a name: with its capitals where a word has none, or announced.
    private func isWrittenAsName(_ range: Range<Int>, of tool: UInt32, in words: Words) throws(SnapshotError) -> Bool {
        let start = range.lowerBound
        if words.isWord(start - 1, in: NameFinder.announcements), words.isWord(start - 2, in: ["de", "het", "een"]) { return true }
        let typed = words.text(of: range)
        let capitals = NameFinder.capitals(typed)
        guard capitals > 1 || capitals == 1 && start > 0 && words.follows(start) else { return false }
        let letters = Folding.letters(typed)
        let record = try snapshot.tool(tool)
        func isTyped(_ name: String) -> Bool { NameFinder.capitals(name) == capitals && Folding.letters(name) == letters }
        return isTyped(record.name) || record.abbreviation.map { isTyped($0) } ?? false || record.aliases.contains { isTyped($0) }
    }

    private static func capitals(_ text: String) -> Int { text.utf8.count { (0x41...0x5A).contains($0) } }

    // MARK: Mistyped names

    /// The name nearest to words that mean nothing else. Parts of names are not looked for: what is near to one is near to anything.
    /// - Parameters:
    ///   - isStrange: for each token, whether it is neither a Dutch word nor one of the vocabulary.
    ///   - isBesides: whether something is asked besides some tokens.
    func misspelt(in words: Words, isStrange: [Bool], isBesides: (Range<Int>) -> Bool) throws(SnapshotError) -> Found? {
        guard isStrange.contains(true) else { return nil }
        var best: Found?
        for start in words.tokens.indices where !words.used[start] {
            var joined: [UInt8] = []
            var strange = 0
            for end in start..<min(start + 8, words.tokens.count) {
                if words.used[end] { break }
                if case .sign = words.tokens[end].form { break }
                joined += words.tokens[end].folded
                if isStrange[end] { strange += words.tokens[end].folded.count }
                guard strange > 0, joined.count >= 4, joined.count <= 60 else { continue }
                // Most of a mistyped name is no known word, unless nothing else is asked: “peuter in zcht”. A short one is not taken for a name beside others.
                let isAlone = !isBesides(start..<end + 1)
                guard isAlone || strange * 2 >= joined.count && joined.count >= 6 else { continue }
                if let near = try nearest(to: joined, range: start..<end + 1, isAlone: isAlone, than: best) { best = near }
            }
        }
        return best
    }

    private func nearest(
        to word: [UInt8], range: Range<Int>, isAlone: Bool, than best: Found?
    ) throws(SnapshotError) -> Found? {
        let letters = Spelling.letters(word)
        var limit = min(max(1, min(3, word.count / 6)), best?.distance ?? .max)
        var nearest: Found?
        for row in 0..<table.count {
            let size = Int(try table.size(row))
            guard abs(size - word.count) <= limit, size >= 4 else { continue }
            let values = try table.values(row)
            guard (values.second ^ letters).nonzeroBitCount <= 2 * limit,
                let distance = Spelling.distance(word, Array(try table.text(row).base), limit: limit),
                distance < nearest?.distance ?? .max
            else { continue }
            let (tools, isPart) = try tools(at: values.first) { (_) throws(SnapshotError) in isAlone }
            if isPart || tools.isEmpty { continue }
            nearest = Found(tools: tools, range: range, distance: distance)
            limit = distance
        }
        // As near as another reading: the one that explains more of the question.
        if let best, let near = nearest, near.distance == best.distance, range.count <= best.range.count { return nil }
        return nearest
    }
}
