import Catalog
import Glibc
import Language
import Search
import Storage

/// The inverted index: which tools speak of a stem or a concept, and how much that weighs.
///
/// Weights are those of BM25F, see `IndexField`: worked out here, as whole numbers, so that a search only adds.
struct TermIndex {
    /// A weight of 1 in the index's whole numbers.
    private static let unit = 1000.0

    private let data: CatalogData
    private let lexicon: Lexicon
    private let memory: [UnsafeMutableRawBufferPointer]
    /// Words and stems with which a phrase of several words begins: any other word is read by itself, and the same wherever it stands.
    private let beginnings: Set<[UInt8]>
    /// What such words mean, as far as they were met.
    private final class Single { var matches: [[UInt8]: Lexicon.Match?] = [:] }
    private let single = Single()

    init(data: CatalogData, sections: Sections) {
        self.data = data
        let parts: [Snapshot.Section] = [.phrases, .phraseTexts, .prefixes, .prefixTexts, .effects, .dutchWords]
        memory = parts.map { section in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, sections[section].count), alignment: 1)
            copy.copyBytes(from: sections[section])
            return UnsafeMutableRawBufferPointer(rebasing: copy[..<sections[section].count])
        }
        let bytes = memory.map { Bytes(UnsafeRawBufferPointer($0)) }
        lexicon = Lexicon(
            phrases: StringTable(rows: bytes[0], texts: bytes[1]), prefixes: StringTable(rows: bytes[2], texts: bytes[3]),
            effects: bytes[4], dutch: DutchWords(Column(bytes[5])))
        let phrases = data.vocabulary.phrases.flatMap { $0.phrases }.map { PhraseKey($0) }.filter { $0.stems.count > 1 }
        beginnings = Set(phrases.compactMap { $0.written.first } + phrases.compactMap { $0.stems.first })
    }

    func write(into sections: inout Sections) throws(SnapshotError) {
        defer { for part in memory { part.deallocate() } }
        var words: [[[Occurrence]]] = []
        for tool in data.tools {
            words.append(try IndexField.fields(of: tool).map { (field) throws(SnapshotError) in try occurrences(in: field.texts) })
        }
        let known = Set(words.joined().joined().filter { !$0.isConcept }.map { $0.term })
        try addParts(to: &words, known: known)
        let postings = weigh(words)

        var table = TableBuilder()
        var column = ArchiveWriter()
        for (term, list) in postings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            table.add(term, UInt32(column.bytes.count), UInt32(list.count))
            for posting in list {
                try column.append(posting.tool)
                try column.append(posting.text)
                try column.append(posting.asked)
            }
        }
        sections[.postings] = column.bytes
        try table.write(.terms, .termTexts, into: &sections)
        try writePointers(into: &sections)
    }

    /// Which pointers a term leads to, and how much that weighs.
    private func writePointers(into sections: inout Sections) throws(SnapshotError) {
        let sources = try PointerCompiler(data: data) { (text) throws(SnapshotError) in try occurrences(in: [text]).map { $0.term } }
            .sources()
        var places: [[UInt8]: [(pointer: Int, weight: Int)]] = [:]
        for (place, source) in sources.enumerated() {
            for (term, weight) in source.terms { places[term, default: []].append((place, weight)) }
        }
        var table = TableBuilder()
        var column = ArchiveWriter()
        for (term, list) in places.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            table.add(term, UInt32(column.bytes.count), UInt32(list.count))
            for (pointer, weight) in list {
                try column.append(pointer)
                try column.append(weight)
            }
        }
        try sections.write(.pointers, items: sources.map { $0.pointer })
        sections[.pointerPostings] = column.bytes
        try table.write(.pointerTerms, .pointerTermTexts, into: &sections)
    }

    private struct Occurrence {
        var term: [UInt8]
        /// The word as written, folded; for compounds.
        var word: [UInt8] = []
        var count = 1.0
        var isConcept: Bool { term.first == Analysis.conceptMark }
    }

    /// The stems and concepts of a field's texts, in order; fillers left out.
    private func occurrences(in texts: [String]) throws(SnapshotError) -> [Occurrence] {
        var found: [Occurrence] = []
        for text in texts {
            let tokens = Tokenizer.tokens(text)
            let keys = tokens.map { PhraseKey.word($0) }
            var index = 0
            while index < tokens.count {
                let match = try match(tokens, keys, at: index)
                let count = match?.count ?? 1
                for effect in match?.effects ?? [] where effect.facet == .topic {
                    found.append(Occurrence(term: Analysis.concept(effect.first ?? 0)))
                }
                if match?.effects.contains(where: { $0.facet == .filler || $0.facet == .negation }) != true {
                    for offset in index..<index + count where tokens[offset].isWord {
                        found.append(Occurrence(term: keys[offset], word: tokens[offset].folded))
                    }
                }
                index += count
            }
        }
        return found
    }

    private func match(_ tokens: [Token], _ keys: [[UInt8]], at index: Int) throws(SnapshotError) -> Lexicon.Match? {
        let word = tokens[index].folded
        guard !beginnings.contains(word), !beginnings.contains(keys[index]) else { return try lexicon.match(tokens, keys: keys, at: index) }
        if let known = single.matches[word] { return known }
        let match = try lexicon.match(tokens, keys: keys, at: index, before: index + 1)
        single.matches[word] = .some(match)
        return match
    }

    private func addParts(to words: inout [[[Occurrence]]], known: Set<[UInt8]>) throws(SnapshotError) {
        for tool in words.indices {
            for field in words[tool].indices {
                for occurrence in words[tool][field] where !occurrence.isConcept {
                    let parts = try Compound.parts(of: occurrence.word) { (part) throws(SnapshotError) in
                        known.contains(Stemmer.stem(part))
                    }
                    for part in parts.map({ [$0.modifier, $0.head] }) ?? [] {
                        words[tool][field].append(Occurrence(term: Stemmer.stem(part), count: IndexField.partWeight))
                    }
                }
            }
        }
    }

    private struct Posting {
        var tool: Int
        var text = 0
        var asked = 0
    }

    private func weigh(_ words: [[[Occurrence]]]) -> [[UInt8]: [Posting]] {
        let fieldCount = words.first?.count ?? 0
        let averages = (0..<fieldCount).map { field in
            max(1, Double(words.reduce(0) { $0 + $1[field].count }) / Double(words.count))
        }
        var counts: [[UInt8]: [Int: (text: Double, asked: Double)]] = [:]
        for (index, tool) in data.tools.enumerated() {
            for (number, field) in IndexField.fields(of: tool).enumerated() {
                let length = 1 - field.lengthWeight + field.lengthWeight * Double(words[index][number].count) / averages[number]
                for occurrence in words[index][number] {
                    let part = field.weight * occurrence.count / length
                    var count = counts[occurrence.term]?[index] ?? (0, 0)
                    if field.isAsked { count.asked += part } else { count.text += part }
                    counts[occurrence.term, default: [:]][index] = count
                }
            }
        }
        let total = Double(words.count)
        func weight(_ count: Double, in tools: Int) -> Int {
            let rarity = log(1 + (total - Double(tools) + 0.5) / (Double(tools) + 0.5))
            return Int((TermIndex.unit * rarity * count / (IndexField.saturation + count)).rounded())
        }
        return counts.mapValues { tools in
            let texts = tools.count { $0.value.text > 0 }
            let asked = tools.count { $0.value.asked > 0 }
            return tools.sorted { $0.key < $1.key }.map { tool, count in
                Posting(tool: tool, text: weight(count.text, in: texts), asked: weight(count.asked, in: asked))
            }
        }
    }
}
