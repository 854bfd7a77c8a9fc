/// How far apart two spellings are.
public enum Spelling {
    /// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours.
    /// - Parameters:
    ///   - first: one spelling.
    ///   - second: the other.
    ///   - limit: beyond it the exact distance does not matter.
    /// - Returns: the distance, or nil when it exceeds `limit`.
    public static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        if first == second { return 0 }
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        var current = beforeLast
        for row in 1...first.count {
            current[0] = row
            var best = row
            for column in 1...second.count {
                let same = first[row - 1] == second[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
                best = min(best, cost)
            }
            if best > limit { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[second.count] <= limit ? last[second.count] : nil
    }

    /// How many slips a word of this length may hold and still be recognised.
    public static func tolerance(forLength length: Int) -> Int {
        switch length {
        case ..<4: 0
        case ..<8: 1
        case ..<13: 2
        default: 3
        }
    }

    /// The candidate that a mistyped word most likely means; nil when none is near.
    public static func nearest(to word: String, in candidates: [String]) -> String? {
        let folded = Folding.letters(word)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Folding.letters(candidate)
            let limit = min(max(1, tolerance(forLength: max(folded.count, other.count))), (best?.distance ?? .max) - 1)
            guard limit >= 0, let distance = distance(folded, other, limit: limit) else { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    /// What to write instead of a word that is none of these: “bedoelt u groep? Kies uit: groep, online”.
    public static func advice(for word: String, among words: [String]) -> String {
        (nearest(to: word, in: words).map { "bedoelt u \($0)? Kies" } ?? "kies") + " uit: " + words.joined(separator: ", ")
    }
}

extension Spelling {
    /// The set of letters of a folded word, as bits: two words whose sets differ much cannot be near each other.
    public static func letters(_ word: [UInt8]) -> UInt32 {
        var set: UInt32 = 0
        for byte in word {
            switch byte {
            case 0x61...0x7A: set |= 1 << UInt32(byte - 0x61)
            case 0x30...0x39: set |= 1 << 26
            default: set |= 1 << 27
            }
        }
        return set
    }
}
