import Language
import Search

/// A pattern of the vocabulary as it is written; see `Patterns` for what it means.
struct PatternSyntax {
    /// What can stand in one place of the pattern.
    enum Slot: Hashable {
        case number
        /// Words as they are written, folded; one that ends in * stands for all that begin so.
        case words([String])
        case wordClass(String)
    }

    /// The sign that a phrase begins with when it is a pattern, and whether the order of its words matters.
    private static let signs: [Character: Bool] = [">": true, "~": false]

    var isOrdered: Bool
    var slots: [Slot]

    /// Whether a phrase of the vocabulary is a pattern.
    static func isPattern(_ phrase: String) -> Bool { phrase.first.map { signs[$0] != nil } ?? false }

    /// - Returns: nil for a phrase that is no pattern.
    init?(_ phrase: String) {
        guard let sign = phrase.first, let isOrdered = PatternSyntax.signs[sign] else { return nil }
        self.isOrdered = isOrdered
        slots = phrase.dropFirst().split(separator: " ").map { part in
            if part == "#" { return .number }
            if part.hasPrefix("@") { return .wordClass(String(part.dropFirst())) }
            let words = part.hasPrefix("(") && part.hasSuffix(")") ? part.dropFirst().dropLast() : part[...]
            return .words(words.split(separator: "|").map { PatternSyntax.folded(String($0)) })
        }
    }

    /// A phrase whose words must stand side by side, as a pattern.
    init(adjacent phrase: String) {
        isOrdered = true
        let isPrefix = phrase.hasSuffix("*")
        let tokens = Tokenizer.tokens(phrase)
        slots = tokens.map { .words([String(decoding: $0.folded, as: UTF8.self) + (isPrefix && tokens.count == 1 ? "*" : "")]) }
    }

    /// A word as patterns look for it; the star behind a beginning stays.
    static func folded(_ word: String) -> String {
        let letters = String(decoding: Folding.letters(word), as: UTF8.self)
        return word.hasSuffix("*") ? letters + "*" : letters
    }

    /// What is wrong with it, as a sentence that says what to type; nil when nothing is.
    func fault(classes: Set<String>) -> String? {
        if slots.isEmpty || slots.count > Patterns.mostSlots { return "een patroon heeft 1 tot \(Patterns.mostSlots) delen" }
        for slot in slots {
            switch slot {
            case .number: continue
            case .wordClass(let id):
                if !classes.contains(id) { return "de klasse @\(id) bestaat niet; zet haar bij \"classes\"" }
            case .words(let words):
                if words.isEmpty || words.contains(where: { $0.isEmpty || $0 == "*" }) {
                    return "een deel van dit patroon heeft geen woord"
                }
            }
        }
        return nil
    }
}
