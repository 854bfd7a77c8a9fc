import BuiltInCatalog
import Catalog
import Language
import Search
import Storage
import Testing

/// Whatever is typed, an answer follows.
@Suite("Any text is answered")
struct RobustnessTests {
    private let search: Search

    init() throws { search = Search(try BuiltInCatalog.snapshot()) }

    /// An answer within its limit, however strange the question.
    private func expectAnswer(_ text: String) throws {
        let answer = try search.answer(search.read(text), limit: 5)
        let counts = Kind.allCases.map { kind in answer.results.filter { $0.tool.kind == kind }.count }
        #expect(counts.allSatisfy { $0 <= 5 }, "\(text.debugDescription)")
    }

    /// A few of those of which the fuzzer makes millions.
    @Test("random bytes", arguments: 0..<20)
    func bytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let size = Int.random(in: 0...24, using: &random)
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
            try expectAnswer(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("random characters that can be typed", arguments: 20..<24)
    func characters(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("abcdefghijklmnoprstuvwz  0123456789.,-+<>≤≥/()?!'’éïĳß½②٣中😀")
        for _ in 0..<250 {
            let size = Int.random(in: 0...60, using: &random)
            try expectAnswer(String((0..<size).compactMap { _ in alphabet.randomElement(using: &random) }))
        }
    }

    @Test("words of the vocabulary and numbers, shuffled", arguments: 24..<32)
    func vocabulary(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let phrases = StringTable(rows: try search.snapshot.section(.phrases), texts: try search.snapshot.section(.phraseTexts))
        let separators = [" ", " ", " ", ", ", "-", ". ", " niet ", " van ", " tot ", " en "]
        for _ in 0..<100 {
            var question = ""
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                let row = UInt32.random(in: 0..<phrases.count, using: &random)
                question += Bool.random(using: &random) ? words(try phrases.text(row)) : String(Int.random(in: 0...30, using: &random))
                question += separators.randomElement(using: &random) ?? " "
            }
            try expectAnswer(question)
        }
    }

    @Test("a damaged catalogue gives an answer or says that it is damaged", arguments: 40..<60)
    func damaged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let questions = [
            "KOPP 4-12 signalering", "moeder met borderline, onveilige hechting peuter", "tripple p", "geen app, wel groep voor 12+",
        ]
        var bytes = Array(search.snapshot.bytes.base)
        for _ in 0..<60 {
            let place = Int.random(in: 25..<bytes.count, using: &random)
            let old = bytes[place]
            bytes[place] = UInt8.random(in: 0x30...0x6F, using: &random)
            bytes.withUnsafeBytes { memory in
                for question in questions {
                    do {
                        let damaged = Search(try Snapshot(Bytes(memory)))
                        _ = try damaged.answer(damaged.read(question), limit: 3)
                    } catch {
                        #expect(error is SnapshotError)
                    }
                }
            }
            // Some damage stays, so that several things are wrong at once.
            if Bool.random(using: &random) { bytes[place] = old }
        }
    }

    @Test("all words of the vocabulary at once")
    func everything() throws {
        let phrases = StringTable(rows: try search.snapshot.section(.phrases), texts: try search.snapshot.section(.phraseTexts))
        var question = ""
        for row in 0..<phrases.count { question += words(try phrases.text(row)) + " " }
        try expectAnswer(question)
    }

    private func words(_ text: Bytes) -> String { String(decoding: text.base.filter { $0 != UInt8(ascii: "=") }, as: UTF8.self) }

    @Test(
        "extremes",
        arguments: [
            "", " ", "\0", "\n", "?", "-", "+", "<", ">", "<=", "0", "00000", "1,", ",5", "1.2.3", "999999", "1000000", "4-", "-4", "4--12",
            "12-4",
            "0-0 mnd", "tot", "tot 0", "vanaf 999999 jaar", "999999 weken", "0,1 weken", "t/m", "van tot met en", "niet", "niet niet niet",
            "geen",
            "\u{301}", "e\u{301}\u{301}\u{301}", "\u{200B}", "\u{FEFF}KOPP", "👨‍👩‍👧", "ﷺ", "Ω≈ç√", "مرحبا", "中文", "½", "٣", "²",
        ])
    func extremes(question: String) throws { try expectAnswer(question) }

    @Test(
        "very long questions",
        arguments: [
            "a", "7", "-", "+", "<", " ", "é", "KOPP ", "4-12 ", "4 en ", "niet ", "moeder drinkt ", "groep 8 ", "t/m ", "xq", "1,5 jaar ",
            "😀", "GIZ ",
        ])
    func long(part: String) throws { try expectAnswer(String(repeating: part, count: 4_000 / part.utf8.count)) }

    @Test("longer than any question that is read to its end", arguments: ["a", "7", "KOPP ", "niet ", "+", "😀"])
    func tooLong(part: String) throws { try expectAnswer(String(repeating: part, count: 2 * Tokenizer.longest / part.utf8.count)) }

    @Test("what the same words say many times is told once")
    func told() throws {
        let question = try search.read(String(repeating: "KOPP xyzzy ", count: 100))
        #expect(question.readings.count == 1)
        #expect(question.unused == ["xyzzy"])
    }

    @Test("only digits, and only signs", arguments: 32..<34)
    func digitsAndSigns(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for alphabet in [Array("0123456789"), Array("0123456789 "), Array("0123456789-,. "), Array("+-<>=≤≥/.,;:!?()[]{}@#$%^&*'\"\\|~`")] {
            for _ in 0..<100 {
                let size = Int.random(in: 1...80, using: &random)
                try expectAnswer(String((0..<size).compactMap { _ in alphabet.randomElement(using: &random) }))
            }
        }
    }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
