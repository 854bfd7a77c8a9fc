extension LZMA {
    /// Bytes that also stand earlier.
    struct Match: Sendable {
        var length: Int32
        /// One less than how far back.
        var distance: Int32
    }

    /// All that a parser may choose from: for every position the matches there, longer ones further back.
    struct MatchList: Sendable {
        private(set) var matches: [Match] = []
        private var starts: [Int32] = [0]

        init(in bytes: [UInt8]) {
            var finder = MatchFinder(bytes)
            starts.reserveCapacity(bytes.count + 1)
            for position in bytes.indices {
                finder.findMatches(at: position, &matches)
                starts.append(Int32(matches.count))
            }
        }

        /// Which of the matches stand at a position.
        func indices(at position: Int) -> Range<Int> { Int(starts[position])..<Int(starts[position + 1]) }
    }

    /// Finds matches in a search tree of everything before a position, for every hash of four bytes one.
    ///
    /// In a tree the newest position is the root and older ones are further down, so the first match of a length is the nearest.
    private struct MatchFinder {
        private let bytes: [UInt8]
        /// For every position the roots of what sorts before it and after it.
        private var children: [Int32]
        /// The last position of two, three and four bytes.
        private var lastOfTwo = [Int32](repeating: -1, count: 1 << 16)
        private var lastOfThree = [Int32](repeating: -1, count: 1 << MatchFinder.bits)
        private var lastOfFour = [Int32](repeating: -1, count: 1 << MatchFinder.bits)

        private static let bits = 18
        /// How far down a tree is looked.
        private static let depth = 2000

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            children = Array(repeating: -1, count: 2 * bytes.count)
        }

        /// Adds the matches at a position, and the position itself to what is searched. Called for every position, in order.
        mutating func findMatches(at position: Int, _ matches: inout [Match]) {
            let limit = min(bytes.count - position, Int(Packet.longest))
            if limit < 4 { return }
            var longest = 1
            let two = Int(bytes[position]) | Int(bytes[position + 1]) << 8
            let three = two | Int(bytes[position + 2]) << 16
            compare(Int(lastOfTwo[two]), position, limit, &longest, &matches)
            lastOfTwo[two] = Int32(position)
            let hashOfThree = MatchFinder.hash(three)
            compare(Int(lastOfThree[hashOfThree]), position, limit, &longest, &matches)
            lastOfThree[hashOfThree] = Int32(position)
            searchTree(MatchFinder.hash(three | Int(bytes[position + 3]) << 24), position, limit, &longest, &matches)
        }

        private static func hash(_ value: Int) -> Int { Int((UInt32(value) &* 0x9E37_79B1) >> (32 - UInt32(bits))) }

        private func compare(_ earlier: Int, _ position: Int, _ limit: Int, _ longest: inout Int, _ matches: inout [Match]) {
            if earlier < 0 { return }
            add(earlier, position, commonLength(earlier, position, 0, limit), &longest, &matches)
        }

        private func add(_ earlier: Int, _ position: Int, _ length: Int, _ longest: inout Int, _ matches: inout [Match]) {
            if length > longest {
                longest = length
                matches.append(Match(length: Int32(length), distance: Int32(position - earlier - 1)))
            }
        }

        @inline(__always)
        private func commonLength(_ earlier: Int, _ position: Int, _ known: Int, _ limit: Int) -> Int {
            var length = known
            while length < limit, bytes[earlier + length] == bytes[position + length] { length += 1 }
            return length
        }

        /// Walks down a tree and splits it in what sorts before this position and after it: its two new branches.
        private mutating func searchTree(_ hash: Int, _ position: Int, _ limit: Int, _ longest: inout Int, _ matches: inout [Match]) {
            var earlier = Int(lastOfFour[hash])
            lastOfFour[hash] = Int32(position)
            var (before, after) = (2 * position, 2 * position + 1)
            var (lengthBefore, lengthAfter) = (0, 0)
            var left = MatchFinder.depth
            while earlier >= 0, left > 0 {
                left -= 1
                // All below is between the two, so it has at least as much in common.
                let length = commonLength(earlier, position, min(lengthBefore, lengthAfter), limit)
                add(earlier, position, length, &longest, &matches)
                if length == limit {
                    children[before] = children[2 * earlier]
                    children[after] = children[2 * earlier + 1]
                    return
                }
                if bytes[earlier + length] < bytes[position + length] {
                    children[before] = Int32(earlier)
                    before = 2 * earlier + 1
                    earlier = Int(children[before])
                    lengthBefore = length
                } else {
                    children[after] = Int32(earlier)
                    after = 2 * earlier
                    earlier = Int(children[after])
                    lengthAfter = length
                }
            }
            children[before] = -1
            children[after] = -1
        }
    }
}
