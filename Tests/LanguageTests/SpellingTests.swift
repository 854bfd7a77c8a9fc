import Language
import Testing

@Suite("Spelling")
struct SpellingTests {
    @Test(
        "the distance counts insertions, deletions, substitutions and swaps of neighbours",
        arguments: [
            ("", "", 0), ("", "sdq", 3), ("sdq", "sdq", 0), ("sdq", "sqd", 1), ("sdq", "sdw", 1), ("sdq", "sd", 1), ("sdq", "sddq", 1),
            ("hechting", "hehcting", 1), ("mantelzorg", "mantelzog", 1), ("signalering", "signaleering", 1), ("triplep", "tripelp", 1),
            ("verslaving", "verlsavign", 2), ("kopopouders", "kopouders", 2), ("kitten", "sitting", 3), ("abcdef", "badcfe", 3),
            ("kind", "ouder", 5),
            // A swapped pair is not edited again (optimal string alignment): not 2.
            ("ca", "abc", 3),
        ])
    func distance(first: String, second: String, expected: Int) {
        #expect(distance(first, second, limit: 100) == expected)
        #expect(distance(second, first, limit: 100) == expected)
    }

    @Test(
        "beyond the limit there is no distance",
        arguments: [("kitten", "sitting", 3), ("", "sdq", 3), ("ca", "abc", 3), ("sdq", "sqd", 1), ("a", "a", 0)])
    func limit(first: String, second: String, expected: Int) {
        for limit in -1...6 {
            #expect(distance(first, second, limit: limit) == (expected <= limit ? expected : nil), "limit \(limit)")
        }
    }

    @Test("on random words it equals the definition, at every limit")
    func definition() {
        var generator = Pseudorandom(seed: 3)
        for _ in 0..<400 {
            let (first, second) = (word(&generator), word(&generator))
            let expected = DefinedDistance(first, second).whole
            for limit in 0...7 {
                #expect(
                    Spelling.distance(first, second, limit: limit) == (expected <= limit ? expected : nil), "\(first) \(second) \(limit)")
            }
            #expect(Spelling.distance(second, first, limit: 7) == expected)
            #expect((expected == 0) == (first == second))
            #expect(expected >= abs(first.count - second.count))
            #expect(expected <= max(first.count, second.count))
        }
    }

    @Test(
        "short words must be right, long ones may hold more slips",
        arguments: [(0, 0), (3, 0), (4, 1), (7, 1), (8, 2), (12, 2), (13, 3), (40, 3)])
    func tolerance(length: Int, slips: Int) {
        #expect(Spelling.tolerance(forLength: length) == slips)
    }

    @Test(
        "a mistyped word means the nearest candidate",
        arguments: [
            ("signalring", "signalering"), ("Signalering", "signalering"), ("intervntie", "interventie"), ("interventies", "interventie"),
            ("kop-kov", "kopp-kov"), ("migartie", "migratie"), ("eenoudr", "eenouder"), ("kvb", "kvbo"),
        ])
    func nearest(word: String, candidate: String) {
        let candidates = ["signalering", "interventie", "kopp-kov", "kvbo", "migratie", "eenouder", "mantelzorg"]
        #expect(Spelling.nearest(to: word, in: candidates) == candidate)
    }

    @Test("what is near nothing means nothing", arguments: ["", "xyz", "echtscheiding", "ouders"])
    func nothingNear(word: String) {
        #expect(Spelling.nearest(to: word, in: ["signalering", "kvbo", "migratie", "eenouder"]) == nil)
    }

    @Test("of candidates that are equally near the first one counts, a nearer one always")
    func ties() {
        #expect(Spelling.nearest(to: "toom", in: ["toon", "doom", "boom"]) == "toon")
        #expect(Spelling.nearest(to: "boom", in: ["toon", "doom", "boom"]) == "boom")
        #expect(Spelling.nearest(to: "toon", in: []) == nil)
    }

    @Test(
        "the set of letters has a bit for each letter, one for all digits and one for the rest",
        arguments: [("", 0), ("aba", 0b11), ("z", 1 << 25)])
    func letterSet(word: String, set: UInt32) {
        #expect(Spelling.letters(Array(word.utf8)) == set)
        #expect(Spelling.letters(Array((word + "07").utf8)) == set | 1 << 26)
        #expect(Spelling.letters(Array((word + "é").utf8)) == set | 1 << 27)
    }

    private func distance(_ first: String, _ second: String, limit: Int) -> Int? {
        Spelling.distance(Array(first.utf8), Array(second.utf8), limit: limit)
    }

    /// Few letters, so that words are often alike.
    private func word(_ generator: inout Pseudorandom) -> [UInt8] {
        (0..<Int.random(in: 0...7, using: &generator)).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
    }
}

/// The distance word for word as optimal string alignment is defined, without any of the shortcuts.
private struct DefinedDistance {
    let first: [UInt8]
    let second: [UInt8]

    init(_ first: [UInt8], _ second: [UInt8]) {
        self.first = first
        self.second = second
    }

    var whole: Int {
        var known: [[Int?]] = Array(repeating: Array(repeating: nil, count: second.count + 1), count: first.count + 1)
        return distance(first.count, second.count, &known)
    }

    /// Between the first `i` letters of the one and the first `j` of the other.
    private func distance(_ i: Int, _ j: Int, _ known: inout [[Int?]]) -> Int {
        if let value = known[i][j] { return value }
        var ways: [Int] = i == 0 && j == 0 ? [0] : []
        if i > 0 { ways.append(distance(i - 1, j, &known) + 1) }
        if j > 0 { ways.append(distance(i, j - 1, &known) + 1) }
        if i > 0, j > 0 { ways.append(distance(i - 1, j - 1, &known) + (first[i - 1] == second[j - 1] ? 0 : 1)) }
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] { ways.append(distance(i - 2, j - 2, &known) + 1) }
        let value = ways.min() ?? 0
        known[i][j] = value
        return value
    }
}
