import JSON
import Language

/// What `ordinary.json` holds: Dutch words that would be taken for a word or a name of the catalogue.
public struct DutchWordList: Sendable {
    /// Words that a command found in a dictionary, those of one beginning behind one another.
    public var found: [String] = []
    /// Words that are in no dictionary, as first names are.
    public var names: [String] = []
    /// Judged by people: words that are no form of a word of ours, and words that often mean something else.
    public var other: [String] = []
    public var weak: [String] = []

    public init() {}

    /// Reads `ordinary.json`; faults go to the file.
    init(_ object: JSONObject) {
        _ = object.text("about")
        _ = object.text("source")
        _ = object.text("licence")
        other = object.texts("other", required: true)
        weak = object.texts("weak", required: true)
        names = object.texts("names", required: true)
        found = object.texts("found", required: true)
    }

    /// What a snapshot holds of it; of a word that stands in several lists, what was judged.
    public var entries: [UInt32] {
        var sorts: [[UInt8]: DutchWords.Sort] = [:]
        for (lines, sort) in [(found, DutchWords.Sort.word), (names, .word), (weak, .weak), (other, .other)] {
            for line in lines { for token in Tokenizer.tokens(line) { sorts[token.folded] = sort } }
        }
        return sorts.map { DutchWords.entry(for: $0.key, $0.value) }.sorted()
    }
}
