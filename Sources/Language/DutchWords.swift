import Storage

/// Dutch words that lie near a word or a name of the catalogue and mean something else.
///
/// The list refuses and never attracts: it only says that a word is Dutch. A snapshot holds of each word no more than a fingerprint, and its `Sort` in the
/// lowest two bits, sorted; that a word of another spelling has the same fingerprint happens once in 20,000 words.
public struct DutchWords: Sendable {
    /// How a word may be read.
    public enum Sort: UInt32, CaseIterable, Sendable {
        /// A Dutch word: it is not mistyped, and no name is meant.
        case word
        /// A Dutch word that looks like another form of a word of the vocabulary, or like a compound of such words, and is none.
        case other
        /// A Dutch word that is such a form or compound, but often means something else: it may rank, and chooses nothing.
        case weak
    }

    private let entries: Column

    /// Words by their entries in order, see `entry(for:_:)`.
    public init(_ entries: Column) { self.entries = entries }

    /// How a word may be read; nil when it is not in the list.
    /// - Parameter word: a folded word.
    public func sort(of word: [UInt8]) throws(SnapshotError) -> Sort? {
        let wanted = DutchWords.entry(for: word, .word)
        let place = try (0..<entries.count).partitioningIndex { (place) throws(SnapshotError) in try entries.number(place) < wanted }
        guard place < entries.count else { return nil }
        let found = try entries.number(place)
        return found >> 2 == wanted >> 2 ? Sort(rawValue: found & 3) : nil
    }

    /// What stands in a snapshot for a folded word: 28 bits of its FNV-1a hash, and its sort.
    public static func entry(for word: [UInt8], _ sort: Sort) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return ((hash ^ (hash >> 28)) & 0xFFF_FFFF) << 2 | sort.rawValue
    }
}
