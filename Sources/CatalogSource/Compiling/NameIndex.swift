import Catalog
import Language
import Search
import Storage

/// The names by which a tool can be called, without spaces and signs.
struct NameIndex {
    private let data: CatalogData
    private let phrases: Set<[UInt8]>
    private let dutch: Set<UInt32>
    /// Which tools' texts hold a run of folded words that may be a part of a name.
    private var runs: [[UInt8]: Set<Int>] = [:]

    /// No part of a name that is looked for has more words.
    private static let longestPart = 4

    init(data: CatalogData, sections: Sections) {
        self.data = data
        let written = data.vocabulary.phrases.flatMap { $0.phrases }.filter { !PatternSyntax.isPattern($0) }
        phrases = Set(written.map { PhraseKey($0) }.filter { !$0.isPrefix }.map { $0.stemKey })
        dutch = Set(data.dutchWords.map { $0 >> 2 })
        // A word of a text may be several of a name: “KOPP-groep” and “KOPPgroep”.
        var beginnings: Set<[UInt8]> = []
        for tool in data.tools {
            let words = Tokenizer.tokens(tool.name).map { $0.folded }
            for start in words.indices {
                let letters = Array(words[start...].joined())
                for size in letters.indices { beginnings.insert(Array(letters[...size])) }
            }
        }
        for (index, tool) in data.tools.enumerated() {
            for text in NameIndex.texts(tool) {
                let words = Tokenizer.tokens(text).map { $0.folded }
                for run in NameIndex.runs(of: words, beginningWith: beginnings) { runs[run, default: []].insert(index) }
            }
        }
    }

    private static func texts(_ tool: Tool) -> [String] {
        [tool.name, tool.summary, tool.purpose, tool.audience, tool.method, tool.evidence.statement] + tool.aliases + tool.topics
            + tool.remarks
            + tool.listings.compactMap { $0.differs?.name }
    }

    /// All runs of up to `longestPart` words that begin as some name or a part of one does, joined.
    private static func runs(of words: [[UInt8]], beginningWith beginnings: Set<[UInt8]>) -> [[UInt8]] {
        words.indices.filter { beginnings.contains(words[$0]) }.flatMap { start in
            (1...longestPart).compactMap { size in
                start + size <= words.count ? Array(words[start..<start + size].joined()) : nil
            }
        }
    }

    func write(into sections: inout Sections) throws(SnapshotError) {
        var forms: [[UInt8]: [Int: NameForm]] = [:]
        for (index, tool) in data.tools.enumerated() {
            for part in parts(of: tool) { forms[part, default: [:]][index] = .part }
        }
        for (index, tool) in data.tools.enumerated() {
            let names = [tool.name, tool.abbreviation ?? "", tool.id] + tool.aliases + tool.listings.compactMap { $0.differs?.name }
            for name in names {
                let letters = Folding.letters(name)
                guard letters.count > 1 else { continue }
                let isWord = phrases.contains(PhraseKey(name).stemKey) || isDutch(letters)
                forms[letters, default: [:]][index] = isWord ? .word : .whole
            }
        }
        var table = TableBuilder()
        var lists = ArchiveWriter()
        for (name, tools) in forms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            table.add(name, UInt32(lists.bytes.count), Spelling.letters(name))
            try lists.append(tools.count)
            for (tool, form) in tools.sorted(by: { $0.key < $1.key }) {
                try lists.append(tool)
                try lists.append(form.rawValue)
            }
        }
        sections[.nameTools] = lists.bytes
        try table.write(.names, .nameTexts, into: &sections)
    }

    /// Words of a tool's name that no other tool's texts have, and that mean nothing by themselves.
    private func parts(of tool: Tool) -> [[UInt8]] {
        let tokens = Tokenizer.tokens(tool.name)
        var parts: [[UInt8]] = []
        for start in tokens.indices {
            for size in 1...NameIndex.longestPart where start + size <= tokens.count && size < tokens.count {
                let words = tokens[start..<start + size]
                let joined = Array(words.map { $0.folded }.joined())
                let key = Array(words.map { PhraseKey.word($0) }.joined(separator: [0x20]))
                let meaningless = words.filter { $0.isWord && !phrases.contains(PhraseKey.word($0)) }
                guard joined.count >= 5, runs[joined]?.count == 1, !phrases.contains(key), !meaningless.isEmpty, !isDutch(joined)
                else { continue }
                parts.append(joined)
            }
        }
        return parts
    }

    private func isDutch(_ word: [UInt8]) -> Bool { dutch.contains(DutchWords.entry(for: word, .word) >> 2) }
}
